"""Figures at every threshold at once, from the tables of photos.

Index c of a curve belongs to the mask ``map >= c``, that is to the threshold c / 255.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.score.counts import LEVELS, Table

Curve = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Oracle:
    """The best single threshold for a set and its figure. It was picked on truth: never a fair result."""

    threshold: float
    dice: float


def thresholds() -> Curve:
    """The threshold (256,) that each index of a curve stands for."""
    return np.arange(LEVELS) / (LEVELS - 1)


def at_every_cut(tables: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """TP, FP, FN for each cut, from tables (…, 2, 256): each (…, 256) int64."""
    above = np.cumsum(tables[..., ::-1], axis=-1)[..., ::-1]
    true_positive, false_positive = above[..., 1, :], above[..., 0, :]
    return true_positive, false_positive, tables[..., 1, :].sum(axis=-1, keepdims=True) - true_positive


def precision_recall(pooled: Table) -> tuple[Curve, Curve]:
    """Precision and recall (256,) of a pooled table (2, 256); NaN where undefined."""
    tp, fp, fn = at_every_cut(pooled)
    return _ratio(tp, tp + fp), _ratio(tp, tp + fn)


def dice(tables: NDArray[np.int64]) -> Curve:
    """Dice at each cut, from tables (…, 2, 256): (…, 256); NaN where prediction and truth are empty."""
    tp, fp, fn = at_every_cut(tables)
    return _ratio(2 * tp, 2 * tp + fp + fn)


def mean_dice_cracked(tables: Sequence[Table]) -> Curve | None:
    """Mean Dice over the photos with a non-empty truth at each cut (256,); None without such a photo."""
    cracked = [one for one in tables if one[1].any()]
    return dice(np.stack(cracked)).mean(axis=0) if cracked else None


def oracle(tables: Sequence[Table]) -> Oracle | None:
    """The threshold with the highest mean Dice over cracked photos; the lowest of equals, never 0."""
    means = mean_dice_cracked(tables)
    if means is None:
        return None
    best = 1 + int(np.argmax(means[1:]))
    return Oracle(threshold=float(thresholds()[best]), dice=float(means[best]))


def _ratio(numerator: NDArray[np.int64], denominator: NDArray[np.int64]) -> Curve:
    ratio: Curve = np.full(numerator.shape, np.nan)
    np.divide(numerator, denominator, out=ratio, where=denominator > 0)
    return ratio
