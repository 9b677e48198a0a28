"""The mask is what was painted, to the pixel."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.train.paint import render as render_module
from core.train.paint.cracks import TRAINING_STYLE, VALIDATION_STYLE, Crack, cracks
from core.train.paint.render import LABEL_EXTRA_PX, LABEL_MINIMUM_PX, paint, render
from core.train.paint.surfaces import surface

seeds = st.integers(0, 2**32 - 1)
SIZE = 96
# A lens of sigma 1.1 px reaches 5 px in OpenCV's kernel, a lit rim 2 px and one more by interpolation.
BLUR_PX = 5
# The tail of that kernel changes a pixel by less than its noise.
INVISIBLE = 3


def grown(mask: np.ndarray, radius_px: float) -> np.ndarray:
    """All pixels within ``radius_px`` of the mask (H, W), by a distance transform."""
    if not mask.any():
        return mask
    return cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE) <= radius_px


def level_line(width_px: float, *, y: float = 48.0) -> Crack:
    points = np.stack([np.linspace(-10, SIZE + 10, 30), np.full(30, y)], axis=1).astype(np.float32)
    return Crack(points, np.full(30, width_px, np.float32))


@pytest.fixture
def smooth(monkeypatch):
    """Edges are not frayed."""
    monkeypatch.setattr(render_module, "_roughen", lambda rng, fields, amplitude: list(fields))


@given(seeds, st.sampled_from([TRAINING_STYLE, VALIDATION_STYLE]))
@settings(max_examples=40, deadline=None)
def test_pixels_that_changed_lie_in_the_mask_or_within_the_blur_of_it(seed, style):
    rng = np.random.default_rng(seed)
    ground = surface(rng, SIZE).photo
    opening, mask = render(rng, cracks(rng, SIZE, style=style), (SIZE, SIZE))
    change = np.abs(paint(rng, ground, opening).astype(int) - ground).max(axis=2)
    # The kernel is a square, so that its corners reach farther.
    reached = cv2.dilate((opening > 0).astype(np.uint8), np.ones((2 * BLUR_PX + 1,) * 2, np.uint8)) > 0
    assert not change[~reached].any()
    assert change[~grown(mask, BLUR_PX + 1)].max(initial=0) <= INVISIBLE


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_opening_and_mask_are_one_line(seed):
    """No opening without its label."""
    rng = np.random.default_rng(seed)
    opening, mask = render(rng, cracks(rng, SIZE), (SIZE, SIZE))
    assert opening.shape == mask.shape == (SIZE, SIZE)
    assert mask.dtype == bool and opening.min() >= 0 and opening.max() <= 1
    assert not ((opening >= 0.5) & ~mask).any()


def test_label_lies_on_an_opening():
    """Fraying may pull the last pixels of a rim apart; of 10,000 labelled pixels fewer than 10 lie elsewhere."""
    labelled, astray = 0, 0
    for seed in range(150):
        rng = np.random.default_rng(seed)
        opening, mask = render(rng, cracks(rng, SIZE), (SIZE, SIZE))
        labelled += mask.sum()
        astray += (mask & ~grown(opening > 0, LABEL_MINIMUM_PX)).sum()
    assert labelled > 10_000
    assert astray < labelled / 1000


@pytest.mark.parametrize("width_px", [0.5, 1.2, 2.0, 3.0, 5.0, 8.0, 14.0, 28.0])
def test_label_is_as_wide_as_the_declared_rule_says(smooth, width_px):
    opening, mask = render(np.random.default_rng(0), [level_line(width_px)], (SIZE, SIZE))
    labelled = mask[:, 30:60].sum(axis=0).mean()
    assert labelled == pytest.approx(max(width_px + LABEL_EXTRA_PX, LABEL_MINIMUM_PX), abs=1.0)
    painted = opening[:, 30:60].sum(axis=0).mean()
    assert painted == pytest.approx(width_px, abs=0.7)


@pytest.mark.parametrize("y", [48.0, 20.3, 60.7])
def test_label_is_centred_on_the_opening(smooth, y):
    opening, mask = render(np.random.default_rng(0), [level_line(4.0, y=y)], (SIZE, SIZE))
    rows = np.arange(SIZE)[:, None]
    label_row = (rows * mask).sum() / mask.sum()
    opening_row = (rows * opening).sum() / opening.sum()
    assert label_row == pytest.approx(opening_row, abs=0.5)
    assert label_row == pytest.approx(y, abs=0.7)


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_painting_the_same_seed_twice_gives_the_same_photo(seed):
    def once():
        rng = np.random.default_rng(seed)
        ground = surface(rng, 48).photo
        opening, mask = render(rng, cracks(rng, 48), (48, 48))
        return paint(rng, ground, opening), mask

    (first, first_mask), (second, second_mask) = once(), once()
    assert (first == second).all() and (first_mask == second_mask).all()


def test_a_crack_of_no_width_that_is_nowhere_changes_nothing():
    ground = surface(np.random.default_rng(1), 48).photo
    nothing = np.zeros((48, 48), np.float32)
    assert (paint(np.random.default_rng(2), ground, nothing) == ground).all()


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_a_wide_crack_on_a_grey_wall_can_be_seen(seed):
    """What the label asks for must be in the pixels."""
    rng = np.random.default_rng(seed)
    ground = np.clip(rng.normal(140, 4, (SIZE, SIZE, 3)), 0, 255).astype(np.uint8)
    opening, mask = render(rng, [level_line(8.0)], (SIZE, SIZE))
    painted = paint(rng, ground, opening).astype(int)
    inside = grown(~mask, 3) == 0
    assert np.abs(painted - ground)[inside].mean() > 8
