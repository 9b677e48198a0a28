"""A comment on the photo, kept as one goes on writing."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.assets import STEP_PX
from app.value_rows import heading

_PAUSE_MS = 1200
_HEIGHT_PX = 72


class NotePanel(QWidget):
    """Emits what was written when the writer pauses, leaves, or goes on to another photo."""

    note_written = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: int | None = None
        self._kept = ""
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("A note on this photo"))
        self.text.setAccessibleName(self.tr("Note on this photo"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_HEIGHT_PX)
        self.text.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.text.textChanged.connect(self._pause.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP_PX)
        column.addWidget(heading(self.tr("Note")))
        column.addWidget(self.text)
        self.set_note(None, "")

    @property
    def photo(self) -> int | None:
        """Whose note this is."""
        return self._photo

    def set_note(self, photo: int | None, text: str) -> None:
        """Another photo's note; what was written on the one before is kept first."""
        self.flush()
        self._photo, self._kept = photo, text
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        self._pause.stop()
        self.text.setEnabled(photo is not None)

    @Slot()
    def flush(self) -> None:
        """Emit what is not kept yet."""
        self._pause.stop()
        written = self.text.toPlainText().strip()
        if self._photo is not None and written != self._kept:
            self._kept = written
            self.note_written.emit(self._photo, written)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field keeps it; Escape leaves it."""
        if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.text.clearFocus()
            return True
        if event.type() is QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)
