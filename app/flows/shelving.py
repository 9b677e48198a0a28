"""Which version of the network is active, and every other one on the shelf."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot

from app import shelf_jobs
from app.flows.centre import Handlers, TaskCentre
from app.session import Session
from core.project.project import ACTIVE_MODEL, Project
from core.values import ModelVersion

TITLE = QT_TRANSLATE_NOOP("tasks", "Reading the model shelf")
# What the network that comes with the program is called in its file.
SHIPPED = QT_TRANSLATE_NOOP("shelving", "Shipped")
HISTORY = "model_history"


class Shelving(QObject):
    """The active version is the project's; the shelf is the user's and holds every version."""

    versions_changed = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, centre: TaskCentre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._centre = centre
        self.versions: list[ModelVersion] = []
        self._earlier: list[str] = []
        self._chosen: str | None = None
        session.folder_changed.connect(self._on_folder)

    @Slot()
    def refresh(self) -> None:
        """Read the shelf again."""
        self._start(shelf_jobs.versions, self._on_versions)

    @Slot(str)
    def activate(self, version_id: str) -> None:
        """Make a version the active one; the one before can be rolled back to."""
        version = self._known(version_id)
        if version is None or self._session.project is None or self._is_active(version_id):
            return
        if self._session.model is not None:
            self._earlier.append(self._session.model.id)
        self._look_through(version)
        self.told.emit(self.tr("{version} is active now.").format(version=version.name))

    @Slot()
    def roll_back(self) -> None:
        """Go back to the version that was active before."""
        while self._earlier:
            version = self._known(self._earlier.pop())
            if version is not None:
                self._look_through(version)
                self.told.emit(self.tr("Rolled back: {version} is active again.").format(version=version.name))
                return
        self.told.emit(self.tr("No other version was active in this folder before."))

    @property
    def can_roll_back(self) -> bool:
        """Whether another version was active before."""
        return any(self._known(version_id) for version_id in self._earlier)

    @property
    def other(self) -> ModelVersion | None:
        """The version to hold the active one against: the one that was chosen, else the one before, else any other."""
        chosen = self._known(self._chosen)
        if chosen is not None and not self._is_active(chosen.id):
            return chosen
        before = (version for version_id in reversed(self._earlier) if (version := self._known(version_id)))
        return next((version for version in (*before, *self.versions) if not self._is_active(version.id)), None)

    def choose_other(self, version_id: str) -> None:
        """Hold the active version against this one from now on."""
        self._chosen = version_id

    @Slot(str, str)
    def rename(self, version_id: str, name: str) -> None:
        """Call a version otherwise."""
        self._start(partial(shelf_jobs.label_version, version_id, name=name), self._on_labelled)

    @Slot(str, str)
    def note(self, version_id: str, note: str) -> None:
        """Note something on a version."""
        self._start(partial(shelf_jobs.label_version, version_id, note=note), self._on_labelled)

    def _on_labelled(self, labelled: ModelVersion) -> None:
        self.versions = [labelled if version.id == labelled.id else version for version in self.versions]
        if self._is_active(labelled.id):
            self._session.rename_model(labelled)
        self.versions_changed.emit(self.versions)

    @Slot(str)
    def take_in(self, file: str) -> None:
        """Put a network file on the shelf; it does not become active."""
        self._start(partial(shelf_jobs.add_version, Path(file)), self.show_added)

    def show_added(self, version: ModelVersion) -> None:
        """A version has come onto the shelf."""
        if self._known(version.id) is None:
            self.versions.append(named(version, len(self.versions)))
        self.versions_changed.emit(self.versions)

    @Slot(str, str)
    def export(self, version_id: str, target: str) -> None:
        """Copy a version to a file."""
        self._start(partial(shelf_jobs.export_version, version_id, Path(target)), partial(self._on_exported, target))

    def remove(self, version_id: str) -> None:
        """Take a version off the shelf for good; the active one stays."""
        if self._is_active(version_id):
            self.told.emit(self.tr("The active version cannot be removed; activate another one first."))
            return
        self._start(partial(shelf_jobs.remove_version, version_id), lambda _: self.refresh())

    @Slot()
    def _on_folder(self) -> None:
        project = self._session.project
        self._earlier = [] if project is None else list(project.setting(HISTORY, []))
        self.refresh()

    def _look_through(self, version: ModelVersion) -> None:
        self._session.write(partial(_keep, version.id, self._earlier[-50:]))
        self._session.set_model(version)
        self.versions_changed.emit(self.versions)

    def _start(self, work: Callable[[], Iterator[Any]], success: Callable[[Any], None]) -> None:
        self._centre.start(work, TITLE, Handlers(success=success), is_quiet=True)

    def _on_versions(self, versions: list[ModelVersion]) -> None:
        self.versions = [named(version, number) for number, version in enumerate(versions)]
        self._choose_active()
        self.versions_changed.emit(self.versions)

    def _choose_active(self) -> None:
        project = self._session.project
        if project is None or not self.versions:
            return
        wanted = project.active_model
        version = self._known(wanted) or self.versions[0]
        if wanted is not None and version.id != wanted:
            sentence = self.tr("The version {wanted} is not on this machine's shelf; {version} stands in for it.")
            self.told.emit(sentence.format(wanted=wanted, version=version.name))
        if self._session.model is None or self._session.model.id != version.id:
            self._session.set_model(version)

    def _on_exported(self, target: str, _: object) -> None:
        self.told.emit(self.tr("The version lies in {file}.").format(file=target))

    def name_of(self, version_id: str) -> str:
        """What a version is called here."""
        version = self._known(version_id)
        return version_id if version is None else version.name

    def _known(self, version_id: str | None) -> ModelVersion | None:
        return next((version for version in self.versions if version.id == version_id), None)

    def _is_active(self, version_id: str) -> bool:
        return self._session.model is not None and self._session.model.id == version_id


def named(version: ModelVersion, number: int) -> ModelVersion:
    """A version that nobody named is called by its place on the shelf; the shipped one in the user's language."""
    if version.name == SHIPPED:
        return replace(version, name=QCoreApplication.translate("shelving", SHIPPED))
    if version.name != version.id:
        return version
    return replace(version, name=QCoreApplication.translate("shelving", "Version {number}").format(number=number))


def _keep(version_id: str, earlier: list[str], project: Project) -> None:
    """Runs in the writer's thread."""
    project.set_setting(ACTIVE_MODEL, version_id)
    project.set_setting(HISTORY, earlier)
