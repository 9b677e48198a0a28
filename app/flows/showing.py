"""From a photo's row to what the canvas needs: pixels and map read off the GUI thread, neighbours ahead of time."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.imaging import MapPyramid, PhotoPyramid, map_pyramid, pyramid
from app.session import Session
from core.errors import CoreError
from core.photos import metadata, reader
from core.photos.metadata import PhotoFacts
from core.values import ProbabilityMap

_KEPT_BYTES = 600_000_000

ReadMap = Callable[[Path], ProbabilityMap | None]


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One photo ready for the screen. ``map`` is None while the model has not seen it."""

    id: int
    photo: PhotoPyramid
    map: MapPyramid | None
    facts: PhotoFacts | None

    @property
    def size_bytes(self) -> int:
        """The memory that it holds (mip levels add a third)."""
        height, width = self.photo.size
        return height * width * (4 + (2 if self.map else 0))


class Showing(QObject):
    """Reads the photo that is looked at, then the one that comes next; keeps the last few."""

    loading = Signal(int)
    ready = Signal(object)
    unreadable = Signal(int, str)
    cleared = Signal()
    _read = Signal(object)
    _failed = Signal(int, str)

    def __init__(self, session: Session, read_map: ReadMap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read_map = read_map
        self._kept: OrderedDict[int, Shown] = OrderedDict()
        self._wanted: tuple[int, ...] = ()
        self._in_work: set[int] = set()
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="showing")
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        session.folder_changed.connect(self._forget_all)
        session.model_changed.connect(self._forget_all)

    def show(self, photo_id: int | None, ahead: tuple[int, ...] = ()) -> None:
        """Show a photo as soon as it is read; ``ahead`` are read after it."""
        if photo_id is None or not self._session.has(photo_id):
            self._wanted = ()
            self.cleared.emit()
            return
        self._wanted = (photo_id, *ahead)
        kept = self._kept.get(photo_id)
        if kept is None:
            self.loading.emit(photo_id)
        else:
            self._kept.move_to_end(photo_id)
            self.ready.emit(kept)
        for wanted in self._wanted:
            self._ask(wanted)

    def read_again(self, photo_id: int) -> None:
        """A photo has a new map: bring it to the screen if it is looked at."""
        if self._kept.pop(photo_id, None) is not None or photo_id in self._wanted[:1]:
            self._ask(photo_id)

    def close(self) -> None:
        """Wait for the thread."""
        self._wanted = ()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self, photo_id: int) -> None:
        with self._lock:
            if photo_id in self._kept or photo_id in self._in_work:
                return
            self._in_work.add(photo_id)
        self._pool.submit(self._load, photo_id, self._session.path_of(photo_id))

    def _load(self, photo_id: int, path: Path) -> None:
        """Runs in the thread; what is no longer wanted when its turn comes is left out."""
        with self._lock:
            self._in_work.discard(photo_id)
        if photo_id not in self._wanted:
            return
        try:
            shown = self._shown(photo_id, path)
        except (CoreError, OSError, MemoryError) as error:
            self._failed.emit(photo_id, str(error))
            return
        self._read.emit(shown)

    def _shown(self, photo_id: int, path: Path) -> Shown:
        photo = pyramid(reader.read(path))
        probabilities = self._read_map(path)
        fits = probabilities is not None and probabilities.shape == photo.size
        return Shown(photo_id, photo, map_pyramid(probabilities) if fits else None, _facts(path))

    @Slot(object)
    def _on_read(self, shown: Shown) -> None:
        if not self._session.has(shown.id):
            return
        self._kept[shown.id] = shown
        self._kept.move_to_end(shown.id)
        while len(self._kept) > 3 and sum(kept.size_bytes for kept in self._kept.values()) > _KEPT_BYTES:
            self._kept.popitem(last=False)
        if self._wanted[:1] == (shown.id,):
            self.ready.emit(shown)

    @Slot(int, str)
    def _on_failed(self, photo_id: int, sentence: str) -> None:
        self._session.set_error(photo_id, sentence)
        if self._wanted[:1] == (photo_id,):
            self.unreadable.emit(photo_id, sentence)

    @Slot()
    def _forget_all(self) -> None:
        self._kept.clear()


def _facts(path: Path) -> PhotoFacts | None:
    try:
        return metadata.read(path)
    except CoreError:
        return None
