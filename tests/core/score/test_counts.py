"""Counts against a loop over pixels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from core.score import counts
from core.values import cut

MAPS = hnp.arrays(np.uint8, hnp.array_shapes(min_dims=2, max_dims=2, max_side=6))


def _by_hand(probabilities, truth, threshold):
    found = {"tp": 0, "fp": 0, "fn": 0, "tn": 0}
    for level, crack in zip(probabilities.ravel().tolist(), truth.ravel().tolist(), strict=True):
        said = level / 255 >= threshold
        found[("t" if said == crack else "f") + ("p" if said else "n")] += 1
    return counts.Counts(**found)


@given(MAPS, st.floats(0, 1), st.integers(0, 2**32 - 1))
def test_counts_at_a_threshold_equal_a_loop_over_pixels(probabilities, threshold, seed):
    truth = np.random.default_rng(seed).random(probabilities.shape) < 0.5
    threshold = round(threshold, 3)
    assert counts.counts_at(counts.table(probabilities, truth), threshold) == _by_hand(probabilities, truth, threshold)


@given(MAPS, st.floats(0, 1))
def test_area_is_the_share_of_the_mask(probabilities, threshold):
    mask = probabilities >= cut(threshold)
    assert counts.share_at(counts.histogram(probabilities), threshold) == pytest.approx(mask.mean())


def test_large_maps_are_counted_in_bands_without_losing_a_row(monkeypatch):
    probabilities = np.arange(7 * 5, dtype=np.uint8).reshape(7, 5)
    truth = probabilities % 2 == 0
    whole = counts.table(probabilities, truth), counts.histogram(probabilities)
    monkeypatch.setattr(counts, "_BAND_PIXELS", 10)
    assert np.array_equal(counts.table(probabilities, truth), whole[0])
    assert np.array_equal(counts.histogram(probabilities), whole[1])
    assert whole[0].sum() == 35
    assert whole[0][1, ::2][:18].all()


def test_rows_of_the_table_are_background_and_crack():
    counted = counts.table(np.array([[7, 9]], np.uint8), np.array([[False, True]]))
    assert counted.shape == (2, 256)
    assert (counted[0, 7], counted[1, 9], counted.sum()) == (1, 1, 2)


def test_ratios_follow_their_definitions():
    found = counts.Counts(tp=6, fp=2, fn=3, tn=100)
    assert found.dice == pytest.approx(12 / 17)
    assert found.iou == pytest.approx(6 / 11)
    assert found.precision == pytest.approx(6 / 8)
    assert found.recall == pytest.approx(6 / 9)


def test_ratios_of_nothing_are_undefined():
    nothing = counts.Counts(tp=0, fp=0, fn=0, tn=9)
    assert (nothing.dice, nothing.iou, nothing.precision, nothing.recall) == (None, None, None, None)


def test_pooled_counts_are_sums():
    assert counts.Counts(1, 2, 3, 4) + counts.Counts(10, 20, 30, 40) == counts.Counts(11, 22, 33, 44)


def test_a_truth_of_another_size_is_refused():
    with pytest.raises(ValueError, match="truth"):
        counts.table(np.zeros((2, 3), np.uint8), np.zeros((3, 2), bool))
