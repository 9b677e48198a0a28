"""Pictures of the visible part, kept until the view or their source changes."""

from PySide6.QtGui import QImage

from app.imaging import (
    MapPyramid,
    MaskLook,
    MaskStyle,
    PhotoPyramid,
    colour_table,
    indexed_image,
    line_table,
    rgb_image,
    truth_table,
)
from app.widgets.canvas.patches import agreement, map_patch, outline, photo_patch
from app.widgets.canvas.view import Box, View
from core.values import ProbabilityMap, cut


class PhotoLayer:
    """The visible part of the photo."""

    def __init__(self, pyramid: PhotoPyramid) -> None:
        self.pyramid = pyramid
        self._key: tuple[View, Box] | None = None
        self._image = QImage()

    def image(self, view: View, box: Box) -> QImage:
        if self._key != (view, box):
            self._image = rgb_image(photo_patch(self.pyramid, view, box))
            self._key = (view, box)
        return self._image


class MaskLayer:
    """The visible part of a map. A new threshold, opacity or colour touches no pixel of a filled mask."""

    def __init__(self, pyramid: MapPyramid, truth: MapPyramid | None = None) -> None:
        self.pyramid = pyramid
        self.truth = truth
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

    def forget(self) -> None:
        """The pixels of the map have changed."""
        self._key = None

    def _move(self, view: View, box: Box) -> None:
        self._patch = map_patch(self.pyramid, view, box)
        self._truth_patch = None if self.truth is None else map_patch(self.truth, view, box)
        self._filled = indexed_image(self._patch, [0] * 256)
        self._key = (view, box)

    def _compared(self, look: MaskLook) -> QImage:
        codes = agreement(self._patch >= cut(look.threshold), self._truth_patch > 0)
        return indexed_image(codes, truth_table(look.opacity))
