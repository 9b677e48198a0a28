"""What is dropped on the window: a folder opens, a photo is shown in its folder, anything else is told."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot

from app.flows.opening import Opening
from app.session import Session
from core.photos.formats import SUFFIXES


class Dropping(QObject):
    """A photo of the folder that is open is only looked at: nothing that runs is stopped for it."""

    told = Signal(str)

    def __init__(self, session: Session, opening: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._opening = opening
        self._wanted: Path | None = None

    def take(self, paths: Sequence[Path]) -> None:
        """Open the first folder, or show the first photo, of what was dropped."""
        chosen = next((path for path in paths if path.is_dir() or is_photo(path)), None)
        if chosen is None:
            sentence = self.tr("{name} is neither a folder nor a photo; drop a folder of photos, or one of its photos.")
            self.told.emit(sentence.format(name=paths[0].name))
            return
        self._wanted = None if chosen.is_dir() else chosen
        if not self._has_shown():
            self._opening.open(chosen if chosen.is_dir() else chosen.parent)

    @Slot()
    def show_wanted(self) -> None:
        """A folder is open, with the photos that its project knows."""
        self._has_shown()

    @Slot()
    def show_found(self) -> None:
        """The folder was looked through: a photo that is not among its photos now is not waited for."""
        self._has_shown()
        if self._wanted is not None and self._session.root in self._wanted.parents:
            self._wanted = None

    def _has_shown(self) -> bool:
        root = self._session.root
        if self._wanted is None or root is None or not self._wanted.is_relative_to(root):
            return False
        path = self._wanted.relative_to(root).as_posix()
        photo = next((item.id for item in self._session.items() if item.path == path), None)
        if photo is None:
            return False
        self._wanted = None
        self._session.set_current(photo)
        return True


def is_photo(path: Path) -> bool:
    """By its name: whether it can be read shows when it is looked at."""
    return path.suffix.lower() in SUFFIXES and path.is_file()


def local_paths(dropped: QMimeData) -> list[Path]:
    """The files and folders of this machine among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
