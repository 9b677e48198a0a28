"""A trained version is put on the shelf and held against the active one on photos that neither learnt from."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from app import jobs, training_jobs
from app.failures import Failure
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.flows.scoring import Scoring
from core.values import ModelVersion, Progress, Role, TaggedPhoto, TrainingPlan

TITLE = QT_TRANSLATE_NOOP("tasks", "Comparing versions")


class Examining(QObject):
    """One comparison at a time. ``failed`` carries a sentence; the version is on the shelf even so."""

    progressed = Signal(Progress)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(
        self, predicting: Predicting, scoring: Scoring, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._predicting = predicting
        self._scoring = scoring
        self._centre = centre

    def start(self, best: Path, plan: TrainingPlan, *, active: ModelVersion, machine: jobs.Machine) -> None:
        """Compare the network in ``best`` with the active version."""
        exam = training_jobs.Exam(held_out(plan), self._scoring.masks, self._predicting.maps, machine)
        handlers = Handlers(
            event=self._on_event, success=self.finished.emit, failure=self._on_failure, cancel=self._on_cancel
        )
        self._centre.start(partial(training_jobs.examine, best, active, exam), TITLE, handlers)

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)

    def _on_cancel(self, _: object) -> None:
        self.failed.emit(self.tr("The comparison was cancelled; the new version is on the shelf."))

    def _on_failure(self, failure: Failure) -> None:
        self.failed.emit(failure.message)


def held_out(plan: TrainingPlan) -> tuple[TaggedPhoto, ...]:
    """The photos that neither version learnt from."""
    return tuple(photo for photo in plan.photos if photo.role is Role.HELD_OUT)
