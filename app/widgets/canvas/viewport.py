"""A widget that looks at a photo: zoom and pan by mouse, wheel, pinch and keys. What is painted is its heir's."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.widgets.canvas import view as views
from app.widgets.canvas.view import Point, Size, View

ZOOM_STEP = 1.25
WHEEL_NOTCH = 120


class Viewport(QWidget):
    """Keeps a ``View`` of a photo of ``photo_size``; None while there is no photo."""

    zoom_changed = Signal(float)
    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo_size: Size | None = None
        self._view = View(1.0, 0, 0)
        self._is_fitted = True
        self._drag: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def photo_size(self) -> Size | None:
        """(height, width) of the photo."""
        return self._photo_size

    @property
    def view(self) -> View:
        return self._view

    @property
    def zoom(self) -> float:
        """Screen pixels (of the device) per photo pixel."""
        return self._view.zoom

    @property
    def is_fitted(self) -> bool:
        """Whether the whole photo is shown, and will be when the window changes its size."""
        return self._is_fitted

    def look_at_photo(self, size: Size | None) -> None:
        """Another photo: a place that was chosen by hand is kept for photos of one size."""
        keeps_view = not self._is_fitted and size == self._photo_size
        self._photo_size = size
        if not keeps_view:
            self.fit()

    @Slot()
    def fit(self) -> None:
        self._is_fitted = True
        if self._photo_size is not None:
            self._go(views.fitted(self._photo_size, self.device_size()))

    @Slot()
    def actual_size(self) -> None:
        """One photo pixel on one pixel of the screen, around the middle of what is seen."""
        self.zoom_to(1.0, self._middle())

    @Slot()
    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * ZOOM_STEP, self._middle())

    @Slot()
    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / ZOOM_STEP, self._middle())

    def zoom_to(self, zoom: float, screen: Point) -> None:
        """Another zoom around a device pixel of the widget."""
        if self._photo_size is None:
            return
        self._is_fitted = False
        bounded = views.bounded_zoom(zoom, self._photo_size, self.device_size())
        self._go(views.zoomed(self._view, screen, zoom=bounded))

    def pan(self, dx: float, dy: float) -> None:
        """Moves the photo by device pixels."""
        if self._photo_size is None:
            return
        self._is_fitted = False
        self._go(views.panned(self._view, dx, dy))

    def centre_on(self, photo: Point) -> None:
        """The photo's point in the middle, at the zoom that holds."""
        if self._photo_size is None:
            return
        self._is_fitted = False
        self._go(views.centred(self._photo_size, self.device_size(), zoom=self.zoom, middle=photo))

    def look_at(self, zoom: float, photo: Point) -> None:
        """The photo's point in the middle, at another zoom."""
        if self._photo_size is None:
            return
        self._is_fitted = False
        bounded = views.bounded_zoom(zoom, self._photo_size, self.device_size())
        self._go(views.centred(self._photo_size, self.device_size(), zoom=bounded, middle=photo))

    @property
    def middle(self) -> Point:
        """The photo's point in the middle of the widget."""
        return self._view.to_photo(self._middle())

    def device_size(self) -> Size:
        """(height, width) of the widget in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(round(self.height() * ratio), 1), max(round(self.width() * ratio), 1)

    def device_point(self, position: QPointF) -> Point:
        ratio = self.devicePixelRatioF()
        return position.x() * ratio, position.y() * ratio

    def photo_point(self, position: QPointF) -> Point:
        """What lies under a point of the widget, in photo pixels."""
        return self._view.to_photo(self.device_point(position))

    def _go(self, view: View) -> None:
        before = self._view
        self._view = views.clamped(view, self._photo_size, self.device_size())
        if self._view.zoom != before.zoom:
            self.zoom_changed.emit(self._view.zoom)
        if self._view != before:
            self.view_changed.emit()
        self.update()

    def _middle(self) -> Point:
        height, width = self.device_size()
        return width / 2, height / 2

    # Qt's events

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_fitted:
            self.fit()
        elif self._photo_size is not None:
            self._go(self._view)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        self.zoom_to(self.zoom * ZOOM_STEP**notches, self.device_point(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        is_pinch = (
            isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        )
        if not is_pinch:
            return super().event(event)
        self.zoom_to(self.zoom * (1 + event.value()), self.device_point(event.position()))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            moved = self.device_point(event.position() - self._drag)
            self._drag = event.position()
            self.pan(*moved)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between the whole photo and 1:1 at the place that was clicked."""
        if self._is_fitted:
            self.zoom_to(1.0, self.device_point(event.position()))
        else:
            self.fit()
