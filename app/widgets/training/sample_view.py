"""Tagged photos as small pictures: their tags, what each is for, and which tags are doubtful."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.assets import RADIUS_PX, SMALL_PX, Tokens, tokens_of, ui_font
from app.cells import paint_badge, paint_picture
from app.models.samples import Roles, Sample, SampleList, role_words
from app.models.thumbnails import Thumbnails
from core.values import Role

CELL = QSize(108, 106)
_MARGIN_PX = 3
_CAPTION_PX = 20
_FADED = 0.35


class SampleView(QListView):
    """A click, or Enter on the photo that the arrow keys lead to, asks for it."""

    photo_requested = Signal(int)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = SampleList(thumbnails, self)
        self.setModel(self.samples)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Tagged photos"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(CELL.height() + 8)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def show_samples(self, samples: Sequence[Sample]) -> None:
        """Show these and no others."""
        self.samples.set_samples(samples)

    def choose(self, row: int) -> None:
        """As if that photo had been clicked."""
        if row < self.samples.rowCount():
            self.setCurrentIndex(self.samples.index(row))
            self._on_chosen(self.samples.index(row))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.photo_requested.emit(self.samples.sample(index.row()).photo)


class _Delegate(QStyledItemDelegate):
    """Photos that are left out are faded; doubtful ones have an amber frame and a triangle."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every cell is as large as the next."""
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Only visible cells come here, so only their thumbnails are asked for."""
        sample: Sample = index.data(Roles.SAMPLE)
        tokens = tokens_of(self.parent())
        cell = QRectF(option.rect).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        picture = QRectF(cell.x(), cell.y(), cell.width(), cell.height() - _CAPTION_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_frame(painter, cell, sample=sample, tokens=tokens, state=option.state)
        painter.setOpacity(1.0 if sample.role is not None else _FADED)
        paint_picture(painter, picture, pixmap=index.data(Roles.PIXMAP), stand_in="…", tokens=tokens)
        painter.setOpacity(1.0)
        paint_badge(painter, picture.topRight() + QPointF(-12, 12), tag=sample.tag, tokens=tokens)
        _paint_caption(painter, cell, sample=sample, tokens=tokens)
        painter.restore()


def _paint_frame(painter: QPainter, cell: QRectF, *, sample: Sample, tokens: Tokens, state: QStyle.StateFlag) -> None:
    colour, width = (tokens.unsure, 2) if sample.is_doubtful else (tokens.line, 1)
    if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
        colour, width = tokens.accent, 2
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(QColor(tokens.raised))
    painter.drawRoundedRect(cell, RADIUS_PX, RADIUS_PX)


def _paint_caption(painter: QPainter, cell: QRectF, *, sample: Sample, tokens: Tokens) -> None:
    line = QRectF(cell.x() + 4, cell.bottom() - _CAPTION_PX, cell.width() - 8, _CAPTION_PX)
    painter.setFont(ui_font(pixel_size=SMALL_PX))
    words = ("▲ " if sample.is_doubtful else "") + role_words(sample)
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.setPen(QColor(tokens.text if sample.role is Role.TRAIN else tokens.dim))
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
