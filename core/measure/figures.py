"""Numbers with units from traced cracks: the one place where lengths, widths and areas are worked out."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.measure.cracks import Crack, PhotoCracks, WidthSource
from core.measure.scale import UNCALIBRATED, Scale

BLURS_PER_LIMIT = 2.0


@dataclass(frozen=True, slots=True)
class Width:
    """``value`` in ``unit``; where ``is_below`` the crack is narrower than ``value``, which the photo just resolves."""

    value: float
    unit: str
    is_below: bool
    limit_px: float = 1.0


@dataclass(frozen=True, slots=True)
class CrackFigures:
    """One row of every table. Lengths in ``unit`` (px or mm), the area in its square.

    ``max_width_at`` is (x, y) in px. ``orientation_deg`` is 0 along the photo's rows and grows against the
    clock to 180; None for a point.
    """

    id: str
    unit: str
    length: float
    mean_width: Width
    p95_width: Width
    max_width: Width
    max_width_at: tuple[float, float]
    area: float
    orientation_deg: float | None
    branches: int
    junctions: int
    end_points: int
    box_px: tuple[int, int, int, int]
    width_source: WidthSource


@dataclass(frozen=True, slots=True)
class PhotoFigures:
    """The cracks of a photo, longest first, and their sum. ``crack_share`` is the share of the photo's pixels."""

    unit: str
    cracks: tuple[CrackFigures, ...]
    length: float
    area: float
    crack_share: float
    mean_width: Width | None
    widest: CrackFigures | None
    limit_px: float


def limit_px(photo: PhotoCracks) -> float:
    """The narrowest width that the photo resolves: a pixel, or more where it is blurred."""
    return max(1.0, BLURS_PER_LIMIT * (photo.blur_px or 0.0))


def photo_figures(photo: PhotoCracks, scale: Scale = UNCALIBRATED) -> PhotoFigures:
    """Every number of a photo under ``scale``."""
    limit = limit_px(photo)
    cracks = tuple(crack_figures(crack, scale, limit_px=limit) for crack in photo.cracks)
    length = sum(crack.length for crack in cracks)
    widest = max(cracks, key=_by_width, default=None)
    middle = (photo.size[1] / 2, photo.size[0] / 2)
    mean = None
    if widest is not None:
        weights = [max(crack.length, 1e-9) for crack in cracks]
        value = float(np.average([crack.mean_width.value for crack in cracks], weights=weights))
        lowest = limit * scale.per_pixel(middle)
        below = all(crack.mean_width.is_below for crack in cracks)
        mean = Width(lowest if below else value, scale.unit, below, limit)
    pixels = sum(crack.area_px for crack in photo.cracks)
    share = pixels / max(photo.size[0] * photo.size[1], 1)
    return PhotoFigures(scale.unit, cracks, length, sum(c.area for c in cracks), share, mean, widest, limit)


def _by_width(crack: CrackFigures) -> tuple[bool, float]:
    """What the photo does not show is the widest only where it shows no other width."""
    return crack.width_source is not WidthSource.UNCERTAIN, crack.max_width.value


def crack_figures(crack: Crack, scale: Scale = UNCALIBRATED, *, limit_px: float = 1.0) -> CrackFigures:
    """The numbers of one crack; widths come from points away from junctions where there are any."""
    widths, pixels, places = _widths(crack, scale)
    widest = int(pixels.argmax())
    at = (float(places[widest, 0]), float(places[widest, 1]))
    per_px = float(np.median(widths / pixels))
    x, y, width, height = crack.box
    return CrackFigures(
        id=crack.id,
        unit=scale.unit,
        length=sum(_length(line.points, scale) for line in crack.centre_lines),
        mean_width=_width(float(widths.mean()), per_px, scale.unit, limit_px),
        p95_width=_width(float(np.percentile(widths, 95)), per_px, scale.unit, limit_px),
        max_width=_width(float(widths[widest]), per_px, scale.unit, limit_px),
        max_width_at=at,
        area=crack.area_px * scale.area((x + width / 2, y + height / 2)),
        orientation_deg=_orientation(crack, scale),
        branches=crack.branches,
        junctions=crack.junctions,
        end_points=crack.end_points,
        box_px=crack.box,
        width_source=crack.width_source,
    )


def _width(value: float, per_px: float, unit: str, limit_px: float) -> Width:
    limit = limit_px * per_px
    return Width(max(value, limit), unit, value < limit, limit_px)


def _widths(crack: Crack, scale: Scale) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Widths in unit, in px, and their places (N, 2)."""
    clear = [
        line.is_clear if any(part.is_clear.any() for part in crack.centre_lines) else ~line.is_clear
        for line in crack.centre_lines
    ]
    points = np.concatenate([line.points[kept] for line, kept in zip(crack.centre_lines, clear, strict=True)])
    normals = np.concatenate([line.normals[kept] for line, kept in zip(crack.centre_lines, clear, strict=True)])
    pixels = np.concatenate([line.widths_px[kept] for line, kept in zip(crack.centre_lines, clear, strict=True)])
    return pixels * scale.along(points, normals), pixels, points


def _length(points: NDArray[np.float64], scale: Scale) -> float:
    """A lone point is as long as its pixel."""
    if len(points) < 2:
        return scale.per_pixel((float(points[0, 0]), float(points[0, 1])))
    return float(np.linalg.norm(np.diff(scale.points(points), axis=0), axis=1).sum())


def _orientation(crack: Crack, scale: Scale) -> float | None:
    """The mean direction of all steps, each weighted with its length (doubled angles: a line has no sense)."""
    steps = np.concatenate([np.diff(scale.points(line.points), axis=0) for line in crack.centre_lines])
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    if lengths.sum() == 0:
        return None
    angles = 2 * np.arctan2(-steps[:, 1], steps[:, 0])
    mean = math.atan2(float((lengths * np.sin(angles)).sum()), float((lengths * np.cos(angles)).sum())) / 2
    return math.degrees(mean) % 180.0
