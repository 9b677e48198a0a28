"""Two versions of the network side by side on the photo that is looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from app import jobs
from app.flows import remarks
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.flows.remarks import Remarks
from app.flows.shelving import Shelving
from app.flows.showing import Shown
from app.imaging import MapPyramid, map_pyramid
from app.session import Session
from app.task import Task
from core.errors import CoreError
from core.values import Finished, ModelVersion

TITLE = QT_TRANSLATE_NOOP("tasks", "Predicting with the other version")


@dataclass(frozen=True, slots=True, eq=False)
class Second:
    """What the other version says of a photo; ``names`` are of the active and of the other one."""

    photo: int
    map: MapPyramid
    names: tuple[str, str]
    threshold: float


class Comparing(QObject):
    """While it is on, asks the other version for each photo that is shown; maps are kept like all others."""

    second_changed = Signal(object)
    turned = Signal(bool)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        shelving: Shelving,
        predicting: Predicting,
        *,
        centre: TaskCentre,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shelving = shelving
        self._predicting = predicting
        self._centre = centre
        self._task: Task | None = None
        self._photo: int | None = None
        self.is_on = False
        session.folder_changed.connect(self._turn_off)

    @Slot(bool)
    def set_on(self, is_on: bool) -> None:
        """Compare from now on, or no longer."""
        if is_on and self._shelving.other is None:
            self.told.emit(
                self.tr("There is no other version to compare with: retrain, or import one on the model shelf.")
            )
            is_on = False
        self.is_on = is_on
        self.turned.emit(is_on)
        self._ask()

    @Slot(object)
    def show(self, shown: Shown | None = None) -> None:
        """Another photo is on the canvas, or none."""
        self._photo = None if shown is None else shown.id
        if self.is_on:
            self._ask()

    @Slot()
    def _turn_off(self) -> None:
        self._photo = None
        if self.is_on:
            self.set_on(False)

    def _ask(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        other, photo = self._shelving.other, self._photo
        if not self.is_on or other is None or not self._session.has(photo):
            self.second_changed.emit(None)
            return
        path = self._session.path_of(photo)
        asked = partial(jobs.map_of, path, other, self._predicting.maps, self._predicting.machine)
        work = partial(_as_it_stands, asked, self._said_of(photo), other.threshold)
        handlers = Handlers(
            success=partial(self._on_map, photo, other),
            failure=partial(self._on_end, photo),
            cancel=partial(self._on_end, photo),
        )
        self._task = self._centre.start(work, TITLE, handlers, is_quiet=True)

    def _said_of(self, photo: int) -> Remarks:
        """What inspectors said holds for both versions; where it cannot be read, the map is shown as it is."""
        assert self._session.project is not None, "photos belong to a project"
        try:
            return remarks.read(self._session.project, photo)
        except CoreError:  # told where the photo is shown
            return Remarks()

    def _on_end(self, photo: int, _: object) -> None:
        if photo == self._photo:
            self._task = None

    def _on_map(self, photo: int, other: ModelVersion, pyramid: MapPyramid) -> None:
        active = self._session.model
        if not self.is_on or photo != self._photo or active is None:
            return
        self._task = None
        self.second_changed.emit(Second(photo, pyramid, (active.name, other.name), other.threshold))


def _as_it_stands(asked: Callable[[], Iterator[object]], said: Remarks, threshold: float) -> Iterator[object]:
    """Runs in the task's thread: both sides of the split are final masks."""
    for event in asked():
        if isinstance(event, Finished):
            raw = event.result.levels[0]
            final = remarks.final_map(raw, threshold, said, said.read_layer())
            yield event if final is raw else Finished(map_pyramid(final))
        else:
            yield event
