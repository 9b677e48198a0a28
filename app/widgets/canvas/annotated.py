"""What lies upon the photo: caption, keys, legend, scale, marked places, ignored regions, lines being drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.assets import Tokens
from app.imaging import PhotoPyramid
from app.widgets.canvas.correction import STROKES, Tool
from app.widgets.canvas.easel import Easel
from app.widgets.canvas.overlays import (
    CHIP_HEIGHT_PX,
    MARGIN_PX,
    Piece,
    legend,
    paint_brush,
    paint_chip,
    paint_corners,
    paint_line,
    paint_pieces,
    paint_place,
    paint_region,
    paint_scale_bar,
    pieces_width,
)
from app.widgets.canvas.scale_bar import scale_bar
from app.widgets.canvas.sketch import Points, Sketch, length_text


@dataclass(frozen=True, slots=True)
class Mark:
    """A place (x, y) of the photo with what is to be said of it."""

    x: float
    y: float
    text: str = ""


class Annotated(Easel):
    """Paints above the layers; measures nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mm_per_px: float | None = None
        self._marks: tuple[Mark, ...] = ()
        self._regions: tuple[Points, ...] = ()
        self._line: Points = ()
        self._corners: Points = ()
        self._can_draw = False
        self._width_legend: tuple[Piece, ...] = ()
        self.sketch = Sketch()

    def show_photo(self, pyramid: PhotoPyramid, title: str) -> None:
        self._marks = self._regions = self._line = self._corners = ()
        self.sketch.forget()
        super().show_photo(pyramid, title)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Places of the shown photo worth seeing, such as where a crack is widest."""
        self._marks = tuple(marks)
        self.update()

    def show_regions(self, regions: Sequence[Points]) -> None:
        """Polygons of the shown photo where nothing counts as crack."""
        self._regions = tuple(regions)
        self.update()

    def set_width_legend(self, classes: Sequence[tuple[str, str]]) -> None:
        """What the colours of widths mean: (words, colour); a colour of "" has no swatch."""
        self._width_legend = tuple(Piece(words, colour=colour) for words, colour in classes)
        self.update()

    @Slot(object)
    def set_scale(self, mm_per_px: float | None) -> None:
        """The calibration of the shown photo; None shows the scale in pixels."""
        self._mm_per_px = mm_per_px
        self.update()

    def _paint_above(self, painter: QPainter, tokens: Tokens) -> None:
        right, bottom = self.width() - MARGIN_PX, self.height() - MARGIN_PX
        self._paint_drawn(painter, tokens)
        caption = paint_chip(painter, self.caption(), corner=QPointF(MARGIN_PX, MARGIN_PX), tokens=tokens)
        if caption.right() + MARGIN_PX + pieces_width(painter, self._hints()) < right:
            paint_pieces(painter, self._hints(), corner=QPointF(right, MARGIN_PX), tokens=tokens)
        if self._is_comparing and self._scene.truth is not None and self._scene.map is not None:
            words = legend(self.tr("found"), self.tr("missed"), self.tr("false alarm"))
            corner = QPointF(right, MARGIN_PX + CHIP_HEIGHT_PX + 4)
            paint_pieces(painter, words, corner=corner, tokens=tokens)
        elif self._has_widths and self._width_legend:
            corner = QPointF(right, MARGIN_PX + CHIP_HEIGHT_PX + 4)
            paint_pieces(painter, self._width_legend, corner=corner, tokens=tokens)
        bar = scale_bar(self.zoom, self._mm_per_px)
        ratio = self.devicePixelRatioF()
        paint_scale_bar(painter, bar, corner=QPointF(right, bottom), ratio=ratio, tokens=tokens)
        if self._is_split:
            self._paint_side_names(painter, tokens)
        if self.pencil.tool in STROKES and self._cursor is not None:
            diameter = self.pencil.diameter_px * self.zoom / ratio
            paint_brush(painter, self._cursor, diameter=diameter, tokens=tokens)

    def _paint_drawn(self, painter: QPainter, tokens: Tokens) -> None:
        """All that has a place on the photo."""
        for region in self._regions:
            paint_region(painter, self._on_screen(region), tokens=tokens)
        for mark in self._marks:
            place = self._on_screen([(mark.x + 0.5, mark.y + 0.5)])[0]
            paint_place(painter, place, mark.text, tokens=tokens)
        sketched = self.sketch.points
        if self.pencil.tool is Tool.REGION and sketched:
            paint_region(painter, self._on_screen(sketched), tokens=tokens)
        corners = sketched if self.pencil.tool is Tool.CORNERS and sketched else self._corners
        if corners:
            paint_corners(painter, self._on_screen(corners), tokens=tokens)
        line = sketched if self.pencil.tool is Tool.RULER and sketched else self._line
        if line:
            text = length_text(line, self._mm_per_px)
            paint_line(painter, self._on_screen(line), text=text, tokens=tokens)

    def _on_screen(self, points: Sequence[tuple[float, float]]) -> list[QPointF]:
        ratio = self.devicePixelRatioF()
        return [QPointF(*self.view.to_screen(point)) / ratio for point in points]

    def _paint_side_names(self, painter: QPainter, tokens: Tokens) -> None:
        has_second = self._scene.second is not None
        left, right = self._second_names if has_second else (self.tr("photo"), self.tr("mask"))
        x, y = self.handle.x_in_parent, self.height() - MARGIN_PX - CHIP_HEIGHT_PX
        align = Qt.AlignmentFlag.AlignRight
        paint_chip(painter, left, corner=QPointF(x - MARGIN_PX, y), tokens=tokens, align=align)
        paint_chip(painter, right, corner=QPointF(x + MARGIN_PX, y), tokens=tokens)

    def _hints(self) -> tuple[Piece, ...]:
        """The keys, where the action is."""
        if self.pencil.tool is Tool.CORNERS:
            corner = self.tr("Corner {number} of 4").format(number=len(self.sketch.points) + 1)
            return (Piece(corner, self.tr("Click")), Piece(self.tr("Done"), self.tr("Esc")))
        if self.pencil.tool in (Tool.RULER, Tool.REGION):
            drawn = self.tr("Line") if self.pencil.tool is Tool.RULER else self.tr("Outline")
            return (
                Piece(drawn, self.tr("Drag")),
                Piece(self.tr("Move"), self.tr("Middle button")),
                Piece(self.tr("Done"), self.tr("Esc")),
            )
        if self.pencil.tool in STROKES:
            return (
                Piece(self.tr("Size"), self.tr("Wheel")),
                Piece(self.tr("Zoom"), self.tr("Ctrl+Wheel")),
                Piece(self.tr("Brush"), "B"),
                Piece(self.tr("Eraser"), "E"),
                Piece(self.tr("Done"), self.tr("Esc")),
            )
        return (
            Piece(self.tr("Split"), "S"),
            Piece(self.tr("Style"), "O"),
            Piece(self.tr("Loupe"), "L"),
            Piece(self.tr("Ruler"), "M"),
            *((Piece(self.tr("Draw"), "B"),) if self._can_draw else ()),
            Piece(self.tr("Hide"), self.tr("Space")),
        )
