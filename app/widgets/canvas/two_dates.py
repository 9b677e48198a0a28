"""Two photos of one spot, the earlier laid over the later: side by side under a slider, or one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.assets import Tokens, tokens_of
from app.imaging import PhotoPyramid, Tone
from app.widgets.canvas import view as views
from app.widgets.canvas.easel import in_device_pixels
from app.widgets.canvas.layers import PhotoLayer
from app.widgets.canvas.overlays import CHIP_HEIGHT_PX, MARGIN_PX, paint_chip, paint_message, paint_place
from app.widgets.canvas.split import GRIP_PX, SplitHandle
from app.widgets.canvas.viewport import Viewport

BLINK_MS = 700
LINE_PX = 2.5


@dataclass(frozen=True, slots=True, eq=False)
class DatePair:
    """``earlier`` is laid over ``later`` (both of one size); ``new`` and ``gone`` are centre lines (N, 2) there."""

    earlier: PhotoPyramid
    later: PhotoPyramid
    new: Sequence[np.ndarray] = ()
    gone: Sequence[np.ndarray] = ()
    widest: tuple[float, float] | None = None
    widest_text: str = ""


class TwoDates(Viewport):
    """Zooms and pans both at once; new lines are drawn on the later photo, lines that are gone on the earlier."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: DatePair | None = None
        self._layers: tuple[PhotoLayer, PhotoLayer] | None = None
        self._message = ("", "")
        self._shows_earlier = False
        self._blink = QTimer(self, interval=BLINK_MS)
        self._blink.timeout.connect(self._on_blink)
        self.handle = SplitHandle(self)
        self.handle.moved.connect(self.update)
        self.view_changed.connect(self.update)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(self.tr("Two dates of one spot"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def pair(self) -> DatePair | None:
        """What is shown."""
        return self._pair

    @property
    def is_blinking(self) -> bool:
        return self._blink.isActive()

    def show_pair(self, pair: DatePair) -> None:
        """Two photos of one spot."""
        self._pair = pair
        self._layers = (PhotoLayer(pair.earlier), PhotoLayer(pair.later))
        self.look_at_photo(pair.later.size)
        self._arrange()

    def show_message(self, title: str, hint: str) -> None:
        """Nothing to see: what is the matter, and what to do next."""
        self._pair = self._layers = None
        self._message = (title, hint)
        self.look_at_photo(None)
        self._arrange()

    @Slot(bool)
    def set_blinking(self, is_blinking: bool) -> None:
        """One after the other in the same place, instead of side by side."""
        self._blink.start() if is_blinking else self._blink.stop()
        self._shows_earlier = is_blinking
        self._arrange()

    @Slot()
    def _on_blink(self) -> None:
        self._shows_earlier = not self._shows_earlier
        self.update()

    def _arrange(self) -> None:
        self.handle.setVisible(self._pair is not None and not self.is_blinking)
        self.handle.follow_parent()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pair is None:
            title, hint = self._message
            paint_message(painter, QRectF(self.rect()), title=title, hint=hint, tokens=tokens)
        else:
            for side, number in self._sides():
                self._paint_side(painter, side, number, tokens)
                if number == 1 and self._pair.widest is not None:
                    self._paint_widest(painter, QRectF(side), tokens)
            self._paint_names(painter, tokens)
        painter.end()

    def _sides(self) -> list[tuple[QRect, int]]:
        """Which photo (0 the earlier, 1 the later) is painted where, in points."""
        if self.is_blinking:
            return [(self.rect(), 0 if self._shows_earlier else 1)]
        middle = round(self.handle.x_in_parent)
        return [
            (QRect(0, 0, middle, self.height()), 0),
            (QRect(middle, 0, self.width() - middle, self.height()), 1),
        ]

    def _paint_side(self, painter: QPainter, side: QRect, number: int, tokens: Tokens) -> None:
        box = views.visible_box(self.view, self.photo_size, self.device_size())
        if box.is_empty:
            return
        painter.save()
        painter.setClipRect(side)
        with in_device_pixels(painter, self.devicePixelRatioF()):
            painter.drawImage(box.left, box.top, self._layers[number].image(self.view, box, tone=Tone()))
        lines, colour = (self._pair.gone, tokens.accent) if number == 0 else (self._pair.new, tokens.cracked)
        painter.setPen(QPen(QColor(colour), LINE_PX))
        for line in lines:
            painter.drawPolyline(QPolygonF(self._on_screen(line)))
        painter.restore()

    def _paint_widest(self, painter: QPainter, side: QRectF, tokens: Tokens) -> None:
        """Not clipped, but kept clear of the slider."""
        (place,) = self._on_screen(np.array([self._pair.widest]))
        if side.contains(place):
            room = side.adjusted(GRIP_PX / 2, 0, 0, 0)
            paint_place(painter, place, self._pair.widest_text, tokens=tokens, room=room)

    def _paint_names(self, painter: QPainter, tokens: Tokens) -> None:
        y = self.height() - MARGIN_PX - CHIP_HEIGHT_PX
        earlier, later = self.tr("earlier"), self.tr("later")
        if self.is_blinking:
            name = earlier if self._shows_earlier else later
            paint_chip(painter, name, corner=QPointF(MARGIN_PX, y), tokens=tokens)
            return
        x, align = self.handle.x_in_parent, Qt.AlignmentFlag.AlignRight
        paint_chip(painter, earlier, corner=QPointF(x - MARGIN_PX, y), tokens=tokens, align=align)
        paint_chip(painter, later, corner=QPointF(x + MARGIN_PX, y), tokens=tokens)

    def _on_screen(self, points: np.ndarray) -> list[QPointF]:
        """Points as core has them, with the middle of a pixel at its number."""
        ratio = self.devicePixelRatioF()
        return [QPointF(*self.view.to_screen((x + 0.5, y + 0.5))) / ratio for x, y in points.tolist()]
