"""From pixels to millimetres: one 3 x 3 matrix for every way of calibrating."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import MeasureError
from core.measure.points import Points

Matrix = tuple[float, float, float, float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 0, 1, 0, 0, 0, 1)


class Method(StrEnum):
    """How a scale was found."""

    NONE = "none"
    LINE = "line"
    GIVEN = "given"
    MARKER = "marker"
    CAMERA = "camera"
    RECTANGLE = "rectangle"


@dataclass(frozen=True, slots=True)
class Scale:
    """``matrix`` (row by row) maps photo pixels (x, y) to the plane in ``unit``; it may hold a perspective."""

    matrix: Matrix = IDENTITY
    method: Method = Method.NONE

    @property
    def unit(self) -> str:
        return "px" if self.method is Method.NONE else "mm"

    def points(self, points: Points) -> Points:
        """(N, 2) pixels to (N, 2) places on the surface, in ``unit``."""
        whole = np.column_stack([points, np.ones(len(points))]) @ np.array(self.matrix).reshape(3, 3).T
        return np.asarray(whole[:, :2] / whole[:, 2:])

    def along(self, points: Points, directions: Points) -> NDArray[np.float64]:
        """(N,) ``unit`` per pixel at ``points`` in unit ``directions`` (N, 2)."""
        step = 0.5 * directions
        return np.asarray(np.linalg.norm(self.points(points + step) - self.points(points - step), axis=1))

    def area(self, point: tuple[float, float]) -> float:
        """Square ``unit`` per pixel at ``point``."""
        corners = np.array(point) + np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
        return float(cv2.contourArea(self.points(corners).astype(np.float32)))

    def per_pixel(self, point: tuple[float, float]) -> float:
        """``unit`` per pixel at ``point``, the mean over directions."""
        return math.sqrt(self.area(point))


UNCALIBRATED = Scale()


def from_mm_per_pixel(mm: float, method: Method = Method.GIVEN) -> Scale:
    """A photo taken square to the surface. Raises MeasureError for zero, negative or absurd values."""
    if not (math.isfinite(mm) and 1e-6 < mm < 1e6):
        raise MeasureError(
            f"A scale needs a size of a pixel above 0 mm, but got {mm:g} mm; measure a known length again."
        )
    return Scale((mm, 0, 0, 0, mm, 0, 0, 0, 1), method)


def from_line(start: tuple[float, float], end: tuple[float, float], length_mm: float) -> Scale:
    """A line of known length drawn on the photo."""
    pixels = math.dist(start, end)
    if pixels < 2:
        raise MeasureError("A scale line must be at least 2 px long; draw it along a known length, as long as you can.")
    return from_mm_per_pixel(length_mm / pixels, Method.LINE)


def from_camera(*, sensor_width_mm: float, focal_length_mm: float, distance_mm: float, photo_width_px: int) -> Scale:
    """Taken square to the surface from a known distance (thin lens: sensor width x distance / focal length)."""
    for name, value in (
        ("sensor width", sensor_width_mm),
        ("focal length", focal_length_mm),
        ("distance", distance_mm),
    ):
        if not value > 0:
            raise MeasureError(f"The {name} must be above 0 mm, but is {value:g} mm; enter it as on the camera.")
    return from_mm_per_pixel(sensor_width_mm / photo_width_px * distance_mm / focal_length_mm, Method.CAMERA)


def from_rectangle(corners: Sequence[tuple[float, float]], *, width_mm: float, height_mm: float) -> Scale:
    """Four corners of a known rectangle, clockwise from its top left: removes the perspective."""
    if len(corners) != 4:
        raise MeasureError(f"A rectangle has 4 corners, but {len(corners)} were given; click each corner once.")
    if not (width_mm > 0 and height_mm > 0):
        raise MeasureError(
            f"A rectangle needs sides above 0 mm, but got {width_mm:g} x {height_mm:g} mm; measure it again."
        )
    quad = np.array(corners, np.float32)
    if not cv2.isContourConvex(quad) or cv2.contourArea(quad) < 16:
        raise MeasureError(
            "Four corners clockwise from the top left were expected, these cross or lie on a line; click them again."
        )
    target = np.array([[0, 0], [width_mm, 0], [width_mm, height_mm], [0, height_mm]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad, target)
    return Scale(tuple(float(value) for value in matrix.ravel()), Method.RECTANGLE)  # type: ignore[arg-type]
