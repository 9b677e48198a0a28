"""Photos of the folder to files of other programs, with their final masks: as inspectors left and drew them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal

from app.flows.batches import Batch, Gathered, Paperwork, batch, gathered, through
from core.errors import CoreError
from core.project.project import Project
from core.record.dossier import Dossier
from core.record.exporting import Exported, Target, export, in_the_way
from core.values import Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Exporting")


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Which photos go where; files that are there are replaced only if ``may_replace``."""

    ids: tuple[int, ...]
    out: Path
    formats: tuple[str, ...]
    may_replace: bool = False
    heading_deg: float | None = None


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Nothing was written: these files would have been replaced."""

    paths: tuple[Path, ...]


class Exporting(Paperwork):
    """Exports, after asking about files that are in the way."""

    asked = Signal(object)
    written = Signal(object)

    def write(self, order: ExportOrder) -> None:
        """Write the files, photo by photo."""
        wanted = batch(self._session, self._predicting, order.ids)
        try:
            target = Target(order.out, order.formats, heading_deg=order.heading_deg)
        except CoreError as error:
            self.refuse(error)
            return
        if wanted is not None:
            work = partial(exported, wanted, target, may_replace=order.may_replace)
            self.start(work, TITLE, self._on_end)

    def _on_end(self, result: Exported | InTheWay) -> None:
        (self.asked if isinstance(result, InTheWay) else self.written).emit(result)


def exported(wanted: Batch, target: Target, *, may_replace: bool) -> Iterator[Progress | Finished[Exported | InTheWay]]:
    """The whole work; runs in a thread of its own. What is in the way is found before anything is predicted.

    Raises:
        CoreError: the project cannot be read, a result would lie over a photo, or the disk refuses.
    """
    there = _in_the_way(wanted, target)
    if there and not may_replace:
        yield Finished(InTheWay(tuple(there)))
        return
    gained: list[Gathered] = []
    yield from through(gathered(wanted), gained)
    (found,) = gained
    target = replace(target, classes=found.standards.classes)
    with closing(export(found.dossiers, found.load, target)) as events:
        yield from (event for event in events if isinstance(event, Progress | Finished))


def _in_the_way(wanted: Batch, target: Target) -> list[Path]:
    with Project.open(wanted.folder) as project:
        chosen = set(wanted.ids)
        photos = [Dossier(project.path(row), row.path) for row in project.photos() if row.id in chosen]
    return in_the_way(photos, target)
