"""What grew since an earlier date: pairs, growth, and the two photos of a spot laid over each other."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from app import jobs
from app.failures import Failure
from app.flows.batches import Batch, Gathered, Paperwork, batch, gathered, through
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.imaging import PhotoPyramid, pyramid
from app.session import Session
from core.errors import ProjectError, UsageError
from core.export import tables
from core.photos import reader
from core.record.comparing import COLUMNS, Compared, Spot, compare_all, row, spots
from core.record.dossier import Dossier
from core.record.known import known
from core.record.measured import Loader, Mapped
from core.values import RGB, Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Comparing two dates")
LAYING_TITLE = QT_TRANSLATE_NOOP("tasks", "Laying two photos over each other")


@dataclass(frozen=True, slots=True)
class DatesOrder:
    """``earlier`` is a folder or one photo; ``picked`` maps earlier to later photos by hand."""

    ids: tuple[int, ...]
    earlier: Path
    picked: Mapping[Path, Path] | None = None


@dataclass(frozen=True, slots=True)
class Paired:
    """The later photos that are to be compared, and those that have no earlier one."""

    spots: tuple[Spot, ...]
    alone: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """The earlier photo as the later one sees it, and the later one."""

    compared: Compared
    earlier: PhotoPyramid
    later: PhotoPyramid


class ComparingDates(Paperwork):
    """Pairs and compares; each result is told as soon as it is there."""

    paired = Signal(object)
    compared = Signal(object)
    finished = Signal(object)
    laid = Signal(object)

    def __init__(
        self, session: Session, predicting: Predicting, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(session, predicting, centre, parent)
        self._wanted: Compared | None = None

    def compare(self, order: DatesOrder) -> None:
        """Pair the photos with those of the earlier date, and measure what grew."""
        wanted = batch(self._session, self._predicting, order.ids)
        if wanted is not None:
            self.start(partial(compare, wanted, order), TITLE, self.finished.emit)

    def lay(self, found: Compared) -> None:
        """Show the two photos of a spot; only the one that was asked for last is told."""
        self._wanted = found
        handlers = Handlers(success=self._on_laid, failure=self._on_not_laid)
        self._centre.start(partial(lay, found), LAYING_TITLE, handlers, is_quiet=True)

    def keep_table(self, found: list[Compared], file: Path) -> None:
        """Write the growth table. Raises ExportError."""
        tables.write_csv(file, COLUMNS, map(row, found))

    def _on_event(self, event: object) -> None:
        super()._on_event(event)
        if isinstance(event, Paired):
            self.paired.emit(event)
        elif isinstance(event, Compared):
            self.compared.emit(event)

    def _on_laid(self, laid: Laid) -> None:
        if laid.compared is self._wanted:
            self.laid.emit(laid)

    def _on_not_laid(self, failure: Failure) -> None:
        self.refused.emit(failure.message)


def compare(
    wanted: Batch, order: DatesOrder
) -> Iterator[Progress | Paired | Compared | Finished[tuple[Compared, ...]]]:
    """The whole work; runs in a thread of its own.

    Raises:
        CoreError: a folder has no photos, no photo has an earlier one, or a project cannot be read.
    """
    if not order.earlier.exists():
        raise UsageError(f"The earlier date should be a folder of photos, {order.earlier} is none; choose another.")
    before = known([order.earlier]).dossiers
    gained: list[Gathered] = []
    yield from through(gathered(wanted), gained)
    (found,) = gained
    earlier_paths = {dossier.path for dossier in before}
    later = [dossier for dossier in found.dossiers if dossier.path not in earlier_paths]
    pairs = spots(before, later, order.picked)
    paired = {spot.later.path for spot in pairs}
    yield Paired(pairs, tuple(dossier for dossier in later if dossier.path not in paired))
    if not pairs:
        raise UsageError("No photo here has an earlier one of the same name or place; pick the earlier photo by hand.")
    maps: list[Mapping[int, str]] = []
    yield from through(_earlier_maps(wanted, pairs), maps)
    (keys,) = maps
    load_earlier = Loader(partial(_find, wanted, {spot.earlier.path: keys.get(n) for n, spot in enumerate(pairs)}))
    with closing(compare_all(pairs, load_earlier, found.load)) as events:
        yield from events


def _earlier_maps(wanted: Batch, pairs: tuple[Spot, ...]) -> Iterator[Progress | Finished[dict[int, str]]]:
    if wanted.version is None:
        raise ProjectError("There is no network to find the cracks with; activate one on the model shelf.")
    paths = {number: spot.earlier.path for number, spot in enumerate(pairs)}
    yield from jobs.missing_maps(paths, {}, version=wanted.version, maps=wanted.maps, machine=wanted.machine)


def _find(wanted: Batch, keys: Mapping[Path, str | None], dossier: Dossier, _: RGB) -> Mapped:
    key = keys.get(dossier.path)
    probabilities = None if key is None else jobs.kept_map(wanted.maps, key)
    if probabilities is None or wanted.version is None:
        raise ProjectError(f"{dossier.name} cannot be read; pick another earlier photo.")
    return Mapped(probabilities, wanted.version.id, wanted.version.threshold)


def lay(found: Compared) -> Iterator[Progress | Finished[Laid]]:
    """Read both photos and warp the earlier one; runs in a thread of its own. Raises PhotoError."""
    assert found.growth is not None, "only what could be compared is laid over"
    yield Progress(0, 0, found.spot.later.name)
    later, earlier = reader.read(found.spot.later.path), reader.read(found.spot.earlier.path)
    height, width = later.shape[:2]
    warped = cv2.warpPerspective(earlier, found.growth.alignment.matrix, (width, height), flags=cv2.INTER_LINEAR)
    yield Finished(Laid(found, pyramid(np.asarray(warped, np.uint8)), pyramid(later)))
