"""Masks and tags from elsewhere: what other programs and folders' names say becomes what the hand says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from app.flows.batches import PATIENCE_S, Batch, Paperwork, batch
from app.flows.centre import TaskCentre
from app.flows.predicting import Predicting
from app.sentences import told
from app.session import Session
from core.errors import ProjectError
from core.project.audit import Change
from core.project.project import Project
from core.record.importing import MASK_ACTION, TAG_ACTION, TakenIn, Taking, tags_by_folder, take_in
from core.values import Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Importing")


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """Masks from ``source``; without one, tags from the names of folders."""

    source: Path | None
    taking: Taking = Taking.REPLACE
    has_tags: bool = False


class Importing(Paperwork):
    """Reads in the background; what was read is said as one action, which can be undone."""

    taken_in = Signal(str)
    masks_came = Signal(object)

    def __init__(
        self, session: Session, predicting: Predicting, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(session, predicting, centre, parent)
        session.said.connect(self._on_said)

    def take_in(self, order: ImportOrder) -> None:
        """Take masks or tags in."""
        wanted = batch(self._session, self._predicting, ())
        if wanted is not None:
            self.start(partial(read, wanted, order), TITLE, partial(self._on_read, order))

    @Slot(object)
    def _on_said(self, change: Change) -> None:
        if change.kind == MASK_ACTION:
            self.masks_came.emit(change.photos)

    def _on_read(self, order: ImportOrder, found: TakenIn) -> None:
        kind = MASK_ACTION if order.source else TAG_ACTION
        self._session.say(lambda project: project.record(found.values, kind=kind))
        self._session.reload_after_writes()
        counted = (
            self.tr("%Ln photos have their masks from there.", "", found.photos)
            if order.source
            else self.tr("%Ln photos tagged by their folders.", "", found.photos)
        )
        if found.left_out:
            left_out = self.tr("%Ln masks were left out; the first: {problem}", "", len(found.left_out))
            counted = f"{counted} {left_out.format(problem=told(found.left_out[0][1]))}"
        self.taken_in.emit(counted)
        self.told.emit(counted)


def read(wanted: Batch, order: ImportOrder) -> Iterator[Progress | Finished[TakenIn]]:
    """The whole work but the saying; runs in a thread of its own. Raises CoreError."""
    yield Progress(0, 0)
    try:
        wanted.settle(PATIENCE_S)
    except TimeoutError as error:
        raise ProjectError("What was said last is not on disk yet; free the disk, then try again.") from error
    with Project.open(wanted.folder) as project:
        if order.source is None:
            yield Finished(tags_by_folder(project))
        else:
            yield from take_in(project, order.source, order.taking, has_tags=order.has_tags)
