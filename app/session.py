"""The only mutable state of the window: folder, photos, which one is looked at, what is said of them.

Nothing here touches a widget or waits for a disk: wishes go to the writer, what came of them comes back as
signals. A photo whose tag is not on disk yet is *pending*.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app import cuts
from app.cuts import Scope
from app.failures import Failure, describe
from app.item import Item
from app.travel import Action, Travel, gone_to, redone, silent, spoken, undone
from core.project import register, thresholds
from core.project.audit import Change
from core.project.project import Project
from core.project.register import PhotoRow
from core.project.standing import NOTHING_SAID, Standing, standings, standings_of
from core.project.thresholds import Thresholds
from core.project.writer import TagWriter
from core.values import ModelVersion, Tag

DEFAULT_THRESHOLD = 0.5


class Session(QObject):
    """Announces every change of the state; slots of widgets and models listen."""

    folder_changed = Signal(object)
    photos_changed = Signal()
    items_changed = Signal(object)
    current_changed = Signal(object)
    model_changed = Signal(object)
    threshold_changed = Signal(float)
    scope_changed = Signal(str)
    write_failed = Signal(Failure)
    pending_changed = Signal(int)
    trouble = Signal(str)
    relieved = Signal()
    history_changed = Signal()
    said = Signal(object)
    travelled = Signal(object)
    _written = Signal(object, object, object)
    _settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.writer: TagWriter | None = None
        self.model: ModelVersion | None = None
        self.current: int | None = None
        self.threshold = DEFAULT_THRESHOLD
        self.scope = Scope.PROJECT
        self._thresholds = Thresholds()
        self._items: dict[int, Item] = {}
        self._waiting: Counter[int] = Counter()
        self._rest = QTimer(self, singleShot=True, interval=400)
        self._rest.timeout.connect(self._keep_threshold)
        self._settled.connect(self.reload, Qt.ConnectionType.QueuedConnection)
        self._written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)

    # The folder

    def start_folder(self, project: Project) -> None:
        """Leave the folder that is open and take another; what the project knows is there at once."""
        self.close_folder()
        self.writer = TagWriter(
            project.folder, on_trouble=lambda error: self.trouble.emit(str(error)), on_relief=self.relieved.emit
        )
        self.project = project
        self._items = {}
        self._thresholds = thresholds.thresholds(project)
        self._read_rows()
        self.folder_changed.emit(project.folder)
        self.photos_changed.emit()
        self._follow_threshold()

    def close_folder(self) -> None:
        """Wait until everything that was said is on disk, and let go of the project."""
        self._settle_threshold()
        if self.writer is not None:
            self.writer.close()
        if self.project is not None:
            self.project.close()
        self.writer = self.project = None
        self._waiting.clear()
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
        if self.writer is not None:
            self.writer.submit(lambda _: None).add_done_callback(lambda _: self._settled.emit())

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
            self._settle_threshold()
            self.current = photo_id
            self.current_changed.emit(photo_id)
            self._follow_threshold()

    # What the inspector says

    def tag(self, photo_ids: Sequence[int], tag: Tag | None) -> None:
        """Tag photos as one action; they are pending until the writer has it on disk."""
        if self.writer is None or not photo_ids:
            return
        ids = tuple(photo_ids)
        self._waiting.update(ids)
        self._change(ids, lambda item: replace(item, tag=tag, is_pending=True))
        self._submit(ids, silent(lambda project: project.set_tags(ids, tag)))

    def say(self, action: Callable[[Project], Change]) -> None:
        """Let the writer do an action of the user; ``said`` tells what changed as soon as it is on disk."""
        self._submit((), spoken(action))

    def undo(self) -> None:
        """Take back the youngest action."""
        self._submit((), undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._submit((), redone)

    @Slot(int)
    def go_to(self, action: int) -> None:
        """Undo or redo until ``action`` is the youngest that is done."""
        self._submit((), gone_to(action))

    @property
    def pending(self) -> int:
        """How many photos have a tag that is not on disk yet."""
        return len(self._waiting)

    def write(self, action: Action) -> None:
        """Let the writer do something that is no action of the user; failures are announced."""
        self._submit((), silent(action))

    def _submit(self, ids: tuple[int, ...], action: Action) -> None:
        if self.writer is None:
            return
        future: Future = self.writer.submit(action)
        self.pending_changed.emit(self.pending)
        future.add_done_callback(partial(self._on_done, self.project, ids))

    def _on_done(self, project: Project | None, ids: tuple[int, ...], future: Future) -> None:
        """Runs in the writer's thread."""
        error = future.exception()
        self._written.emit(project, ids, describe(error) if error else future.result())

    @Slot(object, object, object)
    def _on_written(self, project: Project | None, ids: tuple[int, ...], outcome: Failure | Travel) -> None:
        if project is not self.project:  # the folder was left meanwhile: its ids mean other photos now
            if isinstance(outcome, Failure):
                self.write_failed.emit(outcome)
            return
        self._waiting.subtract(ids)
        self._waiting = +self._waiting
        if isinstance(outcome, Failure):
            self._take_back(ids)
            self.write_failed.emit(outcome)
        else:
            self._take_rows(outcome.rows)
        known = tuple(photo_id for photo_id in ids if photo_id in self._items)
        self._change(known, lambda item: replace(item, is_pending=self._waiting[item.id] > 0))
        self.pending_changed.emit(self.pending)
        self.history_changed.emit()
        if isinstance(outcome, Failure):
            return
        if outcome.change is not None:
            self._take_standings(outcome.change.photos)
            self.said.emit(outcome.change)
        if outcome:
            self._after_travel(tuple(row.id for row in outcome.rows))

    def _after_travel(self, ids: tuple[int, ...]) -> None:
        """Undo and redo may have changed anything that is said, of the folder or of photos."""
        if self.project is not None:
            self._thresholds = thresholds.thresholds(self.project)
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

    @property
    def own_threshold(self) -> float:
        """The active model's threshold."""
        return DEFAULT_THRESHOLD if self.model is None else self.model.threshold

    def set_model(self, version: ModelVersion | None) -> None:
        """Look through another version; what the one before said is forgotten here (its maps stay cached)."""
        self.model = version
        if self.project is not None:
            self._forget_scores()
            self._read_rows()
        self.model_changed.emit(version)
        if self.project is not None:
            self.photos_changed.emit()
            self._follow_threshold()

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

    @property
    def base_threshold(self) -> float:
        """The threshold of photos that have none of their own and no folder's."""
        return self._thresholds.of(0, "x") or self.own_threshold

    def threshold_of(self, photo_id: int) -> float:
        """Where the photo's map is cut: by its own threshold, its folder's, the project's, or the model's."""
        found = self._thresholds.of(photo_id, self._items[photo_id].path)
        return self.own_threshold if found is None else found

    @Slot(float)
    def set_threshold(self, threshold: float) -> None:
        """Cut maps elsewhere, for what ``scope`` says. It is kept when the slider has come to rest."""
        if threshold != self.threshold:
            self._announce_threshold(threshold)
            self._rest.start()

    @Slot(str)
    def set_scope(self, scope: str) -> None:
        """From now on the threshold is the photo's, its folder's or the project's; narrower ones are taken away."""
        if not self.has(self.current):
            return
        self.scope = Scope(scope)
        self.scope_changed.emit(self.scope)
        self._keep_threshold()
        self._follow_threshold()

    def _settle_threshold(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self._keep_threshold()

    @Slot()
    def _keep_threshold(self) -> None:
        # The model's own threshold is not written down, so that a better version brings its own.
        is_own = self.threshold == self.own_threshold and self.scope is Scope.PROJECT
        path = self._items[self.current].path if self.has(self.current) else ""
        photo = self.current if self.has(self.current) else None
        values = cuts.written(self.scope, None if is_own else self.threshold, photo=photo, path=path)
        self.write(lambda project: project.record(values, kind=thresholds.KIND))
        self._thresholds = cuts.after(self._thresholds, values)
        self.refresh_areas()

    def _follow_threshold(self) -> None:
        """Show the threshold of the photo that is looked at, and whose it is."""
        if not self.has(self.current):
            self._announce_threshold(self.base_threshold)
            return
        self.scope = cuts.scope_in_force(self._thresholds, self.current, self._items[self.current].path)
        self.scope_changed.emit(self.scope)
        self._announce_threshold(self.threshold_of(self.current))

    def refresh_areas(self) -> None:
        """Work out the crack area of every photo at the threshold in force."""
        areas = self._areas()
        changed = tuple(id_ for id_, area in areas.items() if self.has(id_) and self._items[id_].area != area)
        self._change(changed, lambda item: replace(item, area=areas[item.id]))

    def _announce_threshold(self, threshold: float) -> None:
        self.threshold = threshold
        self.threshold_changed.emit(threshold)

    def _areas(self) -> dict[int, float]:
        """The crack area of every photo, each at its own threshold."""
        if self.project is None or self.model is None:
            return {}
        areas = self.project.crack_areas(self.model.id, self.base_threshold)
        apart = {
            id_: at for id_ in areas if id_ in self._items and (at := self.threshold_of(id_)) != self.base_threshold
        }
        for threshold in set(apart.values()):
            there = self.project.crack_areas(self.model.id, threshold)
            areas |= {id_: there[id_] for id_, own in apart.items() if own == threshold}
        return areas

    # Items

    def _read_rows(self) -> None:
        assert self.project is not None, "rows belong to a project"
        # The active model of a project that names none is the shipped one, whose id only the window knows.
        model = None if self.model is None else self.model.id
        areas, said = self._areas(), standings(self.project)
        rows = register.rows(self.project.connection, model)
        self._items = {
            row.id: self._item(row, order, area=areas.get(row.id), said=said.get(row.id, NOTHING_SAID))
            for order, row in enumerate(rows)
        }

    def _item(self, row: PhotoRow, order: int, *, area: float | None, said: Standing) -> Item:
        """A row as an item. What was said or predicted a moment ago may not be on disk yet, and is kept."""
        before = self._items.get(row.id)
        score, tag, is_pending = row.photo_score, row.tag, self._waiting[row.id] > 0
        if before is not None and score is None and row.is_changed == before.is_changed:
            score, area = before.score, before.area
        if before is not None and is_pending:
            tag = before.tag
        return Item(
            id=row.id,
            path=row.path,
            order=order,
            tag=tag,
            score=score,
            area=area,
            dice=before.dice if before else None,
            threshold=self.own_threshold,
            error=row.error or "",
            is_changed=row.is_changed,
            is_pending=is_pending,
            taken=row.taken or "",
            standing=said,
        )

    def _change(self, ids: tuple[int, ...], change: Callable[[Item], Item]) -> None:
        for photo_id in ids:
            self._items[photo_id] = change(self._items[photo_id])
        if ids:
            self.items_changed.emit(ids)
