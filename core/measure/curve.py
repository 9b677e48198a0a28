"""Smooth curves from pixel paths: positions below a pixel, lengths right at every angle.

Points are (N, 2) float x, y; the centre of a pixel lies at whole numbers.
"""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from core.measure.points import Points as Points
from core.values import Mask


def smooth(points: Points, sigma: float) -> Points:
    """Gaussian smoothing along the path that keeps both ends where they are (mirrored through them)."""
    if len(points) < 3:
        return points
    reach = min(len(points) - 1, int(np.ceil(4 * sigma)))
    before = 2 * points[0] - points[reach:0:-1]
    after = 2 * points[-1] - points[-2 : -reach - 2 : -1]
    smoothed = gaussian_filter1d(np.concatenate([before, points, after]), sigma, axis=0, mode="nearest")
    return np.asarray(smoothed[reach : reach + len(points)], float)


def length(points: Points) -> float:
    """The sum of the straight steps."""
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def resampled(points: Points, step: float = 1.0) -> Points:
    """Points at even distances of about ``step``, both ends included."""
    at = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    if at[-1] == 0:
        return points[:1]
    wanted = np.linspace(0, at[-1], max(round(at[-1] / step), 1) + 1)
    return np.column_stack([np.interp(wanted, at, points[:, axis]) for axis in (0, 1)])


def normals(points: Points) -> Points:
    """(N, 2) unit vectors across the path; a single point is crossed from left to right."""
    if len(points) < 2:
        return np.tile([1.0, 0.0], (len(points), 1))
    reach = min(3, len(points) - 1)
    padded = np.concatenate([points[:1].repeat(reach, 0), points, points[-1:].repeat(reach, 0)])
    tangents = padded[2 * reach :] - padded[: -2 * reach]
    tangents /= np.maximum(np.linalg.norm(tangents, axis=1, keepdims=True), 1e-9)
    return np.column_stack([-tangents[:, 1], tangents[:, 0]])


def extended(points: Points, mask: Mask, reach_px: float) -> Points:
    """The path carried on straight from its last point to the rim of ``mask``, at most ``reach_px`` further.

    A skeleton stops half a width short of the tip; this gives the crack back its whole length.
    """
    if len(points) < 2:
        return points
    heading = points[-1] - points[-min(len(points), max(4, int(reach_px)) + 1)]
    distance = np.linalg.norm(heading)
    if distance == 0:
        return points
    steps = np.arange(0.25, reach_px + 0.25, 0.25)[:, None]
    ahead = points[-1] + steps * heading / distance
    x, y = np.rint(ahead).astype(int).T
    within = (x >= 0) & (y >= 0) & (x < mask.shape[1]) & (y < mask.shape[0])
    within[within] = mask[y[within], x[within]]
    gone = int(np.argmin(within)) if not within.all() else len(within)
    return np.concatenate([points, ahead[:gone]])
