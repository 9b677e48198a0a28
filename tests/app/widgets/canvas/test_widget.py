from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.imaging import MaskLook, MaskStyle, map_pyramid, pyramid, rgb_from
from app.imaging.tables import AGREEMENT_COLOURS, Agreement
from app.widgets.canvas import Canvas
from core.values import cut

RANDOM = np.random.default_rng(3)
ROWS = slice(80, 400)
# The part of a photo of 900 x 1200 pixels that lies there at 1:1 in a canvas of 560 x 700.
SEEN = np.s_[170 + 80 : 170 + 400, 250 : 250 + 700]
BARE = MaskLook(0.46, opacity=1.0)


@pytest.fixture
def canvas(qtbot):
    made = Canvas()
    made.resize(700, 560)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(canvas, size=(900, 1200), title="a.jpg"):
    """A black photo and a random map."""
    probabilities = RANDOM.integers(0, 256, size, np.uint8)
    canvas.show_photo(pyramid(np.zeros((*size, 3), np.uint8)), title)
    canvas.show_map(map_pyramid(probabilities))
    return probabilities


def screen(canvas):
    """What the canvas shows between the marks at its top and bottom."""
    return rgb_from(canvas.grab().toImage())[ROWS]


def rgb_of(colour):
    return [int(colour[index : index + 2], 16) for index in (1, 3, 5)]


def wheel(canvas, notches, at):
    position = QPointF(*at)
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.parametrize("threshold", [0.0, 0.25, 0.46, 0.5, 0.999, 1.0])
def test_at_1_to_1_every_pixel_shows_exactly_the_mask(canvas, threshold):
    probabilities = show(canvas)
    canvas.set_look(replace(BARE, threshold=threshold))
    canvas.actual_size()
    is_orange = (screen(canvas) == rgb_of(BARE.colour)).all(axis=2)
    assert np.array_equal(is_orange, (probabilities >= cut(threshold))[SEEN])


def test_zoomed_out_a_pixel_is_shown_when_any_of_its_block_is_masked(canvas):
    probabilities = np.where(RANDOM.random((2240, 2800)) < 0.03, 255, 0).astype(np.uint8)
    canvas.show_photo(pyramid(np.zeros((2240, 2800, 3), np.uint8)), "a.jpg")
    canvas.show_map(map_pyramid(probabilities))
    canvas.set_look(BARE)
    canvas.zoom_to(0.25, canvas._middle())
    view = canvas.view
    is_orange = (screen(canvas) == rgb_of(BARE.colour)).all(axis=2)
    blocks = probabilities.reshape(560, 4, 700, 4).max(axis=(1, 3)) > 0
    assert (view.left, view.top) == (0, 0)
    assert np.array_equal(is_orange, blocks[ROWS])


def test_a_step_of_the_slider_touches_no_pixel(canvas, monkeypatch):
    show(canvas)
    canvas.set_look(BARE)
    canvas.grab()
    monkeypatch.setattr("app.widgets.canvas.layers.map_patch", None)
    monkeypatch.setattr("app.widgets.canvas.layers.photo_patch", None)
    for threshold in (0.1, 0.6, 0.9):
        canvas.set_look(replace(BARE, threshold=threshold))
        canvas.grab()


def test_wheel_zooms_at_the_cursor(canvas):
    show(canvas)
    before = canvas.view.to_photo((300, 200))
    wheel(canvas, 3, (300, 200))
    assert canvas.view.to_photo((300, 200)) == pytest.approx(before, abs=1.5)


def test_drag_moves_the_photo_with_the_mouse(canvas, qtbot):
    show(canvas)
    canvas.actual_size()
    under = canvas.view.to_photo((200, 150))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(canvas, QPoint(160, 190))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(160, 190))
    assert canvas.view.to_photo((160, 190)) == under


def test_keys_zoom_fit_and_change_the_style(canvas, qtbot):
    show(canvas)
    fitted = canvas.zoom
    qtbot.keyClick(canvas, Qt.Key.Key_1)
    assert canvas.zoom == 1.0
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom == 1.25
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.zoom == fitted
    qtbot.keyClick(canvas, Qt.Key.Key_O)
    assert canvas.look.style is MaskStyle.OUTLINE


def test_mask_is_gone_while_space_is_held(canvas, qtbot):
    show(canvas)
    canvas.set_look(BARE)
    with qtbot.waitSignal(canvas.look_hidden_changed, check_params_cb=lambda is_hidden: is_hidden):
        qtbot.keyPress(canvas, Qt.Key.Key_Space)
    hidden = screen(canvas)
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    orange = rgb_of(BARE.colour)
    assert not (hidden == orange).all(axis=2).any()
    assert (screen(canvas) == orange).all(axis=2).any()


def test_comparison_paints_found_missed_and_false(canvas):
    probabilities = show(canvas)
    truth = RANDOM.random(probabilities.shape) < 0.5
    canvas.show_truth(map_pyramid(truth))
    canvas.set_comparing(True)
    canvas.set_look(BARE)
    canvas.actual_size()
    seen = screen(canvas)
    mask = (probabilities >= cut(0.46))[SEEN]
    true = truth[SEEN]
    for case, expected in (
        (Agreement.FOUND, mask & true),
        (Agreement.FALSE_ALARM, mask & ~true),
        (Agreement.MISSED, ~mask & true),
    ):
        assert np.array_equal((seen == rgb_of(AGREEMENT_COLOURS[case])).all(axis=2), expected), case


def test_without_a_truth_comparison_shows_the_mask(canvas):
    show(canvas)
    canvas.set_look(BARE)
    plain = screen(canvas)
    canvas.set_comparing(True)
    assert np.array_equal(screen(canvas), plain)


def test_the_photo_before_stays_until_the_next_is_there(canvas):
    show(canvas)
    before = screen(canvas)
    canvas.show_loading("b.jpg")
    assert np.array_equal(screen(canvas), before)


def test_a_photo_that_can_not_be_read_leaves_its_sentence(canvas):
    show(canvas)
    canvas.show_error("b.jpg", "The file is empty; copy it again from the camera.")
    assert canvas.photo_size is None
    assert "copy it again" in canvas.accessibleDescription()
    canvas.grab()


def test_a_map_of_another_size_is_refused(canvas):
    show(canvas)
    with pytest.raises(ValueError, match="map is"):
        canvas.show_map(map_pyramid(np.zeros((5, 5), np.uint8)))


def test_a_chosen_zoom_is_kept_for_the_next_photo_of_that_size(canvas):
    show(canvas)
    canvas.actual_size()
    show(canvas, title="b.jpg")
    assert canvas.zoom == 1.0
    show(canvas, size=(300, 200), title="c.jpg")
    assert canvas.zoom != 1.0


def test_caption_says_name_size_and_zoom(canvas):
    show(canvas)
    canvas.actual_size()
    assert canvas.caption() == "a.jpg · 1200 × 900 · 100 %"


def test_cursor_tells_place_and_probability(canvas, qtbot):
    probabilities = show(canvas)
    canvas.actual_size()
    with qtbot.waitSignal(canvas.cursor_moved) as moved:
        qtbot.mouseMove(canvas, QPoint(50, 60))
    assert moved.args == [300, 230, probabilities[230, 300] / 255]


def test_canvas_can_be_painted_at_every_window_size_and_zoom(canvas):
    show(canvas, size=(37, 1201))
    for width, height in ((240, 180), (900, 200), (301, 777)):
        canvas.resize(width, height)
        for zoom in (1e-5, 0.3, 1, 3.3, 1e5):
            canvas.zoom_to(zoom, (3.0, height - 2.0))
            canvas.grab()


def test_outline_leaves_the_crack_itself_in_sight(canvas):
    probabilities = np.zeros((900, 1200), np.uint8)
    probabilities[400:420, 500:700] = 255
    canvas.show_photo(pyramid(np.zeros((900, 1200, 3), np.uint8)), "a.jpg")
    canvas.show_map(map_pyramid(probabilities))
    canvas.set_look(replace(BARE, style=MaskStyle.OUTLINE))
    canvas.actual_size()
    is_orange = (screen(canvas) == rgb_of(BARE.colour)).all(axis=2)
    expected = np.zeros((900, 1200), bool)
    expected[399:421, 500:700] = expected[400:420, 499:701] = True
    assert np.array_equal(is_orange, (expected & (probabilities == 0))[SEEN])


def test_heat_shows_values_below_the_threshold_too(canvas):
    show(canvas)
    canvas.set_look(replace(BARE, threshold=1.0, style=MaskStyle.HEAT))
    canvas.actual_size()
    assert len(np.unique(screen(canvas).reshape(-1, 3), axis=0)) > 100
