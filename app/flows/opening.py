"""Open a folder: what the project knows is there at once, what is new follows from a walk in the background."""

import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from app.failures import Failure, describe
from app.flows.centre import Handlers, TaskCentre
from app.session import Session
from app.task import Task
from core.errors import CoreError
from core.photos import pairing
from core.project import place
from core.project.project import Project
from core.project.register import Synced
from core.values import Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Looking for photos")
LOOKING_BELOW = QT_TRANSLATE_NOOP("tasks", "Looking for projects")
TRAINING = "Training"
_REPORT_EVERY_S = 0.3


class Opening(QObject):
    """Opens folders and looks again for photos that came or went."""

    leaving = Signal()
    opened = Signal()
    told = Signal(str)
    walked = Signal(object)
    failed = Signal(Failure)
    projects_found = Signal(object, object)
    take_in_requested = Signal(object)

    def __init__(self, session: Session, centre: TaskCentre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._centre = centre
        self._to_take_in: list[Path] = []
        self._looking: Task | None = None

    @Slot(object)
    def open(self, folder: Path) -> None:
        """Open a folder; before a project is made above others, ``projects_found`` asks."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        if place.known_root(folder) is not None or not folder.is_dir():
            self._open(folder)
            return
        handlers = Handlers(success=partial(self._on_looked_below, folder))
        self._looking = self._centre.start(partial(look_below, folder), LOOKING_BELOW, handlers)

    @Slot(object, object)
    def open_as_one(self, folder: Path, projects: Sequence[Path]) -> None:
        """Open a folder as one new project that takes over what ``projects`` below it say."""
        self._open(folder)
        self._to_take_in = list(projects)

    def _on_looked_below(self, folder: Path, projects: list[Path]) -> None:
        self._looking = None
        if projects:
            self.projects_found.emit(folder, projects)
        else:
            self._open(folder)

    def _open(self, folder: Path) -> None:
        """Open it now; a sentence where that cannot be."""
        self._to_take_in = []
        if not self._session.is_settled():
            self.told.emit(self.tr("What you said last is not on disk yet: bring its drive back before you go on."))
            return
        try:
            project = Project.open(folder)
        except (CoreError, OSError) as error:
            self.failed.emit(describe(error))
            return
        was_training = TRAINING in self._centre.titles
        self._centre.drop_all()
        self.leaving.emit()
        self._session.start_folder(project)
        if was_training:
            self.told.emit(self.tr("The training of the folder before was stopped; its training dialog can resume it."))
        self.opened.emit()
        if sentences := self._circumstances(project):
            self.told.emit(" ".join(sentences))
        self.look_again()

    def _circumstances(self, project: Project) -> list[str]:
        """What is unusual about this opening."""
        found = []
        if project.folder != project.root:
            sentence = self.tr("{folder} belongs to the project of {project}: Escape shows all of its photos.")
            found.append(sentence.format(folder=project.folder.name, project=project.root.name))
        if project.is_read_only:
            holder = project.holder or self.tr("Another program")
            found.append(self.tr("{name} has this project open; here it can only be read.").format(name=holder))
        elif not project.place.is_beside_photos:
            sentence = self.tr("The folder takes no files: what you say is kept in {place} until it does.")
            found.append(sentence.format(place=project.place.store))
        if project.news:
            found.append(project.news)
        if project.left_by is not None:
            sentence = self.tr("The program of {name} was not closed properly; all that was said until then is here.")
            found.append(sentence.format(name=project.left_by))
        return found

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
        if self._to_take_in:
            self.take_in_requested.emit(self._to_take_in)
            self._to_take_in = []


def look_below(folder: Path) -> Iterator[Progress | Finished[list[Path]]]:
    """The projects of sub-folders; runs in a thread of its own."""
    found, reported = [], time.monotonic()
    for count, (below, has_project) in enumerate(place.folders_below(folder), 1):
        found += [below] * has_project
        if time.monotonic() - reported > _REPORT_EVERY_S:
            reported = time.monotonic()
            yield Progress(count, 0, QCoreApplication.translate("Opening", "%Ln folders so far", "", count))
    yield Finished(found)


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
