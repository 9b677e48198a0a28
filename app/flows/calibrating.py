"""How large a pixel is, and how widths are told apart: for a photo, some photos, a folder or a camera."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from app.failures import Failure, describe
from app.flows.centre import Handlers, TaskCentre
from app.flows.showing import Shown
from app.sentences import told
from app.session import Session
from app.which import Reach
from core.errors import CoreError
from core.measure.classes import WidthClasses
from core.measure.marker import find_scale
from core.measure.scale import UNCALIBRATED, Scale, from_line
from core.measure.scale_book import ScaleBook
from core.photos import reader
from core.photos.metadata import PhotoFacts
from core.project import calibration
from core.project.audit import Change
from core.project.project import Project
from core.record.measured import camera_of
from core.record.standards import keep_width_classes, width_classes
from core.values import Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Looking for markers")
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Markers:
    """The scales that were found by photo, and why there are no more: the sentences of the other photos."""

    scales: Mapping[int, Scale]
    failed: Mapping[int, str]


class Calibrating(QObject):
    """Keeps the book of scales and the width classes as the project has them."""

    scale_changed = Signal(object)
    classes_changed = Signal(object)
    failed = Signal(Failure)
    told = Signal(str)

    def __init__(self, session: Session, centre: TaskCentre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._centre = centre
        self._book = ScaleBook()
        self._facts: PhotoFacts | None = None
        self.classes = WidthClasses()
        session.folder_changed.connect(self._read)
        session.current_changed.connect(self._on_current)
        session.travelled.connect(self._read)
        session.said.connect(self._on_said)

    @property
    def camera(self) -> str | None:
        """The camera of the photo that is looked at, as scales name it."""
        return None if self._facts is None else camera_of(self._facts)

    @property
    def scale(self) -> Scale:
        """The scale of the photo that is looked at."""
        current = self._session.current
        if not self._session.has(current):
            return UNCALIBRATED
        return self._book.find(self._session.item(current).path, self.camera)

    def show(self, shown: Shown | None) -> None:
        """Another photo is on the canvas: now its camera is known."""
        self._facts = None if shown is None else shown.facts
        self._tell()

    def set_from_line(self, line: Line, length_mm: float, *, is_for_folder: bool) -> None:
        """The line drawn on the photo is so long in reality."""
        try:
            scale = from_line(line[0], line[-1], length_mm)
        except CoreError as error:
            self.failed.emit(describe(error))
            return
        self.set_scale(scale, Reach.FOLDER if is_for_folder else Reach.PHOTO)

    def set_scale(self, scale: Scale, reach: Reach, selected: Sequence[int] = ()) -> None:
        """Keep a scale. ``selected`` are the photos that are selected in the list."""
        photo = self._session.current
        if not self._session.has(photo):
            return
        path = self._session.item(photo).path
        if reach is Reach.CAMERA:
            self._set_for_camera(scale)
        elif reach is Reach.FOLDER:
            self._set_for_folder(path, scale)
        else:
            ids = [id_ for id_ in selected if self._session.has(id_)] if reach is Reach.SELECTED else []
            self._set_for_photos(ids or [photo], scale)
        self._tell_whose_counts(path, reach)

    def find_markers(self, side_mm: float, reach: Reach, selected: Sequence[int] = ()) -> None:
        """Look for a marker on each photo of the reach; a folder's or a camera's is that of the shown photo."""
        current = self._session.current
        if not self._session.has(current):
            return
        wanted = [id_ for id_ in selected if self._session.has(id_)] if reach is Reach.SELECTED else []
        paths = {id_: self._session.path_of(id_) for id_ in wanted or [current]}
        handlers = Handlers(success=partial(self._on_markers, reach))
        self._centre.start(partial(markers, paths, side_mm), TITLE, handlers)

    def set_classes(self, classes: WidthClasses) -> None:
        """Tell widths apart so from now on, in window, exports and reports."""
        self._session.write(partial(_keep_classes, classes))
        self.classes = classes
        self.classes_changed.emit(classes)

    @Slot()
    def forget(self) -> None:
        """Pixels again: the photo's own scale goes, else its folder's, else its camera's."""
        current = self._session.current
        if not self._session.has(current):
            return
        path = self._session.item(current).path
        if path in self._book.photos:
            self._set_for_photos([current], None)
        elif _folder_in_force(self._book, path) is not None:
            self._set_for_folder(f"{_folder_in_force(self._book, path)}/x", None)
        elif self.camera is not None:
            self._set_for_camera(None)

    def _tell_whose_counts(self, path: str, reach: Reach) -> None:
        """A nearer scale counts: without a word, a scale that is set for many would seem to be lost."""
        if reach in (Reach.FOLDER, Reach.CAMERA) and path in self._book.photos:
            self.told.emit(self.tr("Set. This photo keeps the scale of its own; “Back to pixels” takes that away."))
        elif reach is Reach.CAMERA and self.camera is not None and _folder_in_force(self._book, path) is not None:
            self.told.emit(self.tr("Set. This photo keeps its folder's scale; “Back to pixels” takes that away."))

    def _set_for_photos(self, ids: Sequence[int], scale: Scale | None) -> None:
        self._session.say(lambda project: calibration.set_for_photos(project, ids, scale))

    def _set_for_folder(self, path: str, scale: Scale | None) -> None:
        folder = path.rpartition("/")[0]
        self._session.say(lambda project: calibration.set_for_folder(project, folder, scale))

    def _set_for_camera(self, scale: Scale | None) -> None:
        camera = self.camera
        if camera is None:
            self.told.emit(self.tr("This photo does not say which camera took it; set the scale for its folder."))
            return
        self._session.say(lambda project: calibration.set_for_camera(project, camera, scale))

    def _on_markers(self, reach: Reach, found: Markers) -> None:
        if found.scales and reach in (Reach.FOLDER, Reach.CAMERA):
            self.set_scale(next(iter(found.scales.values())), reach)
        elif found.scales:
            self._session.say(lambda project: calibration.set_each(project, found.scales))
        words = self.tr("Markers on %Ln photos give their scale.", "", len(found.scales)) if found.scales else ""
        if found.failed:
            none = self.tr("%Ln photos have none:", "", len(found.failed)) if found.scales else ""
            words = " ".join(filter(None, (words, none, told(next(iter(found.failed.values()))))))
        self.told.emit(words)

    @Slot(object)
    def _on_said(self, change: Change) -> None:
        if change.kind in calibration.KINDS:
            self._read()

    @Slot()
    def _on_current(self) -> None:
        self._facts = None
        self._tell()

    @Slot()
    def _read(self) -> None:
        project = self._session.project
        if project is None:
            return
        try:
            self._book = calibration.book(project)
            self.classes = width_classes(project)
        except CoreError as error:
            self.failed.emit(describe(error))
        self._tell()
        self.classes_changed.emit(self.classes)

    @Slot()
    def _tell(self) -> None:
        self.scale_changed.emit(self.scale)


def markers(photos: Mapping[int, Path], side_mm: float) -> Iterator[Progress | Finished[Markers]]:
    """The scale of each photo from its marker; runs in a thread of its own."""
    scales: dict[int, Scale] = {}
    failed: dict[int, str] = {}
    for done, (photo, path) in enumerate(photos.items()):
        yield Progress(done, len(photos), path.name)
        try:
            scales[photo] = find_scale(reader.read(path), side_mm)
        except CoreError as error:
            failed[photo] = str(error)
    yield Finished(Markers(scales, failed))


def _folder_in_force(book: ScaleBook, path: str) -> str | None:
    folder = path
    while folder:
        folder = folder.rpartition("/")[0]
        if (folder or ".") in book.folders:
            return folder
    return None


def _keep_classes(classes: WidthClasses, project: Project) -> None:
    keep_width_classes(project, classes)
