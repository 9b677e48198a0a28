"""What the program did and what went wrong, line by line, ready to be copied."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.form_rows import fit

_LINES = 5000


class LogWindow(QDialog):
    """Newest at the bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Log"))
        fit(self, 820, 420)
        self.text = QPlainTextEdit(readOnly=True, maximumBlockCount=_LINES)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlaceholderText(self.tr("Nothing to report so far."))
        self.text.setAccessibleName(self.tr("Log"))
        copy = QPushButton(self.tr("Copy all"))
        copy.clicked.connect(self._copy)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addLayout(buttons)

    def show_lines(self, lines: Iterable[str]) -> None:
        """All lines that are kept."""
        self.text.setPlainText("\n".join(lines))

    @Slot(str)
    def add_line(self, line: str) -> None:
        """One more line."""
        self.text.appendPlainText(line)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
