"""The canvas: mouse and keys. Looking around is ``Viewport``'s, painting ``Easel``'s, drawing ``Pencil``'s."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.widgets.canvas.annotated import Annotated
from app.widgets.canvas.correction import STROKES, Tool
from app.widgets.canvas.sketch import CLICK_PX


class Canvas(Annotated):
    """Shows one photo and its mask; knows nothing of files, models or projects.

    ``layer_changed`` carries a copy of the whole layer of corrections at the end of each stroke; ``line_drawn``
    and ``region_drawn`` the points (x, y) of the ruler and of an ignore region; ``place_clicked`` a pixel.
    """

    cursor_moved = Signal(int, int, object)
    tool_changed = Signal(object)
    layer_changed = Signal(object)
    line_drawn = Signal(object)
    region_drawn = Signal(object)
    corners_drawn = Signal(object)
    place_clicked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None

    @property
    def tool(self) -> Tool:
        return self.pencil.tool

    def allow_drawing(self, can_draw: bool) -> None:
        """Offers brush and eraser: for whoever keeps what ``layer_changed`` brings."""
        self._can_draw = can_draw
        if not can_draw and self.tool in STROKES:
            self.set_tool(Tool.PAN)
        self.update()

    @Slot(object)
    def set_tool(self, tool: Tool) -> None:
        """What dragging with the left button does; with every tool the middle button moves the photo."""
        if tool in STROKES and not self._can_draw:
            return
        if tool is not self.pencil.tool:
            self.pencil.tool = tool
            self._line = self._corners = ()
            self.sketch.forget()
            self.tool_changed.emit(tool)
            self.update()

    # Qt's events

    def wheelEvent(self, event: QWheelEvent) -> None:
        is_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.tool not in STROKES or is_zoom:
            super().wheelEvent(event)
            return
        self.pencil.resize(event.angleDelta().y())
        self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() is Qt.MouseButton.LeftButton
        if self._scene is None:
            return
        if not is_left or self.tool is Tool.PAN:
            self._pressed = event.position() if is_left else None
            super().mousePressEvent(event)
        elif self.tool in STROKES:
            self.pencil.press(self.photo_point(event.position()))
            self._show_edited_map()
        else:
            self.sketch.press(self.photo_point(event.position()), self.tool)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._cursor = event.position()
        if self.pencil.is_drawing:
            self.pencil.move(self.photo_point(event.position()))
            self._show_edited_map()
        if self.sketch.is_drawing:
            self.sketch.move(self.photo_point(event.position()), zoom=self.zoom)
        if self.tool is not Tool.PAN:
            self.update()
        self._follow_cursor()
        self._tell_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.pencil.is_drawing:
            self.layer_changed.emit(self.pencil.release())
        elif self.sketch.is_drawing:
            self._finish_sketch()
        elif self._pressed is not None:
            self._tell_click(event.position())
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.tool is Tool.PAN:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._cursor = None
        self._follow_cursor()
        self.update()
        super().leaveEvent(event)

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

    def _key_actions(self) -> dict[Qt.Key, Callable[[], None]]:
        key = Qt.Key
        return {
            key.Key_F: self.fit,
            key.Key_1: self.actual_size,
            key.Key_Plus: self.zoom_in,
            key.Key_Equal: self.zoom_in,
            key.Key_Minus: self.zoom_out,
            key.Key_O: self.next_style,
            key.Key_S: lambda: self.set_split(not self._is_split),
            key.Key_L: lambda: self.set_loupe(not self._has_loupe),
            key.Key_B: lambda: self.set_tool(Tool.BRUSH),
            key.Key_E: lambda: self.set_tool(Tool.ERASER),
            key.Key_M: lambda: self.set_tool(Tool.RULER),
            key.Key_Escape: lambda: self.set_tool(Tool.PAN),
        }

    def _finish_sketch(self) -> None:
        points = self.sketch.release()
        self._line = points if self.tool is Tool.RULER else ()
        self._corners = points if self.tool is Tool.CORNERS else ()
        if points:
            drawn = {Tool.RULER: self.line_drawn, Tool.REGION: self.region_drawn, Tool.CORNERS: self.corners_drawn}
            drawn[self.tool].emit(points)
        self.update()

    def _tell_click(self, position: QPointF) -> None:
        """A press and a release at one place, as against a drag."""
        moved = position - self._pressed
        pixel = self._pixel_at(position)
        if moved.manhattanLength() <= CLICK_PX and pixel is not None:
            self.place_clicked.emit(*pixel)

    def _pixel_at(self, position: QPointF) -> tuple[int, int] | None:
        """The photo's pixel (x, y) under a point of the widget."""
        if self._scene is None:
            return None
        x, y = (math.floor(each) for each in self.photo_point(position))
        height, width = self.photo_size
        return (x, y) if 0 <= x < width and 0 <= y < height else None

    def _tell_cursor(self, position: QPointF) -> None:
        pixel = self._pixel_at(position)
        if pixel is not None:
            x, y = pixel
            value = None if self._map is None else int(self._map.levels[0][y, x]) / 255
            self.cursor_moved.emit(x, y, value)
