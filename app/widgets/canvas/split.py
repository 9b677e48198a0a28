"""The handle between the two halves of a split canvas."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.assets import tokens_of

GRIP_PX = 22
KEY_STEP = 0.02


class SplitHandle(QWidget):
    """A line over the whole height of its parent, moved by mouse or arrow keys; ``place`` is 0..1 of the width."""

    moved = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = 0.5
        self._is_dragged = False
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Split between the two views"))
        self.hide()

    @property
    def x_in_parent(self) -> float:
        """Where the line is, in the parent's points."""
        return self.place * self.parentWidget().width()

    def follow_parent(self) -> None:
        """The parent has another size."""
        left = round(self.x_in_parent - GRIP_PX / 2)
        self.setGeometry(QRect(left, 0, GRIP_PX, self.parentWidget().height()))

    def move_to(self, place: float) -> None:
        self.place = min(max(place, 0.0), 1.0)
        self.follow_parent()
        self.moved.emit(self.place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = event.button() is Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self.move_to(self.mapToParent(event.position()).x() / max(self.parentWidget().width(), 1))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._is_dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -KEY_STEP, Qt.Key.Key_Right: KEY_STEP}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_to(self.place + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(tokens.accent if self.hasFocus() else tokens.on_canvas)
        x = GRIP_PX / 2
        painter.setPen(QPen(QColor(tokens.canvas), 3))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(QPen(colour, 1.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setBrush(QColor(tokens.chip))
        middle = QPointF(x, self.height() / 2)
        painter.drawEllipse(middle, GRIP_PX / 2 - 1.5, GRIP_PX / 2 - 1.5)
        for side in (-1, 1):
            tip = middle + QPointF(side * 6.5, 0)
            for rise in (-1, 1):
                painter.drawLine(tip, tip + QPointF(-side * 3.5, rise * 3.5))
        painter.end()
