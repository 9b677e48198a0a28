"""Mip levels: level k shows blocks of 2^k x 2^k photo pixels as one.

Photos are averaged; maps are **max-pooled**, because that commutes with thresholding: a pooled pixel
reaches a threshold exactly when any pixel of its block does. Averaging would hide hairlines.

Building takes about 0.4 s at 100 megapixels, so it belongs on the thread that read the photo.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.values import RGB, Mask, ProbabilityMap

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class PhotoPyramid:
    """Level 0 is the photo itself (H, W, 3); each further level halves both sides, rounded up."""

    levels: tuple[RGB, ...]

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of the photo."""
        height, width = self.levels[0].shape[:2]
        return height, width


@dataclass(frozen=True, slots=True, eq=False)
class MapPyramid:
    """Level 0 is the map itself (H, W); each further level holds the maxima of 2 x 2 blocks."""

    levels: tuple[ProbabilityMap, ...]

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of the map."""
        height, width = self.levels[0].shape
        return height, width


def pyramid(rgb: RGB) -> PhotoPyramid:
    """Smooth levels of a photo (H, W, 3) uint8, down to one pixel."""
    return PhotoPyramid(_levels(rgb, _averaged))


def map_pyramid(probabilities: ProbabilityMap | Mask) -> MapPyramid:
    """Max-pooled levels of a map (H, W) uint8, or of a mask (H, W) bool, which becomes 0 and 255."""
    if probabilities.dtype == np.bool_:
        probabilities = probabilities.astype(np.uint8) * np.uint8(255)
    return MapPyramid(_levels(probabilities, max_pooled))


def max_pooled(pixels: Pixels) -> Pixels:
    """Maxima of 2 x 2 blocks; an odd last row or column counts alone."""
    rows = _pairwise_maximum(pixels)
    return np.ascontiguousarray(_pairwise_maximum(rows.T).T)


def _pairwise_maximum(pixels: Pixels) -> Pixels:
    even, odd = pixels[0::2], pixels[1::2]
    if len(even) == len(odd):
        return np.maximum(even, odd)
    return np.concatenate([np.maximum(even[:-1], odd), even[-1:]])


def _averaged(rgb: RGB) -> RGB:
    height, width = rgb.shape[:2]
    if height % 2 or width % 2:
        rgb = cv2.copyMakeBorder(rgb, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE)
    return cv2.resize(rgb, ((width + 1) // 2, (height + 1) // 2), interpolation=cv2.INTER_AREA)


def _levels(pixels: Pixels, halve: Callable[[Pixels], Pixels]) -> tuple[Pixels, ...]:
    if 0 in pixels.shape:
        raise ValueError(f"A picture has at least one pixel, this one has shape {pixels.shape}.")
    levels = [pixels]
    while max(levels[-1].shape[:2]) > 1:
        levels.append(halve(levels[-1]))
    return tuple(levels)
