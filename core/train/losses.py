"""Losses on logits. z are logits, p = sigmoid(z); every loss is a scalar tensor."""

import torch
from torch import Tensor
from torch.nn import functional as F


def soft_dice_loss(logits: Tensor, masks: Tensor) -> Tensor:
    """1 - soft Dice, pooled over the batch: ``logits``, ``masks`` (N, 1, H, W). Milletari et al., V-Net (2016).

    Pooling before dividing keeps the loss defined on squares that hold no crack.
    """
    probabilities = logits.sigmoid()
    shared = (probabilities * masks).sum()
    return 1 - (2 * shared + 1) / (probabilities.sum() + masks.sum() + 1)


def dense_loss(logits: Tensor, masks: Tensor) -> Tensor:
    """Binary cross-entropy plus soft Dice where every pixel's label is known; (N, 1, H, W) both."""
    return F.binary_cross_entropy_with_logits(logits, masks) + soft_dice_loss(logits, masks)


def background_loss(logits: Tensor, *, hardest_share: float = 0.001) -> Tensor:
    """Cross-entropy of a not-cracked photo: all pixels, and its hardest ones once more; (N, 1, H, W).

    Without the second term one false crack among 50,000 quiet pixels costs nothing.
    """
    losses = F.softplus(logits).flatten(1)
    hardest = max(1, round(hardest_share * losses.shape[1]))
    return losses.mean() + 0.1 * losses.topk(hardest, dim=1).values.mean()


def tag_loss(logits: Tensor, bags: Tensor, *, top_share: float) -> Tensor:
    """Cross-entropy of "cracked" with the mean of a photo's highest logits; (N, 1, H, W).

    ``bags`` (N,) tells which windows show the same photo: the tag asks for a crack in one of them.
    Not the maximum alone, where one pixel gets all of the gradient (Pinheiro & Collobert, 2015).
    """
    flat = logits.flatten(1)
    wanted = max(1, round(top_share * flat.shape[1]))
    pooled = [flat[bags == bag].flatten().topk(wanted).values.mean() for bag in sorted(set(bags.tolist()))]
    return F.softplus(-torch.stack(pooled)).mean()


def pseudo_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy and soft Dice where a label is 0 or 1; pixels labelled -1 are left out. (N, 1, H, W) both."""
    known = labels >= 0
    if not known.any():
        return logits.sum() * 0
    chosen, targets = logits[known], labels[known]
    shared = (chosen.sigmoid() * targets).sum()
    dice = 1 - (2 * shared + 1) / (chosen.sigmoid().sum() + targets.sum() + 1)
    return F.binary_cross_entropy_with_logits(chosen, targets) + dice


def top_share_at(progress: float, shares: tuple[float, float]) -> float:
    """The pooled share shrinks from the first to the last value over the run: broad search first."""
    return shares[0] + (shares[1] - shares[0]) * min(1.0, max(0.0, progress))
