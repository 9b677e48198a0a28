"""Where inspectors' projects meet: the dialogs that ask which project to open and whose word holds."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.flows.merging import Meeting, Merging
from app.flows.opening import Opening
from app.models import conflicts
from app.session import Session
from app.widgets.merge_dialog import MergeDialog
from app.widgets.projects_dialog import ProjectsDialog


class MeetingRoom(QObject):
    """Makes each dialog when it is first needed."""

    def __init__(self, window: QWidget, session: Session, *, opening: Opening, merging: Merging) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._opening = opening
        self._merging = merging
        self._source = Path()
        self.merge_dialog: MergeDialog | None = None
        self.projects_dialog: ProjectsDialog | None = None
        merging.compared.connect(self._on_compared)
        opening.projects_found.connect(self._on_projects)
        opening.take_in_requested.connect(merging.take_in)
        session.folder_changed.connect(self._on_folder)

    @Slot(object)
    def _on_compared(self, meeting: Meeting) -> None:
        if self.merge_dialog is None:
            self.merge_dialog = MergeDialog(self._window)
            self.merge_dialog.photo_requested.connect(self._on_photo)
            self.merge_dialog.merge_requested.connect(self._on_merge)
        self._source = meeting.source
        words = " ".join(filter(None, (conflicts.gains(meeting.comparison), conflicts.unknown(meeting.comparison))))
        self.merge_dialog.show_meeting(meeting.source.name, words, conflicts.rows(meeting.comparison))
        self._raise(self.merge_dialog)

    @Slot(int)
    def _on_photo(self, photo: int) -> None:
        if self._session.has(photo):
            self._session.set_current(photo)

    @Slot(object)
    def _on_merge(self, choices: dict) -> None:
        self._merging.merge(self._source, choices)

    @Slot(object, object)
    def _on_projects(self, folder: Path, projects: list[Path]) -> None:
        if self.projects_dialog is None:
            self.projects_dialog = ProjectsDialog(self._window)
            self.projects_dialog.one_chosen.connect(self._opening.open)
            self.projects_dialog.all_chosen.connect(self._opening.open_as_one)
        self.projects_dialog.show_projects(folder, projects)
        self._raise(self.projects_dialog)

    @Slot()
    def _on_folder(self) -> None:
        """What was compared belongs to the folder before."""
        if self.merge_dialog is not None:
            self.merge_dialog.close()

    def _raise(self, dialog: QWidget) -> None:
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
