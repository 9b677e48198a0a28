"""What would go to whoever helps, to be read before it is saved and sent by hand."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.form_rows import fit
from core.support.papers import Papers

_FILE = "crack-review-support.zip"


class SupportDialog(QDialog):
    """The texts on the left, the chosen one on the right."""

    saving_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report a problem"))
        fit(self, 900, 560)
        self._papers: Papers = {}
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Texts in the file"))
        self.names.currentTextChanged.connect(self._show)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Chosen text"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._arrange()

    def wait(self) -> None:
        """The texts are being gathered."""
        self.names.clear()
        self.text.setPlainText(self.tr("Gathering versions, settings and log…"))
        self.save.setEnabled(False)

    @Slot(object)
    def show_papers(self, found: Papers) -> None:
        """All of them; the first is open."""
        self._papers = found
        self.names.clear()
        self.names.addItems(list(found))
        self.names.setCurrentRow(0)
        self.save.setEnabled(True)

    def _arrange(self) -> None:
        head = QLabel(
            self.tr(
                "These texts help whoever helps you. They hold no photo; names of folders, of you and of this machine "
                "were taken out. Read them, save them as a file, and send it yourself: the program sends nothing."
            )
        )
        head.setWordWrap(True)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.names)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([200, 700])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save = buttons.addButton(self.tr("Save as file…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.clicked.connect(self._choose)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(parts, 1)
        column.addWidget(buttons)

    @Slot(str)
    def _show(self, name: str) -> None:
        self.text.setPlainText(self._papers.get(name, ""))

    @Slot()
    def _choose(self) -> None:
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save texts for support"), _FILE, self.tr("Archives (*.zip)")
        )
        if file:
            self.saving_requested.emit(Path(file))
