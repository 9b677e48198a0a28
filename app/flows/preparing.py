"""Before a training: what there is to learn from, how long it takes, and what of the machine it uses."""

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from app import jobs, training_jobs
from app.failures import Failure
from app.flows.centre import Handlers, TaskCentre
from app.models.material import Material, material
from app.models.samples import samples
from app.power import battery_percent
from app.session import Session
from app.settings import Settings
from core.values import Correction, Progress, Role, Tag, TaggedPhoto

TITLE = QT_TRANSLATE_NOOP("tasks", "Preparing training")


class Preparing(QObject):
    """What was found holds for the tags that were there then; ``resumable`` says which run waits, "" for none."""

    progressed = Signal(Progress)
    prepared = Signal(Material)
    outdated = Signal()
    failed = Signal(Failure)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        centre: TaskCentre,
        *,
        resumable: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._centre = centre
        self._resumable = resumable
        self._tags: dict[int, Tag | None] = {}
        self.photos: tuple[TaggedPhoto, ...] = ()
        self.corrections: tuple[Correction, ...] = ()
        session.folder_changed.connect(self._on_folder)
        session.items_changed.connect(self._on_items)

    def start(self) -> None:
        """Find near-duplicates, give roles, estimate the time."""
        project = self._session.project
        if project is not None:
            handlers = Handlers(event=self._on_event, success=self._on_prepared, failure=self.failed.emit)
            work = partial(training_jobs.prepare_training, project.folder, self.machine())
            self._centre.start(work, TITLE, handlers)

    def machine(self) -> jobs.Machine:
        """Where a training runs. From four cores on, one is left to the window and to the rest of the machine."""
        cores = os.cpu_count() or 1
        threads = int(self._settings.value("work/threads")) or (cores - 1 if cores >= 4 else cores)
        return jobs.Machine(str(self._settings.value("work/device")), threads)

    @Slot()
    def _on_folder(self) -> None:
        self.photos, self.corrections, self._tags = (), (), {}

    @Slot(object)
    def _on_items(self, ids: tuple[int, ...]) -> None:
        if self._tags and any(self._session.item(id_).tag != self._tags.get(id_) for id_ in ids):
            self._tags = {}
            self.outdated.emit()

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)

    def _on_prepared(self, found: training_jobs.Prepared) -> None:
        self.photos, self.corrections = found.photos, found.corrections
        self._tags = {item.id: item.tag for item in self._session.items()}
        roles = {photo.path: photo.role for photo in found.photos}
        assert self._session.root is not None, "what was prepared belongs to a project"
        self.prepared.emit(
            material(
                found.photos,
                samples=samples(self._session.items(), self._session.root, roles),
                seconds=found.seconds,
                resumable=self._resumable(),
                machine=self._machine_words(),
                corrected=sum(roles[each.photo] is Role.TRAIN for each in found.corrections),
            )
        )

    def _machine_words(self) -> str:
        threads, cores = self.machine().threads or 1, os.cpu_count() or 1
        words = self.tr("Uses %Ln of {cores} processor threads, at low priority: other programs go first.", "", threads)
        battery = battery_percent()
        if battery is None:
            return words.format(cores=cores)
        plug_in = self.tr("This machine runs on its battery ({percent} %): plug it in, or pause when you leave.")
        return words.format(cores=cores) + " " + plug_in.format(percent=battery)
