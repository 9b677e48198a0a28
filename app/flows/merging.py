"""Two inspectors' projects become one: handed over as a file, compared, settled, merged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from app.flows.centre import Handlers, TaskCentre
from app.numbers import whole
from app.session import Session
from core.project import bundle, merge
from core.project.audit import Change, Key
from core.project.merge import Comparison, Side
from core.project.project import Project
from core.values import Finished, Progress

EXPORTING = QT_TRANSLATE_NOOP("tasks", "Writing the project")
COMPARING = QT_TRANSLATE_NOOP("tasks", "Comparing projects")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What came of looking at the other project, a bundle or a folder."""

    source: Path
    comparison: Comparison


class Merging(QObject):
    """Only the last step changes anything: one action of the project, which one undo takes back."""

    compared = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, centre: TaskCentre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._centre = centre

    def hand_over(self, file: Path) -> None:
        """Write the project as one file, without the photos."""
        if self._session.project is not None:
            handlers = Handlers(success=partial(self._on_written, file))
            self._centre.start(partial(_exported, self._session.project.folder, file), EXPORTING, handlers)

    def look_at(self, source: Path) -> None:
        """Compare with the project in a file or of a folder."""
        if self._session.project is not None:
            handlers = Handlers(success=partial(self._on_compared, source))
            self._centre.start(partial(_compared, self._session.project.folder, source), COMPARING, handlers)

    def merge(self, source: Path, choices: Mapping[Key, Side]) -> None:
        """Take over what only they said, and what was settled for them."""
        self._session.change(partial(self._merged, source, choices))

    @Slot(object)
    def take_in(self, sources: Sequence[Path]) -> None:
        """Take over what the projects of sub-folders say; what is said here already stays."""
        for source in sources:
            self._session.change(partial(self._merged, source, {}))

    def _merged(self, source: Path, choices: Mapping[Key, Side], project: Project) -> Change:
        """Runs in the writer's thread; signals cross to the window's."""
        with merge.reading(source) as theirs:
            change = merge.merge(project, theirs, choices)
        words = self.tr("Nothing new in {name}.") if not change else self.tr("Merged with {name}: {count} photos.")
        self.told.emit(words.format(name=source.name, count=whole(len(change.photos))))
        return change

    def _on_written(self, file: Path, _: object) -> None:
        self.told.emit(self.tr("The project lies in {file}; a colleague merges it in the File menu.").format(file=file))

    def _on_compared(self, source: Path, found: Comparison) -> None:
        if not found.gains and not found.conflicts:
            words = self.tr("{name} says nothing that is not said here already.").format(name=source.name)
            self.told.emit(words + _unknown(found))
            return
        self.compared.emit(Meeting(source, found))


def _unknown(found: Comparison) -> str:
    if not found.unknown:
        return ""
    words = QCoreApplication.translate("Merging", "%Ln of its photos are not in this folder.", "", len(found.unknown))
    return " " + words


def _exported(folder: Path, file: Path) -> Iterator[Progress | Finished[None]]:
    yield Progress(0, 0)
    with Project.open(folder) as project:
        bundle.export_bundle(project, file)
    yield Finished(None)


def _compared(folder: Path, source: Path) -> Iterator[Progress | Finished[Comparison]]:
    yield Progress(0, 0)
    with Project.open(folder) as ours, merge.reading(source) as theirs:
        yield Finished(merge.compare(ours, theirs))
