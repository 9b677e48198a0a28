"""Asks the user for folders and files, and hands on what was chosen."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.flows.merging import Merging
from app.flows.opening import Opening
from app.flows.scoring import Scoring
from app.flows.tag_files import TagFiles
from core.project.bundle import SUFFIX

TABLES = QT_TRANSLATE_NOOP("Choosers", "Tables (*.csv)")
PROJECTS = QT_TRANSLATE_NOOP("Choosers", "Projects (*.crackreview)")


class Choosers(QObject):
    """The system's own dialogs; nothing happens where one is left without a choice."""

    def __init__(
        self,
        window: QWidget,
        *,
        opening: Opening,
        scoring: Scoring,
        tag_files: TagFiles,
        merging: Merging,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._scoring = scoring
        self._tag_files = tag_files
        self._merging = merging

    @Slot()
    def open_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder of photos"))
        if chosen:
            self._opening.open(Path(chosen))

    @Slot()
    def choose_masks(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Choose folder of true masks"))
        if chosen:
            self._scoring.choose_masks(Path(chosen))

    @Slot()
    def import_tags(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import tags"), "", self.tr(TABLES))
        if file:
            self._tag_files.take_in(Path(file))

    @Slot()
    def export_tags(self) -> None:
        file, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export tags"), "tags.csv", self.tr(TABLES))
        if file:
            self._tag_files.write_out(Path(file))

    @Slot()
    def hand_over(self) -> None:
        title, name = self.tr("Hand over the project"), f"project{SUFFIX}"
        file, _ = QFileDialog.getSaveFileName(self._window, title, name, self.tr(PROJECTS))
        if file:
            self._merging.hand_over(Path(file))

    @Slot()
    def merge_file(self) -> None:
        title = self.tr("Merge a colleague's project")
        file, _ = QFileDialog.getOpenFileName(self._window, title, "", self.tr(PROJECTS))
        if file:
            self._merging.look_at(Path(file))

    @Slot()
    def merge_folder(self) -> None:
        title = self.tr("Merge the project of a folder")
        chosen = QFileDialog.getExistingDirectory(self._window, title)
        if chosen:
            self._merging.look_at(Path(chosen))
