"""From a photo's row to what the canvas needs: pixels and map read off the GUI thread, neighbours ahead of time."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.flows.remarks import Remarks, standing
from app.imaging import MapPyramid, PhotoPyramid, map_pyramid, pyramid
from app.session import Session
from core.errors import CoreError
from core.photos import metadata, pairing, reader
from core.photos.metadata import PhotoFacts
from core.project import corrections
from core.project.corrections import Layer
from core.project.cracks import FoundCrack
from core.score import counts
from core.score.counts import Histogram, Table
from core.values import Mask, ProbabilityMap

_KEPT_BYTES = 600_000_000
_KEPT_PHOTOS = 40
NO_REMARKS = Remarks()


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a photo's layers come from; ``read_map`` runs in the reading thread. ``threshold`` cuts out cracks.

    ``is_glimpse``: the map is a first look, and a finished one follows.
    """

    path: Path
    read_map: Callable[[], ProbabilityMap | None]
    mask: Path | None = None
    threshold: float = 0.5
    remarks: Remarks = NO_REMARKS
    is_glimpse: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One photo ready for the screen. ``map`` is None while the model has not seen it, ``truth`` without a mask.

    ``raw`` is the model's map (``is_glimpse``: a first look, the finished map follows), ``map`` what ``remarks`` leave
    of it at ``threshold``, ``cracks`` the components there. ``levels`` (256,) is the histogram of ``map`` with the
    strokes of ``layer`` in it, ``table`` (2, 256) that of ``raw`` against the truth.
    """

    id: int
    photo: PhotoPyramid
    facts: PhotoFacts | None = None
    raw: MapPyramid | None = None
    map: MapPyramid | None = None
    truth: MapPyramid | None = None
    levels: Histogram | None = None
    table: Table | None = None
    problem: str = ""
    threshold: float = 0.5
    remarks: Remarks = NO_REMARKS
    cracks: tuple[FoundCrack, ...] = ()
    layer: Layer | None = None
    is_glimpse: bool = False

    @property
    def size_bytes(self) -> int:
        """The memory that it holds (mip levels add a third)."""
        height, width = self.photo.size
        maps = {id(each) for each in (self.raw, self.map, self.truth, self.layer) if each is not None}
        return height * width * (4 + 2 * len(maps))


class Showing(QObject):
    """Reads the photo that is looked at, then the one that comes next; keeps the last few."""

    loading = Signal(int)
    ready = Signal(object)
    revised = Signal(object, bool)
    unreadable = Signal(int, str)
    cleared = Signal()
    _read = Signal(int, object)
    _thought_over = Signal(int, int, object, bool)
    _failed = Signal(int, int, str)

    def __init__(self, session: Session, sources: Callable[[int], Sources], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sources = sources
        self._kept: OrderedDict[int, Shown] = OrderedDict()
        self._wanted: tuple[int, ...] = ()
        self._in_work: set[int] = set()
        self._coming: set[int] = set()
        self._generation = 0
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="showing")
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._thought_over.connect(self._on_thought_over, Qt.ConnectionType.QueuedConnection)
        session.folder_changed.connect(self._forget_all)
        session.model_changed.connect(self.read_again)

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

    @Slot(int, object)
    def take_map(self, photo_id: int, probabilities: ProbabilityMap) -> None:
        """A photo has a new map: bring it to the screen if it is looked at."""
        self._take(photo_id, probabilities)

    @Slot(int, object)
    def take_glimpse(self, photo_id: int, probabilities: ProbabilityMap) -> None:
        """The same with what a first look found."""
        self._take(photo_id, probabilities, is_glimpse=True)

    def _take(self, photo_id: int, probabilities: ProbabilityMap, *, is_glimpse: bool = False) -> None:
        kept = self._kept.pop(photo_id, None)
        if photo_id in self._wanted:
            self._coming.add(photo_id)
            sources = replace(self._sources(photo_id), read_map=lambda: probabilities, is_glimpse=is_glimpse)
            self._pool.submit(self._load, self._generation, photo_id, sources, kept and kept.photo)

    @Slot()
    def read_again(self) -> None:
        """What belongs to the photos has changed, such as their true masks."""
        wanted = self._wanted
        self._forget_all()
        for photo_id in wanted:
            self._ask(photo_id)

    def revise(self, photo_ids: Iterable[int], *, has_other_layer: bool = False) -> None:
        """What is said of photos has changed, or where their maps are cut; the layer as well if it says so."""
        for photo_id in photo_ids:
            if photo_id not in self._wanted[:1]:
                self._kept.pop(photo_id, None)
            elif photo_id in self._kept:
                self._pool.submit(
                    self._think_over,
                    self._generation,
                    self._kept[photo_id],
                    self._sources(photo_id),
                    has_other_layer=has_other_layer,
                )

    def take_layer(self, photo_id: int, layer: Layer) -> None:
        """A stroke was drawn: the photo is shown with it from now on, whatever the disk still says."""
        if photo_id in self._kept:
            self._kept[photo_id] = replace(self._kept[photo_id], layer=layer)

    def close(self) -> None:
        """Wait for the thread."""
        self._wanted = ()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self, photo_id: int) -> None:
        with self._lock:
            if photo_id in self._kept or photo_id in self._in_work:
                return
            self._in_work.add(photo_id)
        self._pool.submit(self._load, self._generation, photo_id, self._sources(photo_id), None)

    def _load(self, generation: int, photo_id: int, sources: Sources, photo: PhotoPyramid | None) -> None:
        """Runs in the thread; what is no longer wanted when its turn comes is left out."""
        with self._lock:
            if generation == self._generation:
                self._in_work.discard(photo_id)
        if generation != self._generation:
            return
        if photo_id not in self._wanted:
            self._coming.discard(photo_id)  # else the photo would wait for that map when it is wanted again
            return
        try:
            shown = read(photo_id, sources, photo)
        except (CoreError, OSError, MemoryError) as error:
            self._failed.emit(generation, photo_id, str(error))
            return
        self._read.emit(generation, shown)

    def _think_over(self, generation: int, shown: Shown, sources: Sources, *, has_other_layer: bool) -> None:
        """Runs in the thread."""
        try:
            layer = _layer(sources, shown.photo.size) if has_other_layer else shown.layer
            self._thought_over.emit(generation, shown.id, revised(shown, sources, layer), has_other_layer)
        except (CoreError, OSError, MemoryError) as error:
            self._thought_over.emit(generation, shown.id, {"problem": str(error)}, False)

    @Slot(int, int, object, bool)
    def _on_thought_over(self, generation: int, photo_id: int, changes: dict[str, Any], has_other_layer: bool) -> None:
        kept = self._kept.get(photo_id)
        if kept is None or generation != self._generation:
            return
        if not has_other_layer:  # a stroke may have been drawn meanwhile
            changes = {name: value for name, value in changes.items() if name != "layer"}
        self._kept[photo_id] = replace(kept, **changes)
        if self._wanted[:1] == (photo_id,):
            self.revised.emit(self._kept[photo_id], has_other_layer)

    @Slot(int, object)
    def _on_read(self, generation: int, shown: Shown) -> None:
        if generation != self._generation or (shown.map is None and shown.id in self._coming):
            return  # of another folder or model, or read before its map was there: the same with the map follows
        self._coming.discard(shown.id)
        self._kept[shown.id] = shown
        self._kept.move_to_end(shown.id)
        while self._keeps_too_much():
            self._kept.popitem(last=False)
        if self._wanted[:1] == (shown.id,):
            self.ready.emit(shown)

    def _keeps_too_much(self) -> bool:
        """Small photos are limited by their number: each brings its cracks and notes, too."""
        held_bytes = sum(kept.size_bytes for kept in self._kept.values())
        return len(self._kept) > _KEPT_PHOTOS or (len(self._kept) > 3 and held_bytes > _KEPT_BYTES)

    @Slot(int, int, str)
    def _on_failed(self, generation: int, photo_id: int, sentence: str) -> None:
        if generation != self._generation:
            return
        self._coming.discard(photo_id)
        self._session.set_error(photo_id, sentence)
        if self._wanted[:1] == (photo_id,):
            self.unreadable.emit(photo_id, sentence)

    @Slot()
    def _forget_all(self) -> None:
        """What is still being read belongs to another folder or model, where ids mean other photos."""
        with self._lock:
            self._generation += 1
            self._in_work.clear()
        self._kept.clear()
        self._coming.clear()


def read(photo_id: int, sources: Sources, photo: PhotoPyramid | None = None) -> Shown:
    """Everything about one photo, off the GUI thread. A bad mask is told and costs only itself.

    ``photo`` saves reading the pixels again where only the map is new.

    Raises:
        PhotoError: the photo itself cannot be read.
    """
    photo = photo or pyramid(reader.read(sources.path))
    found = sources.read_map()
    probabilities = found if found is not None and found.shape == photo.size else None
    truth, problem = _truth(sources.mask, photo.size)
    layer, complaint = _told(sources, photo.size)
    shown = Shown(
        id=photo_id,
        photo=photo,
        facts=_facts(sources.path),
        raw=None if probabilities is None else map_pyramid(probabilities),
        truth=None if truth is None else map_pyramid(truth),
        table=None if probabilities is None or truth is None else counts.table(probabilities, truth),
        problem=" ".join(filter(None, (problem, complaint))),
        is_glimpse=sources.is_glimpse,
    )
    return replace(shown, **revised(shown, sources, layer))


def revised(shown: Shown, sources: Sources, layer: Layer | None) -> dict[str, Any]:
    """The fields of ``shown`` that follow from what is said of the photo and from the threshold."""
    changes = {"threshold": sources.threshold, "remarks": sources.remarks, "layer": layer}
    if shown.raw is None:
        return changes
    raw = shown.raw.levels[0]
    left = standing(raw, sources.threshold, sources.remarks, layer)
    pyramid_left = shown.raw if left.map is raw else map_pyramid(left.map)
    return changes | {"map": pyramid_left, "cracks": left.cracks, "levels": left.levels}


def _layer(sources: Sources, size: tuple[int, int]) -> Layer | None:
    """Raises ProjectError where it is damaged or of another photo."""
    layer = sources.remarks.read_layer()
    if layer is not None:
        corrections.check_size(layer, size)
    return layer


def _told(sources: Sources, size: tuple[int, int]) -> tuple[Layer | None, str]:
    try:
        return _layer(sources, size), ""
    except CoreError as error:
        return None, str(error)


def _truth(mask: Path | None, size: tuple[int, int]) -> tuple[Mask | None, str]:
    if mask is None:
        return None, ""
    try:
        return pairing.read_mask(mask, size), ""
    except CoreError as error:
        return None, str(error)


def _facts(path: Path) -> PhotoFacts | None:
    try:
        return metadata.read(path)
    except CoreError:
        return None
