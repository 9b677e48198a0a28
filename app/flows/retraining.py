"""Retraining: prepare, train, hold against the active version, and leave the decision to the user."""

import os
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from app import jobs
from app.failures import Failure, describe
from app.flows import runs
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.flows.scoring import Scoring
from app.models.material import Material, material
from app.numbers import moment
from app.session import Session
from app.settings import Settings
from app.task import Task
from core.values import EpochReport, Preset, Progress, Role, Tag, TaggedPhoto, TrainingPlan

PREPARING = QT_TRANSLATE_NOOP("tasks", "Preparing training")
TITLE = QT_TRANSLATE_NOOP("tasks", "Training")
EXAMINING = QT_TRANSLATE_NOOP("tasks", "Comparing versions")


class Retraining(QObject):
    """One run at a time. The signals tell its story in order."""

    preparing = Signal(Progress)
    prepared = Signal(Material)
    begun = Signal(str)
    progressed = Signal(Progress)
    reported = Signal(EpochReport)
    examining = Signal(Progress)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        *,
        predicting: Predicting,
        scoring: Scoring,
        centre: TaskCentre,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._predicting = predicting
        self._scoring = scoring
        self._centre = centre
        self._photos: tuple[TaggedPhoto, ...] = ()
        self._plan: TrainingPlan | None = None
        self._task: Task | None = None
        session.folder_changed.connect(self._on_folder)

    @property
    def is_running(self) -> bool:
        """Whether a run, its preparation or its comparison is under way."""
        return any(self._centre.is_running(title) for title in (PREPARING, TITLE, EXAMINING))

    def prepare(self) -> None:
        """Find out what there is to learn from and how long it will take."""
        project = self._session.project
        if project is None or self.is_running:
            return
        handlers = Handlers(event=self._on_preparing, success=self._on_prepared, failure=self._on_failure)
        self._centre.start(partial(jobs.prepare_training, project.folder, self._machine()), PREPARING, handlers)

    def train(self, preset: Preset, note: str) -> None:
        """Start a run from the active version."""
        if self._session.model is None or self._session.store is None or self.is_running:
            return
        machine = self._machine()
        plan = TrainingPlan(
            photos=self._photos,
            out=runs.new_folder(self._runs, datetime.now()),
            start=str(self._session.model.path),
            preset=preset,
            device=machine.device,
            threads=machine.threads,
            note=note,
        )
        self._start(plan, self._title(preset))

    def _title(self, preset: Preset) -> str:
        return self.tr("Quick training") if preset is Preset.QUICK else self.tr("Thorough training")

    @Slot()
    def resume(self) -> None:
        """Go on with the run that was cut short."""
        plan = runs.resumable(self._runs) if self._session.store is not None else None
        if plan is not None and not self.is_running:
            self._start(plan, self.tr("Training, resumed"))

    @Slot()
    def stop(self) -> None:
        """End the run early; the best so far is kept and compared."""
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _on_folder(self) -> None:
        self._plan = self._task = None
        self._photos = ()

    @property
    def _runs(self) -> Path:
        assert self._session.store is not None, "runs belong to a project"
        return self._session.store / "runs"

    def _machine(self) -> jobs.Machine:
        # From four cores on, one is left to the window and to the rest of the machine.
        cores = os.cpu_count() or 1
        threads = int(self._settings.value("work/threads")) or (cores - 1 if cores >= 4 else cores)
        return jobs.Machine(str(self._settings.value("work/device")), threads)

    def _start(self, plan: TrainingPlan, title: str) -> None:
        try:
            runs.begin(plan)
        except OSError as error:
            self._on_failure(describe(error))
            return
        self._plan = plan
        self._predicting.hold()
        handlers = Handlers(
            event=self._on_event, success=self._on_trained, failure=self._on_failure, cancel=self._on_trained
        )
        self.begun.emit(title)
        self._task = self._centre.start(partial(jobs.train, plan), TITLE, handlers)

    def _on_preparing(self, event: object) -> None:
        if isinstance(event, Progress):
            self.preparing.emit(event)

    def _on_prepared(self, prepared: jobs.Prepared) -> None:
        self._photos = prepared.photos
        unsure = self._session.tag_counts()[Tag.UNSURE]
        plan = runs.resumable(self._runs)
        words = "" if plan is None else self._words(plan)
        doubtful = sum(item.contradicts for item in self._session.items())
        found = material(prepared.photos, unsure=unsure, seconds=prepared.seconds, doubtful=doubtful, resumable=words)
        self.prepared.emit(found)

    def _words(self, plan: TrainingPlan) -> str:
        is_quick = plan.preset is Preset.QUICK
        words = self.tr("the quick run of {date}") if is_quick else self.tr("the thorough run of {date}")
        return words.format(date=_when(plan.out))

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)
        elif isinstance(event, EpochReport):
            self.reported.emit(event)

    def _on_trained(self, _: object) -> None:
        """Also after a stop: what was best so far lies in the run's folder."""
        self._task = None
        plan, active = self._plan, self._session.model
        if plan is None or active is None or self._session.store is None or self._centre.is_closing:
            return
        best = plan.out / runs.BEST_FILE
        if not best.is_file():
            self._predicting.go_on()
            self.failed.emit(self.tr("The run was stopped before there was anything to keep."))
            return
        runs.end(plan.out)
        held_out = tuple(photo for photo in plan.photos if photo.role is Role.HELD_OUT)
        exam = jobs.Exam(held_out, self._scoring.masks, self._predicting.maps, self._machine())
        handlers = Handlers(
            event=self._on_examining, success=self._on_examined, failure=self._on_failure, cancel=self._on_unexamined
        )
        self._centre.start(partial(jobs.examine, best, active, exam), EXAMINING, handlers)

    def _on_examining(self, event: object) -> None:
        if isinstance(event, Progress):
            self.examining.emit(event)

    def _on_examined(self, outcome: object) -> None:
        self._predicting.go_on()
        self.finished.emit(outcome)

    def _on_unexamined(self, _: object) -> None:
        self._predicting.go_on()
        self.failed.emit(self.tr("The comparison was cancelled; the new version is on the shelf."))

    def _on_failure(self, failure: Failure) -> None:
        self._task = None
        self._predicting.go_on()
        self.failed.emit(failure.message)


def _when(folder: Path) -> str:
    try:
        return moment(datetime.strptime(folder.name, "%Y%m%d-%H%M%S"))
    except ValueError:
        return folder.name
