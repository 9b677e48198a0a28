"""A folder above projects is opened: one of these, or a new project for all of them?"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.form_rows import fit

_FOLDER = Qt.ItemDataRole.UserRole


class ProjectsDialog(QDialog):
    """Nothing is opened and nothing written until a button is pressed."""

    one_chosen = Signal(object)
    all_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Folder with projects"))
        self.setModal(False)
        fit(self, 520, 360)
        self._folder = Path()
        self._words = QLabel(wordWrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Projects below this folder"))
        self.take_in = QCheckBox(self.tr("Take over what their inspectors said; their projects stay as they are"))
        self.take_in.setChecked(True)
        self.one_button = QPushButton(self.tr("Open the chosen project"))
        self.one_button.setProperty("role", "primary")
        self.all_button = QPushButton(self.tr("One new project for all"))
        self._arrange()
        self.one_button.clicked.connect(self._on_one)
        self.list.itemActivated.connect(self._on_one)
        self.all_button.clicked.connect(self._on_all)

    def show_projects(self, folder: Path, projects: Sequence[Path]) -> None:
        """Ask about ``folder``, which has these below it."""
        self._folder = folder
        words = self.tr("{folder} has no project of its own, but %Ln folders in it have.", "", len(projects))
        self._words.setText(words.format(folder=folder.name))
        self.list.clear()
        for project in projects:
            item = QListWidgetItem(str(project.relative_to(folder)))
            item.setData(_FOLDER, project)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _folders(self) -> list[Path]:
        return [self.list.item(row).data(_FOLDER) for row in range(self.list.count())]

    @Slot()
    def _on_one(self) -> None:
        if self.list.currentItem() is not None:
            self.one_chosen.emit(self.list.currentItem().data(_FOLDER))
            self.close()

    @Slot()
    def _on_all(self) -> None:
        self.all_chosen.emit(self._folder, self._folders() if self.take_in.isChecked() else [])
        self.close()

    def _arrange(self) -> None:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.one_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self.list, 1)
        column.addWidget(self.take_in)
        column.addLayout(buttons)
