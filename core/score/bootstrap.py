"""Intervals by resampling photos: a resample is a row of weights, how often each photo was drawn."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Interval = tuple[float, float]

RESAMPLES = 1000
_CHUNK_CELLS = 1 << 21


def resamples(photos: int, *, times: int = RESAMPLES, seed: int = 0) -> Iterator[Floats]:
    """Draw ``photos`` photos with replacement, ``times`` times, as weights (b, photos), a chunk at a time.

    The draws depend on ``photos``, ``times`` and ``seed`` alone, so that two versions see the same ones.
    """
    if not photos:
        return
    generator = np.random.default_rng(seed)
    left = times
    while left:
        rows = min(left, max(1, _CHUNK_CELLS // photos))
        drawn = generator.integers(photos, size=(rows, photos))
        cells = (drawn + np.arange(rows)[:, None] * photos).ravel()
        yield np.bincount(cells, minlength=rows * photos).reshape(rows, photos).astype(np.float64)
        left -= rows


def interval(values: Floats, *, level: float = 0.95) -> Interval | None:
    """The central interval of resampled figures (B,); None when fewer than half of them are defined."""
    defined = values[~np.isnan(values)]
    if not defined.size or 2 * defined.size < values.size:
        return None
    low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
