"""What is painted of one photo: the visible part of each layer, kept until the view or its source changes.

Canvas, navigator and loupe each have their own ``Layers`` over the same ``Scene``.
"""

from dataclasses import dataclass

import cv2
from PySide6.QtGui import QImage, QPainter

from app.imaging import (
    MapPyramid,
    MaskLook,
    MaskStyle,
    PhotoPyramid,
    Tone,
    colour_table,
    indexed_image,
    line_table,
    rgb_image,
    tone_table,
    truth_table,
)
from app.widgets.canvas.patches import agreement, map_patch, outline, photo_patch
from app.widgets.canvas.view import Box, View
from core.values import ProbabilityMap, cut


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One photo with all that is known of it; ``second`` is another model's map of it.

    ``widths`` holds the number of each crack pixel's width class, 0 elsewhere.
    """

    photo: PhotoPyramid
    map: MapPyramid | None = None
    truth: MapPyramid | None = None
    second: MapPyramid | None = None
    widths: MapPyramid | None = None


class Layers:
    """Paints a scene in device pixels."""

    def __init__(self, scene: Scene, *, is_comparing: bool = False) -> None:
        truth = scene.truth if is_comparing else None
        self.photo = PhotoLayer(scene.photo)
        self.mask = None if scene.map is None else MaskLayer(scene.map, truth)
        self.second = None if scene.second is None else MaskLayer(scene.second, truth)
        self.widths = None if scene.widths is None else MaskLayer(scene.widths)

    def forget_map(self) -> None:
        """The pixels of the map have changed in place."""
        if self.mask is not None:
            self.mask.forget()

    def paint_photo(self, painter: QPainter, view: View, box: Box, *, tone: Tone) -> None:
        painter.drawImage(box.left, box.top, self.photo.image(view, box, tone=tone))

    def paint_mask(self, painter: QPainter, view: View, box: Box, *, look: MaskLook, line_px: int = 1) -> None:
        _paint(self.mask, painter, view, box, look=look, line_px=line_px)

    def paint_second(self, painter: QPainter, view: View, box: Box, *, look: MaskLook, line_px: int = 1) -> None:
        _paint(self.second, painter, view, box, look=look, line_px=line_px)

    def paint_widths(self, painter: QPainter, view: View, box: Box, *, table: list[int]) -> None:
        """Crack pixels in the colours of their width classes, ``table`` by number."""
        if self.widths is not None:
            painter.drawImage(box.left, box.top, self.widths.coloured(view, box, table=table))


class PhotoLayer:
    """The visible part of the photo."""

    def __init__(self, pyramid: PhotoPyramid) -> None:
        self._pyramid = pyramid
        self._key: tuple[View, Box, Tone] | None = None
        self._image = QImage()

    def image(self, view: View, box: Box, *, tone: Tone) -> QImage:
        if self._key != (view, box, tone):
            patch = photo_patch(self._pyramid, view, box)
            self._image = rgb_image(patch if tone.is_plain else cv2.LUT(patch, tone_table(tone)))
            self._key = (view, box, tone)
        return self._image


class MaskLayer:
    """The visible part of a map. A new threshold, opacity or colour touches no pixel of a filled mask."""

    def __init__(self, pyramid: MapPyramid, truth: MapPyramid | None = None) -> None:
        self._pyramid = pyramid
        self._truth = truth
        self._key: tuple[View, Box] | None = None
        self._patch: ProbabilityMap | None = None
        self._truth_patch: ProbabilityMap | None = None
        self._filled = QImage()

    def image(self, view: View, box: Box, *, look: MaskLook, line_px: int) -> QImage:
        if self._key != (view, box):
            self._move(view, box)
        if self._truth_patch is not None:
            return self._compared(look)
        if look.style is MaskStyle.OUTLINE:
            mask = self._patch >= cut(look.threshold)
            return indexed_image(outline(mask, width_px=line_px), line_table(look))
        self._filled.setColorTable(colour_table(look))
        return self._filled

    def coloured(self, view: View, box: Box, *, table: list[int]) -> QImage:
        """Each value in its colour (ARGB)."""
        if self._key != (view, box):
            self._move(view, box)
        self._filled.setColorTable(table)
        return self._filled

    def forget(self) -> None:
        """The pixels of the map have changed."""
        self._key = None

    def _move(self, view: View, box: Box) -> None:
        self._patch = map_patch(self._pyramid, view, box)
        self._truth_patch = None if self._truth is None else map_patch(self._truth, view, box)
        self._filled = indexed_image(self._patch, [0] * 256)
        self._key = (view, box)

    def _compared(self, look: MaskLook) -> QImage:
        codes = agreement(self._patch >= cut(look.threshold), self._truth_patch > 0)
        return indexed_image(codes, truth_table(look.opacity))


def _paint(layer: MaskLayer | None, painter: QPainter, view: View, box: Box, *, look: MaskLook, line_px: int) -> None:
    if layer is not None:
        painter.drawImage(box.left, box.top, layer.image(view, box, look=look, line_px=line_px))
