"""Where a new version is made and judged: the training dialog, connected to its flows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import failures
from app.flows.retraining import Retraining
from app.flows.shelving import Shelving
from app.flows.side_by_side import Pair, SideBySide
from app.imaging import MaskLook
from app.models.samples import samples
from app.models.thumbnails import Thumbnails
from app.session import Session
from app.training_jobs import Outcome
from app.widgets.canvas import Canvas
from core.values import Role

LOOK_AGAIN_MS = 400


class Workshop(QObject):
    """Makes the dialog when it is first asked for; a result that nobody judged yet waits in it."""

    doubtful_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        retraining: Retraining,
        shelving: Shelving,
        side_by_side: SideBySide,
        thumbnails: Thumbnails,
        look: Callable[[], MaskLook],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._retraining = retraining
        self._shelving = shelving
        self._side_by_side = side_by_side
        self._thumbnails = thumbnails
        self._look = look
        self._outcome: Outcome | None = None
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._on_look_again)
        self.dialog = None
        self.stage: Canvas | None = None
        retraining.finished.connect(self._on_outcome)
        session.folder_changed.connect(self._on_folder)

    @Slot()
    def open(self) -> None:
        """Retrain from tags, or see how the run is going."""
        if self.dialog is None:
            self._build()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        if not (self._retraining.is_running or self._retraining.is_paused or self._outcome):
            self._retraining.prepare()

    @Slot()
    def resume(self) -> None:
        """Go on with the run that was cut short, and show it."""
        if self.dialog is None:
            self._build()
        self._retraining.resume()
        self.open()

    def _build(self) -> None:
        # Plots take time to import, and the window is there before anybody retrains.
        from app.widgets.training import TrainingDialog

        self.stage = Canvas()
        self.stage.allow_drawing(False)
        self.dialog = TrainingDialog(self._thumbnails, self.stage, self._window)
        self._connect_run()
        self._connect_judgement()
        if self._retraining.is_paused:
            self.dialog.show_paused()

    def _connect_run(self) -> None:
        dialog, flow = self.dialog, self._retraining
        flow.preparing.connect(dialog.show_preparing)
        flow.prepared.connect(dialog.show_material)
        flow.outdated.connect(dialog.before.set_outdated)
        flow.outdated.connect(self._look_again.start)
        flow.begun.connect(dialog.show_training)
        flow.progressed.connect(dialog.show_progress)
        flow.reported.connect(dialog.add_report)
        flow.paused.connect(dialog.show_paused)
        flow.examining.connect(dialog.show_comparing)
        flow.failed.connect(dialog.show_failure)
        dialog.training_requested.connect(flow.train)
        dialog.resume_requested.connect(flow.resume)
        dialog.pause_requested.connect(flow.pause)
        dialog.stop_requested.connect(flow.stop)
        dialog.forget_requested.connect(self._on_forget)
        dialog.photo_requested.connect(self._session.set_current)
        dialog.doubtful_requested.connect(self.doubtful_requested)

    def _connect_judgement(self) -> None:
        dialog, flow = self.dialog, self._side_by_side
        dialog.side_by_side_requested.connect(flow.show)
        flow.loading.connect(self.stage.show_loading)
        flow.shown.connect(self._on_pair)
        flow.failed.connect(self.stage.show_error)
        dialog.activation_requested.connect(self._on_accepted)
        dialog.discard_requested.connect(self._on_discard)
        dialog.closed.connect(self._on_closed)

    @Slot()
    def _on_look_again(self) -> None:
        """A tag was changed while the dialog stood beside the window."""
        if self._session.pending or self._retraining.is_running:
            self._look_again.start()
        elif self.dialog.is_before:
            self._retraining.prepare()

    @Slot()
    def _on_forget(self) -> None:
        question = self.tr("Forget the interrupted run? What it learnt so far is lost.")
        failures.ask(self.dialog, question, self.tr("Forget"), self._forget)

    def _forget(self) -> None:
        self._retraining.forget()
        self._retraining.prepare()

    @Slot(object)
    def _on_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        active = self._session.model
        self._shelving.show_added(outcome.candidate)
        self.open()
        name = self._shelving.name_of(outcome.candidate.id)
        self.dialog.show_result(self.tr("New on the shelf: {version}").format(version=name), outcome.comparison)
        if active is not None:
            self._side_by_side.begin(active, replace(outcome.candidate, name=name))
            self._show_held_out(outcome)

    def _show_held_out(self, outcome: Outcome) -> None:
        assert self._session.root is not None, "photos belong to a project"
        roles = {photo.path: photo.role for photo in outcome.held_out}
        found = samples(self._session.items(), self._session.root, roles)
        self.dialog.after.set_samples([sample for sample in found if sample.role is Role.HELD_OUT])

    @Slot(object)
    def _on_pair(self, pair: Pair) -> None:
        left, right = pair.versions
        stage = self.stage
        stage.set_look(replace(self._look(), threshold=left.threshold))
        stage.show_photo(pair.seen.photo, pair.name)
        stage.show_map(pair.seen.maps[0])
        stage.show_second_map(pair.seen.maps[1], names=(left.name, right.name), threshold=right.threshold)
        stage.set_split(True)

    @Slot()
    def _on_accepted(self) -> None:
        if self._outcome is not None:
            self._shelving.activate(self._outcome.candidate.id)

    @Slot()
    def _on_discard(self) -> None:
        question = self.tr("Discard the new version? It is taken off the shelf for good.")
        failures.ask(self.dialog, question, self.tr("Discard"), self._discard)

    def _discard(self) -> None:
        if self._outcome is not None:
            self._shelving.remove(self._outcome.candidate.id)
            self.dialog.close()

    @Slot()
    def _on_folder(self) -> None:
        """What the dialog shows belongs to the folder before."""
        if self.dialog is not None:
            self.dialog.close()

    @Slot()
    def _on_closed(self) -> None:
        self._outcome = None
        self._side_by_side.end()
