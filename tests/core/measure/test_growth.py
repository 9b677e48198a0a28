"""Two dates: a photo and its copy with a longer, wider crack, turned and shifted."""

import cv2
import numpy as np
import pytest
from PIL import Image

from core.errors import MeasureError
from core.measure.align import Alignment, align
from core.measure.cracks import CentreLine, Crack, PhotoCracks, WidthSource
from core.measure.growth import compare
from core.measure.pairs import find_overlaps, metres, pair
from core.measure.photo import measure
from core.values import Finished

SIZE = (420, 560)


def _wall(seed=0, height=SIZE[0], width=SIZE[1]):
    rng = np.random.default_rng(seed)
    grain = sum(cv2.GaussianBlur(rng.standard_normal((height, width)), (0, 0), s) * s * 14 for s in (1.5, 4, 10))
    return np.repeat(np.clip(165 + grain, 90, 240).astype(np.uint8)[..., None], 3, axis=2)


def _cracked(wall, length, width):
    """A crack from x = 120, drawn eight times larger for smooth edges; its mask beside it."""
    ends = [(120 * 8, 200 * 8), ((120 + length) * 8, 200 * 8)]
    drawn = cv2.line(np.zeros((SIZE[0] * 8, SIZE[1] * 8), np.uint8), *ends, 255, width * 8)
    cover = cv2.resize(drawn, SIZE[::-1], interpolation=cv2.INTER_AREA).astype(float) / 255
    photo = (wall * (1 - cover[..., None]) + 35 * cover[..., None]).astype(np.uint8)
    return photo, cover


@pytest.fixture(scope="module")
def dates():
    wall = _wall()
    before, cover_before = _cracked(wall, 180, 4)
    after, cover_after = _cracked(wall, 260, 6)
    turn = cv2.getRotationMatrix2D((SIZE[1] / 2, SIZE[0] / 2), 6, 1.0) + np.array([[0, 0, 9], [0, 0, -7]])
    moved = cv2.warpAffine(after, turn, SIZE[::-1], flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    mask_after = cv2.warpAffine(cover_after, turn, SIZE[::-1]) > 0.5
    return before, cover_before > 0.5, moved, mask_after, turn


def test_growth_of_a_turned_and_shifted_copy_is_met_within_2_percent(dates):
    before, mask_before, after, mask_after, _ = dates
    found = compare(measure(mask_before, before), measure(mask_after, after), align(before, after))
    # Round tips add half a width at either end: 80 px of line, and 1 px more at each tip.
    assert found.new_length == pytest.approx(81, rel=0.02)
    assert found.length_after - found.length_before == pytest.approx(82, rel=0.02)
    assert found.gone_length == 0
    assert found.widening_mean == pytest.approx(2, abs=0.3 + 0.05 * 2)  # as widths are met
    assert found.unit == "px"


def test_growth_begins_where_the_earlier_tip_lies_and_not_at_the_next_point():
    before, after = (_straight(length) for length in (20.3, 60.8))
    found = compare(before, after, Alignment(np.eye(3), 99, 1.0, 0.1, 1.0))
    assert found.new_length == pytest.approx(40.5)
    assert found.length_after - found.length_before == pytest.approx(40.5)


def _straight(length):
    """A crack from x = 10 with points at every whole number and at its tip."""
    x = np.append(np.arange(10.0, 10 + length), 10 + length)
    points, count = np.column_stack([x, np.full(len(x), 50.0)]), len(x)
    line = CentreLine(points, np.tile([0.0, 1.0], (count, 1)), np.full(count, 3.0), np.ones(count, bool))
    return PhotoCracks((100, 100), (Crack("a", (line,), 9, 1, 0, 2, (10, 49, 60, 3), WidthSource.MASK),))


def test_alignment_finds_the_turn_to_a_fraction_of_a_pixel(dates):
    before, _, after, _, turn = dates
    places = np.array([[60.0, 60.0], [500.0, 80.0], [280.0, 380.0]])
    truth = places @ turn[:, :2].T + turn[:, 2]
    assert np.abs(align(before, after).points(places) - truth).max() < 0.5


def test_photos_of_different_spots_are_refused():
    with pytest.raises(MeasureError, match="pair other photos"):
        align(_wall(1), _wall(2))
    with pytest.raises(MeasureError, match="too few features"):
        align(np.full((90, 90, 3), 99, np.uint8), _wall(2))


def test_nothing_new_where_nothing_changed(dates):
    before, mask, *_ = dates
    found = compare(measure(mask, before), measure(mask, before), align(before, before))
    assert (found.new_length, found.gone_length) == (0, 0)
    assert found.widening_max == pytest.approx(0, abs=0.01)


def test_first_crack_of_a_spot_is_all_new_and_has_no_widening(dates):
    before, mask, *_ = dates
    found = compare(measure(np.zeros_like(mask), before), measure(mask, before), align(before, before))
    assert found.new_length == pytest.approx(found.length_after)
    assert found.widening_mean is None


def test_what_both_photos_show_alike_has_not_grown_whatever_the_masks_say(dates):
    before, mask_before, after, mask_after, _ = dates
    found = compare(
        measure(np.zeros_like(mask_before), before),
        measure(mask_before, before),
        align(before, before),
        photos=(before, before),
    )
    assert (found.new_length, found.gone_length) == (0, 0)
    assert found.found_once_length == pytest.approx(found.length_after)
    grown = compare(
        measure(mask_before, before), measure(mask_after, after), align(before, after), photos=(before, after)
    )
    assert grown.new_length == pytest.approx(81, rel=0.02)
    assert grown.found_once_length == 0


STILL = Alignment(np.eye(3), inliers=100, share=1.0, error_px=0.1, overlap=1.0)


def _line(y, left=40, right=90):
    points = np.column_stack([np.arange(left, right, dtype=float), np.full(right - left, float(y))])
    ones = np.ones(len(points))
    line = CentreLine(points, np.column_stack([0 * ones, ones]), 3 * ones, ones > 0)
    return PhotoCracks((100, 100), (Crack("a", (line,), 9, 1, 0, 2, (left, y, right - left, 3), WidthSource.MASK),))


def test_mask_where_neither_photo_shows_a_crack_is_no_growth():
    plain = np.full((100, 100, 3), 150, np.uint8)
    found = compare(PhotoCracks((100, 100), ()), _line(50), STILL, photos=(plain, plain))
    assert (found.new_length, found.found_once_length) == (0, 49)


def test_faint_crack_that_only_the_later_photo_shows_is_new():
    plain = np.full((100, 100, 3), 150, np.uint8)
    later = plain.copy()
    later[49:52, 30:] = 148
    assert compare(PhotoCracks((100, 100), ()), _line(50), STILL, photos=(plain, later)).new_length == 49


def test_crack_at_the_rim_of_the_other_photo_is_not_compared():
    assert compare(PhotoCracks((100, 100), ()), _line(98), STILL).new_length == 0


def test_pairs_go_by_pick_then_name(tmp_path):
    old = [tmp_path / "2024" / name for name in ("A1.jpg", "b.jpg", "c.jpg")]
    new = [tmp_path / "2026" / name for name in ("a1.JPG", "z.jpg", "y.jpg")]
    found = pair(old, new, picked={old[1]: new[1]})
    assert [(one.earlier.name, one.later.name, one.by) for one in found] == [
        ("A1.jpg", "a1.JPG", "name"),
        ("b.jpg", "z.jpg", "picked"),
    ]


def test_gps_distances_are_metres():
    assert metres((48.0, 11.0), (48.001, 11.0)) == pytest.approx(111.3, abs=0.2)
    assert metres((60.0, 11.0), (60.0, 11.001)) == pytest.approx(55.7, abs=0.2)


def test_overlapping_photos_of_one_pass_are_found_and_others_not(tmp_path):
    strip = _wall(5, 300, 900)
    for name, left in (("1.png", 0), ("2.png", 260)):
        Image.fromarray(strip[:, left : left + 400]).save(tmp_path / name)
    Image.fromarray(_wall(9, 300, 400)).save(tmp_path / "3.png")
    (tmp_path / "4.png").write_bytes(b"broken")
    *_, last = find_overlaps([tmp_path / f"{i}.png" for i in (1, 2, 3, 4)])
    assert isinstance(last, Finished)
    assert [(one.first.name, one.second.name) for one in last.result] == [("1.png", "2.png")]
    assert last.result[0].share == pytest.approx(0.35, abs=0.05)
