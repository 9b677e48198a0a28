"""Small pictures of photos, made off the GUI thread, newest wish first, kept on disk between starts."""

import threading
from collections import OrderedDict, deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from core.errors import PhotoError
from core.photos.thumbnails import ThumbnailCache
from core.values import RGB

LONGEST_PX = 256
_KEPT = 400
_WAITING = 200
_THREADS = 2


@dataclass(frozen=True, slots=True)
class _Wish:
    photo_id: int
    path: Path


class Thumbnails(QObject):
    """Answers at once with what is there, and announces what comes later.

    Wishes that scrolled out of sight before their turn are dropped, so that a fast scroll through 100,000
    photos reads only those that it stops at.
    """

    ready = Signal(int)
    unreadable = Signal(int, str)
    _loaded = Signal(int, int, QImage)
    _failed = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = ThumbnailCache()
        self._pixmaps: OrderedDict[int, QPixmap] = OrderedDict()
        self._broken: set[int] = set()
        self._waiting: deque[_Wish] = deque(maxlen=_WAITING)
        self._asked: set[int] = set()
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="thumbnails")
        self._loaded.connect(self._on_loaded, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._generation = 0

    @Slot()
    def start_folder(self) -> None:
        """Forget another folder's pictures."""
        with self._lock:
            self._generation += 1
            self._waiting.clear()
            self._asked.clear()
        self._pixmaps.clear()
        self._broken.clear()

    def pixmap(self, photo_id: int, path: Path) -> QPixmap | None:
        """The picture if it is there; else None now and ``ready`` later."""
        found = self._pixmaps.get(photo_id)
        if found is not None:
            self._pixmaps.move_to_end(photo_id)
        elif photo_id not in self._broken:
            self._ask(_Wish(photo_id, path))
        return found

    def has(self, photo_id: int) -> bool:
        """Whether the picture is there."""
        return photo_id in self._pixmaps

    def forget(self, photo_id: int) -> None:
        """The photo's content changed: make its picture again."""
        self._pixmaps.pop(photo_id, None)
        self._broken.discard(photo_id)

    def close(self) -> None:
        """Drop all wishes and wait for the threads."""
        with self._lock:
            self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self, wish: _Wish) -> None:
        with self._lock:
            if wish.photo_id in self._asked:
                return
            if len(self._waiting) == _WAITING:
                self._asked.discard(self._waiting[0].photo_id)
            self._waiting.append(wish)
            self._asked.add(wish.photo_id)
        self._pool.submit(self._serve_newest)

    def _serve_newest(self) -> None:
        with self._lock:
            if not self._waiting:
                return
            wish, generation = self._waiting.pop(), self._generation
        try:
            image = _image(self._disk.thumbnail(wish.path, LONGEST_PX))
        except (PhotoError, OSError) as error:
            self._failed.emit(generation, wish.photo_id, str(error))
            return
        self._loaded.emit(generation, wish.photo_id, image)

    @Slot(int, int, QImage)
    def _on_loaded(self, generation: int, photo_id: int, image: QImage) -> None:
        if generation != self._generation:
            return  # of a folder that was left meanwhile, where the id meant another photo
        with self._lock:
            self._asked.discard(photo_id)
        self._pixmaps[photo_id] = QPixmap.fromImage(image)
        while len(self._pixmaps) > _KEPT:
            self._pixmaps.popitem(last=False)
        self.ready.emit(photo_id)

    @Slot(int, int, str)
    def _on_failed(self, generation: int, photo_id: int, sentence: str) -> None:
        if generation != self._generation:
            return
        with self._lock:
            self._asked.discard(photo_id)
        self._broken.add(photo_id)
        self.unreadable.emit(photo_id, sentence)


def _image(rgb: RGB) -> QImage:
    height, width = rgb.shape[:2]
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
