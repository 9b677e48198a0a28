"""The canvas: listens to mouse and keys, keeps a ``View``, paints layers.

The arithmetic is in ``view`` and ``patches``.
"""

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.assets import Tokens, tokens_of
from app.imaging import MapPyramid, MaskLook, MaskStyle, PhotoPyramid
from app.widgets.canvas import view as views
from app.widgets.canvas.layers import MaskLayer, PhotoLayer
from app.widgets.canvas.overlays import MARGIN_PX, paint_chip, paint_message
from app.widgets.canvas.view import Point, Size, View

ZOOM_STEP = 1.25
PAN_STEP_PX = 64
WHEEL_NOTCH = 120


class Canvas(QWidget):
    """Shows one photo and its mask; knows nothing of files, models or projects."""

    zoom_changed = Signal(float)
    look_changed = Signal(object)
    look_hidden_changed = Signal(bool)
    cursor_moved = Signal(int, int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: PhotoLayer | None = None
        self._mask: MaskLayer | None = None
        self._map: MapPyramid | None = None
        self._truth: MapPyramid | None = None
        self._title = ""
        self._note = ""
        self._message = (self.tr("No photo yet"), self.tr("Open a folder of photos, or drop one here."))
        self._look = MaskLook()
        self._view = View(1.0, 0, 0)
        self._is_fitted = True
        self._is_hidden = False
        self._is_comparing = False
        self._drag: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(self.tr("Photo with crack mask"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    def show_photo(self, pyramid: PhotoPyramid, title: str) -> None:
        """A new photo, without a map as yet. A zoom chosen by hand is kept for photos of one size."""
        keeps_view = not self._is_fitted and self._photo is not None and self.photo_size == pyramid.size
        self._photo = PhotoLayer(pyramid)
        self._map = self._truth = self._mask = None
        self._title, self._note, self._message = title, "", ("", "")
        if not keeps_view:
            self.fit()
        self.setAccessibleDescription(title)
        self.update()

    def show_map(self, pyramid: MapPyramid | None, note: str = "") -> None:
        """The map of the shown photo; None, with a ``note`` saying why, while there is none."""
        self._check_size(pyramid)
        self._map, self._note = pyramid, note
        self._rebuild_mask()

    def show_truth(self, truth: MapPyramid | None) -> None:
        """The true mask of the shown photo, for ``set_comparing``."""
        self._check_size(truth)
        self._truth = truth
        self._rebuild_mask()

    def show_loading(self, title: str) -> None:
        """The photo before stays on the screen until the new one is there."""
        self._note = self.tr("Loading {name} …").format(name=title)
        self.update()

    def show_empty(self, title: str, hint: str) -> None:
        """No photo: what is the matter, and what to do next."""
        self._photo = self._mask = self._map = self._truth = None
        self._title, self._note, self._message = "", "", (title, hint)
        self.setAccessibleDescription(f"{title} {hint}")
        self.update()

    def show_error(self, title: str, sentence: str) -> None:
        """A photo that cannot be read: its name and the sentence that says why."""
        self.show_empty(title, sentence)

    # How it is shown

    @property
    def look(self) -> MaskLook:
        return self._look

    @property
    def zoom(self) -> float:
        """Screen pixels (of the device) per photo pixel."""
        return self._view.zoom

    @property
    def photo_size(self) -> Size | None:
        return None if self._photo is None else self._photo.pyramid.size

    @Slot(object)
    def set_look(self, look: MaskLook) -> None:
        if look == self._look:
            return
        self._look = look
        self.look_changed.emit(look)
        self.update()

    @Slot(bool)
    def set_comparing(self, is_comparing: bool) -> None:
        """Found, missed and falsely marked pixels instead of the mask, where there is a truth."""
        self._is_comparing = is_comparing
        self._rebuild_mask()

    @Slot(bool)
    def hold_hidden(self, is_hidden: bool) -> None:
        """Takes the mask away for as long as a key is held."""
        if is_hidden == self._is_hidden:
            return
        self._is_hidden = is_hidden
        self.look_hidden_changed.emit(is_hidden)
        self.update()

    @Slot()
    def next_style(self) -> None:
        styles = list(MaskStyle)
        following = styles[(styles.index(self._look.style) + 1) % len(styles)]
        self.set_look(replace(self._look, style=following))

    # Where one looks

    @Slot()
    def fit(self) -> None:
        self._is_fitted = True
        if self.photo_size is not None:
            self._look_at(views.fitted(self.photo_size, self._viewport()))

    @Slot()
    def actual_size(self) -> None:
        """One photo pixel on one pixel of the screen, around the middle of what is seen."""
        self._zoom_to(1.0, self._middle())

    @Slot()
    def zoom_in(self) -> None:
        self._zoom_to(self._view.zoom * ZOOM_STEP, self._middle())

    @Slot()
    def zoom_out(self) -> None:
        self._zoom_to(self._view.zoom / ZOOM_STEP, self._middle())

    def _zoom_to(self, zoom: float, screen: Point) -> None:
        if self.photo_size is None:
            return
        self._is_fitted = False
        bounded = views.bounded_zoom(zoom, self.photo_size, self._viewport())
        self._look_at(views.zoomed(self._view, screen, zoom=bounded))

    def pan(self, dx: float, dy: float) -> None:
        if self.photo_size is None:
            return
        self._is_fitted = False
        self._look_at(views.panned(self._view, dx, dy))

    def _look_at(self, view: View) -> None:
        before = self._view.zoom
        self._view = views.clamped(view, self.photo_size, self._viewport())
        if self._view.zoom != before:
            self.zoom_changed.emit(self._view.zoom)
        self.update()

    def _viewport(self) -> Size:
        ratio = self.devicePixelRatioF()
        return max(round(self.height() * ratio), 1), max(round(self.width() * ratio), 1)

    def _middle(self) -> Point:
        height, width = self._viewport()
        return width / 2, height / 2

    def _device(self, position: QPointF) -> Point:
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    # Qt's events

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_fitted:
            self.fit()
        elif self.photo_size is not None:
            self._look_at(self._view)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        self._zoom_to(self._view.zoom * ZOOM_STEP**notches, self._device(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        is_pinch = (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        )
        if not is_pinch:
            return super().event(event)
        self._zoom_to(self._view.zoom * (1 + event.value()), self._device(event.position()))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            moved = self._device(event.position() - self._drag)
            self._drag = event.position()
            self.pan(*moved)
        self._tell_cursor(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between the whole photo and 1:1 at the place that was clicked."""
        if self._is_fitted:
            self._zoom_to(1.0, self._device(event.position()))
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.hold_hidden(True)
            return
        action = self._key_actions().get(Qt.Key(event.key()))
        if action is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            action()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_hidden(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hold_hidden(False)
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._photo is None:
            title, hint = self._message
            paint_message(painter, QRectF(self.rect()), title=title, hint=hint, tokens=tokens)
        else:
            self._paint_layers(painter)
        self._paint_chips(painter, tokens)
        painter.end()

    def _paint_layers(self, painter: QPainter) -> None:
        box = views.visible_box(self._view, self.photo_size, self._viewport())
        if box.is_empty:
            return
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(box.left, box.top, self._photo.image(self._view, box))
        if self._mask is not None and self._look.is_visible and not self._is_hidden:
            line_px = max(1, round(ratio))
            mask = self._mask.image(self._view, box, look=self._look, line_px=line_px)
            painter.drawImage(box.left, box.top, mask)
        painter.restore()

    def _paint_chips(self, painter: QPainter, tokens: Tokens) -> None:
        top = float(MARGIN_PX)
        if self._photo is not None:
            plate = paint_chip(painter, self.caption(), corner=QPointF(MARGIN_PX, top), tokens=tokens)
            top = plate.bottom() + 4
        if self._note:
            paint_chip(painter, self._note, corner=QPointF(MARGIN_PX, top), tokens=tokens)

    def caption(self) -> str:
        """Name · size · zoom."""
        height, width = self.photo_size
        zoom = self.tr("{percent} %").format(percent=_percent(self._view.zoom))
        return f"{self._title} · {width} × {height} · {zoom}"

    def _key_actions(self) -> dict:
        key = Qt.Key
        return {
            key.Key_F: self.fit,
            key.Key_1: self.actual_size,
            key.Key_Plus: self.zoom_in,
            key.Key_Equal: self.zoom_in,
            key.Key_Minus: self.zoom_out,
            key.Key_O: self.next_style,
        }

    def _tell_cursor(self, position: QPointF) -> None:
        if self.photo_size is None:
            return
        x, y = (math.floor(each) for each in self._view.to_photo(self._device(position)))
        height, width = self.photo_size
        if 0 <= x < width and 0 <= y < height:
            value = None if self._map is None else int(self._map.levels[0][y, x]) / 255
            self.cursor_moved.emit(x, y, value)

    def _check_size(self, pyramid: MapPyramid | None) -> None:
        if pyramid is not None and pyramid.size != self.photo_size:
            raise ValueError(f"The photo is {self.photo_size}, the map is {pyramid.size}.")

    def _rebuild_mask(self) -> None:
        truth = self._truth if self._is_comparing else None
        self._mask = None if self._map is None else MaskLayer(self._map, truth)
        self.update()


def _percent(zoom: float) -> str:
    percent = 100 * zoom
    return f"{percent:.0f}" if percent >= 10 else f"{percent:.1f}"
