"""The only mutable state of the window: folder, photos, which one is looked at, what is said of them.

Nothing here touches a widget or waits for a disk: wishes go to the writer, what came of them comes back as
signals. A photo whose tag is not on disk yet is *pending*.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.areas import crack_areas
from app.cuts import Scope, Values
from app.cutting import DEFAULT_THRESHOLD, Cutting
from app.failures import Failure
from app.item import Item
from app.rows import read_items
from app.travel import Action, Travel, gone_to, redone, silent, spoken, sweeping, undone
from app.writing import Writing
from core.project import register, thresholds
from core.project.audit import Change
from core.project.project import Project
from core.project.register import PhotoRow
from core.project.standing import standings_of
from core.project.writer import PATIENCE_S
from core.score.counts import Histogram, share_at
from core.values import ModelVersion, Tag


class Session(QObject):
    """Announces every change of the state; slots of widgets and models listen."""

    folder_changed = Signal(object)
    photos_changed = Signal()
    items_changed = Signal(object)
    current_changed = Signal(object)
    model_changed = Signal(object)
    model_renamed = Signal(object)
    threshold_changed = Signal(float)
    scope_changed = Signal(str)
    write_failed = Signal(Failure)
    trouble = Signal(str)
    relieved = Signal()
    history_changed = Signal()
    said = Signal(object)
    travelled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.model: ModelVersion | None = None
        self.current: int | None = None
        self._items: dict[int, Item] = {}
        self._finals: dict[int, Histogram] = {}
        self._cutting = Cutting(self)
        self._writing = Writing(self)
        self._connect()

    def _connect(self) -> None:
        self._cutting.moved.connect(self.threshold_changed)
        self._cutting.scope_changed.connect(self.scope_changed)
        self._cutting.decided.connect(self._on_decided)
        self._writing.written.connect(self._on_written)
        self._writing.settled.connect(self.reload, Qt.ConnectionType.QueuedConnection)
        self._writing.failed_elsewhere.connect(self.write_failed)
        self._writing.trouble.connect(self.trouble)
        self._writing.relieved.connect(self.relieved)

    # The folder

    def start_folder(self, project: Project) -> None:
        """Leave the folder that is open and take another; what the project knows is there at once."""
        self.close_folder()
        self._writing.start(project)
        self.project = project
        self._items = {}
        self._cutting.take(thresholds.thresholds(project))
        self._read_rows()
        self.folder_changed.emit(project.folder)
        self.photos_changed.emit()
        self._follow_threshold()

    def is_settled(self) -> bool:
        """Whether all that was said is on disk, or will be within a moment."""
        self._cutting.settle()
        return self._writing.is_settled()

    def close_folder(self, patience_s: float = PATIENCE_S) -> None:
        """Wait until everything that was said is on disk, and let go of the project."""
        self._cutting.settle()
        self._writing.stop(patience_s)
        if self.project is not None:
            self.project.close()
        self.project = None
        self.set_current(None)

    @Slot()
    def reload(self) -> None:
        """Read the list again, after a walk brought new photos or took some away."""
        if self.project is None:
            return
        self._read_rows()
        self.photos_changed.emit()
        if self.current not in self._items:
            self.set_current(None)

    def reload_after_writes(self) -> None:
        """Read the list again as soon as all that was written so far is on disk."""
        self._writing.announce_settled()

    @property
    def root(self) -> Path | None:
        """What all paths are relative to."""
        return None if self.project is None else self.project.root

    @property
    def store(self) -> Path | None:
        """The folder that takes everything the program writes for this project."""
        return None if self.project is None else self.project.place.store

    # Photos

    def items(self) -> Iterable[Item]:
        """All photos in natural order."""
        return self._items.values()

    def item(self, photo_id: int) -> Item:
        """One photo."""
        return self._items[photo_id]

    def has(self, photo_id: int | None) -> bool:
        """Whether there is such a photo in the folder."""
        return photo_id in self._items

    def path_of(self, photo_id: int) -> Path:
        """Where a photo's file lies."""
        assert self.project is not None, "photos belong to a project"
        return self.project.root / self._items[photo_id].path

    def tag_counts(self) -> Counter[Tag | None]:
        """How many photos have which tag."""
        return Counter(item.tag for item in self._items.values())

    def set_current(self, photo_id: int | None) -> None:
        """Look at another photo."""
        if photo_id != self.current:
            self._cutting.settle()
            self.current = photo_id
            self.current_changed.emit(photo_id)
            self._follow_threshold()

    # What the inspector says

    def tag(self, photo_ids: Sequence[int], tag: Tag | None) -> None:
        """Tag photos as one action; they are pending until the writer has it on disk."""
        if not self._writing.is_open or not photo_ids:
            return
        ids = tuple(photo_ids)
        self._change(ids, lambda item: replace(item, tag=tag, is_pending=True))
        self._writing.submit(silent(lambda project: project.set_tags(ids, tag)), ids)

    def say(self, action: Callable[[Project], Change]) -> None:
        """Let the writer do an action of the user; ``said`` tells what changed as soon as it is on disk."""
        self._writing.submit(spoken(action))

    def change(self, action: Callable[[Project], Change]) -> None:
        """As ``say``, for an action that may change tags and thresholds of many photos at once."""
        self._writing.submit(sweeping(action))

    def undo(self) -> None:
        """Take back the youngest action."""
        self._writing.submit(undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._writing.submit(redone)

    @Slot(int)
    def go_to(self, action: int) -> None:
        """Undo or redo until ``action`` is the youngest that is done."""
        self._writing.submit(gone_to(action))

    @property
    def pending(self) -> int:
        """How many photos have a tag that is not on disk yet."""
        return self._writing.pending

    def settling(self) -> Callable[[float], None]:
        """How another thread waits, that many seconds at most, until all that was said so far is on disk."""
        self._cutting.settle()
        return self._writing.settling()

    def write(self, action: Action) -> Future[Any] | None:
        """Let the writer do something that is no action of the user; failures are announced. Done when on disk."""
        return self._writing.submit(silent(action))

    @Slot(object, object)
    def _on_written(self, ids: tuple[int, ...], outcome: Failure | Travel) -> None:
        if isinstance(outcome, Failure):
            self._take_back(ids)
            self.write_failed.emit(outcome)
        else:
            self._take_rows(outcome.rows)
        known = tuple(photo_id for photo_id in ids if photo_id in self._items)
        self._change(known, lambda item: replace(item, is_pending=self._writing.is_waiting(item.id)))
        self.history_changed.emit()
        if isinstance(outcome, Travel):
            self._take_change(outcome)

    def _take_change(self, travel: Travel) -> None:
        if travel.change is not None:
            self._take_standings(travel.change.photos)
            self.said.emit(travel.change)
        if travel:
            self._after_travel(tuple(row.id for row in travel.rows))

    def _after_travel(self, ids: tuple[int, ...]) -> None:
        """Undo and redo may have changed anything that is said, of the folder or of photos."""
        if self.project is not None:
            self._cutting.take(thresholds.thresholds(self.project))
        self.travelled.emit(ids)
        self._follow_threshold()
        self.refresh_areas()

    def _take_standings(self, ids: tuple[int, ...]) -> None:
        if self.project is not None:
            known = standings_of(self.project, [id_ for id_ in ids if id_ in self._items])
            changed = tuple(id_ for id_, found in known.items() if found != self._items[id_].standing)
            self._change(changed, lambda item: replace(item, standing=known[item.id]))

    def _take_back(self, ids: tuple[int, ...]) -> None:
        if self.project is not None:
            self._take_rows([self.project.photo(photo_id) for photo_id in ids])

    def _take_rows(self, rows: Sequence[PhotoRow]) -> None:
        tags = {row.id: row.tag for row in rows if row.id in self._items}
        self._change(tuple(tags), lambda item: replace(item, tag=tags[item.id]))

    # What the machine says

    def set_model(self, version: ModelVersion | None) -> None:
        """Look through another version; what the one before said is forgotten here (its maps stay cached)."""
        self.model = version
        self._cutting.own = DEFAULT_THRESHOLD if version is None else version.threshold
        if self.project is not None:
            self._forget_scores()
            self._read_rows()
        self.model_changed.emit(version)
        if self.project is not None:
            self.photos_changed.emit()
            self._follow_threshold()

    def rename_model(self, version: ModelVersion) -> None:
        """The active version is called otherwise, and is the same."""
        self.model = version
        self.model_renamed.emit(version)

    def _forget_scores(self) -> None:
        known = (id_ for id_, item in self._items.items() if item.score is not None)
        self._items |= {id_: replace(self._items[id_], score=None, area=None) for id_ in known}

    def set_prediction(self, photo_id: int, score: float, area: float) -> None:
        """Take in what the model says of a photo: its score and its crack area (0..1)."""
        if photo_id in self._items:
            self._change((photo_id,), lambda item: replace(item, score=score, area=area, error=""))

    def set_error(self, photo_id: int, sentence: str) -> None:
        """Mark a photo that could not be read."""
        if photo_id in self._items and self._items[photo_id].error != sentence:
            self._change((photo_id,), lambda item: replace(item, error=sentence))

    def set_taken(self, photo_id: int, taken: str) -> None:
        """Take in when a photo was taken (ISO date)."""
        if photo_id in self._items and self._items[photo_id].taken != taken:
            self._change((photo_id,), lambda item: replace(item, taken=taken))

    def set_dice(self, dice: dict[int, float | None]) -> None:
        """Take in the Dice of photos that have a true mask."""
        changed = {id_: value for id_, value in dice.items() if id_ in self._items}
        self._change(tuple(changed), lambda item: replace(item, dice=changed[item.id]))

    # Where maps are cut

    @property
    def threshold(self) -> float:
        """Where the slider stands."""
        return self._cutting.threshold

    @property
    def scope(self) -> Scope:
        """Whose threshold that is."""
        return self._cutting.scope

    @property
    def own_threshold(self) -> float:
        """The active model's threshold."""
        return self._cutting.own

    def threshold_of(self, photo_id: int) -> float:
        """Where the photo's map is cut: by its own threshold, its folder's, the project's, or the model's."""
        return self._cutting.of(photo_id, self._items[photo_id].path)

    @Slot(float)
    def set_threshold(self, threshold: float) -> None:
        """Cut maps elsewhere, for what ``scope`` says. It is kept when the slider has come to rest."""
        self._cutting.cut_at(threshold)

    @Slot(str)
    def set_scope(self, scope: str) -> None:
        """From now on the threshold is the photo's, its folder's or the project's; narrower ones are taken away."""
        self._cutting.belong_to(Scope(scope))

    @Slot(object)
    def _on_decided(self, values: Values) -> None:
        self.write(lambda project: project.record(values, kind=thresholds.KIND))
        self.refresh_areas()

    def _follow_threshold(self) -> None:
        """Show the threshold of the photo that is looked at, and whose it is."""
        if self.has(self.current):
            self._cutting.look_at(self.current, self._items[self.current].path)
        else:
            self._cutting.look_at(None)

    def refresh_areas(self) -> None:
        """Work out the crack area of every photo at the threshold in force."""
        areas = self._areas({item.id: item.path for item in self._items.values()})
        changed = tuple(id_ for id_, area in areas.items() if self.has(id_) and self._items[id_].area != area)
        self._change(changed, lambda item: replace(item, area=areas[item.id]))

    def set_final(self, photo_id: int, levels: Histogram) -> None:
        """Take in the histogram (256,) of a final mask, where a hand changed what the network said."""
        self._finals[photo_id] = levels
        if self.has(photo_id):
            area = share_at(levels, self.threshold_of(photo_id))
            self._change((photo_id,), lambda item: replace(item, area=area))

    def forget_finals(self) -> None:
        """Another folder or network: final masks are others."""
        self._finals.clear()

    def _areas(self, paths: Mapping[int, str]) -> dict[int, float]:
        if self.project is None or self.model is None:
            return {}
        return crack_areas(
            self.project,
            self.model.id,
            finals=self._finals,
            base_threshold=self._cutting.base,
            thresholds={id_: self._cutting.of(id_, path) for id_, path in paths.items()},
        )

    # Items

    def _read_rows(self) -> None:
        assert self.project is not None, "rows belong to a project"
        # The active model of a project that names none is the shipped one, whose id only the window knows.
        rows = register.rows(self.project.connection, None if self.model is None else self.model.id)
        self._items = read_items(
            self.project,
            rows,
            areas=self._areas({row.id: row.path for row in rows}),
            threshold=self.own_threshold,
            before=self._items,
            is_waiting=self._writing.is_waiting,
        )

    def _change(self, ids: tuple[int, ...], change: Callable[[Item], Item]) -> None:
        for photo_id in ids:
            self._items[photo_id] = change(self._items[photo_id])
        if ids:
            self.items_changed.emit(ids)
