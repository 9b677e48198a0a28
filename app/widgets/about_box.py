"""What this is, which version, and whose work is inside."""

from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

NAME = "crack-review"


class AboutBox(QDialog):
    """Name, version, licence, and the licences of the libraries."""

    def __init__(self, model: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Crack Review")
        self.resize(560, 460)
        head = QLabel(
            f"<h2>Crack Review {version()}</h2>"
            "<p>Finds cracks in photos of concrete, pavement and masonry, and learns from tags alone.</p>"
            f"<p>Active model: {model}</p>"
            "<p>Apache License 2.0. Your photos are never changed, and nothing leaves this machine.</p>"
        )
        head.setTextFormat(Qt.TextFormat.RichText)
        head.setWordWrap(True)
        licences = QPlainTextEdit("\n".join(libraries()), readOnly=True)
        licences.setAccessibleName("Licences of the libraries inside")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(QLabel("Libraries and their licences"))
        column.addWidget(licences, 1)
        column.addWidget(buttons)


def version() -> str:
    """The version of the installed program; "" where it is not installed."""
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return ""


def libraries() -> list[str]:
    """Name, version and licence of everything that the program needs, from what is installed."""
    try:
        needed = metadata.requires(NAME) or []
    except metadata.PackageNotFoundError:
        return []
    names = {_name(line) for line in needed if "extra ==" not in line}
    return [line for name in sorted(names, key=str.casefold) if (line := _described(name))]


def _name(requirement: str) -> str:
    end = next((place for place, letter in enumerate(requirement) if letter in " <>=!~;["), len(requirement))
    return requirement[:end]


def _described(name: str) -> str:
    try:
        facts = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classifiers = [line.rsplit(" :: ", 1)[-1] for line in facts.get_all("Classifier", []) if "License ::" in line]
    licence = facts.get("License-Expression") or ", ".join(classifiers) or (facts.get("License") or "see its page")
    return f"{facts['Name']} {facts['Version']}: {licence.splitlines()[0]}"
