"""How large a pixel of the shown photo is: from a line of known length, for the photo or for its folder."""

from PySide6.QtCore import QObject, Signal, Slot

from app.failures import Failure, describe
from app.session import Session
from core.errors import CoreError
from core.measure.scale import UNCALIBRATED, Scale, from_line
from core.measure.scale_book import ScaleBook
from core.project import calibration
from core.project.audit import Change

Line = tuple[tuple[float, float], ...]


class Calibrating(QObject):
    """Keeps the book of scales as the project has it."""

    scale_changed = Signal(object)
    failed = Signal(Failure)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._book = ScaleBook()
        session.folder_changed.connect(self._read)
        session.current_changed.connect(self._tell)
        session.travelled.connect(self._read)
        session.said.connect(self._on_said)

    @property
    def scale(self) -> Scale:
        """The scale of the photo that is looked at."""
        current = self._session.current
        return self._book.find(self._session.item(current).path) if self._session.has(current) else UNCALIBRATED

    def set_from_line(self, line: Line, length_mm: float, *, is_for_folder: bool) -> None:
        """The line drawn on the photo is so long in reality."""
        try:
            scale = from_line(line[0], line[-1], length_mm)
        except CoreError as error:
            self.failed.emit(describe(error))
            return
        self._say(scale, is_for_folder=is_for_folder)

    @Slot()
    def forget(self) -> None:
        """Pixels again: the photo's own scale goes, else its folder's."""
        current = self._session.current
        if self._session.has(current):
            self._say(None, is_for_folder=self._session.item(current).path not in self._book.photos)

    def _say(self, scale: Scale | None, *, is_for_folder: bool) -> None:
        photo = self._session.current
        if not self._session.has(photo):
            return
        folder = self._session.item(photo).path.rpartition("/")[0]
        if is_for_folder:
            self._session.say(lambda project: calibration.set_for_folder(project, folder, scale))
        else:
            self._session.say(lambda project: calibration.set_for_photos(project, [photo], scale))

    @Slot(object)
    def _on_said(self, change: Change) -> None:
        if change.kind == calibration.KIND:
            self._read()

    @Slot()
    def _read(self) -> None:
        project = self._session.project
        if project is None:
            return
        try:
            self._book = calibration.book(project)
        except CoreError as error:
            self.failed.emit(describe(error))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.scale_changed.emit(self.scale)
