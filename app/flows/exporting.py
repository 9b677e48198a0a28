"""Final masks to files: what the network found, as far as inspectors let it stand, and what they drew."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.sentences import told
from app.session import Session
from core.errors import CoreError
from core.export import files, masks
from core.project.finalmask import final_mask
from core.project.project import Project
from core.values import Finished, ProbabilityMap, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Exporting masks")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A photo whose mask is wanted; ``name`` is its path relative to the project, ``threshold`` its own."""

    id: int
    name: str
    threshold: float
    read_map: Callable[[], ProbabilityMap | None]


@dataclass(frozen=True, slots=True)
class Written:
    """How many masks there are now, and what was wrong with the first photo that has none."""

    count: int
    left_out: int = 0
    problem: str = ""


class Exporting(QObject):
    """Exports the selected photos, or all that were predicted where at most one is selected."""

    told = Signal(str)

    def __init__(
        self, session: Session, predicting: Predicting, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._predicting = predicting
        self._centre = centre

    def write_masks(self, selected: Sequence[int], out: Path) -> None:
        """Write a PNG for each photo below ``out``, in folders as the photos are."""
        project = self._session.project
        if project is None:
            return
        every = (item.id for item in self._session.items() if item.score is not None)
        wanted = [self._wanted(photo_id) for photo_id in (selected if len(selected) > 1 else every)]
        if not wanted:
            self.told.emit(self.tr("No photo is predicted yet: predict the folder first (Ctrl+P)."))
            return
        work = partial(write, project.folder, wanted, out)
        self._centre.start(work, TITLE, Handlers(success=partial(self._on_written, out)))

    def _wanted(self, photo_id: int) -> Wanted:
        path, threshold = self._session.item(photo_id).path, self._session.threshold_of(photo_id)
        return Wanted(photo_id, path, threshold, self._predicting.map_reader(photo_id))

    def _on_written(self, out: Path, written: Written) -> None:
        sentence = self.tr("%Ln masks written to {folder}.", "", written.count).format(folder=out)
        if written.left_out:
            left_out = self.tr("%Ln photos have none; the first: {problem}", "", written.left_out)
            sentence += " " + left_out.format(problem=written.problem)
        self.told.emit(sentence)


def write(folder: Path, wanted: Sequence[Wanted], out: Path) -> Iterator[Progress | Finished[Written]]:
    """Final masks of photos of the project at ``folder``; runs in a thread of its own.

    Raises:
        ExportError: a mask would lie over a photo, or the disk refuses.
    """
    results = files.targets([each.name for each in wanted], out, "_mask.png")
    problems: list[str] = []
    with Project.open(folder) as project:
        files.keep_photos_safe(results, [project.root / each.name for each in wanted])
        for done, (each, path) in enumerate(zip(wanted, results, strict=True)):
            yield Progress(done, len(wanted), each.name)
            problem = _write_one(project, each, path)
            if problem:
                problems.append(problem)
    yield Finished(Written(len(wanted) - len(problems), len(problems), problems[0] if problems else ""))


def _write_one(project: Project, photo: Wanted, path: Path) -> str:
    """Why there is no mask of a photo, "" where there is one."""
    probabilities = photo.read_map()
    if probabilities is None:
        sentence = QCoreApplication.translate("exporting", "{photo} has no prediction any more; look at it once.")
        return sentence.format(photo=photo.name)
    try:
        mask = final_mask(project, photo.id, probabilities, photo.threshold)
    except CoreError as error:
        return told(str(error))
    masks.write_mask(path, mask)
    return ""
