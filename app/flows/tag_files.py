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
        self.told.emit(self.tr("%Ln tags written to {file}.", "", count).format(file=file.name))

    def _import(self, file: Path, project: Project) -> None:
        """Runs in the writer's thread."""
        self.told.emit(self._words(tagcsv.import_tags(project, file)))

    def _words(self, imported: Imported) -> str:
        changed = self.tr("%Ln tags changed.", "", len(imported.change.photos))
        if not imported.unknown:
            return changed
        unknown = self.tr(
            "%Ln photos of the table are not in this folder, the first is {photo}.", "", len(imported.unknown)
        )
        return f"{changed} {unknown.format(photo=imported.unknown[0])}"
