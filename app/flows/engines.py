"""Another engine for the network is tried when nothing else runs; until then PyTorch does, and nobody waits."""

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Slot

from app import jobs
from app.flows.centre import Handlers, TaskCentre
from app.flows.predicting import Predicting
from app.session import Session

TITLE = QT_TRANSLATE_NOOP("tasks", "Trying a faster engine")
REST_MS = 3000


class EngineTrial(QObject):
    """Each version once, a while after the last work ended."""

    def __init__(
        self, session: Session, predicting: Predicting, centre: TaskCentre, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._predicting = predicting
        self._centre = centre
        self._tried: set[tuple[str, jobs.Machine]] = set()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        if jobs.has_other_engine():
            centre.became_idle.connect(self._rest.start)

    @Slot()
    def _on_rest(self) -> None:
        model, machine = self._session.model, self._predicting.machine
        if model is None or self._centre.is_closing or self._centre.titles or (model.id, machine) in self._tried:
            return
        self._tried.add((model.id, machine))
        self._centre.start(partial(jobs.try_engines, model, machine), TITLE, Handlers(), is_quiet=True)
