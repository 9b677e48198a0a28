"""What the hand says of a photo: strokes, ignore regions, rejected cracks, a note. Batch runs never touch it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.failures import Failure, describe
from app.flows.showing import Shown
from app.imaging import MapPyramid, map_pyramid
from app.session import Session
from core.errors import CoreError
from core.project import comments, corrections, cracks, regions
from core.project.audit import Change, Key
from core.project.corrections import Layer
from core.project.cracks import Anchor, Verdict
from core.project.project import Project
from core.values import ProbabilityMap, cut

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """Everything that was said by hand of one photo."""

    id: int
    note: str = ""
    layer: Layer | None = None
    regions: tuple[Points, ...] = ()
    verdicts: tuple[tuple[Anchor, Verdict], ...] = ()


class Correcting(QObject):
    """Reads what the hand said of the photo that is shown, and hands new statements to the writer."""

    hand_changed = Signal(object)
    map_changed = Signal(int, object)
    crack_chosen = Signal(object)
    failed = Signal(Failure)
    _cleaned = Signal(int, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Shown | None = None
        self._verdicts: dict[Anchor, Verdict] = {}
        self._chosen: Anchor | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="correcting")
        self._settle = QTimer(self, singleShot=True, interval=60)
        self._settle.timeout.connect(self._clean_map)
        self._cleaned.connect(self._on_cleaned, Qt.ConnectionType.QueuedConnection)
        session.threshold_changed.connect(self._on_threshold)
        session.history_changed.connect(self._on_history)

    def close(self) -> None:
        """Wait for the thread."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def show(self, shown: Shown | None) -> None:
        """Another photo is on the screen."""
        self._shown, self._chosen = shown, None
        self.crack_chosen.emit(None)
        self._read()

    @Slot(object)
    def keep_layer(self, layer: Layer) -> None:
        """A stroke has ended."""
        self._say(lambda project, photo: corrections.save(project, photo, layer))

    @Slot(object)
    def add_region(self, corners: Points) -> None:
        """Nothing inside counts as crack."""
        self._say(lambda project, photo: regions.add(project, photo, corners))

    def clear_regions(self) -> None:
        """All ignore regions of the photo go."""
        self._say(_without_regions)

    @Slot(int, str)
    def write_note(self, photo: int, text: str) -> None:
        """A note on a photo, which may have been left meanwhile."""
        self._session.say(lambda project: comments.comment(project, photo, text))

    @Slot(int, int)
    def choose_crack(self, x: int, y: int) -> None:
        """The crack at a pixel of the photo; none where the mask is empty."""
        if self._shown is None or self._shown.map is None:
            return
        levels = self._shown.map.levels[0]
        mask = levels >= cut(self._session.threshold)
        self._chosen = cracks.anchor_at(levels, mask, (x, y))
        self.crack_chosen.emit(self._chosen)

    def judge(self, verdict: Verdict) -> None:
        """Accept or reject the chosen crack; the same verdict again takes it back."""
        anchor = self._chosen
        if anchor is not None:
            said = None if self._verdicts.get(anchor) is verdict else verdict
            self._say(lambda project, photo: cracks.judge(project, photo, [anchor], said))

    def _say(self, action: Callable[[Project, int], Change]) -> None:
        if self._shown is not None:
            photo = self._shown.id
            self._session.say(lambda project: action(project, photo))

    @Slot()
    def _on_history(self) -> None:
        """Something was written, undone or redone: what is shown may be older than that."""
        self._read()

    def _read(self) -> None:
        project = self._session.project
        if self._shown is None or project is None:
            self.hand_changed.emit(None)
            return
        try:
            hand = read(project, self._shown.id)
        except CoreError as error:
            self.failed.emit(describe(error))
            return
        had_verdicts, self._verdicts = bool(self._verdicts), dict(hand.verdicts)
        self.hand_changed.emit(hand)
        if self._verdicts or had_verdicts:
            self._clean_map()

    @Slot()
    def _on_threshold(self) -> None:
        if self._verdicts:
            self._settle.start()

    @Slot()
    def _clean_map(self) -> None:
        """Take rejected cracks out of the map that is shown; which pixels those are depends on the threshold."""
        if self._shown is not None and self._shown.map is not None:
            levels = self._shown.map.levels[0]
            self._pool.submit(self._clean, self._shown.id, levels, self._session.threshold, dict(self._verdicts))

    def _clean(self, photo: int, levels: ProbabilityMap, threshold: float, said: dict[Anchor, Verdict]) -> None:
        """Runs in the thread."""
        self._cleaned.emit(photo, map_pyramid(without_rejected(levels, threshold, said)))

    @Slot(int, object)
    def _on_cleaned(self, photo: int, pyramid: MapPyramid) -> None:
        if self._shown is not None and self._shown.id == photo:
            self.map_changed.emit(photo, pyramid)


def without_rejected(levels: ProbabilityMap, threshold: float, said: dict[Anchor, Verdict]) -> ProbabilityMap:
    """The map (H, W) uint8 with 0 where a crack was rejected at ``threshold``."""
    mask = levels >= cut(threshold)
    kept = cracks.without_rejected(mask, said)
    if kept is mask:
        return levels
    cleaned = levels.copy()
    cleaned[mask & ~kept] = 0
    return cleaned


def read(project: Project, photo: int) -> Hand:
    """Everything that was said by hand of a photo.

    Raises:
        ProjectError: the project cannot be read, or a layer's file is damaged.
    """
    said = comments.comments(project, photo).get(photo, ())
    return Hand(
        id=photo,
        note=next((comment.text for comment in said if comment.anchor is None), ""),
        layer=corrections.load(project, photo),
        regions=tuple(regions.regions(project, photo).values()),
        verdicts=tuple(cracks.verdicts(project, photo).items()),
    )


def _without_regions(project: Project, photo: int) -> Change:
    """All of them as one action."""
    keys = (Key(photo, regions.KIND, region) for region in regions.regions(project, photo))
    return project.record(dict.fromkeys(keys), kind=regions.KIND)
