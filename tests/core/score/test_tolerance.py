"""Tolerance F1 against a distance transform, clDice against hand-drawn lines."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy.ndimage import distance_transform_edt
from skimage.morphology import skeletonize

from core.score import tolerance

MASKS = hnp.arrays(bool, st.just((9, 11)), elements=st.sampled_from([True] + [False] * 9), fill=st.nothing())


def _near(mask, other, radius):
    if not other.any():
        return 0
    return int((mask & (distance_transform_edt(~other) <= radius)).sum())


@settings(max_examples=200)
@given(MASKS, MASKS, st.integers(0, 3))
def test_hits_are_the_pixels_that_a_distance_transform_finds(predicted, truth, radius):
    found = tolerance.tolerance_counts(predicted, truth, radius_px=radius)
    assert found == tolerance.ToleranceCounts(
        predicted_hits=_near(predicted, truth, radius),
        predicted=int(predicted.sum()),
        truth_hits=_near(truth, predicted, radius),
        truth=int(truth.sum()),
    )


def _line(row, *, thickness=1):
    mask = np.zeros((40, 60), bool)
    mask[row : row + thickness, 5:55] = True
    return mask


def test_a_line_two_pixels_off_is_right_and_three_off_is_wrong():
    assert tolerance.tolerance_counts(_line(12), _line(10)).f1 == 1.0
    assert tolerance.tolerance_counts(_line(13), _line(10)).f1 == 0.0


def test_tolerance_f1_of_empty_masks():
    empty = np.zeros((40, 60), bool)
    assert tolerance.tolerance_counts(empty, empty).f1 is None
    assert tolerance.tolerance_counts(_line(9), empty).f1 == 0.0
    assert tolerance.tolerance_counts(empty, _line(9)).f1 == 0.0


def test_tolerance_f1_is_the_harmonic_mean_of_both_shares():
    assert tolerance.ToleranceCounts(5, 10, 3, 12).f1 == pytest.approx(2 / (1 / 0.5 + 1 / 0.25))


def test_cldice_forgives_width_but_not_place():
    assert tolerance.cldice(_line(10, thickness=7), _line(13)) == pytest.approx(1.0, abs=0.05)
    assert tolerance.cldice(_line(30), _line(10)) == 0.0


def test_cldice_of_half_a_line_is_two_thirds():
    half = _line(10)
    half[:, 30:] = False
    assert tolerance.cldice(half, _line(10)) == pytest.approx(2 / 3)


def test_cldice_of_empty_masks():
    empty = np.zeros((40, 60), bool)
    assert tolerance.cldice(empty, empty) is None
    assert tolerance.cldice(empty, _line(10)) == 0.0
    assert tolerance.cldice(_line(10), empty) == 0.0


@given(MASKS, MASKS)
def test_cldice_equals_its_formula_on_whole_skeletons(predicted, truth):
    found = tolerance.cldice(predicted, truth)
    if not predicted.any() or not truth.any():
        assert found in (None, 0.0)
        return
    drawn, true_line = skeletonize(np.pad(predicted, 1)), skeletonize(np.pad(truth, 1))
    precision = (drawn & np.pad(truth, 1)).sum() / drawn.sum()
    recall = (true_line & np.pad(predicted, 1)).sum() / true_line.sum()
    total = precision + recall
    assert found == pytest.approx(2 * precision * recall / total if total else 0.0)
