"""Retraining: what there is to learn from, how long it takes, how it goes, and whether it helped."""

import pyqtgraph
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.assets import tokens_of
from app.durations import clock, span
from app.models.material import Material
from core.score.compare import Comparison
from core.values import EpochReport, Preset, Progress

_PRESET_WORDS = {
    Preset.QUICK: ("Quick", "enough to learn this site's surfaces"),
    Preset.THOROUGH: ("Thorough", "for a model that is kept"),
}
_FIGURE_WORDS = {
    "auroc": "Cracked told from not cracked (AUROC)",
    "false_alarm_area": "False-alarm area on not cracked photos",
    "dice_cracked": "Dice on cracked photos with true masks",
}


class TrainingDialog(QDialog):
    """Three pages in one window that never blocks the other: before, during, after."""

    training_requested = Signal(Preset, str)
    resume_requested = Signal()
    stop_requested = Signal()
    doubtful_requested = Signal()
    activation_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Retrain from tags")
        self.setModal(False)
        self.resize(620, 560)
        self._pages = QStackedWidget()
        self.before = _Before()
        self.during = _During()
        self.after = _After()
        for page in (self.before, self.during, self.after):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self._pages)
        self.before.start_button.clicked.connect(self._on_start)
        self.before.doubtful_button.clicked.connect(self._on_doubtful)
        self.before.resume_button.clicked.connect(self.resume_requested)
        self.during.stop_button.clicked.connect(self.stop_requested)
        self.after.use_button.clicked.connect(self._on_use)
        self.after.keep_button.clicked.connect(self.close)

    def show_preparing(self, progress: Progress) -> None:
        """Near-duplicates are looked for, so that no photo is learnt from and judged by at once."""
        self._pages.setCurrentWidget(self.before)
        self.before.set_preparing(progress)

    def show_material(self, material: Material) -> None:
        """What there is to learn from."""
        self._pages.setCurrentWidget(self.before)
        self.before.set_material(material)

    def show_training(self, title: str) -> None:
        """Training has begun."""
        self._pages.setCurrentWidget(self.during)
        self.during.begin(title)

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

    @Slot()
    def _on_start(self) -> None:
        self.training_requested.emit(self.before.preset(), self.before.note.text())

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


class _Before(QWidget):
    """Counts, presets with their time, start."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = {
            key: QLabel("…", alignment=Qt.AlignmentFlag.AlignRight) for key in ("cracked", "not_cracked", "unsure")
        }
        self._words = QLabel(wordWrap=True)
        self._bar = QProgressBar(textVisible=False)
        self.note = QLineEdit(placeholderText="A note for the shelf, for example: after the pier photos")
        self.note.setAccessibleName("Note for the shelf")
        self.start_button = QPushButton("Start training")
        self.start_button.setProperty("role", "primary")
        self.start_button.setEnabled(False)
        self.doubtful_button = QPushButton()
        self.doubtful_button.setToolTip("Tags that the active model contradicts; some may be slips of the finger")
        self.doubtful_button.hide()
        self.resume_button = QPushButton("Resume")
        self.resume_button.hide()
        self._group = QButtonGroup(self)
        self.radios = {preset: QRadioButton() for preset in Preset}
        self._arrange()
        self._write_presets({})
        self.radios[Preset.QUICK].setChecked(True)

    def preset(self) -> Preset:
        """The preset that is chosen."""
        return next(preset for preset, radio in self.radios.items() if radio.isChecked())

    def words(self) -> str:
        """What is said about the photos."""
        return self._words.text()

    def counts(self) -> dict[str, str]:
        """What is said about each kind of tag."""
        return {key: label.text() for key, label in self._counts.items()}

    def set_preparing(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._bar.show()
        self._words.setText("Looking for near-duplicates, so that no photo is both learnt from and judged by.")
        self.start_button.setEnabled(False)

    def set_material(self, material: Material) -> None:
        self._bar.hide()
        for key, pair in (("cracked", material.cracked), ("not_cracked", material.not_cracked)):
            self._counts[key].setText(f"{pair[0]:,} to learn from · {pair[1]:,} held out")
        self._counts["unsure"].setText(f"{material.unsure:,} left out")
        self._write_presets(material.seconds)
        self._words.setText("\n".join([material.problem, *material.advice]).strip())
        self.start_button.setEnabled(not material.problem)
        self.doubtful_button.setVisible(material.doubtful > 0)
        self.doubtful_button.setText(f"Look at {material.doubtful:,} doubtful tags first")
        self.resume_button.setVisible(bool(material.resumable))
        self.resume_button.setText(f"Resume {material.resumable}")

    def set_problem(self, sentence: str) -> None:
        self._bar.hide()
        self._words.setText(sentence)
        self.start_button.setEnabled(True)

    def _write_presets(self, seconds: dict[Preset, float]) -> None:
        for preset, radio in self.radios.items():
            name, purpose = _PRESET_WORDS[preset]
            time = f", {span(seconds[preset])} on this machine" if preset in seconds else ""
            radio.setText(f"{name}: {purpose}{time}")

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow("Tagged cracked", self._counts["cracked"])
        form.addRow("Tagged not cracked", self._counts["not_cracked"])
        form.addRow("Tagged unsure", self._counts["unsure"])
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(_heading("What the model will learn from"))
        column.addLayout(form)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        column.addWidget(self.doubtful_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(_heading("How thoroughly"))
        for radio in self.radios.values():
            self._group.addButton(radio)
            column.addWidget(radio)
        column.addWidget(self.note)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.resume_button)
        buttons.addStretch(1)
        buttons.addWidget(self.start_button)
        column.addLayout(buttons)


class _During(QWidget):
    """Curves, time left, stop."""

    def __init__(self) -> None:
        super().__init__()
        self._title = _heading("")
        self._bar = QProgressBar(textVisible=False)
        self._eta = QLabel()
        self.stop_button = QPushButton("Stop and keep the best so far")
        self.curves = _Curves()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addWidget(self._eta)
        column.addWidget(self.curves, 1)
        column.addWidget(QLabel("You can close this window and go on tagging; training continues."))
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignRight)

    def begin(self, title: str) -> None:
        self._title.setText(title)
        self._eta.setText("Getting ready …")
        self._bar.setRange(0, 0)
        self.curves.clear()
        self.stop_button.setEnabled(True)

    def set_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        left = "" if progress.eta_s is None else f" · {clock(progress.eta_s)} left"
        self._eta.setText(f"{progress.message} · step {progress.done:,} of {progress.total:,}{left}")

    def set_comparing(self, progress: Progress) -> None:
        self._title.setText("Comparing both versions on photos that neither learnt from")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._eta.setText(f"{progress.done:,} of {progress.total:,} photos")
        self.stop_button.setEnabled(False)

    def add_report(self, report: EpochReport) -> None:
        self.curves.add(report)


class _Curves(QWidget):
    """Loss above, figures on photos that are not learnt from below; both over the steps of the run."""

    _FIGURES = ("painted_dice", "tag_auroc")
    _NAMES = ("Dice on painted cracks", "AUROC of tags")

    def __init__(self) -> None:
        super().__init__()
        tokens = tokens_of(self)
        self.points: list[EpochReport] = []
        self._loss = self._plot("Loss", tokens.dim)
        self._figure = self._plot("Figures", tokens.dim)
        self._figure.setYRange(0, 1)
        self._figure.addLegend(offset=(-8, -8), labelTextColor=tokens.text)
        self._loss_line = self._line(self._loss, tokens.accent, None)
        self._figure_lines = {
            key: self._line(self._figure, colour, name)
            for key, name, colour in zip(self._FIGURES, self._NAMES, (tokens.mask, tokens.not_cracked), strict=True)
        }
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._loss)
        row.addWidget(self._figure)

    def clear(self) -> None:
        self.points = []
        self._draw()

    def add(self, report: EpochReport) -> None:
        self.points.append(report)
        for plot in (self._loss, self._figure):
            plot.setXRange(0, report.steps)
        self._draw()

    def _draw(self) -> None:
        with_loss = [report for report in self.points if report.losses]
        self._loss_line.setData([r.step for r in with_loss], [sum(r.losses.values()) for r in with_loss])
        for name, line in self._figure_lines.items():
            known = [report for report in self.points if name in report.figures]
            line.setData([r.step for r in known], [r.figures[name] for r in known])

    def _line(self, plot: pyqtgraph.PlotWidget, colour: str, name: str | None) -> pyqtgraph.PlotDataItem:
        pen = pyqtgraph.mkPen(colour, width=2)
        return plot.plot(pen=pen, symbol="o", symbolSize=5, symbolBrush=colour, symbolPen=None, name=name)

    def _plot(self, title: str, colour: str) -> pyqtgraph.PlotWidget:
        plot = pyqtgraph.PlotWidget(background=None)
        plot.setLabel("left", title, color=colour)
        plot.setLabel("bottom", "step", color=colour)
        plot.getAxis("bottom").enableAutoSIPrefix(False)
        plot.getAxis("left").setWidth(52)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMinimumHeight(140)
        return plot


class _After(QWidget):
    """Both versions side by side, and the user's word."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = _heading("")
        self._words = QLabel(wordWrap=True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(["Active", "New", "Difference (95 % interval)"])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.use_button = QPushButton("Use the new version")
        self.use_button.setProperty("role", "primary")
        self.keep_button = QPushButton("Stay with the active one")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        self._filler = QWidget()  # keeps the words at the top where there is no table
        column.addWidget(self.table, 1)
        column.addWidget(self._filler, 1)
        column.addWidget(QLabel("Both stay on the shelf; you can change your mind there at any time.", wordWrap=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.use_button)
        column.addLayout(buttons)

    def words(self) -> str:
        """What is said above the figures."""
        return self._words.text()

    def set_result(self, heading: str, comparison: Comparison) -> None:
        self._heading.setText(heading)
        held_out = (
            f"Held out of every training: {comparison.photos_cracked:,} photos tagged cracked, "
            f"{comparison.photos_not_cracked:,} tagged not cracked."
        )
        self._words.setText(comparison.reason or held_out)
        self.table.setVisible(bool(comparison.figures))
        self._filler.setVisible(not comparison.figures)
        self.table.setRowCount(len(comparison.figures))
        self.table.setVerticalHeaderLabels([_FIGURE_WORDS[figure.name] for figure in comparison.figures])
        for row, figure in enumerate(comparison.figures):
            span_words = "" if figure.difference_interval is None else _interval_words(*figure.difference_interval)
            cells = (f"{figure.active:.4f}", f"{figure.candidate:.4f}", f"{figure.difference:+.4f}{span_words}")
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()


def _interval_words(low: float, high: float) -> str:
    return f"  ({low:+.4f} to {high:+.4f})"


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label
