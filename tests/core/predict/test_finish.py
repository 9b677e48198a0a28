"""Clean-up and gate attenuate, and erase nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.predict.finish import GATE_FLOOR, clean_up, finish, gate
from core.predict.photo_score import photo_score

seeds = st.integers(0, 2**32 - 1)
shares = st.floats(0, 1)


def blotches(seed: int) -> np.ndarray:
    """A map of specks, discs and lines of all levels."""
    rng = np.random.default_rng(seed)
    probabilities = np.zeros((90, 120), np.uint8)
    for _ in range(12):
        top, left = int(rng.integers(80)), int(rng.integers(110))
        height, width = (int(value) for value in rng.choice([1, 2, 5, 12, 60], 2))
        probabilities[top : top + height, left : left + width] = rng.integers(0, 256)
    return probabilities


@given(seeds, shares, st.one_of(st.none(), shares))
@settings(max_examples=80, deadline=None)
def test_nothing_is_erased_and_nothing_is_raised(seed, score, gate_score):
    before = blotches(seed)
    after = gate(clean_up(before), score, gate_score)
    assert ((after > 0) == (before > 0)).all()
    assert (after <= before).all()


@given(shares, st.floats(0.01, 1))
@settings(max_examples=80, deadline=None)
def test_gate_keeps_the_order_of_levels(score, gate_score):
    levels = np.arange(256, dtype=np.uint8)[None]
    after = gate(levels, score, gate_score)[0].astype(int)
    assert (np.diff(after) >= 0).all()
    assert (after[1:] > 0).all()


def test_photo_at_its_gate_is_left_alone_and_one_far_below_keeps_a_quarter():
    levels = np.asarray([[0, 1, 100, 255]], np.uint8)
    assert (gate(levels, 0.5, 0.5) == levels).all()
    assert (gate(levels, 0.1, None) == levels).all()
    assert gate(levels, 0.0, 0.5).tolist() == [[0, 1, 25, round(255 * GATE_FLOOR)]]


def test_a_long_thin_crack_passes_the_clean_up_untouched():
    probabilities = np.zeros((200, 200), np.uint8)
    probabilities[50, 20:180] = 200
    assert (clean_up(probabilities) == probabilities).all()


@pytest.mark.parametrize("shape", [(3, 3), (1, 20), (11, 11)])
def test_specks_and_discs_sink_below_a_default_threshold(shape):
    probabilities = np.zeros((60, 60), np.uint8)
    probabilities[10 : 10 + shape[0], 10 : 10 + shape[1]] = 255
    assert 0 < clean_up(probabilities).max() < 128


def test_a_map_without_specks_is_not_copied():
    probabilities = np.zeros((60, 60), np.uint8)
    assert clean_up(probabilities) is probabilities


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_score_is_taken_before_the_gate(seed):
    probabilities = blotches(seed)
    _, score = finish(probabilities, 1.0)
    assert score == photo_score(clean_up(probabilities))
