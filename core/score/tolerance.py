"""Figures that hardly depend on how wide a crack is drawn: 2 px tolerance F1 and clDice."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.values import Mask

TOLERANCE_PX = 2


@dataclass(frozen=True, slots=True)
class ToleranceCounts:
    """Predicted and true pixels, and how many of each lie within the tolerance of the other."""

    predicted_hits: int
    predicted: int
    truth_hits: int
    truth: int

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two shares; 0 when only one mask is empty, None when both are."""
        if not self.predicted and not self.truth:
            return None
        precision = self.predicted_hits / self.predicted if self.predicted else 0.0
        recall = self.truth_hits / self.truth if self.truth else 0.0
        return _harmonic(precision, recall)


def tolerance_counts(predicted: Mask, truth: Mask, *, radius_px: int = TOLERANCE_PX) -> ToleranceCounts:
    """Count the pixels of two masks (H, W) that lie within ``radius_px`` (Euclidean) of the other mask."""
    return ToleranceCounts(
        predicted_hits=int(np.count_nonzero(predicted & _grown(truth, radius_px))),
        predicted=int(np.count_nonzero(predicted)),
        truth_hits=int(np.count_nonzero(truth & _grown(predicted, radius_px))),
        truth=int(np.count_nonzero(truth)),
    )


def cldice(predicted: Mask, truth: Mask) -> float | None:
    """Centre-line Dice of two masks (H, W): does each one's skeleton lie in the other?

    0 when only one mask is empty, None when both are. Source: Shit et al., CVPR 2021, arXiv 2003.07311.
    """
    if not predicted.any() and not truth.any():
        return None
    return _harmonic(_skeleton_share(predicted, truth), _skeleton_share(truth, predicted))


def _skeleton_share(mask: Mask, other: Mask) -> float:
    """The share of ``mask``'s skeleton that lies in ``other``; 0 when there is no skeleton."""
    if not mask.any():
        return 0.0
    # It loads SciPy, half a second that the window's start would pay for.
    from skimage.morphology import skeletonize

    inside = _bounding_box(mask)
    skeleton = skeletonize(np.pad(mask[inside], 1))[1:-1, 1:-1]
    return float(np.count_nonzero(skeleton & other[inside]) / np.count_nonzero(skeleton))


def _bounding_box(mask: Mask) -> tuple[slice, slice]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _grown(mask: Mask, radius_px: int) -> Mask:
    """All pixels within a Euclidean distance: a dilation by a disc, far cheaper than a distance transform."""
    grown = cv2.dilate(mask.astype(np.uint8), _disc(radius_px), borderValue=0)
    return np.asarray(grown, np.uint8).astype(bool)


def _disc(radius_px: int) -> NDArray[np.uint8]:
    offsets = np.arange(-radius_px, radius_px + 1)
    return (offsets[:, None] ** 2 + offsets**2 <= radius_px**2).astype(np.uint8)


def _harmonic(first: float, second: float) -> float:
    return 2 * first * second / (first + second) if first + second else 0.0
