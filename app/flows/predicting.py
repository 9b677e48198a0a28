"""When the network looks at which photo: the shown one first, its neighbours, then the rest of the folder.

The rest starts by itself only while that is a matter of minutes; before a longer run the window says how long it
will take and waits for the user's word.
"""

import time
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal, Slot

from app import jobs
from app.flows.centre import Handlers, TaskCentre
from app.models.photo_list import PhotoList
from app.models.prediction_order import PredictionOrder, Wanted
from app.session import Session
from app.settings import Settings
from app.task import Task
from core.project.content import Description
from core.project.predictions import StoredPrediction
from core.project.project import Project
from core.score.counts import share_at
from core.values import ProbabilityMap

TITLE = QT_TRANSLATE_NOOP("tasks", "Predicting")
NEAR_ROWS = (0, 1, -1, 2)
LONG_RUN_S = 180.0
PROBED = 3
_GIB = 1 << 30


class Predicting(QObject):
    """Keeps the predicting thread busy with what matters most."""

    map_changed = Signal(int, object)
    glimpsed = Signal(int, object)
    estimate_changed = Signal(int, float)
    failed_photo = Signal(int, str)
    _kept = Signal(int, str)

    def __init__(
        self,
        session: Session,
        photos: PhotoList,
        settings: Settings,
        centre: TaskCentre,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._photos = photos
        self._settings = settings
        self._centre = centre
        self._order = PredictionOrder()
        self._task: Task | None = None
        self._pace = Pace()
        self._wants_all = False
        self._is_replaced = False
        self._is_held = False
        self._evicted: set[int] = set()
        self._made_again: set[int] = set()
        self._unwritten: dict[int, str] = {}  # where maps lie while their lines are on the way to the project
        self._kept.connect(self._on_kept, Qt.ConnectionType.QueuedConnection)
        session.folder_changed.connect(self._on_folder)
        session.model_changed.connect(self._start_again)
        session.photos_changed.connect(self._on_photos)
        session.current_changed.connect(self._on_current)

    @property
    def maps(self) -> jobs.Maps:
        """Where this folder's maps are kept."""
        store = self._session.store
        assert store is not None, "maps belong to a project"
        return jobs.Maps(store / "maps", int(self._settings.value("work/cache_gib")) * _GIB)

    @property
    def machine(self) -> jobs.Machine:
        """Where the network runs, as it is set now."""
        threads = int(self._settings.value("work/threads")) or None
        return jobs.Machine(str(self._settings.value("work/device")), threads)

    @Slot()
    def predict_all(self) -> None:
        """The user wants the whole folder, however long it takes."""
        self._wants_all = True
        self.estimate_changed.emit(0, 0.0)
        self._order.add_rest(self._unpredicted())
        self._run()

    def map_reader(self, photo_id: int) -> Callable[[], ProbabilityMap | None]:
        """How to read the photo's map from the cache, in any thread."""
        key = self._unwritten.get(photo_id) or self._written_key(photo_id)
        return partial(jobs.kept_map, self.maps, key) if key else lambda: None

    def _written_key(self, photo_id: int) -> str:
        project, model = self._session.project, self._session.model
        stored = None if project is None or model is None else project.prediction(photo_id, model.id)
        return "" if stored is None else stored.cache_key

    def need_map(self, photo_id: int) -> None:
        """The score is known but the map was evicted from the cache: make it again, once."""
        is_known = self._session.has(photo_id) and self._session.item(photo_id).score is not None
        if not is_known or photo_id in self._made_again:
            return
        self._evicted.add(photo_id)
        self._order.want_again(photo_id)
        self._on_current(photo_id)

    def hold(self) -> None:
        """Only what is looked at is predicted, until ``go_on``: something else needs the machine."""
        self._is_held = True
        self._order.drop_rest()

    def go_on(self) -> None:
        """The machine is free again for the rest of the folder."""
        self._is_held = False
        self._on_photos()

    @Slot()
    def _on_folder(self) -> None:
        """The task of the folder before is dropped; its order must not hand out photos of this one."""
        self._order.clear()
        self._order = PredictionOrder()
        self._task = None
        self._is_replaced = self._is_held = self._wants_all = False
        self._forget_maps()
        self.estimate_changed.emit(0, 0.0)

    @Slot()
    def _start_again(self) -> None:
        if self._task is not None:
            self._is_replaced = True
            self._task.cancel()
        self._order.clear()
        self._forget_maps()
        self._wants_all = False
        self._on_current(self._session.current)

    def _forget_maps(self) -> None:
        self._evicted.clear()
        self._made_again.clear()
        self._unwritten.clear()

    @Slot()
    def _on_photos(self) -> None:
        if self._wants_all and not self._is_held:
            self._order.add_rest(self._unpredicted())
        self._on_current(self._session.current)
        if self._task is None and self._session.model is not None and self._session.project is not None:
            self._offer_rest()

    @Slot(object)
    def _on_current(self, _photo_id: int | None) -> None:
        if self._session.project is None:
            return
        near = (self._photos.neighbour(self._session.current, step) for step in NEAR_ROWS)
        self._order.set_near(self._wanted(dict.fromkeys(id_ for id_ in near if id_ is not None)))
        self._run()

    def _run(self) -> None:
        can_run = self._session.model is not None and self._session.project is not None
        if self._task is None and can_run and self._order.has_work:
            self._pace.start()
            work = partial(jobs.predict, self._order, self._session.model, self.maps, self.machine)
            handlers = Handlers(
                event=self._on_event, success=self._on_end, failure=self._on_failure, cancel=self._on_cancel
            )
            self._task = self._centre.start(work, TITLE, handlers)

    def _on_event(self, event: object) -> None:
        if isinstance(event, jobs.Predicted):
            self._take(event)
        elif isinstance(event, jobs.Glimpsed):
            if self._session.has(event.id):
                self.glimpsed.emit(event.id, event.probabilities)
        elif isinstance(event, jobs.NotPredicted):
            self._session.set_error(event.id, event.sentence)
            self._session.write(partial(_keep_error, event))
            self.failed_photo.emit(event.id, event.sentence)

    def _take(self, found: jobs.Predicted) -> None:
        model = self._session.model
        if model is None or found.model_id != model.id or not self._session.has(found.id):
            return
        self._pace.add(found.seconds)
        self._session.set_prediction(
            found.id, found.score, share_at(found.levels, self._session.threshold_of(found.id))
        )
        self._write(found)
        self.map_changed.emit(found.id, found.probabilities)
        if self._pace.is_known:
            self._offer_rest()

    def _write(self, found: jobs.Predicted) -> None:
        if found.id in self._evicted:
            self._evicted.discard(found.id)
            self._made_again.add(found.id)
        written = self._session.write(partial(_keep, found))
        if written is not None:
            self._unwritten[found.id] = found.key
            written.add_done_callback(lambda _: self._kept.emit(found.id, found.key))

    @Slot(int, str)
    def _on_kept(self, photo_id: int, key: str) -> None:
        if self._unwritten.get(photo_id) == key:
            del self._unwritten[photo_id]

    def _on_end(self, _: object) -> None:
        self._task = None
        self._offer_rest()
        self._run()

    def _on_failure(self, _: object) -> None:
        # Told already; started again when the user goes on, so that a broken model does not fail in a loop.
        self._task = None
        self._order.drop_rest()

    def _on_cancel(self, _: object) -> None:
        """By the user, who wants no more of it; or by a new folder or model, which goes on by itself."""
        self._task = None
        if self._is_replaced:
            self._is_replaced = False
            self._run()
            return
        self._wants_all = False
        self._order.drop_rest()

    def _offer_rest(self) -> None:
        """Go on with the folder if that is short, else say how long it would take."""
        rest = self._unpredicted()
        is_unwanted = self._wants_all or self._is_held or not self._settings.value("work/predict_all")
        if is_unwanted or not rest:
            return
        if not self._pace.is_known:
            self._order.add_rest(rest[:PROBED])
            self._run()
            return
        seconds = self._pace.seconds_for(len(rest))
        if seconds <= LONG_RUN_S:
            self.predict_all()
        else:
            self.estimate_changed.emit(len(rest), seconds)

    def _unpredicted(self) -> list[Wanted]:
        return self._wanted(item.id for item in self._session.items() if item.score is None)

    def _wanted(self, ids: Iterable[int]) -> list[Wanted]:
        items = (self._session.item(photo_id) for photo_id in ids if self._session.has(photo_id))
        return [
            Wanted(item.id, self._session.path_of(item.id), is_shown=item.id == self._session.current)
            for item in items
            if (item.score is None or item.id in self._evicted) and not item.error
        ]


class Pace:
    """How long a photo takes on this machine, from those that were predicted."""

    def __init__(self) -> None:
        self._seconds: list[float] = []
        self._last = 0.0

    def start(self) -> None:
        """The network is about to be loaded, which counts for no photo."""
        self._last = 0.0

    def add(self, network_s: float) -> None:
        """One more photo; 0 seconds means that its map was kept from before."""
        now = time.monotonic()
        self._seconds.append(max(network_s, now - self._last) if self._last else network_s)
        self._last = now

    @property
    def is_known(self) -> bool:
        """Whether enough photos were seen to say anything."""
        return len(self._seconds) >= 2

    def seconds_for(self, photos: int) -> float:
        """What that many photos will take."""
        recent = self._seconds[-20:]
        return photos * sum(recent) / max(len(recent), 1)


def _keep(found: jobs.Predicted, project: Project) -> None:
    """Runs in the writer's thread."""
    height, width = found.probabilities.shape
    project.set_content(found.id, found.content)
    project.describe(found.id, Description(height=height, width=width, error=""))
    project.record_predictions(
        [
            StoredPrediction(
                photo=found.id,
                model=found.model_id,
                cache_key=found.key,
                photo_score=found.score,
                histogram=found.levels,
            )
        ]
    )


def _keep_error(found: jobs.NotPredicted, project: Project) -> None:
    project.describe(found.id, Description(error=found.sentence))
