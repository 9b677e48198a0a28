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
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.failures import Failure, describe
from app.item import Item
from core.project import register
from core.project.audit import Change
from core.project.project import Project
from core.project.register import PhotoRow
from core.project.writer import TagWriter
from core.values import ModelVersion, Tag

Action = Callable[[Project], Any]

DEFAULT_THRESHOLD = 0.5
THRESHOLD_SETTING = "threshold"


class Session(QObject):
    """Announces every change of the state; slots of widgets and models listen."""

    folder_changed = Signal(object)
    photos_changed = Signal()
    items_changed = Signal(object)
    current_changed = Signal(object)
    model_changed = Signal(object)
    threshold_changed = Signal(float)
    write_failed = Signal(Failure)
    pending_changed = Signal(int)
    history_changed = Signal()
    travelled = Signal(object)
    _written = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.writer: TagWriter | None = None
        self.model: ModelVersion | None = None
        self.current: int | None = None
        self.threshold = DEFAULT_THRESHOLD
        self._items: dict[int, Item] = {}
        self._waiting: Counter[int] = Counter()
        self._rest = QTimer(self, singleShot=True, interval=400)
        self._rest.timeout.connect(self._keep_threshold)
        self._written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)

    # The folder

    def start_folder(self, project: Project) -> None:
        """Leave the folder that is open and take another; what the project knows is there at once."""
        self.close_folder()
        self.project = project
        self.writer = TagWriter(project.folder)
        self._items = {}
        self._read_rows()
        self.folder_changed.emit(project.folder)
        self.photos_changed.emit()
        stored = project.setting(THRESHOLD_SETTING)
        self._announce_threshold(self.own_threshold if stored is None else float(stored))

    def close_folder(self) -> None:
        """Wait until everything that was said is on disk, and let go of the project."""
        if self._rest.isActive():
            self._rest.stop()
            self._keep_threshold()
        if self.writer is not None:
            self.writer.close()
        if self.project is not None:
            self.project.close()
        self.writer = self.project = None
        self.set_current(None)

    def reload(self) -> None:
        """Read the list again, after a walk brought new photos or took some away."""
        if self.project is None:
            return
        self._read_rows()
        self.photos_changed.emit()
        if self.current not in self._items:
            self.set_current(None)

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
            self.current = photo_id
            self.current_changed.emit(photo_id)

    # What the inspector says

    def tag(self, photo_ids: Sequence[int], tag: Tag | None) -> None:
        """Tag photos as one action; they are pending until the writer has it on disk."""
        if self.writer is None or not photo_ids:
            return
        ids = tuple(photo_ids)
        self._waiting.update(ids)
        self._change(ids, lambda item: replace(item, tag=tag, is_pending=True))
        self._submit(ids, _silent(lambda project: project.set_tags(ids, tag)))

    def undo(self) -> None:
        """Take back the youngest action."""
        self._submit((), _undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._submit((), _redone)

    @property
    def pending(self) -> int:
        """How many photos have a tag that is not on disk yet."""
        return len(self._waiting)

    def write(self, action: Action) -> None:
        """Let the writer do something that is no action of the user; failures are announced."""
        self._submit((), _silent(action))

    def _submit(self, ids: tuple[int, ...], action: Action) -> None:
        if self.writer is None:
            return
        future: Future = self.writer.submit(action)
        self.pending_changed.emit(self.pending)
        future.add_done_callback(partial(self._on_done, ids))

    def _on_done(self, ids: tuple[int, ...], future: Future) -> None:
        """Runs in the writer's thread."""
        error = future.exception()
        self._written.emit(ids, describe(error) if error else future.result())

    @Slot(object, object)
    def _on_written(self, ids: tuple[int, ...], outcome: Failure | Sequence[PhotoRow]) -> None:
        self._waiting.subtract(ids)
        self._waiting = +self._waiting
        if isinstance(outcome, Failure):
            self._take_back(ids)
            self.write_failed.emit(outcome)
        else:
            self._take_rows(outcome)
        known = tuple(photo_id for photo_id in ids if photo_id in self._items)
        self._change(known, lambda item: replace(item, is_pending=self._waiting[item.id] > 0))
        self.pending_changed.emit(self.pending)
        self.history_changed.emit()
        if not isinstance(outcome, Failure) and outcome:
            self.travelled.emit(tuple(row.id for row in outcome))

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
            self._read_rows()
        self.model_changed.emit(version)
        if self.project is not None:
            self.photos_changed.emit()
            if self.project.setting(THRESHOLD_SETTING) is None:
                self._announce_threshold(self.own_threshold)

    def set_prediction(self, photo_id: int, score: float, area: float) -> None:
        """Take in what the model says of a photo: its score and its crack area (0..1)."""
        if photo_id in self._items:
            self._change((photo_id,), lambda item: replace(item, score=score, area=area, error=""))

    def set_error(self, photo_id: int, sentence: str) -> None:
        """Mark a photo that could not be read."""
        if photo_id in self._items and self._items[photo_id].error != sentence:
            self._change((photo_id,), lambda item: replace(item, error=sentence))

    def set_dice(self, dice: dict[int, float | None]) -> None:
        """Take in the Dice of photos that have a true mask."""
        changed = {id_: value for id_, value in dice.items() if id_ in self._items}
        self._change(tuple(changed), lambda item: replace(item, dice=changed[item.id]))

    @Slot(float)
    def set_threshold(self, threshold: float) -> None:
        """Cut maps elsewhere in this folder. It is kept when the slider has come to rest."""
        if threshold != self.threshold:
            self._announce_threshold(threshold)
            self._rest.start()

    @Slot()
    def _keep_threshold(self) -> None:
        # The model's own threshold is not written down, so that a better version brings its own.
        kept = None if self.threshold == self.own_threshold else self.threshold
        self.write(lambda project: project.set_setting(THRESHOLD_SETTING, kept))
        self.refresh_areas()

    def refresh_areas(self) -> None:
        """Work out the crack area of every photo at the threshold in force."""
        areas = self._areas()
        changed = tuple(id_ for id_, area in areas.items() if self.has(id_) and self._items[id_].area != area)
        self._change(changed, lambda item: replace(item, area=areas[item.id]))

    def _announce_threshold(self, threshold: float) -> None:
        self.threshold = threshold
        self.threshold_changed.emit(threshold)

    def _areas(self) -> dict[int, float]:
        if self.project is None or self.model is None:
            return {}
        return self.project.crack_areas(self.model.id, self.threshold)

    # Items

    def _read_rows(self) -> None:
        assert self.project is not None, "rows belong to a project"
        # The active model of a project that names none is the shipped one, whose id only the window knows.
        model = None if self.model is None else self.model.id
        areas = self._areas()
        rows = register.rows(self.project.connection, model)
        self._items = {row.id: self._item(row, order, areas.get(row.id)) for order, row in enumerate(rows)}

    def _item(self, row: PhotoRow, order: int, area: float | None) -> Item:
        before = self._items.get(row.id)
        return Item(
            id=row.id,
            path=row.path,
            order=order,
            tag=before.tag if before and before.is_pending else row.tag,
            score=row.photo_score,
            area=area,
            dice=before.dice if before else None,
            threshold=self.own_threshold,
            error=row.error or "",
            is_changed=row.is_changed,
            is_pending=self._waiting[row.id] > 0,
            taken=row.taken or "",
        )

    def _change(self, ids: tuple[int, ...], change: Callable[[Item], Item]) -> None:
        for photo_id in ids:
            self._items[photo_id] = change(self._items[photo_id])
        if ids:
            self.items_changed.emit(ids)


def _silent(action: Action) -> Action:
    def act(project: Project) -> list[PhotoRow]:
        action(project)
        return []

    return act


def _undone(project: Project) -> list[PhotoRow]:
    return _rows_of(project, project.undo())


def _redone(project: Project) -> list[PhotoRow]:
    return _rows_of(project, project.redo())


def _rows_of(project: Project, change: Change | None) -> list[PhotoRow]:
    return [] if change is None else [project.photo(photo_id) for photo_id in change.photos]
