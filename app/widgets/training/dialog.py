"""Three pages in one window that never blocks the other: before, during, after."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.form_rows import fit
from app.models.material import Material
from app.models.thumbnails import Thumbnails
from app.widgets.training.after import After
from app.widgets.training.before import Before
from app.widgets.training.during import During
from core.score.compare import Comparison
from core.values import EpochReport, Preset, Progress


class TrainingDialog(QDialog):
    """Says what is to happen, shows how it goes, and asks what is to become of it."""

    training_requested = Signal(Preset, str, bool)
    photo_requested = Signal(int)
    resume_requested = Signal()
    forget_requested = Signal()
    pause_requested = Signal()
    stop_requested = Signal()
    doubtful_requested = Signal()
    side_by_side_requested = Signal(int)
    activation_requested = Signal()
    discard_requested = Signal()
    closed = Signal()

    def __init__(self, thumbnails: Thumbnails, stage: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Retrain from tags"))
        self.setModal(False)
        fit(self, 900, 720)
        self._pages = QStackedWidget()
        self.before = Before(thumbnails)
        self.during = During()
        self.after = After(thumbnails, stage)
        for page in (self.before, self.during, self.after):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self._pages)
        self._connect_before()
        self._connect_during()
        self._connect_after()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the note starts nothing that takes minutes

    @property
    def is_before(self) -> bool:
        """Whether what is shown is what there is to learn from."""
        return self.isVisible() and self._pages.currentWidget() is self.before

    def show_preparing(self, progress: Progress) -> None:
        """Near-duplicates are looked for, so that no photo is learnt from and judged by at once."""
        self._pages.setCurrentWidget(self.before)
        self.before.set_preparing(progress)

    def show_material(self, material: Material) -> None:
        """What there is to learn from."""
        self._pages.setCurrentWidget(self.before)
        self.before.set_material(material)
        self.during.set_machine(material.machine)

    @Slot(str)
    def show_training(self, title: str) -> None:
        """Training has begun."""
        self._pages.setCurrentWidget(self.during)
        self.during.begin(title)

    @Slot()
    def show_paused(self) -> None:
        """The run rests; it goes on when it is told to."""
        self._pages.setCurrentWidget(self.during)
        self.during.set_paused()

    @Slot(Progress)
    def show_progress(self, progress: Progress) -> None:
        """Where training stands."""
        self.during.set_progress(progress)

    @Slot(EpochReport)
    def add_report(self, report: EpochReport) -> None:
        """One more point of the curves."""
        self.during.add_report(report)

    def show_comparing(self, progress: Progress) -> None:
        """Both versions look at the held-out photos."""
        self._pages.setCurrentWidget(self.during)
        self.during.set_comparing(progress)

    def show_result(self, heading: str, comparison: Comparison) -> None:
        """How both versions did on photos that neither learnt from."""
        self._pages.setCurrentWidget(self.after)
        self.after.set_result(heading, comparison)

    def show_failure(self, sentence: str) -> None:
        """It did not work; say why, and offer the start again."""
        self._pages.setCurrentWidget(self.before)
        self.before.set_problem(sentence)

    def _connect_before(self) -> None:
        page = self.before
        page.samples.photo_requested.connect(self.photo_requested)
        page.start_button.clicked.connect(self._on_start)
        page.doubtful_button.clicked.connect(self._on_doubtful)
        page.resume_button.clicked.connect(self.resume_requested)
        page.forget_button.clicked.connect(self.forget_requested)

    def _connect_during(self) -> None:
        page = self.during
        page.pause_requested.connect(self.pause_requested)
        page.resume_requested.connect(self.resume_requested)
        page.stop_button.clicked.connect(self.stop_requested)

    def _connect_after(self) -> None:
        page = self.after
        page.samples.photo_requested.connect(self.side_by_side_requested)
        page.use_button.clicked.connect(self._on_use)
        page.keep_button.clicked.connect(self.close)
        page.discard_button.clicked.connect(self.discard_requested)

    @Slot()
    def _on_start(self) -> None:
        self.training_requested.emit(
            self.before.preset(), self.before.note.text(), self.before.corrections_box.isChecked()
        )

    @Slot()
    def _on_doubtful(self) -> None:
        self.doubtful_requested.emit()
        self.close()

    @Slot()
    def _on_use(self) -> None:
        self.activation_requested.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the dialog stops nothing: training goes on and shows at the bottom of the window."""
        self.closed.emit()
        super().closeEvent(event)
