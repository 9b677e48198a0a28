"""An inspection report on photos of the folder, as HTML, PDF or both."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal

from app.flows.batches import Batch, Gathered, Paperwork, batch, gathered, through
from core.errors import UsageError
from core.record.pages import overlaps, report_photos
from core.report.model import ReportOptions, Style
from core.report.report import write
from core.values import Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Writing the report")


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """What the dialog asks for; ``style`` is a file that is read when the work begins."""

    ids: tuple[int, ...]
    targets: tuple[Path, ...]
    options: ReportOptions
    style: Path | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """Where it lies, of how many photos, and which pairs of them show the same surface."""

    paths: tuple[Path, ...]
    photos: int
    overlaps: tuple[tuple[str, str], ...]


class Reporting(Paperwork):
    """Writes reports."""

    written = Signal(object)

    def write(self, order: ReportOrder) -> None:
        """Write it, photo by photo."""
        wanted = batch(self._session, self._predicting, order.ids)
        if wanted is not None:
            self.start(partial(report, wanted, order), TITLE, self._on_written)

    def _on_written(self, reported: Reported) -> None:
        self.written.emit(reported)


def report(wanted: Batch, order: ReportOrder) -> Iterator[Progress | Finished[Reported]]:
    """The whole work; runs in a thread of its own.

    Raises:
        CoreError: a file of the order or a target is none, or the project cannot be read.
    """
    _check(order)
    options = order.options if order.style is None else replace(order.options, style=Style.read(order.style))
    gained: list[Gathered] = []
    yield from through(gathered(wanted), gained)
    (found,) = gained
    _keep_photos_safe(order.targets, [dossier.path for dossier in found.dossiers])
    pairs: list[tuple[tuple[str, str], ...]] = []
    yield from through(overlaps(found.dossiers), pairs)
    (double,) = pairs
    options = replace(options, overlaps=double, classes=found.standards.classes, severities=found.standards.severities)
    with closing(write(report_photos(found.dossiers, found.load), order.targets, options)) as events:
        for event in events:
            if isinstance(event, Finished):
                yield Finished(Reported(event.result, len(found.dossiers), double))
            else:
                yield event


def _check(order: ReportOrder) -> None:
    if not order.targets:
        raise UsageError("A report needs HTML, PDF or both; choose one.")
    if not order.ids:
        raise UsageError("A report needs at least one photo; choose some.")


def _keep_photos_safe(targets: Sequence[Path], photos: Sequence[Path]) -> None:
    if {target.resolve() for target in targets} & {photo.resolve() for photo in photos}:
        raise UsageError("A report must not replace a photo; choose another name.")
