"""Some photos of the folder with all that a report or an export needs of them, gathered in a thread of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app import jobs
from app.failures import Failure
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.sentences import told
from app.session import Session
from app.task import Task
from core.errors import CoreError, ProjectError
from core.export.photo import ExportPhoto
from core.project.project import Project
from core.record.dossier import Dossier, gather
from core.record.measured import Loader, Mapped
from core.record.standards import Standards, standards
from core.values import RGB, Finished, ModelVersion, Progress

PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Photos of the project at ``folder``, in order, and how they are looked at; ``settle`` waits for the writer."""

    folder: Path
    ids: tuple[int, ...]
    version: ModelVersion | None
    maps: jobs.Maps
    machine: jobs.Machine
    settle: Callable[[float], None]


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """What the project says of the photos, what holds for all of it, and how one photo is read and measured."""

    dossiers: tuple[Dossier, ...]
    standards: Standards
    load: Callable[[Dossier], tuple[RGB, ExportPhoto]]


def batch(session: Session, predicting: Predicting, ids: Sequence[int]) -> Batch | None:
    """Photos of the folder that is open; None where none is."""
    project = session.project
    if project is None:
        return None
    return Batch(project.folder, tuple(ids), session.model, predicting.maps, predicting.machine, session.settling())


def gathered(wanted: Batch) -> Iterator[Progress | Finished[Gathered]]:
    """Read the project, and predict what is not predicted yet.

    Raises:
        ProjectError: the project cannot be read, or does not take what was said last.
    """
    yield Progress(0, 0)
    try:
        wanted.settle(PATIENCE_S)
    except TimeoutError as error:
        raise ProjectError("What was said last is not on disk yet; free the disk, then try again.") from error
    with Project.open(wanted.folder) as project:
        place = {photo: number for number, photo in enumerate(wanted.ids)}
        rows = sorted((row for row in project.photos() if row.id in place), key=lambda row: place[row.id])
        dossiers, held = tuple(gather(project, rows)), standards(project)
        known = _known_maps(project, wanted)
    keys: list[Mapping[int, str]] = []
    if wanted.version is not None:
        paths = {dossier.id: dossier.path for dossier in dossiers}
        found = jobs.missing_maps(paths, known, version=wanted.version, maps=wanted.maps, machine=wanted.machine)
        yield from through(found, keys)
    yield Finished(Gathered(dossiers, held, Loader(partial(_find, wanted, keys[0] if keys else known))))


def through(events: Iterable[Any], kept: list[Any]) -> Iterator[Any]:
    """The events of a part of the work; its result goes into ``kept``."""
    for event in events:
        if isinstance(event, Finished):
            kept.append(event.result)
        else:
            yield event


def _known_maps(project: Project, wanted: Batch) -> dict[int, str]:
    if wanted.version is None:
        return {}
    found = (project.prediction(photo, wanted.version.id) for photo in wanted.ids)
    return {each.photo: each.cache_key for each in found if each is not None and each.cache_key}


def _find(wanted: Batch, keys: Mapping[int, str], dossier: Dossier, _: RGB) -> Mapped:
    key = keys.get(dossier.id)
    probabilities = None if key is None else jobs.kept_map(wanted.maps, key)
    if probabilities is None or wanted.version is None:
        raise ProjectError(f"{dossier.name} has no prediction; activate a network, and look at it once.")
    return Mapped(probabilities, wanted.version.id, wanted.version.threshold)


class Paperwork(QObject):
    """One piece of work on a batch at a time, started and stopped from a dialog of its own."""

    progressed = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    told = Signal(str)

    def __init__(
        self, session: Session, predicting: Predicting, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._predicting = predicting
        self._centre = centre
        self._task: Task | None = None
        session.folder_changed.connect(self._forget)

    @property
    def is_running(self) -> bool:
        """Whether there is work that has not ended."""
        return self._task is not None

    @Slot()
    def stop(self) -> None:
        """Leave what was there before as it was."""
        if self._task is not None:
            self._task.cancel()

    def start(self, work: Callable[[], Iterator], title: str, success: Callable[[object], None]) -> None:
        """Start the work unless some is running."""
        if self._task is not None:
            return
        handlers = Handlers(
            event=self._on_event,
            success=partial(self._on_success, success),
            failure=self._on_failure,
            cancel=self._on_cancel,
        )
        self._task = self._centre.start(work, title, handlers)

    def refuse(self, error: CoreError) -> None:
        """It cannot even begin."""
        self.refused.emit(told(str(error)))

    @Slot()
    def _forget(self) -> None:
        """What runs belongs to the folder that was left and has been stopped."""
        if self._task is not None:
            self._task = None
            self.stopped.emit()

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)

    def _on_success(self, success: Callable[[object], None], result: object) -> None:
        self._task = None
        success(result)

    def _on_failure(self, failure: Failure) -> None:
        self._task = None
        self.refused.emit(told(failure.message))

    def _on_cancel(self, _: object) -> None:
        self._task = None
        self.stopped.emit()
