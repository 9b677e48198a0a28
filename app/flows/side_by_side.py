"""A photo as two versions see it, for the eye that has to choose between them."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from app import jobs
from app.failures import Failure
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.session import Session
from app.task import Task
from core.values import ModelVersion

TITLE = QT_TRANSLATE_NOOP("tasks", "Predicting with both versions")


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """What there is to see; ``versions`` are left and right."""

    name: str
    seen: jobs.SeenByBoth
    versions: tuple[ModelVersion, ModelVersion]


class SideBySide(QObject):
    """Shows the photo that was asked for last; maps are kept like all others."""

    loading = Signal(str)
    shown = Signal(object)
    failed = Signal(str, str)

    def __init__(
        self, session: Session, predicting: Predicting, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._predicting = predicting
        self._centre = centre
        self._task: Task | None = None
        self._versions: tuple[ModelVersion, ModelVersion] | None = None
        session.folder_changed.connect(self.end)

    def begin(self, left: ModelVersion, right: ModelVersion) -> None:
        """From now on these two."""
        self._versions = (left, right)

    @Slot()
    def end(self) -> None:
        """Nobody looks any more."""
        self._versions = None
        self._cancel()

    @Slot(int)
    def show(self, photo: int) -> None:
        """Put a photo on the stage as soon as both versions have seen it."""
        if self._versions is None or not self._session.has(photo):
            return
        self._cancel()
        name, path = self._session.item(photo).name, self._session.path_of(photo)
        self.loading.emit(name)
        work = partial(jobs.seen_by_both, path, self._versions, self._predicting.maps, self._predicting.machine)
        handlers = Handlers(
            success=partial(self._on_seen, name, self._versions), failure=partial(self._on_failure, name)
        )
        self._task = self._centre.start(work, TITLE, handlers, is_quiet=True)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_seen(self, name: str, versions: tuple[ModelVersion, ModelVersion], seen: jobs.SeenByBoth) -> None:
        if versions == self._versions:
            self._task = None
            self.shown.emit(Pair(name, seen, versions))

    def _on_failure(self, name: str, failure: Failure) -> None:
        self._task = None
        self.failed.emit(name, failure.message)
