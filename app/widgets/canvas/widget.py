"""The canvas: mouse and keys. Looking around is ``Viewport``'s, painting ``Easel``'s, drawing ``Pencil``'s."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

from app.widgets.canvas.correction import Tool
from app.widgets.canvas.easel import Easel


class Canvas(Easel):
    """Shows one photo and its mask; knows nothing of files, models or projects.

    ``layer_changed`` carries a copy of the whole layer of corrections at the end of each stroke.
    """

    cursor_moved = Signal(int, int, object)
    tool_changed = Signal(object)
    layer_changed = Signal(object)

    @property
    def tool(self) -> Tool:
        return self.pencil.tool

    @Slot(object)
    def set_tool(self, tool: Tool) -> None:
        """What dragging with the left button does; with brush and eraser the middle button moves the photo."""
        if tool is not self.pencil.tool:
            self.pencil.tool = tool
            self.tool_changed.emit(tool)
            self.update()

    # Qt's events

    def wheelEvent(self, event: QWheelEvent) -> None:
        is_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.tool is Tool.PAN or is_zoom:
            super().wheelEvent(event)
            return
        self.pencil.resize(event.angleDelta().y())
        self.update()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_drawing = self.tool is not Tool.PAN and event.button() is Qt.MouseButton.LeftButton
        if not is_drawing:
            super().mousePressEvent(event)
        elif self._scene is not None:
            self.pencil.press(self.photo_point(event.position()))
            self._show_edited_map()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._cursor = event.position()
        if self.pencil.is_drawing:
            self.pencil.move(self.photo_point(event.position()))
            self._show_edited_map()
        if self.tool is not Tool.PAN:
            self.update()
        self._follow_cursor()
        self._tell_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.pencil.is_drawing and event.button() is Qt.MouseButton.LeftButton:
            self.layer_changed.emit(self.pencil.release())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.tool is Tool.PAN:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._cursor = None
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
            key.Key_L: lambda: self.set_loupe(not self.loupe.isVisible()),
            key.Key_B: lambda: self.set_tool(Tool.BRUSH),
            key.Key_E: lambda: self.set_tool(Tool.ERASER),
            key.Key_Escape: lambda: self.set_tool(Tool.PAN),
        }

    def _tell_cursor(self, position: QPointF) -> None:
        if self._scene is None:
            return
        x, y = (math.floor(each) for each in self.photo_point(position))
        height, width = self.photo_size
        if 0 <= x < width and 0 <= y < height:
            value = None if self._map is None else int(self._map.levels[0][y, x]) / 255
            self.cursor_moved.emit(x, y, value)
