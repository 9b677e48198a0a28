"""Grey-level profiles across a centre line."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core.measure.curve import Points
from core.values import Mask

Floats = NDArray[np.floating[Any]]

SAMPLES = 97
SMALLEST_REACH_PX = 12.0
CLEARANCE_PX = 2.0
CHUNK = 8192


def reach_for(width_px: float) -> float:
    """How far to look on either side of a crack of about that width: 12, 24, 48 … px."""
    wanted = 1.25 * width_px + 6
    return float(SMALLEST_REACH_PX * 2 ** max(0, np.ceil(np.log2(wanted / SMALLEST_REACH_PX))))


def positions(reach_px: float) -> Floats:
    """(97,) distances from the centre line, from one side to the other."""
    return np.linspace(-reach_px, reach_px, SAMPLES, dtype=np.float32)


def across(grey: Floats, mask: Mask, points: Points, normals: Points, *, reach_px: float) -> Floats:
    """(N, 97) grey levels at ``positions`` across ``points``.

    Where the profile runs into another crack of ``mask``, it goes on with the surface's level before it.
    """
    parts = [
        _across(grey, mask, points[i : i + CHUNK], normals[i : i + CHUNK], positions(reach_px))
        for i in range(0, len(points), CHUNK)
    ]
    return np.concatenate(parts)


def _across(grey: Floats, mask: Mask, points: Points, normals: Points, at: Floats) -> Floats:
    places = (points[:, None] + at[None, :, None] * normals[:, None]).astype(np.float32)
    low = np.maximum(np.floor(places.min(axis=(0, 1))).astype(int) - 4, 0)
    high = np.ceil(places.max(axis=(0, 1))).astype(int) + 5
    area = (slice(low[1], high[1]), slice(low[0], high[0]))
    x, y = np.moveaxis(places - low.astype(np.float32), -1, 0)
    levels = cv2.remap(grey[area], x, y, cv2.INTER_LANCZOS4, borderMode=cv2.BORDER_REPLICATE)
    crack = cv2.remap(mask[area].astype(np.uint8), x, y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT)
    middle = len(at) // 2
    clearance = int(np.ceil(CLEARANCE_PX / (at[1] - at[0])))
    right = _cleared(levels[:, middle:], crack[:, middle:] > 0, clearance)
    left = _cleared(levels[:, middle::-1], crack[:, middle::-1] > 0, clearance)
    return np.concatenate([left[:, :0:-1], right], axis=1)


def _cleared(levels: Floats, crack: Mask, clearance: int) -> Floats:
    """From the middle outwards: hold the last level that lies ``clearance`` samples before the next crack."""
    left_own = np.logical_or.accumulate(~crack, axis=1)
    other = left_own & crack
    first_other = np.where(other.any(axis=1), other.argmax(axis=1), levels.shape[1] + clearance)
    first_out = np.where(left_own.any(axis=1), left_own.argmax(axis=1), levels.shape[1] - 1)
    last = np.maximum(first_other - 1 - clearance, np.minimum(first_out, first_other - 1))
    columns = np.minimum(np.arange(levels.shape[1])[None], last[:, None])
    return np.take_along_axis(levels, columns, axis=1)
