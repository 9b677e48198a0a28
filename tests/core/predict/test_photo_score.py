"""One hairline in a large photo counts; the score is what sorting would give."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.predict.photo_score import TOP_PX, WINDOW_PX, photo_score


def by_sorting(probabilities: np.ndarray) -> float:
    """The definition, word by word: every window at each half step, its top pixels by sorting."""
    height, width = probabilities.shape
    half = WINDOW_PX // 2
    best = 0.0
    for top in range(0, height, half):
        for left in range(0, width, half):
            if (top and top + half >= height) or (left and left + half >= width):
                continue  # such a window lies wholly inside the one before
            window = probabilities[top : top + WINDOW_PX, left : left + WINDOW_PX].ravel()
            best = max(best, np.sort(window)[-TOP_PX:].mean() / 255)
    return best


@given(st.integers(1, 1200), st.integers(1, 1200), st.integers(0, 2**32 - 1))
@settings(max_examples=25, deadline=None)
def test_score_is_the_best_windows_mean_of_its_top_pixels(height, width, seed):
    rng = np.random.default_rng(seed)
    probabilities = (255 * rng.random((height, width)) ** 40).astype(np.uint8)
    assert photo_score(probabilities) == pytest.approx(by_sorting(probabilities), abs=1e-9)


def test_one_thin_crack_counts_in_a_photo_of_14_megapixels():
    probabilities = np.full((3072, 4608), 5, np.uint8)
    quiet = photo_score(probabilities)
    # 300 px long and 1.5 px wide, sure at 0.9, across the border of two windows.
    large = np.zeros((2 * 40, 2 * 300), np.uint8)
    cv2.line(large, (0, 20), (599, 50), 230, 3)
    probabilities[1324:1364, 2090:2390] = np.maximum(5, cv2.resize(large, (300, 40), interpolation=cv2.INTER_AREA))
    assert quiet < 0.03
    assert photo_score(probabilities) > 0.8


@pytest.mark.parametrize("place", [0, 100, 224, 447, 448, 700, 4608 - 300])
def test_a_crack_counts_the_same_wherever_it_lies(place):
    probabilities = np.zeros((500, 4608), np.uint8)
    probabilities[250:252, place : place + 300] = 230
    assert photo_score(probabilities) == pytest.approx(230 / 255)


def test_a_few_false_pixels_count_little():
    probabilities = np.zeros((448, 448), np.uint8)
    probabilities[:3, :3] = 255
    assert photo_score(probabilities) < 0.05


def test_photo_smaller_than_the_top_pixels_has_a_score():
    assert photo_score(np.full((3, 4), 255, np.uint8)) == 1.0
