"""Three segments: what the inspector says of the whole photo."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.assets import RADIUS_PX, SMALL_PX, Tokens, tokens_of, ui_font
from core.values import Tag

HEIGHT_PX = 34
KEY_PX = 17
GAP_PX = 6


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one tag is shown: its ``key`` is its letter, so that colour is never all there is."""

    tag: Tag
    key: str
    colours: Callable[[Tokens], tuple[str, str]]


_KINDS = (
    _Kind(Tag.CRACKED, "C", lambda tokens: (tokens.cracked, tokens.on_cracked)),
    _Kind(Tag.NOT_CRACKED, "N", lambda tokens: (tokens.not_cracked, tokens.on_not_cracked)),
    _Kind(Tag.UNSURE, "U", lambda tokens: (tokens.unsure, tokens.on_unsure)),
)
assert {kind.tag for kind in _KINDS} == set(Tag), "a tag has no segment"


class TagBar(QWidget):
    """Emits the wish; shows what it is told. Choosing the tag that holds already clears it (None)."""

    tag_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag: Tag | None = None
        names = (self.tr("Cracked"), self.tr("Not"), self.tr("Unsure"))
        self._segments = {
            kind.tag: _Segment(kind, name, place) for place, (kind, name) in enumerate(zip(_KINDS, names, strict=True))
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for tag, segment in self._segments.items():
            segment.clicked.connect(partial(self._request, tag))
            row.addWidget(segment)
        self.setAccessibleName(self.tr("Tag of the photo"))

    def set_tag(self, tag: Tag | None, *, is_pending: bool = False) -> None:
        """What holds; hollow while it is not on disk yet (``is_pending``)."""
        self.tag = tag
        for each, segment in self._segments.items():
            segment.setChecked(each is tag)
            segment.is_pending = is_pending
            segment.update()

    def _request(self, tag: Tag) -> None:
        wished = None if tag is self.tag else tag
        self._segments[tag].setChecked(tag is self.tag)
        self.tag_requested.emit(wished)


class _Segment(QAbstractButton):
    def __init__(self, kind: _Kind, name: str, place: int) -> None:
        super().__init__()
        self._kind = kind
        self._place = place
        self.is_pending = False
        self.setText(name)
        self.setCheckable(True)
        self.setFont(ui_font())
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Key {key}").format(key=kind.key))

    def sizeHint(self) -> QSize:
        chosen = QFontMetrics(ui_font(is_bold=True))  # which is wider
        width = chosen.horizontalAdvance(self.text()) + GAP_PX + KEY_PX + 16
        return QSize(width, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - 8, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text_colour = self._paint_ground(painter, tokens)
        self._paint_label(painter, text_colour)
        painter.end()

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> QColor:
        colour, on_colour = self._kind.colours(tokens)
        ground, text, edge = tokens.panel, tokens.text, tokens.line
        if self.isChecked():
            ground, text, edge = (tokens.panel, colour, colour) if self.is_pending else (colour, on_colour, colour)
        elif self.underMouse() and self.isEnabled():
            ground = tokens.raised
        if not self.isEnabled() and not self.isChecked():
            text = tokens.dim
        shape = self._shape()
        painter.fillPath(shape, QColor(ground))
        is_focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.accent if is_focused else edge), 2 if is_focused else 1))
        painter.drawPath(shape)
        return QColor(text)

    def _paint_label(self, painter: QPainter, colour: QColor) -> None:
        font = ui_font(is_bold=self.isChecked())
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - width - GAP_PX - KEY_PX) / 2
        painter.setPen(colour)
        painter.drawText(QRectF(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        key = QRectF(left + width + GAP_PX, (self.height() - KEY_PX) / 2, KEY_PX, KEY_PX)
        painter.setFont(ui_font(pixel_size=SMALL_PX))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._kind.key)
        colour.setAlphaF(0.5)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(key, 3, 3)

    def _shape(self) -> QPainterPath:
        """Rounded only at the outer ends of the bar."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS_PX, RADIUS_PX)
        last = len(_KINDS) - 1
        square = QPainterPath()
        if self._place > 0:
            square.addRect(QRectF(box.left(), box.top(), RADIUS_PX, box.height()))
        if self._place < last:
            square.addRect(QRectF(box.right() - RADIUS_PX, box.top(), RADIUS_PX, box.height()))
        return path.united(square)
