"""Where photos have true masks: counts of every predicted one, made once, from which Dice follows the slider."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Signal, Slot

from app.failures import Failure, describe
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.session import Session
from core.errors import CoreError, ScoreError
from core.photos import pairing
from core.score.counts import Table, counts_at, table
from core.values import Finished, ProbabilityMap, Progress

FINDING = QT_TRANSLATE_NOOP("tasks", "Looking for true masks")
TITLE = QT_TRANSLATE_NOOP("tasks", "Scoring")
MASKS_SETTING = "masks_folder"


@dataclass(frozen=True, slots=True)
class Pair:
    """A photo with a map and a true mask."""

    id: int
    mask: Path
    read_map: Callable[[], ProbabilityMap | None]


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """The table (2, 256) of one photo."""

    id: int
    table: Table


class Scoring(QObject):
    """Keeps one small table a photo; no pixel is touched again when the threshold moves."""

    tables_changed = Signal()
    masks_changed = Signal()
    failed = Signal(Failure)

    def __init__(
        self, session: Session, predicting: Predicting, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._predicting = predicting
        self._centre = centre
        self.tables: dict[int, Table] = {}
        self._masks: dict[Path, Path] = {}
        self._waiting: set[int] = set()
        self._gather = QTimer(self, singleShot=True, interval=200)
        self._gather.timeout.connect(self._score_waiting)
        self._settle = QTimer(self, singleShot=True, interval=400)
        self._settle.timeout.connect(self._tell_dice)
        session.model_changed.connect(self._forget_tables)
        session.folder_changed.connect(self._forget_all)
        session.threshold_changed.connect(self._settle.start)
        predicting.map_changed.connect(self._on_map)

    def mask_of(self, photo_id: int) -> Path | None:
        """The true mask that belongs to a photo."""
        return self._masks.get(self._session.path_of(photo_id))

    @property
    def masks(self) -> dict[Path, Path]:
        """The true mask of each photo that has one."""
        return dict(self._masks)

    @Slot()
    def look_for_masks(self) -> None:
        """By convention (images/ beside masks/), or in the folder that was chosen for this project."""
        project = self._session.project
        if project is None:
            return
        chosen = project.setting(MASKS_SETTING)
        work = partial(find, project.root, Path(chosen) if chosen else None)
        self._centre.start(work, FINDING, Handlers(success=partial(self._on_masks, project.root)), is_quiet=True)

    def choose_masks(self, folder: Path) -> None:
        """The user names the folder of masks; kept with the project."""
        project = self._session.project
        if project is None:
            return
        handlers = Handlers(success=partial(self._on_chosen, project.root, folder))
        self._centre.start(partial(find, project.root, folder), FINDING, handlers)

    def _on_chosen(self, root: Path, folder: Path, masks: dict[Path, Path]) -> None:
        if not masks:
            sentence = self.tr(
                "{folder} holds no mask with the name of a photo; choose the folder of the masks themselves."
            )
            self.failed.emit(describe(ScoreError(sentence.format(folder=folder))))
            return
        self._session.write(lambda project: project.set_setting(MASKS_SETTING, str(folder)))
        self._on_masks(root, masks)

    def _on_masks(self, root: Path, masks: dict[Path, Path]) -> None:
        if self._session.root != root:
            return
        self._masks = masks
        self._await_all()
        self.masks_changed.emit()

    def _await_all(self) -> None:
        """Every photo that has both a map and a mask is to be counted."""
        items = self._session.items() if self._masks else ()
        self._waiting = {item.id for item in items if item.score is not None and self.mask_of(item.id)}
        self._gather.start()

    @Slot(int, object)
    def _on_map(self, photo_id: int, _probabilities: ProbabilityMap) -> None:
        if self.mask_of(photo_id) is not None:
            self._waiting.add(photo_id)
            self._gather.start()

    @Slot()
    def _score_waiting(self) -> None:
        if not self._waiting or self._session.project is None:  # the window closes
            return
        if self._centre.is_running(TITLE):
            self._gather.start()
            return
        pairs = [pair for photo_id in sorted(self._waiting) if (pair := self._pair(photo_id))]
        self._waiting.clear()
        self._centre.start(
            partial(score, pairs), TITLE, Handlers(event=self._on_event, success=self._on_end), is_quiet=True
        )

    def _pair(self, photo_id: int) -> Pair | None:
        mask = self.mask_of(photo_id) if self._session.has(photo_id) else None
        return None if mask is None else Pair(photo_id, mask, self._predicting.map_reader(photo_id))

    def _on_event(self, event: object) -> None:
        if isinstance(event, Scored):
            self.tables[event.id] = event.table

    def _on_end(self, _: object) -> None:
        self._tell_dice()
        self.tables_changed.emit()

    @Slot()
    def _tell_dice(self) -> None:
        threshold = self._session.threshold
        # An empty prediction of an empty truth is right.
        self._session.set_dice({id_: _dice(counted, threshold) for id_, counted in self.tables.items()})

    @Slot()
    def _forget_tables(self) -> None:
        forgotten, self.tables = self.tables, {}
        self._session.set_dice(dict.fromkeys(forgotten, None))
        self._await_all()
        self.tables_changed.emit()

    @Slot()
    def _forget_all(self) -> None:
        self._masks = {}
        self.tables = {}
        self._waiting.clear()
        self.tables_changed.emit()


def find(root: Path, masks: Path | None) -> Iterator[Finished[dict[Path, Path]]]:
    """The masks of the photos under ``root``; none is no failure. Runs in a thread of its own."""
    try:
        yield Finished(pairing.find_masks(root, masks))
    except CoreError:
        yield Finished({})


def score(pairs: Iterable[Pair]) -> Iterator[Progress | Scored | Finished[None]]:
    """Count each photo's map against its mask; what cannot be read is left out. Runs in a thread of its own."""
    pairs = list(pairs)
    for done, pair in enumerate(pairs):
        yield Progress(done, len(pairs))
        probabilities = pair.read_map()
        if probabilities is None:
            continue
        try:
            yield Scored(pair.id, table(probabilities, pairing.read_mask(pair.mask, probabilities.shape)))
        except CoreError:
            continue
    yield Finished(None)


def _dice(counted: Table, threshold: float) -> float:
    dice = counts_at(counted, threshold).dice
    return 1.0 if dice is None else dice
