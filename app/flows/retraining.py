"""Retraining: prepare, train, hold against the active version, and leave the decision to the user."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal, Slot

from app import training_jobs
from app.failures import Failure, describe
from app.flows import examining, preparing, runs
from app.flows.centre import Handlers, TaskCentre
from app.flows.examining import Examining
from app.flows.predicting import Predicting
from app.flows.preparing import Preparing
from app.flows.scoring import Scoring
from app.models.material import Material
from app.numbers import moment
from app.session import Session
from app.settings import Settings
from app.task import Task
from core.values import EpochReport, Preset, Progress, TrainingPlan

TITLE = QT_TRANSLATE_NOOP("tasks", "Training")


class Retraining(QObject):
    """One run at a time. The signals tell its story in order.

    Pausing ends the worker: its state is on disk, its cores and its memory are free. So a paused run outlives the
    program as one that was killed does, and both are offered again (``resumable_changed``, "" for none).
    """

    preparing = Signal(Progress)
    prepared = Signal(Material)
    outdated = Signal()
    begun = Signal(str)
    progressed = Signal(Progress)
    reported = Signal(EpochReport)
    paused = Signal()
    examining = Signal(Progress)
    finished = Signal(object)
    failed = Signal(str)
    told = Signal(str)
    resumable_changed = Signal(str)

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
        self._predicting = predicting
        self._centre = centre
        self._plan: TrainingPlan | None = None
        self._task: Task | None = None
        self._is_pausing = False
        self.is_paused = False
        self._examining = Examining(predicting, scoring, centre, self)
        self._examining.progressed.connect(self.examining)
        self._examining.finished.connect(self._on_examined)
        self._examining.failed.connect(self._on_unexamined)
        self._preparing = Preparing(session, settings, centre, resumable=self._resumable_words, parent=self)
        self._preparing.progressed.connect(self.preparing)
        self._preparing.prepared.connect(self.prepared)
        self._preparing.outdated.connect(self.outdated)
        self._preparing.failed.connect(self._on_failure)
        session.folder_changed.connect(self._on_folder)

    @property
    def is_running(self) -> bool:
        """Whether a run, its preparation or its comparison is under way."""
        return any(self._centre.is_running(title) for title in (preparing.TITLE, TITLE, examining.TITLE))

    def prepare(self) -> None:
        """Find out what there is to learn from and how long it will take."""
        if not self.is_running:
            self._preparing.start()

    @Slot(Preset, str, bool)
    def train(self, preset: Preset, note: str, has_corrections: bool = False) -> None:
        """Start a run from the active version; what was drawn is learnt from only if that is asked for."""
        if self._session.model is None or self._session.store is None or self.is_running:
            return
        machine = self._preparing.machine()
        plan = TrainingPlan(
            photos=self._preparing.photos,
            out=runs.new_folder(self._runs, datetime.now()),
            start=str(self._session.model.path),
            preset=preset,
            device=machine.device,
            threads=machine.threads,
            note=note,
            corrections=self._preparing.corrections if has_corrections else (),
        )
        self._start(plan, self._title(preset))

    def _title(self, preset: Preset) -> str:
        return self.tr("Quick training") if preset is Preset.QUICK else self.tr("Thorough training")

    @Slot()
    def resume(self) -> None:
        """Go on with the run that is paused or was cut short."""
        plan = runs.resumable(self._runs) if self._session.store is not None else None
        if plan is not None and not self.is_running:
            self._start(plan, self.tr("Training, resumed"))

    @Slot()
    def pause(self) -> None:
        """Stop learning for now; the cores are free within a step."""
        if self._task is not None:
            self._is_pausing = True
            self._task.cancel()

    @Slot()
    def stop(self) -> None:
        """End the run early; the best so far is kept and compared."""
        if self._task is not None:
            self._is_pausing = False
            self._task.cancel()
        elif self.is_paused:
            self._on_trained(None)

    @Slot()
    def forget(self) -> None:
        """The run that was cut short is not wanted any more."""
        plan = runs.resumable(self._runs) if self._session.store is not None else None
        if plan is not None and not self.is_running:
            runs.end(plan.out)
            self.is_paused = False
            self._offer()

    @Slot()
    def _on_folder(self) -> None:
        self._plan = self._task = None
        self._is_pausing = self.is_paused = False
        self._offer()

    def _offer(self) -> None:
        self.resumable_changed.emit(self._resumable_words())

    def _resumable_words(self) -> str:
        plan = None if self._session.store is None else runs.resumable(self._runs)
        return "" if plan is None else self._words(plan)

    @property
    def _runs(self) -> Path:
        assert self._session.store is not None, "runs belong to a project"
        return self._session.store / "runs"

    def _start(self, plan: TrainingPlan, title: str) -> None:
        try:
            runs.begin(plan)
        except OSError as error:
            self._on_failure(describe(error))
            return
        self._plan = plan
        self._is_pausing = self.is_paused = False
        self._predicting.hold()
        handlers = Handlers(
            event=self._on_event, success=self._on_trained, failure=self._on_failure, cancel=self._on_stopped
        )
        self.begun.emit(title)
        self.resumable_changed.emit("")
        self._task = self._centre.start(partial(training_jobs.train, plan), TITLE, handlers)

    def _words(self, plan: TrainingPlan) -> str:
        is_quick = plan.preset is Preset.QUICK
        words = self.tr("the quick run of {date}") if is_quick else self.tr("the thorough run of {date}")
        return words.format(date=_when(plan.out))

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)
        elif isinstance(event, EpochReport):
            self.reported.emit(event)

    def _on_stopped(self, _: object) -> None:
        if not self._is_pausing:
            self._on_trained(None)
            return
        self._task, self.is_paused = None, True
        self._predicting.go_on()
        self.paused.emit()
        self.told.emit(self.tr("The training is paused."))
        self._offer()

    def _on_trained(self, _: object) -> None:
        """Also after a stop: what was best so far lies in the run's folder."""
        self._task, self.is_paused = None, False
        plan, active = self._plan, self._session.model
        if plan is None or active is None or self._session.store is None or self._centre.is_closing:
            return
        best = plan.out / runs.BEST_FILE
        runs.end(plan.out)
        self._offer()
        if best.is_file():
            self._examining.start(best, plan, active=active, machine=self._preparing.machine())
        else:
            self._on_unexamined(self.tr("The run was stopped before there was anything to keep."))

    @Slot(object)
    def _on_examined(self, outcome: object) -> None:
        if self._plan is not None:
            runs.shelved(self._plan.out)
        self._predicting.go_on()
        self.finished.emit(outcome)

    @Slot(str)
    def _on_unexamined(self, sentence: str) -> None:
        self._predicting.go_on()
        self.failed.emit(sentence)

    def _on_failure(self, failure: Failure) -> None:
        self._task = None
        if self._plan is not None:
            runs.fail(self._plan.out)
        self._on_unexamined(failure.message)
        self._offer()


def _when(folder: Path) -> str:
    try:
        return moment(datetime.strptime(folder.name, "%Y%m%d-%H%M%S"))
    except ValueError:
        return folder.name
