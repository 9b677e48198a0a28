"""Keeps the final masks' histograms of photos that a hand corrected, so that list, search and sort count those.

Few photos are corrected, and each is thought over once, off the GUI thread: after the folder was opened, when
something was said of it, when it has a new map, and when a crack of it was refused and the threshold moves.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.flows import remarks
from app.flows.predicting import Predicting
from app.session import Session
from core.errors import CoreError
from core.project import corrections, cracks, regions
from core.project.audit import Change
from core.score.counts import Histogram
from core.values import ProbabilityMap, cut

KINDS = frozenset({corrections.KIND, cracks.KIND, regions.KIND})
SETTLED_MS = 500


@dataclass(frozen=True, slots=True, eq=False)
class Final:
    """The histogram (256,) of a photo's final mask, None without a map, worked out at one cut of the map."""

    generation: int
    photo: int
    cut: int
    levels: Histogram | None


class Finishing(QObject):
    """One photo after the other, in a thread of its own."""

    _worked_out = Signal(object)

    def __init__(self, session: Session, predicting: Predicting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._predicting = predicting
        self._cuts: dict[int, int] = {}
        self._stale: dict[int, ProbabilityMap | None] = {}
        self._generation = 0
        self._is_busy = self._is_closed = False
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="finishing")
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self._follow_threshold)
        self._worked_out.connect(self._on_worked_out, Qt.ConnectionType.QueuedConnection)
        self._connect()

    def close(self) -> None:
        """Wait for the thread; what is still heard of changes nothing any more."""
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _connect(self) -> None:
        session = self._session
        session.folder_changed.connect(self._start_again)
        session.model_changed.connect(self._start_again)
        session.said.connect(self._on_said)
        session.travelled.connect(self._on_travelled)
        session.threshold_changed.connect(self._settle.start)
        self._predicting.map_changed.connect(self._on_map)

    @Slot()
    def _start_again(self) -> None:
        self._generation += 1
        self._cuts.clear()
        self._stale.clear()
        self._session.forget_finals()
        self._look_at(self._corrected())

    @Slot(object)
    def _on_said(self, change: Change) -> None:
        if change.kind in KINDS:
            self._look_at(change.photos)

    @Slot(object)
    def _on_travelled(self, photos: tuple[int, ...]) -> None:
        """What was corrected before or is now."""
        self._look_at((self._corrected() | self._cuts.keys()).intersection(photos))

    @Slot(int, object)
    def _on_map(self, photo: int, probabilities: ProbabilityMap) -> None:
        """A fresh answer is on its way to the disk; it is counted from here."""
        if photo in self._corrected():
            self._stale[photo] = probabilities
            self._go_on()

    @Slot()
    def _follow_threshold(self) -> None:
        """What a hand drew holds at every threshold; which pixels a refused crack has depends on it."""
        refused = self._photos(cracks.KIND)
        self._look_at(photo for photo, at in self._cuts.items() if photo in refused and at != self._cut_of(photo))

    def _corrected(self) -> set[int]:
        return {photo for kind in KINDS for photo in self._photos(kind)}

    def _photos(self, kind: str) -> set[int]:
        project = self._session.project
        return set() if project is None else {key.photo for key in project.facts(kind)}

    def _cut_of(self, photo: int) -> int | None:
        return cut(self._session.threshold_of(photo)) if self._session.has(photo) else None

    def _look_at(self, photos: Iterable[int]) -> None:
        self._stale |= dict.fromkeys(photos, None)
        self._go_on()

    def _go_on(self) -> None:
        while self._stale and not self._is_busy and not self._is_closed:
            photo, fresh = self._stale.popitem()
            if self._session.has(photo):
                self._think_over(photo, fresh)

    def _think_over(self, photo: int, fresh: ProbabilityMap | None) -> None:
        """Ask the project here, in its own thread; read and count in the other."""
        project, threshold = self._session.project, self._session.threshold_of(photo)
        assert project is not None, "photos belong to a project"
        try:
            said, read_map = remarks.read(project, photo), self._predicting.map_reader(photo)
        except CoreError:  # told where the photo is shown
            return
        generation, self._is_busy = self._generation, True

        def work() -> None:
            levels = None
            try:
                raw = read_map() if fresh is None else fresh
                levels = None if raw is None else remarks.final_levels(raw, threshold, said)
            except (CoreError, OSError, MemoryError):  # told where the photo is shown
                levels = None
            self._worked_out.emit(Final(generation, photo, cut(threshold), levels))

        self._pool.submit(work)

    @Slot(object)
    def _on_worked_out(self, final: Final) -> None:
        self._is_busy = False
        if self._is_closed:
            return
        if final.generation == self._generation and final.levels is not None:
            self._cuts[final.photo] = final.cut
            self._session.set_final(final.photo, final.levels)
        self._go_on()
