"""A photo as a bag of windows: a small one is seen whole, a large one where it looks like a crack."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.train import bags
from core.train.bags import dark_line_evidence, windows

SIZE = 64


def covered(height: int, width: int, seed: int, slots: int) -> np.ndarray:
    """How often each pixel of a photo is seen, read off a photo whose colours are coordinates."""
    seen = np.zeros((height, width), int)
    original = bags._cut

    def cut(photo, centre, wanted, size):
        square = original(photo, centre, wanted, size)
        assert square.shape == (size, size, 3) and square.flags.c_contiguous
        side = min(wanted, height, width)
        top = int(np.clip(centre[0] * height - side / 2, 0, height - side))
        left = int(np.clip(centre[1] * width - side / 2, 0, width - side))
        seen[top : top + side, left : left + side] += 1
        return square

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bags, "_cut", cut)
        windows(np.random.default_rng(seed), np.zeros((height, width, 3), np.uint8), SIZE, slots=slots)
    return seen


@given(st.integers(64, 150), st.integers(64, 150), st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_windows_show_nearly_all_of_a_small_photo(height, width, seed):
    """They jitter, so that a strip at the border may stay out of one step and is seen in another."""
    assert (covered(height, width, seed, slots=9) > 0).mean() > 0.7


@given(st.integers(20, 900), st.integers(20, 900), st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_no_more_windows_than_slots(height, width, slots):
    photo = np.zeros((height, width, 3), np.uint8)
    found = windows(np.random.default_rng(0), photo, SIZE, slots=slots)
    assert 1 <= len(found) <= slots
    assert all(window.shape == (SIZE, SIZE, 3) and window.dtype == np.uint8 for window in found)


def test_over_steps_every_pixel_of_a_small_photo_is_seen():
    seen = sum(covered(96, 140, seed, slots=9) for seed in range(40))
    assert (seen > 0).all()


def test_evidence_is_largest_where_a_dark_line_runs():
    photo = np.full((400, 600, 3), 160, np.uint8)
    cv2.line(photo, (420, 20), (580, 110), (40, 40, 40), 3)
    evidence = dark_line_evidence(photo, 3, 4)
    assert evidence.shape == (3, 4)
    assert np.unravel_index(evidence.argmax(), evidence.shape)[0] == 0
    assert evidence.max() > 10 and evidence[2, 0] == 1


def test_a_large_photo_is_seen_where_it_looks_like_a_crack():
    photo = np.full((640, 640, 3), 160, np.uint8)
    cv2.line(photo, (30, 40), (100, 90), (30, 30, 30), 3)
    rng = np.random.default_rng(0)
    hits = sum(any(window.min() < 100 for window in windows(rng, photo, SIZE, slots=2)) for _ in range(40))
    assert hits > 30
