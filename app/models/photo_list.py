"""The photos that the queue and the search show, in order: a Qt model over the session's items."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt, Signal, Slot

from app.item import Item
from app.models.queues import BY_ID, Order, Queue, by_name
from app.models.search import Search
from app.models.thumbnails import Thumbnails
from app.sentences import told
from app.session import Session

_ROOT = QModelIndex()
_MOST_SINGLE_MOVES = 16
_MOST_SINGLE_REPAINTS = 200


class Roles(IntEnum):
    """What the grid asks of a row."""

    ITEM = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1
    PIXMAP = Qt.ItemDataRole.UserRole + 2


class PhotoList(QAbstractListModel):
    """Keeps its rows sorted while items change, one by one, so that views keep their place."""

    shown_changed = Signal()

    def __init__(self, session: Session, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._thumbnails = thumbnails
        self._queue: Queue = BY_ID["all"]
        self._search = Search()
        self._sort: Order | None = None
        self._ids: list[int] = []
        self._keys: list[tuple] = []
        self._places: dict[int, tuple] = {}
        session.photos_changed.connect(self.refresh)
        session.items_changed.connect(self.update_items)
        thumbnails.ready.connect(self._on_thumbnail)

    @property
    def queue(self) -> Queue:
        """The queue that is shown."""
        return self._queue

    def set_queue(self, queue_id: str) -> None:
        """Show another queue."""
        self._queue = BY_ID[queue_id]
        self.refresh()

    def set_search(self, search: Search) -> None:
        """Show only what the search accepts."""
        self._search = search
        self.refresh()

    def set_sort(self, order: Order | None) -> None:
        """Sort by ``order``; None leaves it to the queue."""
        self._sort = order
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Work out all rows anew."""
        key = self._sort or self._queue.order
        rows = [(key(item), item.id) for item in self._session.items() if self._shows(item)]
        if key is not by_name:  # the session's own order
            rows.sort()
        self.beginResetModel()
        self._keys = [place for place, _ in rows]
        self._ids = [photo_id for _, photo_id in rows]
        self._places = dict(zip(self._ids, self._keys, strict=True))
        self.endResetModel()
        self.shown_changed.emit()

    @Slot(object)
    def update_items(self, photo_ids: Sequence[int]) -> None:
        """Move, insert, remove or repaint the rows of photos that changed."""
        if sum(self._has_moved(photo_id) for photo_id in photo_ids) > _MOST_SINGLE_MOVES:
            self.refresh()
            return
        if len(photo_ids) > _MOST_SINGLE_REPAINTS and self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            photo_ids = [photo_id for photo_id in photo_ids if self._has_moved(photo_id)]
        for photo_id in photo_ids:
            self._update(self._session.item(photo_id))
        self.shown_changed.emit()

    def _has_moved(self, photo_id: int) -> bool:
        item = self._session.item(photo_id)
        return self._places.get(photo_id) != (self._key(item) if self._shows(item) else None)

    def _update(self, item: Item) -> None:
        was, now = self._places.get(item.id), self._key(item) if self._shows(item) else None
        if was == now:
            self._repaint(item.id)
            return
        if was is not None:
            self._remove(item.id, was)
        if now is not None:
            self._insert(item.id, now)

    def _remove(self, photo_id: int, key: tuple) -> None:
        row = bisect_left(self._keys, key)
        self.beginRemoveRows(_ROOT, row, row)
        del self._keys[row], self._ids[row], self._places[photo_id]
        self.endRemoveRows()

    def _insert(self, photo_id: int, key: tuple) -> None:
        row = bisect_left(self._keys, key)
        self.beginInsertRows(_ROOT, row, row)
        self._keys.insert(row, key)
        self._ids.insert(row, photo_id)
        self._places[photo_id] = key
        self.endInsertRows()

    @Slot(int)
    def _on_thumbnail(self, photo_id: int) -> None:
        self._repaint(photo_id)

    def _repaint(self, photo_id: int) -> None:
        index = self.index_of(photo_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex = _ROOT) -> int:
        """How many photos are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """An item, its id, its thumbnail, or its words."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        photo_id = self._ids[index.row()]
        if role == Roles.ID:
            return photo_id
        if role == Roles.PIXMAP:
            return self._thumbnails.pixmap(photo_id, self._session.path_of(photo_id))
        return _words(self._session.item(photo_id), role)

    def index_of(self, photo_id: int) -> QModelIndex:
        """The place of a photo; an invalid index where it is not shown."""
        key = self._places.get(photo_id)
        return QModelIndex() if key is None else self.index(bisect_left(self._keys, key))

    def ids_between(self, first: int, last: int) -> list[int]:
        """The photos of the rows from ``first`` to ``last``."""
        return self._ids[first : last + 1]

    def shown_ids(self) -> list[int]:
        """The photos shown, in order."""
        return list(self._ids)

    def after(self, photo_ids: Iterable[int]) -> int | None:
        """The photo to go to when the given ones are done: the next one shown, else the one before them."""
        places = [key for photo_id in photo_ids if (key := self._places.get(photo_id)) is not None]
        if not places:
            return self._ids[0] if self._ids else None
        following = bisect_left(self._keys, max(places)) + 1
        if following < len(self._ids):
            return self._ids[following]
        before = bisect_left(self._keys, min(places)) - 1
        return self._ids[before] if before >= 0 else None

    def neighbour(self, photo_id: int | None, step: int) -> int | None:
        """The photo ``step`` rows away, the first or last one where that is too far."""
        if not self._ids:
            return None
        key = None if photo_id is None else self._places.get(photo_id)
        if key is None:
            return self._ids[0]
        row = bisect_left(self._keys, key) + step
        return self._ids[min(max(row, 0), len(self._ids) - 1)]

    def empty_words(self) -> str:
        """What to say and do while nothing is shown."""
        if self._search.tests:
            return self.tr("No photo of this queue fits the search. Escape clears it.")
        return QCoreApplication.translate("queues", self._queue.empty)

    def _shows(self, item: Item) -> bool:
        return self._queue.holds(item) and (not self._search.tests or self._search.accepts(item))

    def _key(self, item: Item) -> tuple:
        return (self._sort or self._queue.order)(item)


def _words(item: Item, role: int) -> Any:
    if role == Roles.ITEM:
        return item
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return item.name
    if role == Qt.ItemDataRole.ToolTipRole:
        return f"{item.path}\n{told(item.error)}" if item.error else item.path
    return None
