"""The whole photo in a corner of the canvas, with a frame around the part that is seen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.assets import tokens_of
from app.imaging import MaskLook, Tone
from app.widgets.canvas import view as views
from app.widgets.canvas.layers import Layers, Scene
from app.widgets.canvas.view import Point

LONGEST_PX = 168
BORDER_PX = 1


class Navigator(QWidget):
    """Click or drag to look elsewhere."""

    place_chosen = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._layers: Layers | None = None
        self._look, self._tone = MaskLook(), Tone()
        self._seen = ((0.0, 0.0), (0.0, 0.0))
        self.setAccessibleName(self.tr("Overview of the photo"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hide()

    def show_scene(self, scene: Scene | None) -> None:
        self._scene = scene
        self._layers = None if scene is None else Layers(scene)
        if scene is not None:
            height, width = scene.photo.size
            scale = LONGEST_PX / max(height, width)
            self.setFixedSize(QSize(max(round(width * scale), 8), max(round(height * scale), 8)))
        self.update()

    def set_look(self, look: MaskLook, tone: Tone) -> None:
        self._look, self._tone = look, tone
        self.update()

    def set_seen(self, first: Point, last: Point) -> None:
        """The corners, in photo pixels, of what the canvas shows."""
        self._seen = (first, last)
        self.update()

    def forget_map(self) -> None:
        """The pixels of the map have changed in place."""
        if self._layers is not None:
            self._layers.forget_map()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event)

    def _choose(self, event: QMouseEvent) -> None:
        if self._scene is not None:
            height, width = self._scene.photo.size
            position = event.position()
            x, y = position.x() / self.width() * width, position.y() / self.height() * height
            self.place_chosen.emit(x, y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._layers is None:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        photo = self._scene.photo.size
        room = (round(self.height() * ratio), round(self.width() * ratio))
        view = views.View(max(room[0] / photo[0], room[1] / photo[1]), 0, 0)
        box = views.visible_box(view, photo, room)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self._layers.paint_photo(painter, view, box, tone=self._tone)
        if self._look.is_visible:
            self._layers.paint_mask(painter, view, box, look=self._look)
        painter.restore()
        painter.setPen(QPen(QColor(tokens.line), BORDER_PX))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QPen(QColor(tokens.canvas), 3))
        painter.drawRect(self._frame(view, ratio))
        painter.setPen(QPen(QColor(tokens.on_canvas), 1.5))
        painter.drawRect(self._frame(view, ratio))
        painter.end()

    def _frame(self, view: views.View, ratio: float) -> QRectF:
        (left, top), (right, bottom) = (view.to_screen(corner) for corner in self._seen)
        frame = QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)
        return frame.intersected(QRectF(self.rect()).adjusted(1, 1, -2, -2))
