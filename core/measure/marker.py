"""A printed ArUco marker of known size, found by itself."""

import cv2
import numpy as np

from core.errors import MeasureError
from core.measure.scale import Method, Scale, from_mm_per_pixel
from core.values import RGB

DICTIONARIES = (
    cv2.aruco.DICT_4X4_250,
    cv2.aruco.DICT_5X5_250,
    cv2.aruco.DICT_6X6_250,
    cv2.aruco.DICT_7X7_250,
    cv2.aruco.DICT_ARUCO_ORIGINAL,
    cv2.aruco.DICT_APRILTAG_36h11,
)
MOST_TILT = 0.06
NEAREST_RATE = 0.05
"""How near two squares may lie, per their perimeter: at OpenCV's 0.125, the edge of its white rim hides a marker."""


def find_scale(rgb: RGB, side_mm: float) -> Scale:
    """The scale from the largest marker on the photo whose black square is ``side_mm`` wide.

    Raises MeasureError where there is none, or where the photo was taken so much at an angle that one number
    would not hold for the whole photo.
    """
    if not side_mm > 0:
        raise MeasureError(f"A marker needs a side above 0 mm, but got {side_mm:g} mm; measure its black square.")
    corners = _corners(rgb)
    if corners is None:
        raise MeasureError("No ArUco marker was found; show it whole, sharp and with its white rim, or draw a line.")
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    if (sides.max() - sides.min()) / sides.mean() > MOST_TILT:
        raise MeasureError(
            f"The marker's sides differ by {(sides.max() - sides.min()) / sides.mean():.0%}: the photo was taken "
            "at an angle; mark the four corners of a known rectangle instead."
        )
    return from_mm_per_pixel(side_mm / float(sides.mean()), Method.MARKER)


def _corners(rgb: RGB) -> np.ndarray | None:
    """(4, 2) corners of the largest marker of the first kind that is there."""
    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    how = cv2.aruco.DetectorParameters()
    how.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    how.minMarkerDistanceRate = NEAREST_RATE
    for name in DICTIONARIES:
        found, _, _ = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(name), how).detectMarkers(grey)
        if found:
            squares = [np.asarray(square, float).reshape(4, 2) for square in found]
            return max(squares, key=lambda square: cv2.contourArea(square.astype(np.float32)))
    return None
