"""The layer of corrections while it is drawn, and the map with it folded in: no Qt.

A stroke touches its own surroundings only, on every mip level, so that it costs the same on 1 and 100 megapixels.
"""

from enum import StrEnum
from itertools import pairwise

import cv2
import numpy as np

from app.imaging import MapPyramid
from app.imaging.pyramids import max_pooled
from app.widgets.canvas.view import Box, Point, Size
from core.project.corrections import Layer, Stroke
from core.values import Mask, ProbabilityMap


class Tool(StrEnum):
    """What dragging with the left button does."""

    PAN = "pan"
    BRUSH = "brush"
    ERASER = "eraser"
    RULER = "ruler"
    REGION = "region"
    CORNERS = "corners"


STROKES = {Tool.BRUSH: Stroke.DRAWN, Tool.ERASER: Stroke.ERASED}
# Half a pixel's diagonal: the thinnest brush marks at least the pixel that it is in.
THINNEST_RADIUS = 0.71


class Correction:
    """Takes copies: neither the model's map nor the layer that it is given ever changes."""

    def __init__(self, size: Size, base: MapPyramid | None, layer: Layer | None) -> None:
        if base is None:
            base = MapPyramid(_empty_levels(size))
        self._base = base.levels[0]
        self.layer = np.zeros(size, np.uint8) if layer is None else layer.copy()
        self.pyramid = MapPyramid(tuple(level.copy() for level in base.levels))
        drawn = cv2.findNonZero(self.layer)
        if drawn is not None:
            left, top, width, height = cv2.boundingRect(drawn)
            self._fold(Box(left, top, left + width, top + height))

    def draw(self, start: Point, end: Point, *, diameter_px: int, tool: Tool) -> None:
        """A straight piece of a stroke between two points (x, y) of the photo."""
        box = _around(start, end, margin=diameter_px // 2 + 2, size=self.layer.shape)
        if box.is_empty:
            return
        window = self.layer[box.top : box.bottom, box.left : box.right]
        window[_reached(box, start, end, radius=max(diameter_px / 2, THINNEST_RADIUS))] = STROKES[tool]
        self._fold(box)

    def _fold(self, box: Box) -> None:
        """Puts the layer into the map within ``box``, then pools what lies above it."""
        levels = self.pyramid.levels
        here = np.s_[box.top : box.bottom, box.left : box.right]
        levels[0][here] = folded(self._base[here], self.layer[here])
        for finer, coarser in pairwise(levels):
            box = Box(box.left // 2, box.top // 2, -(-box.right // 2), -(-box.bottom // 2))
            part = finer[2 * box.top : 2 * box.bottom, 2 * box.left : 2 * box.right]
            coarser[box.top : box.bottom, box.left : box.right] = max_pooled(part)


def folded(probabilities: ProbabilityMap, layer: Layer) -> ProbabilityMap:
    """The map (H, W) with what was drawn certain and what was erased impossible, at every threshold above 0."""
    drawn = np.where(layer == Stroke.DRAWN, np.uint8(255), probabilities)
    return np.where(layer == Stroke.ERASED, np.uint8(0), drawn)


def _reached(box: Box, start: Point, end: Point, *, radius: float) -> Mask:
    """The pixels of ``box`` whose centres are at most ``radius`` from the straight line between two points.

    (OpenCV's thick lines are up to two pixels wider than they are told to be.)
    """
    x = np.arange(box.left, box.right) + 0.5 - start[0]
    y = (np.arange(box.top, box.bottom) + 0.5 - start[1])[:, None]
    dx, dy = end[0] - start[0], end[1] - start[1]
    length2 = dx * dx + dy * dy
    along = np.clip((x * dx + y * dy) / length2, 0, 1) if length2 else 0.0
    reached: Mask = (x - along * dx) ** 2 + (y - along * dy) ** 2 <= radius**2
    return reached


def _around(start: Point, end: Point, *, margin: int, size: Size) -> Box:
    (x0, y0), (x1, y1) = start, end
    return Box(
        max(int(min(x0, x1)) - margin, 0),
        max(int(min(y0, y1)) - margin, 0),
        min(int(max(x0, x1)) + margin + 1, size[1]),
        min(int(max(y0, y1)) + margin + 1, size[0]),
    )


def _empty_levels(size: Size) -> tuple[ProbabilityMap, ...]:
    levels = [np.zeros(size, np.uint8)]
    while max(levels[-1].shape) > 1:
        height, width = levels[-1].shape
        levels.append(np.zeros(((height + 1) // 2, (width + 1) // 2), np.uint8))
    return tuple(levels)
