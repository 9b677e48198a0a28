"""Laying one photo over another of the same spot: features, then a homography by RANSAC."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import MeasureError
from core.values import RGB

LONGEST_PX = 1600
FEWEST_INLIERS = 20
SMALLEST_SHARE = 0.15
LARGEST_ERROR_PX = 3.0
LARGEST_STRETCH = 3.0
SMALLEST_OVERLAP = 0.2
RATIO = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """``matrix`` (3, 3) maps pixels of the earlier photo to the later one.

    ``inliers`` matches agree within ``error_px`` (root mean square, in pixels of the later photo); ``share`` is
    their share of all matches, ``overlap`` the share of the later photo that the earlier one covers.
    """

    matrix: NDArray[np.float64]
    inliers: int
    share: float
    error_px: float
    overlap: float

    def points(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(N, 2) places of the earlier photo in the later one."""
        mapped = cv2.perspectiveTransform(points.reshape(-1, 1, 2).astype(np.float64), self.matrix)
        return np.asarray(mapped.reshape(-1, 2))

    def inverse(self) -> "Alignment":
        """From the later photo to the earlier one."""
        return replace(self, matrix=np.asarray(np.linalg.inv(self.matrix), float))


def align(earlier: RGB, later: RGB) -> Alignment:
    """Find where the earlier photo lies in the later one.

    Raises MeasureError where the two do not show the same spot clearly enough to be compared.
    """
    found = try_align(earlier, later)
    if found is None:
        raise MeasureError("The two photos share too few features to be laid over each other; pair other photos.")
    trouble = _trouble(found)
    if trouble:
        raise MeasureError(f"The two photos cannot be laid safely over each other: {trouble}; pair other photos.")
    return found


def try_align(earlier: RGB, later: RGB, *, longest: int = LONGEST_PX) -> Alignment | None:
    """As ``align``, without judging: None where there are too few matches for any homography."""
    small = [_reduced(photo, longest) for photo in (earlier, later)]
    pairs = _matches(small[0][0], small[1][0])
    if pairs is None or len(pairs[0]) < 8:
        return None
    matrix, kept = cv2.findHomography(pairs[0], pairs[1], cv2.USAC_MAGSAC, 2.0, maxIters=5000, confidence=0.9999)
    if matrix is None or abs(np.linalg.det(matrix)) < 1e-9:
        return None
    inside = kept.ravel() > 0
    if not inside.any():
        return None
    back = 1 / small[1][1]
    whole = np.diag([back, back, 1.0]) @ matrix @ np.diag([small[0][1], small[0][1], 1.0])
    mapped = cv2.perspectiveTransform(pairs[0][inside].reshape(-1, 1, 2), matrix).reshape(-1, 2)
    error = float(np.sqrt(((mapped - pairs[1][inside]) ** 2).sum(axis=1).mean())) * back
    return Alignment(
        whole / whole[2, 2], int(inside.sum()), float(inside.mean()), error, _overlap(whole, earlier, later)
    )


def _reduced(photo: RGB, longest: int) -> tuple[NDArray[np.uint8], float]:
    factor = min(1.0, longest / max(photo.shape[:2]))
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)
    if factor < 1:
        grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return cv2.createCLAHE(2.0, (8, 8)).apply(grey), factor


def _matches(
    first: NDArray[np.uint8], second: NDArray[np.uint8]
) -> tuple[NDArray[np.float32], NDArray[np.float32]] | None:
    finder = cv2.SIFT.create(nfeatures=4000, contrastThreshold=0.02)
    places, signs = zip(*(finder.detectAndCompute(photo, None) for photo in (first, second)), strict=True)
    if any(sign is None or len(sign) < 2 for sign in signs):
        return None
    near = cv2.BFMatcher(cv2.NORM_L2).knnMatch(signs[0], signs[1], k=2)
    good = [best for best, other in near if best.distance < RATIO * other.distance]
    start = np.array([places[0][match.queryIdx].pt for match in good], np.float32).reshape(-1, 2)
    end = np.array([places[1][match.trainIdx].pt for match in good], np.float32).reshape(-1, 2)
    return start, end


def _overlap(matrix: NDArray[np.float64], earlier: RGB, later: RGB) -> float:
    corners = np.array([[0, 0], [earlier.shape[1], 0], [earlier.shape[1], earlier.shape[0]], [0, earlier.shape[0]]])
    quad = cv2.perspectiveTransform(corners.reshape(-1, 1, 2).astype(float), matrix).reshape(-1, 2).astype(np.float32)
    height, width = later.shape[:2]
    frame = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    if not np.isfinite(quad).all() or not cv2.isContourConvex(quad):
        return 0.0
    shared, _ = cv2.intersectConvexConvex(quad, frame)
    return float(shared) / float(width * height)


def _trouble(found: Alignment) -> str:
    stretch = np.sqrt(abs(np.linalg.det(found.matrix[:2, :2])))
    checks = (
        (found.inliers < FEWEST_INLIERS, f"only {found.inliers} of at least {FEWEST_INLIERS} features agree"),
        (found.share < SMALLEST_SHARE, f"only {found.share:.0%} of the features agree"),
        (found.error_px > LARGEST_ERROR_PX, f"they are {found.error_px:.1f} px apart"),
        (not 1 / LARGEST_STRETCH < stretch < LARGEST_STRETCH, f"one is {stretch:.1f} times as large"),
        (found.overlap < SMALLEST_OVERLAP, f"they share only {found.overlap:.0%} of the later photo"),
    )
    return next((sentence for is_bad, sentence in checks if is_bad), "")
