"""Quiet text upon the canvas."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.assets import BASE_PX, RADIUS_PX, Tokens, ui_font

PADDING_PX = 8
CHIP_HEIGHT_PX = 26
MARGIN_PX = 14


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
    ground = QColor(tokens.chip)
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, RADIUS_PX, RADIUS_PX)
    painter.setPen(QColor(tokens.on_canvas))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    return plate


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
