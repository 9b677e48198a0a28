"""What cells of photo lists are painted with: the picture and the badge of its tag."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from app.assets import RADIUS_PX, Tokens, ui_font
from core.values import Tag

_BADGE_PX = 12
_LETTERS = {Tag.CRACKED: "C", Tag.NOT_CRACKED: "N", Tag.UNSURE: "U"}


def paint_picture(painter: QPainter, place: QRectF, *, pixmap: QPixmap | None, stand_in: str, tokens: Tokens) -> None:
    """The picture, cut to fill its place, or the words that stand for it."""
    inside = place.adjusted(1, 1, -1, 0)
    if pixmap is None:
        painter.setPen(QColor(tokens.dim))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, stand_in)
        return
    clip = QPainterPath()
    clip.addRoundedRect(inside.adjusted(0, 0, 0, RADIUS_PX), RADIUS_PX - 1, RADIUS_PX - 1)
    painter.save()
    painter.setClipPath(clip)
    painter.setClipRect(inside, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(inside, pixmap, _filling(pixmap, inside))
    painter.restore()


def _filling(pixmap: QPixmap, place: QRectF) -> QRectF:
    """The middle part of the picture that has the cell's proportions."""
    scale = min(pixmap.width() / place.width(), pixmap.height() / place.height())
    width, height = place.width() * scale, place.height() * scale
    return QRectF((pixmap.width() - width) / 2, (pixmap.height() - height) / 2, width, height)


def paint_badge(
    painter: QPainter, centre: QPointF, *, tag: Tag | None, tokens: Tokens, is_pending: bool = False, ring: str = ""
) -> None:
    """A tag as colour and letter: hollow until it is on disk.

    Untagged is a small empty ring; ``ring`` is its colour where it does not lie on a picture.
    """
    place = QRectF(centre.x() - _BADGE_PX / 2, centre.y() - _BADGE_PX / 2, _BADGE_PX, _BADGE_PX)
    colour = ring if ring and tag is None else _tag_colour(tag, tokens)
    is_solid = tag is not None and not is_pending
    ground = QColor(colour if is_solid else tokens.chip)
    ground.setAlphaF(1.0 if tag else 0.0 if ring else 0.35)
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(ground)
    if tag is None:
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        return
    place.adjust(-2, -2, 2, 2)
    painter.drawEllipse(place)
    painter.setPen(QColor(_on_colour(tag, tokens) if is_solid else tokens.on_canvas))
    painter.setFont(ui_font(pixel_size=10, is_bold=True))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _LETTERS[tag])


def _tag_colour(tag: Tag | None, tokens: Tokens) -> str:
    return tokens.on_canvas if tag is None else getattr(tokens, tag.value)


def _on_colour(tag: Tag, tokens: Tokens) -> str:
    return getattr(tokens, f"on_{tag.value}")
