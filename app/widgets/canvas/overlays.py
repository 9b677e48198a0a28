"""Quiet text and marks upon the canvas."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.assets import BASE_PX, RADIUS_PX, Tokens, ui_font
from app.imaging.tables import AGREEMENT_COLOURS, Agreement
from app.widgets.canvas.scale_bar import ScaleBar

PADDING_PX = 8
CHIP_HEIGHT_PX = 26
MARGIN_PX = 14
RING_PX = 15
CORNER_PX = 5
SWATCH_PX = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a chip: with a key it is dim and its key bold, with a colour it has a swatch before it."""

    text: str
    key: str = ""
    colour: str = ""


def paint_chip(
    painter: QPainter,
    text: str,
    *,
    corner: QPointF,
    tokens: Tokens,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QRectF:
    """A line of text on a dark plate; ``corner`` is its top left, or its top right with ``AlignRight``."""
    painter.setFont(ui_font())
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * PADDING_PX
    left = corner.x() - (width if align is Qt.AlignmentFlag.AlignRight else 0)
    plate = QRectF(left, corner.y(), width, CHIP_HEIGHT_PX)
    _paint_plate(painter, plate, tokens)
    painter.setPen(QColor(tokens.on_canvas))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    return plate


def paint_pieces(painter: QPainter, pieces: Sequence[Piece], *, corner: QPointF, tokens: Tokens) -> None:
    """A chip of several pieces; ``corner`` is its top right."""
    width = pieces_width(painter, pieces)
    plate = QRectF(corner.x() - width, corner.y(), width, CHIP_HEIGHT_PX)
    _paint_plate(painter, plate, tokens)
    left = plate.left() + PADDING_PX
    for piece in pieces:
        _paint_piece(painter, piece, QRectF(left, plate.top(), plate.width(), CHIP_HEIGHT_PX), tokens)
        left += _piece_width(painter, piece) + PADDING_PX


def pieces_width(painter: QPainter, pieces: Sequence[Piece]) -> float:
    """How wide the chip of these pieces will be."""
    return sum(_piece_width(painter, piece) for piece in pieces) + (len(pieces) + 1) * PADDING_PX


def _piece_width(painter: QPainter, piece: Piece) -> float:
    painter.setFont(ui_font())
    text = painter.fontMetrics().horizontalAdvance(piece.text)
    painter.setFont(ui_font(is_bold=True))
    key = painter.fontMetrics().horizontalAdvance(piece.key)
    return text + (key + 4 if piece.key else 0) + (SWATCH_PX + 5 if piece.colour else 0)


def _paint_piece(painter: QPainter, piece: Piece, place: QRectF, tokens: Tokens) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    if piece.colour:
        swatch = QRectF(place.left(), place.center().y() - SWATCH_PX / 2, SWATCH_PX, SWATCH_PX)
        painter.fillRect(swatch, QColor(piece.colour))
        place.setLeft(swatch.right() + 5)
    painter.setFont(ui_font())
    painter.setPen(QColor(tokens.canvas_dim if piece.key else tokens.on_canvas))
    painter.drawText(place, middle, piece.text)
    if piece.key:
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(piece.text) + 4)
        painter.setFont(ui_font(is_bold=True))
        painter.setPen(QColor(tokens.on_canvas))
        painter.drawText(place, middle, piece.key)


def legend(found: str, missed: str, false_alarm: str) -> tuple[Piece, ...]:
    """What the colours of a comparison mean."""
    words = {Agreement.FOUND: found, Agreement.MISSED: missed, Agreement.FALSE_ALARM: false_alarm}
    return tuple(Piece(word, colour=AGREEMENT_COLOURS[case]) for case, word in words.items())


def paint_place(painter: QPainter, place: QPointF, text: str, *, tokens: Tokens, room: QRectF | None = None) -> None:
    """A ring around a place of the photo with its text beside it, within ``room`` (the canvas) where that is enough."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((tokens.canvas, 4.0), (tokens.on_canvas, 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(place, RING_PX, RING_PX)
    if text:
        painter.setFont(ui_font())
        width = painter.fontMetrics().horizontalAdvance(text) + 2 * PADDING_PX
        corner = beside(place, width, QRectF(painter.viewport()) if room is None else room)
        paint_chip(painter, text, corner=corner, tokens=tokens)


def beside(place: QPointF, width: float, room: QRectF) -> QPointF:
    """The top left of a chip: right of a ring and above it, left of it where ``room`` ends before the chip does.

    Where there is no room on either side, it lies above the ring, as far within ``room`` as it goes.
    """
    away = RING_PX + 8
    top = max(place.y() - RING_PX - CHIP_HEIGHT_PX, room.top())
    if place.x() + away + width <= room.right():
        return QPointF(place.x() + away, top)
    if place.x() - away - width >= room.left():
        return QPointF(place.x() - away - width, top)
    return QPointF(max(min(place.x() - width / 2, room.right() - width), room.left()), top)


def paint_region(painter: QPainter, corners: Sequence[QPointF], *, tokens: Tokens) -> None:
    """A hatched part of the photo where nothing counts."""
    painter.setPen(QPen(QColor(tokens.on_canvas), 1.2, Qt.PenStyle.DashLine))
    ground = QColor(tokens.on_canvas)
    ground.setAlphaF(0.45)
    painter.setBrush(QBrush(ground, Qt.BrushStyle.BDiagPattern))
    painter.drawPolygon(corners)


def paint_corners(painter: QPainter, corners: Sequence[QPointF], *, tokens: Tokens) -> None:
    """The corners of a rectangle in perspective, and its sides as far as they are there."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sides = [*corners, corners[0]] if len(corners) > 3 else list(corners)
    for colour, width in ((tokens.canvas, 4.0), (tokens.on_canvas, 1.6)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPolyline(sides)
        for corner in corners:
            painter.drawEllipse(corner, CORNER_PX, CORNER_PX)


def paint_line(painter: QPainter, ends: Sequence[QPointF], *, text: str, tokens: Tokens) -> None:
    """A line with its length."""
    start, end = ends[0], ends[-1]
    for colour, width in ((tokens.canvas, 4.0), (tokens.on_canvas, 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(start, end)
    paint_chip(painter, text, corner=(start + end) / 2 + QPointF(8, 8), tokens=tokens)


def paint_message(painter: QPainter, area: QRectF, *, title: str, hint: str, tokens: Tokens) -> None:
    """Two lines in the middle of the canvas: what is the matter, and what to do."""
    middle = area.center().y()
    room = area.adjusted(32, 0, -32, 0)
    painter.setFont(ui_font(pixel_size=BASE_PX + 3, is_bold=True))
    painter.setPen(QColor(tokens.on_canvas))
    top = QRectF(room.left(), area.top(), room.width(), middle - area.top() - 4)
    painter.drawText(top, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, title)
    painter.setFont(ui_font())
    painter.setPen(QColor(tokens.canvas_dim))
    below = QRectF(room.left(), middle + 4, room.width(), area.bottom() - middle)
    wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(below, wrap, hint)


def paint_scale_bar(painter: QPainter, bar: ScaleBar, *, corner: QPointF, ratio: float, tokens: Tokens) -> None:
    """The bar with its length above it; ``corner`` is its bottom right, ``ratio`` device pixels per point."""
    length = bar.screen_px / ratio
    plate = QRectF(corner.x() - length - 2 * PADDING_PX, corner.y() - 40, length + 2 * PADDING_PX, 40)
    _paint_plate(painter, plate, tokens)
    painter.setFont(ui_font())
    painter.setPen(QPen(QColor(tokens.on_canvas), 2))
    left, right, y = plate.left() + PADDING_PX, plate.right() - PADDING_PX, plate.bottom() - 10
    for start, end in (((left, y), (right, y)), ((left, y - 5), (left, y)), ((right, y - 5), (right, y))):
        painter.drawLine(QPointF(*start), QPointF(*end))
    painter.drawText(plate.adjusted(0, 2, 0, -14), Qt.AlignmentFlag.AlignCenter, bar.text)


def paint_brush(painter: QPainter, middle: QPointF, *, diameter: float, tokens: Tokens) -> None:
    """A ring that shows what the brush would cover, dark and light so that it is seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = max(diameter / 2, 1.5)
    for colour, width in ((tokens.canvas, 3.0), (tokens.on_canvas, 1.2)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(middle, radius, radius)


def _paint_plate(painter: QPainter, plate: QRectF, tokens: Tokens) -> None:
    ground = QColor(tokens.chip)
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, RADIUS_PX, RADIUS_PX)
