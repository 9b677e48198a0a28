"""A round magnifier that goes with the cursor."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.assets import tokens_of
from app.imaging import MaskLook, Tone
from app.widgets.canvas import view as views
from app.widgets.canvas.layers import Layers, Scene
from app.widgets.canvas.view import Point, View

DIAMETER_PX = 220
ENLARGED = 4.0
# Below this, a hairline in the loupe would still be thinner than a pixel of the screen.
SMALLEST_ZOOM = 2.0


class Loupe(QWidget):
    """Lets every click through to the canvas below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._layers: Layers | None = None
        self._look, self._tone = MaskLook(), Tone()
        self._place: Point = (0.0, 0.0)
        self._zoom = SMALLEST_ZOOM
        self.setFixedSize(DIAMETER_PX, DIAMETER_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_scene(self, scene: Scene | None) -> None:
        self._scene = scene
        self._layers = None if scene is None else Layers(scene)
        self.update()

    def set_look(self, look: MaskLook, tone: Tone) -> None:
        self._look, self._tone = look, tone
        self.update()

    def forget_map(self) -> None:
        """The pixels of the map have changed in place."""
        if self._layers is not None:
            self._layers.forget_map()
        self.update()

    def follow(self, position: QPointF, *, place: Point, zoom: float) -> None:
        """The cursor is at ``position`` of the parent, over ``place`` of the photo, seen there at ``zoom``."""
        self._place = place
        self._zoom = min(max(zoom * ENLARGED, SMALLEST_ZOOM), views.MAX_ZOOM)
        self.move(round(position.x() - DIAMETER_PX / 2), round(position.y() - DIAMETER_PX / 2))
        self.update()

    @property
    def view(self) -> View:
        """The photo's place in the loupe: what is under the cursor is in its middle."""
        middle = DIAMETER_PX * self.devicePixelRatioF() / 2
        x, y = self._place
        return View(self._zoom, round(middle - x * self._zoom), round(middle - y * self._zoom))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._layers is None:
            return
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        disc = QPainterPath()
        disc.addEllipse(ring)
        painter.setClipPath(disc)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        self._paint_scene(painter)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(tokens.canvas), 4))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(tokens.on_canvas), 2))
        painter.drawEllipse(ring)
        painter.end()

    def _paint_scene(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        side = round(DIAMETER_PX * ratio)
        box = views.visible_box(self.view, self._scene.photo.size, (side, side))
        if box.is_empty:
            return
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        self._layers.paint_photo(painter, self.view, box, tone=self._tone)
        if self._look.is_visible:
            self._layers.paint_mask(painter, self.view, box, look=self._look, line_px=max(1, round(2 * ratio)))
        painter.restore()
