"""What is measured: values in pixels of the upright photo, without a scale.

Points are (x, y); the centre of a pixel lies at whole numbers.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class WidthSource(StrEnum):
    """Where the widths of a crack come from; uncertain where the photo shows the crack, but nowhere its edges."""

    GREY_LEVELS = "grey_levels"
    UNCERTAIN = "uncertain"
    MASK = "mask"


@dataclass(frozen=True, slots=True, eq=False)
class CentreLine:
    """One branch: ``points`` (N, 2) about 1 px apart, ``normals`` (N, 2), ``widths_px`` (N,).

    ``is_clear`` (N,) is False near junctions, where no width across one line exists, and where the crack is too
    faint to tell one.
    """

    points: NDArray[np.float64]
    normals: NDArray[np.float64]
    widths_px: NDArray[np.float64]
    is_clear: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Crack:
    """One connected piece of the mask. ``id`` names its strongest pixel (x-y) and outlives threshold changes.

    ``box`` is (x, y, width, height) of its pixels.
    """

    id: str
    centre_lines: tuple[CentreLine, ...]
    area_px: int
    branches: int
    junctions: int
    end_points: int
    box: tuple[int, int, int, int]
    width_source: WidthSource


@dataclass(frozen=True, slots=True, eq=False)
class PhotoCracks:
    """All cracks of one photo, longest first; ``size`` is (height, width)."""

    size: tuple[int, int]
    cracks: tuple[Crack, ...]
    blur_px: float | None = None
