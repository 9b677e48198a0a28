"""Traced and measured cracks against cracks rendered with known width and length."""

import cv2
import numpy as np
import pytest

from core.errors import MeasureError
from core.measure.cracks import WidthSource
from core.measure.figures import photo_figures
from core.measure.photo import measure
from core.measure.scale import from_mm_per_pixel
from tests.bench.rendered_cracks import Crack, render


def _figures(crack, kind="loose"):
    rendered = render(crack)
    return rendered, photo_figures(measure(rendered.mask(kind), rendered.rgb))


@pytest.mark.parametrize(
    ("width", "angle", "kind"),
    [(1.5, 33, "loose"), (3, 17, "exact"), (3, 80, "loose"), (6, 33, "ragged"), (14, 45, "loose"), (20, 71, "exact")],
)
def test_width_is_met_within_0_3_px_and_5_percent_and_length_within_2_percent(width, angle, kind):
    rendered, found = _figures(Crack(width, angle_deg=angle, bend=0.3, blur_px=0.5, seed=1), kind)
    assert abs(found.cracks[0].mean_width.value - width) <= 0.3 + 0.05 * width
    assert abs(found.length / rendered.length_px - 1) <= 0.02


@pytest.mark.parametrize("width", [2, 3])
def test_light_mixed_before_the_tone_curve_does_not_make_wide_cracks_narrow(width):
    _, found = _figures(Crack(width, angle_deg=33, bend=0.6, blur_px=0.5, linear_light=True))
    assert abs(found.cracks[0].mean_width.value - width) <= 0.3 + 0.05 * width


@pytest.mark.parametrize("angle", [0, 45, 90])
def test_blurred_crack_of_2_px_is_met_or_said_to_be_below_a_limit_near_it(angle):
    _, found = _figures(Crack(2, angle_deg=angle, inside=75, blur_px=0.9, noise=3), "exact")
    assert abs(found.cracks[0].mean_width.value - 2) <= 0.4


def test_crack_narrower_than_a_pixel_is_reported_as_below_one_pixel_never_as_a_number():
    _, found = _figures(Crack(0.8, angle_deg=33, bend=0.6, blur_px=0.4))
    assert found.mean_width.is_below
    assert found.mean_width.value == found.mean_width.limit_px == 1.0


def test_wide_but_faint_place_is_no_maximum_width():
    rendered = render(Crack(4, angle_deg=0, length_px=200))
    rgb = rendered.rgb.copy()
    middle = rgb.shape[1] // 2
    row = int(rendered.curve[:, 1].mean())
    rgb[row - 4 : row + 4, middle - 9 : middle + 9] = 115  # sand in the opening, and its shadow
    found = photo_figures(measure(rendered.mask("loose"), rgb)).cracks[0]
    assert found.max_width.value == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize("kind", ["exact", "loose", "ragged"])
@pytest.mark.parametrize("angle", [6, 20, 53])
def test_tips_lie_where_the_photo_has_them_to_half_a_pixel_whatever_the_mask(angle, kind):
    rendered, found = _figures(Crack(4.5, length_px=60, angle_deg=angle, noise=2), kind)
    assert found.length == pytest.approx(rendered.length_px, abs=0.5)


@pytest.mark.parametrize("angle", [0, 22.5, 45, 67.5, 90])
def test_length_is_right_at_every_angle(angle):
    rendered, found = _figures(Crack(3, angle_deg=angle), "exact")
    assert found.length == pytest.approx(rendered.length_px, rel=0.02)


@pytest.mark.parametrize("angle", [17, 33, 71])
def test_wide_crack_with_a_frayed_rim_does_not_run_into_its_corners(angle):
    rendered = render(Crack(20, angle_deg=angle, bend=0.6, seed=angle))
    found = photo_figures(measure(rendered.mask("ragged", seed=angle)))
    assert found.length == pytest.approx(rendered.length_px, rel=0.03)


def test_orientation_grows_against_the_clock_from_the_rows():
    assert _figures(Crack(3, angle_deg=30))[1].cracks[0].orientation_deg == pytest.approx(150, abs=1)
    assert _figures(Crack(3, angle_deg=90))[1].cracks[0].orientation_deg == pytest.approx(90, abs=1)


def test_maximum_width_and_its_place_lie_where_the_crack_is_widest():
    mask = np.zeros((60, 200), bool)
    mask[29:32, 10:190] = True
    mask[26:35, 120:140] = True
    found = photo_figures(measure(mask)).cracks[0]
    assert found.max_width.value == pytest.approx(9, abs=0.5)
    assert 120 <= found.max_width_at[0] < 140
    assert found.width_source is WidthSource.MASK


def test_cross_has_four_end_points_four_branches_and_one_junction():
    mask = np.zeros((101, 101), bool)
    mask[49:52, 10:91] = True
    mask[10:91, 49:52] = True
    (found,) = photo_figures(measure(mask)).cracks
    assert (found.branches, found.end_points, found.junctions) == (4, 4, 1)
    assert found.length == pytest.approx(162, rel=0.02)


def test_ring_has_no_end_points_and_the_length_of_its_circle():
    y, x = np.mgrid[:101, :101]
    radius = np.hypot(x - 50, y - 50)
    (found,) = photo_figures(measure((radius > 38) & (radius < 42))).cracks
    assert (found.branches, found.end_points) == (1, 0)
    assert found.length == pytest.approx(2 * np.pi * 40, rel=0.02)


def test_single_pixel_is_a_crack_one_pixel_long_without_a_direction():
    mask = np.zeros((9, 9), bool)
    mask[4, 4] = True
    (found,) = photo_figures(measure(mask, np.full((9, 9, 3), 128, np.uint8))).cracks
    assert (found.length, found.area, found.orientation_deg) == (1.0, 1.0, None)


def test_empty_mask_has_no_cracks_and_no_width():
    found = photo_figures(measure(np.zeros((9, 9), bool)))
    assert (found.cracks, found.length, found.mean_width, found.widest) == ((), 0, None, None)


def test_every_piece_of_the_mask_is_a_crack_even_on_the_border():
    rng = np.random.default_rng(0)
    mask = rng.random((80, 90)) > 0.93
    mask[0, :5] = mask[-1, -4:] = True
    pieces = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)[0] - 1
    found = measure(mask, rng.integers(0, 255, (80, 90, 3), dtype=np.uint8))
    assert len(found.cracks) == pieces
    assert sum(crack.area_px for crack in found.cracks) == mask.sum()


@pytest.mark.parametrize("seed", range(12))
def test_every_pixel_of_a_ragged_mask_belongs_to_exactly_one_crack(seed):
    field = cv2.GaussianBlur(np.random.default_rng(seed).standard_normal((60, 80)), (0, 0), 1.2)
    mask = np.abs(field) < 0.16 if seed % 2 else field > 0.02
    found = measure(mask).cracks
    assert sum(crack.area_px for crack in found) == mask.sum()
    assert len(found) == cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)[0] - 1


def test_ids_survive_a_moving_threshold():
    rng = np.random.default_rng(3)
    rendered = render(Crack(4, angle_deg=20, bend=0.4))
    probabilities = np.clip(255 * rendered.coverage - rng.integers(0, 30, rendered.coverage.shape), 0, 255)
    probabilities = probabilities.astype(np.uint8)
    ids = [measure(probabilities >= cut, rendered.rgb, probabilities).cracks[0].id for cut in (100, 110, 120, 130, 140)]
    assert len(set(ids)) == 1


def test_lighter_crack_is_measured_like_a_darker_one():
    _, found = _figures(Crack(4, angle_deg=40, surface=90, inside=190))
    assert found.mean_width.value == pytest.approx(4, abs=0.5)
    assert found.cracks[0].width_source is WidthSource.GREY_LEVELS


def test_photo_without_contrast_falls_back_on_the_mask_and_says_so():
    rendered = render(Crack(5, angle_deg=20, inside=150))
    (found,) = photo_figures(measure(rendered.mask("exact"), rendered.rgb)).cracks
    assert found.width_source is WidthSource.MASK
    assert found.mean_width.value == pytest.approx(5, abs=1)


def test_parallel_neighbour_does_not_widen_a_crack():
    one = render(Crack(3, angle_deg=0))
    rgb = np.minimum(one.rgb, np.roll(one.rgb, 9, axis=0))
    mask = one.mask("loose")
    found = photo_figures(measure(mask | np.roll(mask, 9, axis=0), rgb))
    assert [round(crack.mean_width.value) for crack in found.cracks] == [3, 3]


def test_every_value_carries_the_unit_of_the_scale():
    rendered = render(Crack(6, angle_deg=20, length_px=100))
    found = photo_figures(measure(rendered.mask("exact"), rendered.rgb), from_mm_per_pixel(0.5))
    assert found.unit == found.mean_width.unit == found.cracks[0].unit == "mm"
    assert found.length == pytest.approx(50, rel=0.02)
    assert found.mean_width.value == pytest.approx(3, abs=0.3)
    assert found.area == pytest.approx(6 * 100 * 0.25, rel=0.05)


def test_mask_of_another_size_is_refused_with_both_sizes():
    with pytest.raises(MeasureError, match=r"9 x 8 px.*5 x 4 px"):
        measure(np.zeros((4, 5), bool), np.zeros((8, 9, 3), np.uint8))
