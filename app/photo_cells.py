"""How a photo looks in the list: as a picture with its name below, or as a row of words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.assets import RADIUS_PX, SMALL_PX, Tokens, tokens_of, ui_font
from app.cells import paint_badge, paint_picture
from app.item import Item
from app.models.photo_list import Roles
from app.numbers import decimal, percent

CELL = QSize(126, 132)
ROW_PX = 52
_MARGIN_PX = 4
_CAPTION_PX = 22
_ROW_MARGIN_PX = 2
_ROW_PICTURE_PX = 60


class PictureCells(QStyledItemDelegate):
    """Paints one cell: the picture, its badge, its name, its score as number and bar."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every cell is as large as the next, so that 100,000 need no measuring."""
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Only visible cells come here, so only their thumbnails are asked for."""
        item: Item | None = index.data(Roles.ITEM)
        if item is None:
            return
        tokens = tokens_of(self.parent())
        cell = QRectF(option.rect).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        picture = QRectF(cell.x(), cell.y(), cell.width(), cell.height() - _CAPTION_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_frame(painter, cell, tokens=tokens, state=option.state, is_current=_is_current(self, index))
        words = self.tr("cannot be read") if item.error else "…"
        paint_picture(painter, picture, pixmap=index.data(Roles.PIXMAP), stand_in=words, tokens=tokens)
        _paint_score_bar(painter, picture, item=item, tokens=tokens)
        place = picture.topRight() + QPointF(-12, 12)
        paint_badge(painter, place, tag=item.tag, is_pending=item.is_pending, tokens=tokens)
        _paint_caption(painter, cell, item=item, tokens=tokens)
        painter.restore()


class WordRows(QStyledItemDelegate):
    """Paints one row: a small picture, the name, what is known in figures, and the badge."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as the next; the view makes it as wide as itself."""
        return QSize(CELL.width(), ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Only visible rows come here."""
        item: Item | None = index.data(Roles.ITEM)
        if item is None:
            return
        tokens = tokens_of(self.parent())
        row = QRectF(option.rect).adjusted(_MARGIN_PX, _ROW_MARGIN_PX, -_MARGIN_PX, -_ROW_MARGIN_PX)
        picture = QRectF(row.x(), row.y(), _ROW_PICTURE_PX, row.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_frame(painter, row, tokens=tokens, state=option.state, is_current=_is_current(self, index))
        paint_picture(painter, picture, pixmap=index.data(Roles.PIXMAP), stand_in="…", tokens=tokens)
        place = QPointF(row.right() - 15, row.center().y())
        paint_badge(painter, place, tag=item.tag, is_pending=item.is_pending, tokens=tokens, ring=tokens.dim)
        _paint_words(painter, row, item=item, known=self._known(item), dice=self._dice(item), tokens=tokens)
        painter.restore()

    def _known(self, item: Item) -> str:
        """The figures of a photo in words."""
        if item.error:
            return self.tr("cannot be read")
        figures = (
            (self.tr("score {value}"), None if item.score is None else decimal(item.score, 2)),
            (self.tr("area {value}"), None if item.area is None else percent(item.area)),
        )
        return " · ".join(words.format(value=value) for words, value in figures if value is not None)

    def _dice(self, item: Item) -> str:
        return "" if item.dice is None else self.tr("Dice {value}").format(value=decimal(item.dice, 2))


def _is_current(delegate: QStyledItemDelegate, index: QModelIndex | QPersistentModelIndex) -> bool:
    return delegate.parent().currentIndex().row() == index.row()


def _paint_frame(painter: QPainter, cell: QRectF, *, tokens: Tokens, state: QStyle.StateFlag, is_current: bool) -> None:
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(QPen(QColor(tokens.accent), 2) if is_selected or is_current else QColor(tokens.line))
    painter.setBrush(QColor(tokens.raised if is_selected else tokens.background))
    painter.drawRoundedRect(cell, RADIUS_PX, RADIUS_PX)


def _paint_score_bar(painter: QPainter, picture: QRectF, *, item: Item, tokens: Tokens) -> None:
    if item.score is not None:
        width = (picture.width() - 2) * item.score
        painter.fillRect(QRectF(picture.x() + 1, picture.bottom() - 3, width, 3), QColor(tokens.mask))


def _paint_caption(painter: QPainter, cell: QRectF, *, item: Item, tokens: Tokens) -> None:
    line = QRectF(cell.x() + 7, cell.bottom() - _CAPTION_PX, cell.width() - 14, _CAPTION_PX)
    painter.setFont(ui_font(pixel_size=SMALL_PX))
    number = "" if item.score is None else decimal(item.score, 2)
    room = line.width() - (painter.fontMetrics().horizontalAdvance(number) + 6 if number else 0)
    _paint_name(painter, line, item=item, room=int(room), tokens=tokens)
    painter.setPen(QColor(tokens.dim))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)


def _paint_words(painter: QPainter, row: QRectF, *, item: Item, known: str, dice: str, tokens: Tokens) -> None:
    """Name and Dice above the other figures, between the picture and the badge."""
    words = row.adjusted(_ROW_PICTURE_PX + 9, 5, -32, -5)
    above, below = QRectF(words), QRectF(words)
    above.setHeight(words.height() / 2)
    below.setTop(above.bottom())
    painter.setFont(ui_font(pixel_size=SMALL_PX))
    painter.setPen(QColor(tokens.dim))
    taken = painter.fontMetrics().horizontalAdvance(dice) + 8 if dice else 0
    known = painter.fontMetrics().elidedText(known, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, dice)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, known)
    painter.setFont(ui_font())
    _paint_name(painter, above, item=item, room=int(words.width()) - taken, tokens=tokens)


def _paint_name(painter: QPainter, line: QRectF, *, item: Item, room: int, tokens: Tokens) -> None:
    mark = "▲ " if item.contradicts else "≠ " if item.is_changed else "✓ " if item.is_reviewed else ""
    stem = item.name.rsplit(".", 1)[0]
    name = painter.fontMetrics().elidedText(mark + stem, Qt.TextElideMode.ElideMiddle, room)
    painter.setPen(QColor(tokens.unsure if item.contradicts else tokens.text))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
