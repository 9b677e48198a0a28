import numpy as np
import pytest

from core.measure import certainty, profiles
from core.measure.certainty import Fit
from core.measure.cracks import WidthSource
from core.measure.figures import photo_figures
from core.measure.photo import measure

REACH_PX = 12.0
DEPTH = 80.0


def darkness(*dark: tuple[float, float]) -> profiles.Profiles:
    """One profile that is ``DEPTH`` darker than the surface between each pair of places."""
    at = profiles.positions(REACH_PX)
    levels = DEPTH * np.any([(at >= low) & (at <= high) for low, high in dark], axis=0)
    return profiles.Profiles(levels[None].repeat(3, axis=0), np.ones((3, len(at))))


def fit(*widths: float) -> Fit:
    return Fit(np.array(widths), np.zeros(3), np.full(3, DEPTH))


def test_opening_that_is_dark_all_through_is_filled():
    is_filled = certainty.is_filled(darkness((-4, 4)), fit(3, 3, 8), reach_px=REACH_PX, blur_px=0.6)
    assert is_filled.all()


def test_two_lines_under_one_mask_are_no_wide_opening():
    is_filled = certainty.is_filled(darkness((-4, -2.5), (2.5, 4)), fit(3, 3, 8), reach_px=REACH_PX, blur_px=0.6)
    assert is_filled.tolist() == [True, True, False]


def test_lone_wide_point_among_unseen_ones_is_not_seen():
    is_seen = np.zeros(21, bool)
    is_seen[10] = True
    assert not certainty.steady(np.full(21, 9.0), is_seen)[1].any()


def test_width_of_a_seen_place_does_not_come_from_unseen_neighbours():
    is_seen = np.ones(20, bool)
    is_seen[12:] = False
    widths, is_steady = certainty.steady(np.where(is_seen, 3.0, 9.0), is_seen)
    assert is_steady[:11].all()
    assert widths[is_steady].max() == 3.0


@pytest.mark.parametrize("count", [1, 2, 8])
def test_line_shorter_than_the_window_keeps_its_points(count):
    widths, is_steady = certainty.steady(np.full(count, 2.0), np.ones(count, bool))
    assert widths.tolist() == [2.0] * count
    assert is_steady.all()


def test_width_whose_edge_lies_off_the_photo_is_not_whole():
    points = np.column_stack([np.arange(20.0), np.full(20, 6.0)])
    assert certainty.is_whole(points, np.full(20, 6.0), (40, 20))[4:-4].all()
    assert not certainty.is_whole(points, np.full(20, 8.0), (40, 20)).any()


def test_crack_without_one_certain_width_says_so_and_is_not_the_widest():
    """The wide one runs along the photo's rim, where no surface is seen beyond it."""
    grey = np.full((120, 160), 150, np.uint8)
    grey[1:6] = grey[60:63, 20:140] = 60
    mask = grey < 100
    figures = photo_figures(measure(mask, np.repeat(grey[..., None], 3, axis=2)))
    assert {crack.width_source for crack in figures.cracks} == {WidthSource.UNCERTAIN, WidthSource.GREY_LEVELS}
    assert figures.widest.width_source is WidthSource.GREY_LEVELS
    assert figures.widest.max_width.value == pytest.approx(3, abs=0.45)
