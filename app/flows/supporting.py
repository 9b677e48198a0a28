"""Texts for whoever helps: gathered here, read by the user, written as a file. Nothing is sent."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.failures import Failure, describe
from app.flows.centre import Handlers, TaskCentre
from core.errors import ExportError
from core.support.papers import Papers, papers, write
from core.values import Finished, Progress


class Supporting(QObject):
    """Gathering loads the network once to see whether it loads, so it runs in the background."""

    gathered = Signal(object)
    told = Signal(str)
    failed = Signal(Failure)

    def __init__(self, centre: TaskCentre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._centre = centre
        self._papers: Papers = {}

    def gather(self) -> None:
        """Ask for the texts; ``gathered`` brings them."""
        title = self.tr("Gathering texts for support")
        if not self._centre.is_running(title):
            self._centre.start(_gathered, title, Handlers(success=self._on_gathered))

    @Slot(Path)
    def write(self, file: Path) -> None:
        """What was gathered, as one zip."""
        try:
            write(file, self._papers)
        except ExportError as error:
            self.failed.emit(describe(error))
            return
        self.told.emit(self.tr("{file} is written; nothing was sent.").format(file=file.name))

    def _on_gathered(self, found: Papers) -> None:
        self._papers = found
        self.gathered.emit(found)


def _gathered() -> Iterator[Progress | Finished[Papers]]:
    yield Progress(0, 1)
    yield Finished(papers())
