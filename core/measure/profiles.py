"""Grey-level profiles across a centre line: smooth ones to find its middle, and true pixels to measure by.

Interpolated profiles sharpen or blur what they show. So widths of narrow cracks are read from the pixels
themselves: each is put where it lies beside the line, which on any but a straight upright line gives the edge finer
than the pixels are (as in the slanted edge of ISO 12233).
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from core.measure.curve import Points
from core.values import Mask

Floats = NDArray[np.floating[Any]]

SAMPLES = 97
SMALLEST_REACH_PX = 12.0
CLEARANCE_PX = 2.0
CHUNK = 8192
WIDEST_FROM_PIXELS_PX = 24.0
ABREAST_PX = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Profiles:
    """``levels`` (N, 97) grey levels at ``positions``; ``pixels`` (N, 97) how many pixels each of them stands for."""

    levels: Floats
    pixels: Floats


def reach_for(width_px: float) -> float:
    """How far to look on either side of a crack of about that width: 12, 24, 48 … px."""
    wanted = 1.25 * width_px + 6
    return float(SMALLEST_REACH_PX * 2 ** max(0, np.ceil(np.log2(wanted / SMALLEST_REACH_PX))))


def positions(reach_px: float) -> Floats:
    """(97,) distances from the centre line, from one side to the other."""
    return np.linspace(-reach_px, reach_px, SAMPLES, dtype=np.float32)


def across(grey: Floats, mask: Mask, points: Points, normals: Points, *, reach_px: float) -> Profiles:
    """Interpolated grey levels (N, 97) at ``positions`` across ``points``.

    Where the profile runs into another crack of ``mask``, it goes on with the surface's level before it.
    """
    at = positions(reach_px)
    middle = len(at) // 2
    parts = []
    for i in range(0, len(points), CHUNK):
        places = _places(points[i : i + CHUNK], normals[i : i + CHUNK], at)
        levels = _looked_up(grey, places, cv2.INTER_LANCZOS4, cv2.BORDER_REPLICATE)
        first, last = _own(mask, places)
        columns = np.clip(np.arange(len(at))[None], middle - first[:, None], middle + last[:, None])
        parts.append(np.take_along_axis(levels, columns, axis=1))
    whole = np.concatenate(parts)
    return Profiles(whole, np.full(whole.shape, at[1] - at[0], np.float32))


def beside(grey: Floats, mask: Mask, points: Points, normals: Points, *, reach_px: float) -> Profiles:
    """The pixels (N, 97) beside each of ``points``, none of them interpolated, those of other cracks left out."""
    at = positions(reach_px)
    x, y = _band(mask.shape, points, reach_px)
    places = np.column_stack([x, y]).astype(float)
    nearest = cKDTree(points).query(places)[1]
    away = places - points[nearest]
    along = away[:, 0] * normals[nearest, 1] - away[:, 1] * normals[nearest, 0]
    column = ((away * normals[nearest]).sum(axis=1) + reach_px) / (at[1] - at[0])
    first, last = _own(mask, _places(points, normals, at))
    middle = len(at) // 2
    is_own = (column >= middle - first[nearest]) & (column <= middle + last[nearest]) & (np.abs(along) <= ABREAST_PX)
    cells = nearest[is_own] * len(at) + np.floor(column[is_own]).astype(int)
    return _shared(cells, column[is_own] % 1, grey[y[is_own], x[is_own]], shape=(len(points), len(at)))


def _shared(
    cells: NDArray[np.intp], beyond: NDArray[np.float64], levels: Floats, *, shape: tuple[int, int]
) -> Profiles:
    """Each level in the two columns that it lies between, by its nearness: rounding would shift whole edges."""
    size = shape[0] * shape[1]
    shares = np.concatenate([1 - beyond, beyond])
    places = np.minimum(np.concatenate([cells, cells + 1]), size - 1)
    pixels = np.bincount(places, shares, minlength=size).reshape(shape)
    sums = np.bincount(places, shares * np.tile(levels, 2), minlength=size).reshape(shape)
    return Profiles((sums / np.maximum(pixels, 1e-6)).astype(np.float32), pixels.astype(np.float32))


def _band(shape: tuple[int, int], points: Points, reach_px: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """x and y of all pixels about as near to the line as ``reach_px``."""
    low = np.maximum(np.floor(points.min(axis=0) - reach_px).astype(int), 0)
    high = np.minimum(np.ceil(points.max(axis=0) + reach_px).astype(int) + 1, shape[::-1])
    drawn = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
    path = np.rint(points - low).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(drawn, [path], isClosed=False, color=1, thickness=2 * int(reach_px) + 1)
    y, x = np.nonzero(drawn)
    return x + low[0], y + low[1]


def _places(points: Points, normals: Points, at: Floats) -> Floats:
    return (points[:, None] + at[None, :, None] * normals[:, None]).astype(np.float32)


def _looked_up(picture: NDArray[Any], places: Floats, how: int, border: int) -> NDArray[Any]:
    low = np.maximum(np.floor(places.min(axis=(0, 1))).astype(int) - 4, 0)
    high = np.ceil(places.max(axis=(0, 1))).astype(int) + 5
    x, y = np.moveaxis(places - low.astype(np.float32), -1, 0)
    return np.asarray(cv2.remap(picture[low[1] : high[1], low[0] : high[0]], x, y, how, borderMode=border))


def _own(mask: Mask, places: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(N,) how many columns to the left and to the right of the middle belong to the line's own crack and surface."""
    crack = _looked_up(mask.view(np.uint8), places, cv2.INTER_NEAREST, cv2.BORDER_CONSTANT) > 0
    middle = places.shape[1] // 2
    clearance = int(np.ceil(CLEARANCE_PX / np.linalg.norm(places[0, 1] - places[0, 0])))
    return _last_own(crack[:, middle::-1], clearance), _last_own(crack[:, middle:], clearance)


def _last_own(crack: Mask, clearance: int) -> NDArray[np.intp]:
    """From the middle outwards: the last column that lies ``clearance`` before the next crack."""
    left_own = np.logical_or.accumulate(~crack, axis=1)
    other = left_own & crack
    first_other = np.where(other.any(axis=1), other.argmax(axis=1), crack.shape[1] + clearance)
    first_out = np.where(left_own.any(axis=1), left_own.argmax(axis=1), crack.shape[1] - 1)
    return np.asarray(np.maximum(first_other - 1 - clearance, np.minimum(first_out, first_other - 1)))
