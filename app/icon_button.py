"""A flat button with a drawing that follows the theme."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton, QWidget

from app.assets import icon, tokens_of


class IconButton(QToolButton):
    """``name`` is that of the drawing; ``text`` is the tip and what a screen reader says."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("role", "flat")
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setIcon(icon(self._name, tokens_of(self)))
