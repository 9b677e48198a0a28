"""Centre lines of a mask: smooth, from tip to tip, about one point per pixel."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.measure import curve, graph
from core.measure.curve import Points
from core.values import Mask

SMOOTHING_PX = 2.0
SMOOTHING_PER_WIDTH = 0.15
SEAT_REACH_PX = 4
"""As far as the middle of a pinhole can lie from its rim."""
LONG_WIDTHS = 5.0
"""From so many widths on, the last half width of a skeleton, which bends into a corner, is drawn straight instead."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """``points`` (N, 2); ``nodes`` names both ends, ``is_tip`` says which are end points; ``seat`` lies on the mask."""

    points: Points
    nodes: tuple[int, int]
    is_tip: tuple[bool, bool]
    seat: tuple[int, int]


def distances(mask: Mask) -> NDArray[np.float32]:
    """(H, W) distance of each crack pixel's centre to the nearest pixel centre outside, in px."""
    far = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(np.minimum(far, np.float32(max(mask.shape))))


def trace(mask: Mask, distance: NDArray[np.float32]) -> list[Line]:
    """All centre lines of ``mask`` (H, W)."""
    found = graph.branches(mask, distance)
    meeting = graph.degrees(found)
    return [_line(branch, mask, distance, meeting) for branch in found]


def widths(points: Points, distance: NDArray[np.float32]) -> NDArray[np.float64]:
    """(N,) width of the mask at ``points`` in px: an odd number of pixels is met exactly."""
    x, y = np.rint(points).astype(int).T
    x, y = np.clip(x, 0, distance.shape[1] - 1), np.clip(y, 0, distance.shape[0] - 1)
    return np.asarray(np.maximum(2 * distance[y, x].astype(float) - 1, 1.0))


def _line(branch: graph.Branch, mask: Mask, distance: NDArray[np.float32], meeting: dict[int, int]) -> Line:
    points = branch.pixels.astype(float)
    width = float(np.median(widths(points, distance)))
    points = curve.smooth(points, SMOOTHING_PX + SMOOTHING_PER_WIDTH * width)
    reach = 1.5 * width / 2 + 1.5
    tips = (meeting[branch.start] == 1, meeting[branch.end] == 1)
    bent = int(width / 2) if len(points) > LONG_WIDTHS * width else 0
    if tips[1]:
        points = curve.extended(points[: len(points) - bent], mask, reach + bent)
    if tips[0]:
        points = curve.extended(points[bent:][::-1], mask, reach + bent)[::-1]
    seat = _seat(branch.pixels[len(branch.pixels) // 2], mask)
    return Line(curve.resampled(points), (branch.start, branch.end), tips, seat)


def _seat(middle: graph.Pixels, mask: Mask) -> tuple[int, int]:
    """The pixel of the mask nearest to a branch's middle, which lies on none where a filled pinhole is."""
    left, top = np.maximum(middle - SEAT_REACH_PX, 0)
    y, x = np.nonzero(mask[top : top + 2 * SEAT_REACH_PX + 1, left : left + 2 * SEAT_REACH_PX + 1])
    nearest = int(np.hypot(x + left - middle[0], y + top - middle[1]).argmin())
    return int(x[nearest] + left), int(y[nearest] + top)
