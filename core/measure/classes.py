"""Width classes, their colours, and which class every pixel of a mask belongs to."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.errors import MeasureError
from core.measure.cracks import PhotoCracks
from core.measure.figures import Width, limit_px
from core.measure.scale import Scale
from core.values import Mask

UNRESOLVED = "unresolved"
RGBColour = tuple[int, int, int]
# Neither a grey, which concrete is, nor one of the classes.
UNRESOLVED_COLOUR: RGBColour = (190, 150, 225)


@dataclass(frozen=True, slots=True)
class WidthClasses:
    """Upper limits in mm of all classes but the last, and a colour for each (colour-blind safe: Okabe and Ito)."""

    limits_mm: tuple[float, ...] = (0.1, 0.2, 0.3, 0.5)
    colours: tuple[RGBColour, ...] = ((86, 180, 233), (0, 158, 115), (240, 228, 66), (230, 159, 0), (213, 94, 0))

    def __post_init__(self) -> None:
        """Refuse limits that do not grow, and a wrong number of colours."""
        if not self.limits_mm or self.limits_mm[0] <= 0 or any(a >= b for a, b in pairwise(self.limits_mm)):
            raise MeasureError(f"Width classes need growing limits above 0 mm, not {self.limits_mm}; correct them.")
        if len(self.colours) != len(self.limits_mm) + 1:
            raise MeasureError(
                f"{len(self.limits_mm) + 1} classes need as many colours, not {len(self.colours)}; add or remove some."
            )

    @property
    def names(self) -> tuple[str, ...]:
        """< 0.1, 0.1-0.2, …, > 0.5 (mm)."""
        inner = [f"{low:g}–{high:g}" for low, high in pairwise(self.limits_mm)]
        return (f"< {self.limits_mm[0]:g}", *inner, f"> {self.limits_mm[-1]:g}")

    def of_mm(self, width_mm: float) -> int:
        """The class of a width; a limit belongs to the class that it begins."""
        return int(np.searchsorted(self.limits_mm, width_mm, side="right"))

    def of(self, width: Width) -> int | None:
        """The class of a measured width; None in pixels, and where the photo cannot tell between classes."""
        if width.unit != "mm":
            return None
        if width.is_below and width.value > self.limits_mm[0]:
            return None
        return 0 if width.is_below else self.of_mm(width.value)


def paint(mask: Mask, photo: PhotoCracks, scale: Scale, classes: WidthClasses) -> NDArray[np.uint8]:
    """(H, W) class number + 1 of each crack pixel, after the width at the nearest centre line; 0 is no crack.

    Number ``len(classes.colours) + 1`` stands for "narrower than the photo resolves".
    """
    from scipy.spatial import cKDTree  # a third of a second, which the window's start does not wait for

    painted = np.zeros(mask.shape, np.uint8)
    lines = [line for crack in photo.cracks for line in crack.centre_lines]
    if not lines:
        return painted
    points = np.concatenate([line.points for line in lines])
    widths = np.concatenate([line.widths_px * scale.along(line.points, line.normals) for line in lines])
    pixels = np.concatenate([line.widths_px for line in lines])
    lowest = limit_px(photo)
    unit_px = widths / pixels
    numbers = np.searchsorted(classes.limits_mm, widths, side="right") + 1
    numbers[(pixels < lowest) & (lowest * unit_px > classes.limits_mm[0])] = len(classes.colours) + 1
    y, x = np.nonzero(mask)
    painted[y, x] = numbers[cKDTree(points).query(np.column_stack([x, y]))[1]]
    return painted


def length_by_class(photo: PhotoCracks, scale: Scale, classes: WidthClasses) -> tuple[float, ...]:
    """Centre-line length in each class, and last what is narrower than the photo resolves; empty without a scale."""
    if scale.unit != "mm":
        return ()
    lengths = np.zeros(len(classes.colours) + 1)
    lowest = limit_px(photo)
    for line in (line for crack in photo.cracks for line in crack.centre_lines if len(line.points) > 1):
        steps = np.linalg.norm(np.diff(scale.points(line.points), axis=0), axis=1)
        share = np.concatenate([[0.0], steps / 2]) + np.concatenate([steps / 2, [0.0]])
        per_px = scale.along(line.points, line.normals)
        numbers = np.searchsorted(classes.limits_mm, line.widths_px * per_px, side="right")
        is_hidden = (line.widths_px < lowest) & (lowest * per_px > classes.limits_mm[0])
        lengths += np.bincount(np.where(is_hidden, len(lengths) - 1, numbers), weights=share, minlength=len(lengths))
    return tuple(float(length) for length in lengths)
