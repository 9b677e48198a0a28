import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imaging import map_pyramid
from app.widgets.canvas.correction import Correction, Tool
from app.widgets.canvas.pencil import LARGEST_PX, Pencil
from core.project.corrections import Stroke, corrected
from core.values import cut

RANDOM = np.random.default_rng(11)
SIZE = (90, 130)
places = st.tuples(st.floats(-20, 150), st.floats(-20, 110))
strokes = st.lists(
    st.tuples(places, places, st.integers(1, 30), st.sampled_from([Tool.BRUSH, Tool.ERASER])), max_size=6
)


def random_map():
    return RANDOM.integers(0, 256, SIZE, np.uint8)


@given(strokes, st.floats(0.01, 1))
def test_shown_map_is_the_mask_that_export_makes(drawn, threshold):
    probabilities = random_map()
    correction = Correction(SIZE, map_pyramid(probabilities), None)
    for start, end, diameter, tool in drawn:
        correction.draw(start, end, diameter_px=diameter, tool=tool)
    mask = probabilities >= cut(threshold)
    shown = correction.pyramid.levels[0] >= cut(threshold)
    assert np.array_equal(shown, corrected(mask, correction.layer))


@given(strokes)
def test_every_mip_level_follows_the_strokes(drawn):
    correction = Correction(SIZE, map_pyramid(random_map()), None)
    for start, end, diameter, tool in drawn:
        correction.draw(start, end, diameter_px=diameter, tool=tool)
    fresh = map_pyramid(correction.pyramid.levels[0])
    for level, expected in zip(correction.pyramid.levels, fresh.levels, strict=True):
        assert np.array_equal(level, expected)


def test_drawing_leaves_the_models_map_and_the_given_layer_alone():
    probabilities, layer = random_map(), np.zeros(SIZE, np.uint8)
    layer[5:9, 5:9] = Stroke.DRAWN
    base, before = map_pyramid(probabilities), (probabilities.copy(), layer.copy())
    Correction(SIZE, base, layer).draw((0, 0), (100, 80), diameter_px=9, tool=Tool.ERASER)
    assert np.array_equal(base.levels[0], before[0])
    assert np.array_equal(layer, before[1])


def test_a_stored_layer_is_folded_in_at_once():
    layer = np.zeros(SIZE, np.uint8)
    layer[70:75, 100:120] = Stroke.DRAWN
    shown = Correction(SIZE, map_pyramid(np.zeros(SIZE, np.uint8)), layer).pyramid
    assert np.array_equal(shown.levels[0] == 255, layer == Stroke.DRAWN)
    assert shown.levels[-1][0, 0] == 255


def test_one_can_draw_where_no_model_has_looked():
    correction = Correction(SIZE, None, None)
    correction.draw((10, 10), (60, 40), diameter_px=3, tool=Tool.BRUSH)
    assert (correction.pyramid.levels[0] > 0).sum() > 100


@pytest.mark.parametrize("diameter", [1, 5, 21])
def test_a_stroke_is_as_wide_as_the_brush(diameter):
    correction = Correction(SIZE, None, None)
    correction.draw((20.5, 40.5), (110.5, 40.5), diameter_px=diameter, tool=Tool.BRUSH)
    assert abs((correction.layer[:, 60] > 0).sum() - diameter) <= 1


def test_eraser_takes_away_what_the_brush_drew():
    correction = Correction(SIZE, None, None)
    for tool in (Tool.BRUSH, Tool.ERASER):
        correction.draw((20, 20), (80, 60), diameter_px=7, tool=tool)
    assert not (correction.layer == Stroke.DRAWN).any()
    assert not correction.pyramid.levels[0].any()


def test_the_pencil_copies_nothing_before_the_first_stroke():
    pencil, base = Pencil(), map_pyramid(random_map())
    pencil.start(SIZE, base, None)
    assert pencil.pyramid is base
    assert pencil.layer is None


def test_the_wheel_always_changes_the_brush_within_its_bounds():
    pencil = Pencil()
    sizes = []
    for _ in range(60):
        pencil.resize(-120)
        sizes.append(pencil.diameter_px)
    assert sizes[-1] == 1
    for _ in range(80):
        before = pencil.diameter_px
        pencil.resize(120)
        assert pencil.diameter_px > before or before == LARGEST_PX
    assert pencil.diameter_px == LARGEST_PX
