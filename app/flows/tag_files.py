"""Tags to and from tables, through the writer, so that an import is one action that can be undone."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.session import Session
from core.project import tagcsv
from core.project.project import Project
from core.project.tagcsv import Imported


class TagFiles(QObject):
    """Imports and exports tags.csv."""

    told = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def write_out(self, file: Path) -> None:
        """Write all tags to ``file``."""
        self._session.write(partial(self._export, file))

    def take_in(self, file: Path) -> None:
        """Take tags from ``file``; photos that are not in this folder are told."""
        self._session.write(partial(self._import, file))
        self._session.reload_after_writes()

    def _export(self, file: Path, project: Project) -> None:
        """Runs in the writer's thread; signals cross to the window's."""
        count = tagcsv.export_tags(project, file)
        self.told.emit(f"{count:,} tags written to {file.name}.")

    def _import(self, file: Path, project: Project) -> None:
        """Runs in the writer's thread."""
        self.told.emit(_words(tagcsv.import_tags(project, file)))


def _words(imported: Imported) -> str:
    changed = f"{len(imported.change.photos):,} tags changed."
    if not imported.unknown:
        return changed
    count, first = len(imported.unknown), imported.unknown[0]
    return f"{changed} {count:,} photos of the table are not in this folder, the first is {first}."
