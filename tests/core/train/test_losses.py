"""Each loss against an implementation in NumPy that shares nothing with it."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.train.global_max import global_max_loss
from core.train.losses import background_loss, dense_loss, pseudo_loss, soft_dice_loss, tag_loss, top_share_at

seeds = st.integers(0, 2**32 - 1)


def drawn(seed: int, count: int = 4, size: int = 12) -> tuple[np.ndarray, np.ndarray]:
    """Logits (N, 1, S, S) and masks of zeros and ones."""
    rng = np.random.default_rng(seed)
    shape = (count, 1, size, size)
    return rng.normal(0, 3, shape), (rng.random(shape) < 0.2).astype(float)


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def cross_entropy(z: np.ndarray, y: np.ndarray) -> float:
    p = sigmoid(z)
    return float(np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p))))


def dice_loss(z: np.ndarray, y: np.ndarray) -> float:
    p = sigmoid(z)
    return float(1 - (2 * np.sum(p * y) + 1) / (np.sum(p) + np.sum(y) + 1))


def of(loss, *arrays) -> float:
    return float(loss(*(torch.from_numpy(array) for array in arrays)))


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_soft_dice_is_pooled_over_the_batch(seed):
    z, y = drawn(seed)
    assert of(soft_dice_loss, z, y) == pytest.approx(dice_loss(z, y))


def test_soft_dice_is_defined_without_a_crack():
    z, y = np.full((2, 1, 4, 4), -20.0), np.zeros((2, 1, 4, 4))
    assert of(soft_dice_loss, z, y) == pytest.approx(0, abs=1e-6)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_dense_loss_is_cross_entropy_plus_dice(seed):
    z, y = drawn(seed)
    assert of(dense_loss, z, y) == pytest.approx(cross_entropy(z, y) + dice_loss(z, y))


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_background_loss_counts_its_hardest_pixels_once_more(seed):
    z, _ = drawn(seed, size=40)
    each = -np.log(1 - sigmoid(z)).reshape(4, -1)
    hardest = np.sort(each, axis=1)[:, -round(0.001 * 1600) :]
    assert of(background_loss, z) == pytest.approx(each.mean() + 0.1 * hardest.mean())


@given(seeds, st.floats(0.01, 0.5))
@settings(max_examples=20, deadline=None)
def test_tag_loss_asks_for_a_crack_in_one_window_of_each_bag(seed, share):
    z, _ = drawn(seed, count=5)
    bags = np.asarray([0, 0, 1, 2, 2])
    wanted = max(1, round(share * 144))
    pooled = np.asarray([np.sort(z[bags == bag].ravel())[-wanted:].mean() for bag in (0, 1, 2)])
    found = float(tag_loss(torch.from_numpy(z), torch.from_numpy(bags), top_share=share))
    assert found == pytest.approx(-np.log(sigmoid(pooled)).mean())


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_pseudo_loss_leaves_unknown_pixels_out(seed):
    z, y = drawn(seed)
    unknown = np.random.default_rng(seed + 1).random(z.shape) < 0.5
    labels = np.where(unknown, -1.0, y)
    expected = cross_entropy(z[~unknown], y[~unknown]) + dice_loss(z[~unknown], y[~unknown])
    assert of(pseudo_loss, z, labels) == pytest.approx(expected)


def test_pseudo_loss_of_nothing_known_is_zero_and_can_be_differentiated():
    z = torch.randn(2, 1, 4, 4, requires_grad=True)
    loss = pseudo_loss(z, torch.full_like(z, -1))
    loss.backward()
    assert float(loss.detach()) == 0 and not z.grad.any()


def test_global_maximum_gives_one_pixel_of_each_photo_all_of_the_gradient():
    z, _ = drawn(7)
    is_cracked = np.asarray([1.0, 0.0, 1.0, 0.0])
    logits = torch.from_numpy(z).requires_grad_()
    loss = global_max_loss(logits, torch.from_numpy(is_cracked))
    loss.backward()
    assert float(loss.detach()) == pytest.approx(cross_entropy(z.reshape(4, -1).max(axis=1), is_cracked))
    assert (logits.grad != 0).flatten(1).sum(dim=1).tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize(("progress", "share"), [(-1, 0.05), (0, 0.05), (0.5, 0.03), (1, 0.01), (2, 0.01)])
def test_pooled_share_shrinks_over_the_run(progress, share):
    assert top_share_at(progress, (0.05, 0.01)) == pytest.approx(share)
