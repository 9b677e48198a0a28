"""What this is, which version, and whose work is inside."""

import platform
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.form_rows import fit
from core.licences import PROGRAM, Component, components, texts


class AboutBox(QDialog):
    """Name, version, licence, and the licences of everything inside; their whole texts where they were packaged."""

    def __init__(self, model: str, parent: QWidget | None = None, *, texts_file: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Crack Review"))
        fit(self, 640, 520)
        self._texts_file = texts_file or texts()
        self.licences = QPlainTextEdit("\n".join(libraries()), readOnly=True)
        self.licences.setAccessibleName(self.tr("Licences of the libraries inside"))
        self.licences.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column = QVBoxLayout(self)
        column.addWidget(self._head(model))
        column.addWidget(QLabel(self.tr("Libraries and their licences")))
        column.addWidget(self.licences, 1)
        column.addWidget(self._buttons())

    def _head(self, model: str) -> QLabel:
        head = QLabel(
            f"<h2>Crack Review {version()}</h2>"
            + self.tr("<p>Finds cracks in photos of concrete, pavement and masonry, and learns from tags alone.</p>")
            + self.tr("<p>Active model: {model}</p>").format(model=model)
            + self.tr("<p>Apache License 2.0. Your photos are never changed, and nothing leaves this machine.</p>")
        )
        head.setTextFormat(Qt.TextFormat.RichText)
        head.setWordWrap(True)
        return head

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self.whole = buttons.addButton(self.tr("Whole texts"), QDialogButtonBox.ButtonRole.ActionRole)
        self.whole.clicked.connect(self._show_texts)
        self.whole.setVisible(self._texts_file is not None)
        return buttons

    @Slot()
    def _show_texts(self) -> None:
        if self._texts_file is not None:
            self.licences.setPlainText(self._texts_file.read_text("utf-8", errors="replace"))
            self.whole.setEnabled(False)


def version() -> str:
    """The version of the installed program; "" where it is not installed."""
    try:
        return metadata.version(PROGRAM)
    except metadata.PackageNotFoundError:
        return ""


def libraries() -> list[str]:
    """Name, version and licence of everything that the program needs, from what is installed."""
    inside = [Component("Python", platform.python_version(), "PSF-2.0"), *components()]
    unknown = QCoreApplication.translate("AboutBox", "see its page")
    return [f"{one.name} {one.version}: {one.licence or unknown}" for one in inside]
