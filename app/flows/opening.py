"""Open a folder: what the project knows is there at once, what is new follows from a walk in the background."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from app.failures import Failure, describe
from app.flows.centre import Handlers, TaskCentre
from app.session import Session
from core.errors import CoreError
from core.photos import pairing
from core.project.project import Project
from core.project.register import Synced
from core.values import Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Looking for photos")
TRAINING = "Training"
_REPORT_EVERY_S = 0.3


class Opening(QObject):
    """Opens folders and looks again for photos that came or went."""

    opened = Signal()
    told = Signal(str)
    walked = Signal(object)
    failed = Signal(Failure)

    def __init__(self, session: Session, centre: TaskCentre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._centre = centre

    def open(self, folder: Path) -> bool:
        """Open a folder; False, with a sentence, where that cannot be."""
        try:
            project = Project.open(folder)
        except (CoreError, OSError) as error:
            self.failed.emit(describe(error))
            return False
        was_training = TRAINING in self._centre.titles
        self._centre.drop_all()
        self._session.start_folder(project)
        if was_training:
            self.told.emit(self.tr("The training of the folder before was stopped; its training dialog can resume it."))
        self.opened.emit()
        if project.is_read_only:
            holder = project.holder or self.tr("Another program")
            self.told.emit(self.tr("{name} has this project open; here it can only be read.").format(name=holder))
        self.look_again()
        return True

    def look_again(self) -> None:
        """Walk the folder for photos that are new, gone or back."""
        if self._session.project is None or self._centre.is_running(TITLE):
            return
        folder = self._session.project.folder
        handlers = Handlers(success=partial(self._on_walked, folder))
        self._centre.start(partial(walk, folder), TITLE, handlers)

    def _on_walked(self, folder: Path, synced: Synced) -> None:
        if self._session.project is None or self._session.project.folder != folder:
            return
        if synced.added or synced.missing or synced.returned:
            self._session.reload()
        self.walked.emit(synced)


def walk(folder: Path) -> Iterator[Progress | Finished[Synced]]:
    """List the folder's photos and bring the project up to date; runs in a thread of its own."""
    paths = []
    reported = time.monotonic()
    for path in pairing.photos(folder):
        paths.append(path)
        if time.monotonic() - reported > _REPORT_EVERY_S:
            reported = time.monotonic()
            yield Progress(len(paths), 0, QCoreApplication.translate("opening", "%Ln photos so far", "", len(paths)))
    with Project.open(folder) as project:
        yield Finished(project.sync(paths))
