"""What the hand says of the photo on the screen: strokes, ignore regions, cracks accepted or rejected, notes.

No batch run touches any of it. Every statement is one action of the project, so undo takes it back.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.flows import remarks
from app.flows.showing import Showing, Shown
from app.session import Session
from core.project import comments, corrections, cracks, regions
from core.project.audit import Change, Key
from core.project.corrections import Layer
from core.project.cracks import FoundCrack, Verdict
from core.project.project import Project
from core.project.regions import Polygon

KINDS = frozenset({corrections.KIND, cracks.KIND, regions.KIND, comments.KIND})


class Correcting(QObject):
    """Hands statements to the writer; once they are on disk, the photo is thought over in the reading thread."""

    crack_chosen = Signal(object)
    region_chosen = Signal(object)

    def __init__(self, session: Session, showing: Showing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._showing = showing
        self._shown: Shown | None = None
        self._chosen: FoundCrack | None = None
        self._region: str | None = None
        self._settle = QTimer(self, singleShot=True, interval=120)
        self._settle.timeout.connect(self._think_over)
        session.threshold_changed.connect(self._settle.start)
        session.said.connect(self._on_said)
        session.travelled.connect(self._on_travelled)

    @property
    def chosen(self) -> FoundCrack | None:
        """The crack that verdicts are about."""
        return self._chosen

    def show(self, shown: Shown | None) -> None:
        """Another photo is on the screen, or the same one after something was said of it."""
        is_same = shown is not None and self._shown is not None and shown.id == self._shown.id
        self._shown = shown
        self._choose(_same(shown.cracks, self._chosen) if is_same else None)
        if shown is not None and shown.threshold != self._session.threshold:
            self._settle.start()

    @Slot(object)
    def keep_layer(self, layer: Layer) -> None:
        """A stroke has ended."""
        if self._shown is not None:
            self._showing.take_layer(self._shown.id, layer)
            self._say(lambda project, photo: corrections.save(project, photo, layer))

    @Slot(object)
    def add_region(self, corners: Polygon) -> None:
        """Nothing inside counts as crack."""
        self._say(lambda project, photo: regions.add(project, photo, corners))

    @Slot()
    def clear_regions(self) -> None:
        """All ignore regions of the photo go."""
        self._say(_without_regions)

    @Slot(int, str)
    def write_note(self, photo: int, text: str) -> None:
        """A note on a photo, which may have been left meanwhile."""
        self._session.say(lambda project: comments.comment(project, photo, text))

    @Slot(str)
    def write_crack_note(self, text: str) -> None:
        """A note on the chosen crack."""
        if self._chosen is not None:
            anchor = self._chosen.anchor
            self._say(lambda project, photo: comments.comment(project, photo, text, anchor=anchor))

    @Slot(int, int)
    def choose_at(self, x: int, y: int) -> None:
        """The crack or the ignore region at a pixel of the photo; neither where there is none."""
        shown = self._shown
        if shown is None or shown.raw is None:
            return
        number = remarks.crack_at(shown.raw.levels[0], shown.threshold, shown.cracks, (x, y))
        self._choose(None if number is None else shown.cracks[number])
        if number is None:
            self._region = remarks.region_at(shown.remarks, (x, y))
            self.region_chosen.emit(self._region)

    @Slot(int)
    def choose_row(self, number: int) -> None:
        """A crack by its place in the list, the largest first."""
        if self._shown is not None and 0 <= number < len(self._shown.cracks):
            self._choose(self._shown.cracks[number])

    def step(self, by: int) -> None:
        """The next or the previous crack."""
        found = () if self._shown is None else self._shown.cracks
        if found:
            here = -1 if self._chosen is None else found.index(self._chosen)
            start = 0 if by > 0 else len(found) - 1
            self._choose(found[start if here < 0 else (here + by) % len(found)])

    def judge(self, verdict: Verdict) -> None:
        """Accept or reject the chosen crack; the same verdict again takes it back. A chosen region goes."""
        crack, region = self._chosen, self._region
        if crack is not None:
            said = None if crack.verdict is verdict else verdict
            self._say(lambda project, photo: cracks.judge_found(project, photo, crack, said))
        elif region is not None and verdict is Verdict.REJECTED:
            self._say(lambda project, photo: regions.remove(project, photo, region))

    def _choose(self, crack: FoundCrack | None) -> None:
        self._chosen, self._region = crack, None
        self.crack_chosen.emit(crack)

    def _say(self, action: Callable[[Project, int], Change]) -> None:
        if self._shown is not None:
            photo = self._shown.id
            self._session.say(lambda project: action(project, photo))

    @Slot(object)
    def _on_said(self, change: Change) -> None:
        if change.kind in KINDS:
            self._showing.revise(change.photos)

    @Slot(object)
    def _on_travelled(self, photos: tuple[int, ...]) -> None:
        self._showing.revise(photos, has_other_layer=True)

    @Slot()
    def _think_over(self) -> None:
        shown = self._shown
        if shown is not None and shown.raw is not None and shown.threshold != self._session.threshold:
            self._showing.revise([shown.id])


def _same(found: tuple[FoundCrack, ...], before: FoundCrack | None) -> FoundCrack | None:
    """The crack that was chosen, as it is found now."""
    return next((crack for crack in found if before is not None and crack.anchor == before.anchor), None)


def _without_regions(project: Project, photo: int) -> Change:
    """All of them as one action."""
    keys = (Key(photo, regions.KIND, region) for region in regions.regions(project, photo))
    return project.record(dict.fromkeys(keys), kind=regions.KIND)
