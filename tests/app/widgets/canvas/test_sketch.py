import pytest

from app.widgets.canvas.correction import Tool
from app.widgets.canvas.sketch import Sketch, length_text


def drawn(tool, *places, zoom=1.0):
    sketch = Sketch()
    sketch.press(places[0], tool)
    for place in places[1:]:
        sketch.move(place, zoom=zoom)
    return sketch.release()


def test_a_ruler_keeps_its_two_ends():
    assert drawn(Tool.RULER, (1, 2), (30, 40), (50, 60)) == ((1, 2), (50, 60))


def test_a_region_keeps_the_corners_of_its_way():
    assert drawn(Tool.REGION, (0, 0), (50, 0), (50.5, 0.5), (50, 50)) == ((0, 0), (50, 0), (50, 50))


def test_a_trembling_hand_is_judged_on_the_screen():
    assert len(drawn(Tool.REGION, (0, 0), (1, 0), (2, 1), (0, 1), zoom=8.0)) == 4
    assert drawn(Tool.REGION, (0, 0), (1, 0), (2, 1), (0, 1), zoom=1.0) == ()


@pytest.mark.parametrize("tool", [Tool.RULER, Tool.REGION])
def test_a_click_draws_nothing(tool):
    sketch = Sketch()
    sketch.press((5, 5), tool)
    assert sketch.is_drawing
    assert sketch.release() == ()
    assert not sketch.is_drawing


def test_length_is_in_pixels_until_the_photo_is_calibrated():
    assert length_text(((0, 0), (30, 40)), None) == "50.0 px"
    assert length_text(((0, 0), (30, 40)), 0.5) == "25.0 mm"
