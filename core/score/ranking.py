"""How well photo scores tell cracked photos from others."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def auroc(scores: Sequence[float] | Floats, cracked: Sequence[bool] | NDArray[np.bool_]) -> float | None:
    """The chance that a cracked photo scores above a not cracked one, ties counting half.

    None when either kind is missing.
    """
    labels = np.asarray(cracked, np.float64)
    value = float(weighted_auroc(np.asarray(scores, np.float64), labels, np.ones((1, labels.size)))[0])
    return None if np.isnan(value) else value


def weighted_auroc(scores: Floats, labels: Floats, weights: Floats) -> Floats:
    """AUROC of photos (n,) with ``labels`` 1 or 0, once for each row of ``weights`` (B, n): (B,).

    Photos without a label (NaN) are left out. NaN where either kind has no weight.
    """
    known = ~np.isnan(labels)
    if not known.any():
        return np.full(len(weights), np.nan)
    order = np.flatnonzero(known)[np.argsort(scores[known], kind="stable")]
    first_of_level = np.flatnonzero(np.diff(scores[order], prepend=-np.inf))
    positives = np.add.reduceat(weights[:, order] * labels[order], first_of_level, axis=1)
    negatives = np.add.reduceat(weights[:, order] * (1 - labels[order]), first_of_level, axis=1)
    below = np.cumsum(negatives, axis=1) - negatives
    wins = (positives * (below + 0.5 * negatives)).sum(axis=1)
    pairs = positives.sum(axis=1) * negatives.sum(axis=1)
    area: Floats = np.full(len(weights), np.nan)
    np.divide(wins, pairs, out=area, where=pairs > 0)
    return area
