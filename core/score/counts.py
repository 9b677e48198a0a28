"""Counts of one photo, made once, from which every threshold's figures follow without touching pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.values import Mask, ProbabilityMap, cut

Table = NDArray[np.int64]
Histogram = NDArray[np.int64]

LEVELS = 256
_BAND_PIXELS = 1 << 22


@dataclass(frozen=True, slots=True)
class Counts:
    """Pixels of a prediction against truth. A ratio whose denominator is 0 is None."""

    tp: int
    fp: int
    fn: int
    tn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Pool the pixels of two photos."""
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.tn + other.tn)

    @property
    def dice(self) -> float | None:
        """2 TP / (2 TP + FP + FN); None when prediction and truth are both empty."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def iou(self) -> float | None:
        """TP / (TP + FP + FN); None when prediction and truth are both empty."""
        return _ratio(self.tp, self.tp + self.fp + self.fn)

    @property
    def precision(self) -> float | None:
        """TP / (TP + FP); None when nothing is predicted."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """TP / (TP + FN); None when the truth is empty."""
        return _ratio(self.tp, self.tp + self.fn)


def table(probabilities: ProbabilityMap, truth: Mask) -> Table:
    """Count the levels of a map (H, W) uint8 on background (row 0) and on crack (row 1) of ``truth`` (H, W).

    Returns (2, 256) int64. Sum the tables of photos to pool their pixels.
    """
    if probabilities.shape != truth.shape:
        raise ValueError(f"The map is {probabilities.shape}, its truth {truth.shape}.")
    counted = np.zeros(2 * LEVELS, np.int64)
    for levels, cracks in zip(_bands(probabilities), _bands(truth), strict=True):
        joint = levels + cracks.astype(np.uint16) * np.uint16(LEVELS)
        counted += np.bincount(joint.ravel(), minlength=2 * LEVELS)
    return counted.reshape(2, LEVELS)


def histogram(probabilities: ProbabilityMap) -> Histogram:
    """Count the levels of a map (H, W) uint8: (256,) int64."""
    counted = np.zeros(LEVELS, np.int64)
    for levels in _bands(probabilities):
        counted += np.bincount(levels.ravel(), minlength=LEVELS)
    return counted


def counts_at(counted: Table, threshold: float) -> Counts:
    """TP, FP, FN, TN of the mask at ``threshold`` (0..1), from a table (2, 256)."""
    first = cut(threshold)
    above, below = counted[:, first:].sum(axis=1), counted[:, :first].sum(axis=1)
    return Counts(tp=int(above[1]), fp=int(above[0]), fn=int(below[1]), tn=int(below[0]))


def share_at(levels: Histogram, threshold: float) -> float:
    """The share (0..1) of a photo's pixels in its mask at ``threshold``, from a histogram (256,)."""
    pixels = int(levels.sum())
    return int(levels[cut(threshold) :].sum()) / pixels if pixels else 0.0


def _bands(pixels: NDArray) -> list[NDArray]:
    """Split into bands of rows: bincount widens its input to 8 bytes a pixel, too much for 100 megapixels."""
    return np.array_split(pixels, max(1, -(-pixels.size // _BAND_PIXELS)))


def _ratio(numerator: int, denominator: int) -> float | None:
    return numerator / denominator if denominator else None
