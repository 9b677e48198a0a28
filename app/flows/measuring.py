"""The measures of the photo that is looked at, worked out beside the window and thrown away when it changes."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.flows.showing import Shown
from app.imaging import MapPyramid, map_pyramid
from core.errors import CoreError
from core.measure.classes import UNRESOLVED_COLOUR, WidthClasses, paint
from core.measure.cracks import PhotoCracks
from core.measure.figures import PhotoFigures, photo_figures
from core.measure.scale import UNCALIBRATED, Scale
from core.project import finalmask
from core.values import Mask

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Every number of a photo; ``classes`` (H, W) numbers the width class of each crack pixel, None without a scale."""

    photo: int
    figures: PhotoFigures
    classes: MapPyramid | None
    colours: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Traced:
    """What does not depend on scale and classes."""

    shown: Shown
    mask: Mask
    cracks: PhotoCracks


class Measuring(QObject):
    """Measures in a thread of its own, only what is still wanted when its turn comes."""

    measured = Signal(object)
    outdated = Signal()
    _done = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._scale, self._classes = UNCALIBRATED, WidthClasses()
        self._traced: _Traced | None = None
        self._generation = 0
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="measuring")
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def show(self, shown: Shown | None) -> None:
        """Another photo, or the same one after something was said of it."""
        self._shown = shown
        self._ask()

    @Slot(object)
    def set_scale(self, scale: Scale) -> None:
        """How large its pixels are."""
        if scale != self._scale:
            self._scale = scale
            self._ask()

    @Slot(object)
    def set_classes(self, classes: WidthClasses) -> None:
        """How its widths are told apart."""
        if classes != self._classes:
            self._classes = classes
            self._ask()

    def close(self) -> None:
        """Wait for the thread."""
        self._generation += 1
        self._shown = None
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _ask(self) -> None:
        self._generation += 1
        self.outdated.emit()
        # A glimpse is not measured: the network still needs the processor for the map that counts.
        if self._shown is not None and self._shown.raw is not None and not self._shown.is_glimpse:
            self._pool.submit(self._work, self._generation, self._shown, self._scale, self._classes)

    def _work(self, generation: int, shown: Shown, scale: Scale, classes: WidthClasses) -> None:
        """Runs in the thread."""
        if generation != self._generation:
            return
        try:
            if self._traced is None or self._traced.shown is not shown:
                self._traced = traced(shown)
            self._done.emit(generation, measured(self._traced, scale, classes))
        except (CoreError, MemoryError) as error:
            _log.warning("%s", error)

    @Slot(int, object)
    def _on_done(self, generation: int, found: Measured) -> None:
        if generation == self._generation:
            self.measured.emit(found)


def traced(shown: Shown) -> _Traced:
    """The final mask of a photo and its cracks: what is exported and reported. Raises CoreError."""
    from core.measure.photo import measure  # with scipy and scikit-image, which the window's start does not wait for

    assert shown.raw is not None, "a photo is measured by its map"
    raw = shown.raw.levels[0]
    said = shown.remarks
    mask = finalmask.combined(raw, shown.threshold, verdicts=said.verdicts, ignored=said.regions, layer=shown.layer)
    return _Traced(shown, mask, measure(mask, shown.photo.levels[0], raw))


def measured(known: _Traced, scale: Scale, classes: WidthClasses) -> Measured:
    """The numbers under a scale. Raises CoreError."""
    numbers = None if scale.unit == "px" else map_pyramid(paint(known.mask, known.cracks, scale, classes))
    colours = (*classes.colours, UNRESOLVED_COLOUR)
    return Measured(known.shown.id, photo_figures(known.cracks, scale), numbers, colours)
