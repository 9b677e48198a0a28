"""Whether a second photo shows a piece of crack as well that only the first one's mask holds.

Where a mask's edge or threshold is crossed on one date and just not on the other, nothing has grown: the grey levels
across it, averaged along it, are as dark on both photos.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.measure.align import Alignment
from core.measure.points import Points
from core.values import RGB

ACROSS_PX = np.arange(-9.0, 9.5, 0.5)
MIDDLE_PX, SURFACE_PX = 2.0, 6.0
"""A piece may lie 2 px aside on the other photo; from 6 px on there is only surface."""
ALONG_PX, STEADY_POINTS = 4.0, 9
AS_CLEAR = 0.5
FEWEST_LEVELS, SAME_LEVELS = 0.02, 0.01
"""Of the surface's level: a contrast below the first proves nothing; contrasts nearer than the second are one."""


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A photo (H, W, 3), and where places of the later photo lie on it; None for the later photo itself."""

    rgb: RGB
    alignment: Alignment | None = None


def shows(piece: Points, here: Sight, there: Sight) -> NDArray[np.bool_]:
    """(N,) where ``piece`` (N, 2), found ``here``, has at least half its contrast ``there``.

    Where it is not to be seen ``here`` either, it has changed only if it is another contrast ``there``.
    """
    from scipy.ndimage import median_filter  # which the window's start does not wait for

    mine, theirs = _darker(piece, here), _darker(piece, there)
    sign = 1.0 if abs(mine.mean(axis=0).max()) >= abs(mine.mean(axis=0).min()) else -1.0
    clear, other = (sign * mine).max(axis=1), (sign * theirs).max(axis=1)
    is_alike = np.where(clear >= FEWEST_LEVELS, other >= AS_CLEAR * clear, np.abs(other - clear) <= SAME_LEVELS)
    return np.asarray(median_filter(is_alike, size=min(STEADY_POINTS, len(piece)), mode="nearest"))


def _darker(piece: Points, sight: Sight) -> NDArray[np.float64]:
    """(N, M) how much darker the middle of the piece is than the surface beside it, as a share of that."""
    from scipy.ndimage import gaussian_filter1d

    from core.measure import curve

    places = piece[:, None] + ACROSS_PX[None, :, None] * curve.normals(piece)[:, None]
    if sight.alignment is not None:
        places = sight.alignment.points(places.reshape(-1, 2)).reshape(places.shape)
    levels = gaussian_filter1d(_levels(sight.rgb, places), ALONG_PX, axis=0, mode="nearest")
    surface = np.maximum(np.median(levels[:, np.abs(ACROSS_PX) >= SURFACE_PX], axis=1, keepdims=True), 1.0)
    return np.asarray((surface - levels[:, np.abs(ACROSS_PX) <= MIDDLE_PX]) / surface)


def _levels(rgb: RGB, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Grey levels (N, S) at ``places`` (N, S, 2); only the part of the photo round them is turned to grey."""
    height, width = rgb.shape[:2]
    low = np.clip(np.floor(places.min(axis=(0, 1))).astype(int) - 1, 0, (width - 1, height - 1))
    high = np.clip(np.ceil(places.max(axis=(0, 1))).astype(int) + 2, low + 1, (width, height))
    grey = cv2.cvtColor(rgb[low[1] : high[1], low[0] : high[0]], cv2.COLOR_RGB2GRAY)
    x, y = np.moveaxis((places - low).astype(np.float32), -1, 0)
    return np.asarray(cv2.remap(grey, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), float)
