"""Where along a crack the photo shows its width: elsewhere a number would say more than was seen."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d, median_filter

from core.measure import curve
from core.measure.points import Points
from core.measure.profiles import Profiles, positions

Floats = NDArray[np.floating[Any]]
Flags = NDArray[np.bool_]

ALONG_PX = 2.0
FAINT, FAINT_IF_WIDE = 0.5, 0.85
HALF_DARK, MOST_BRIGHT = 0.5, 0.25
RIM_PX = 3.0
STEADY_POINTS = 9


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """The box that was found at each point: ``widths`` and ``offsets`` (N,) px, ``depth`` (N,) grey levels."""

    widths: Floats
    offsets: Floats
    depth: Floats


def is_dark(contrast: Floats, widths: Floats) -> Flags:
    """(N,) where a crack of ``widths`` px is dark enough, by its ``contrast`` (N,) with the surface.

    Where a crack is wide it is dark, too: a wide and faint place is a bridge or dirt, not an opening.
    """
    dark = gaussian_filter1d(contrast, ALONG_PX, mode="nearest") / np.median(contrast)
    return np.asarray(dark >= np.where(_is_wide(widths), FAINT_IF_WIDE, FAINT))


def is_filled(darkness: Profiles, fit: Fit, *, reach_px: float, blur_px: float) -> Flags:
    """(N,) where a wide place is dark all through: between two lines and in grit, bright pixels lie inside.

    ``darkness`` (N, S) is how much darker than the surface the photo is at ``positions``.
    """
    at = positions(reach_px)
    half_width = np.maximum(fit.widths / 2 - blur_px, at[1] - at[0])
    inside = darkness.pixels * (np.abs(at - fit.offsets[:, None]) <= half_width[:, None])
    bright = (inside * (darkness.levels < HALF_DARK * fit.depth[:, None])).sum(axis=1)
    return np.asarray(~_is_wide(fit.widths) | (bright <= MOST_BRIGHT * inside.sum(axis=1)))


def is_whole(points: Points, widths: Floats, shape: tuple[int, int]) -> Flags:
    """(N,) where both edges, and 3 px of surface beyond each, lie on the photo of ``shape`` (height, width)."""
    beyond = (widths / 2 + RIM_PX)[:, None] * curve.normals(points)
    places = np.stack([points - beyond, points + beyond])
    return np.asarray(((places >= -0.5) & (places <= np.array(shape[::-1]) - 0.5)).all(axis=(0, 2)))


def steady(widths: Floats, is_seen: Flags) -> tuple[NDArray[np.float64], Flags]:
    """(N,) the middle of nine widths along the line, and where it is seen: where most of the nine are.

    There, the middle is that of the seen ones. At least one point is expected.
    """
    size = min(STEADY_POINTS, len(widths))
    middle = median_filter(widths.astype(float), size=size, mode="nearest")
    is_steady = np.asarray(is_seen & median_filter(is_seen, size=size, mode="nearest"))
    around = np.pad(np.where(is_seen, widths, np.nan), (size // 2, size - 1 - size // 2), mode="edge")
    middle[is_steady] = np.nanmedian(sliding_window_view(around, size)[is_steady], axis=1)
    return middle, is_steady


def _is_wide(widths: Floats) -> Flags:
    return np.asarray(widths > np.median(widths))
