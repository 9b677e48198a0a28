"""While a training runs: curves, time left, log; pause, resume, stop."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.durations import clock
from app.models.version_facts import FIGURES, figure_name
from app.numbers import decimal, whole
from app.sentences import told
from app.value_rows import heading
from app.widgets.training.curves import Curves
from core.values import EpochReport, Progress

LOG_LINES = 1000
LOG_PX = 96
_COUNTED = "Looking for clean surface ({1} of {2})"
ORDINARY = ("Training", "Validating", "Loading the network", "Preparing photos", _COUNTED.partition("{")[0])


class During(QWidget):
    """The run as it goes. What is no ordinary news, such as a photo that cannot be read, stays in the log."""

    pause_requested = Signal()
    resume_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = heading("")
        self._bar = QProgressBar(textVisible=False)
        self._eta = QLabel()
        self._machine = QLabel(wordWrap=True)
        self._machine.setProperty("role", "dim")
        self._goes_on = QLabel()
        self._title = ""
        self._is_paused = False
        self.curves = Curves()
        self.log = QPlainTextEdit(readOnly=True, maximumBlockCount=LOG_LINES)
        self.log.setFixedHeight(LOG_PX)
        self.log.setAccessibleName(self.tr("Log of the training"))
        self.pause_button = QPushButton(self.tr("Pause"))
        self.pause_button.setToolTip(self.tr("Gives cores and memory back; the run goes on from here later"))
        self.pause_button.clicked.connect(self._on_pause)
        self.stop_button = QPushButton(self.tr("Stop and keep the best so far"))
        self._arrange()

    def begin(self, title: str) -> None:
        self._title = title
        self._set_paused(False)
        self._goes_on.setText(self.tr("You can close this window and go on tagging; training continues."))
        self._heading.setText(title)
        self._eta.setText(self.tr("Getting ready …"))
        self._bar.setRange(0, 0)
        self.curves.clear()
        self.log.clear()
        self._note(title)
        for button in (self.pause_button, self.stop_button):
            button.setEnabled(True)

    def set_machine(self, words: str) -> None:
        """What of the machine is used."""
        self._machine.setText(words)

    def set_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total if progress.done else 0)
        self._bar.setValue(progress.done)
        step = self.tr("step {done} of {total}") if progress.done else ""
        step = step.format(done=whole(progress.done), total=whole(progress.total))
        left = "" if progress.eta_s is None else self.tr("{time} left").format(time=clock(progress.eta_s))
        self._eta.setText(" · ".join(filter(None, (told(progress.message), step, left))))
        if progress.message and not progress.message.startswith(ORDINARY):
            self._note(told(progress.message))

    def set_pausing(self) -> None:
        self.pause_button.setEnabled(False)
        self._eta.setText(self.tr("Pausing after this step …"))

    def set_paused(self) -> None:
        self._set_paused(True)
        self.pause_button.setEnabled(True)
        self.pause_button.setFocus()  # which it lost; the next key is not to end the run
        self._heading.setText(self.tr("{run}, paused").format(run=self._title))
        self._eta.setText(self.tr("Cores and memory are free. The run is kept, also when you close the program."))
        self._note(self.tr("Paused"))

    def set_comparing(self, progress: Progress) -> None:
        self._heading.setText(self.tr("Comparing both versions on photos that neither learnt from"))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._eta.setText(
            self.tr("{done} of {total} photos").format(done=whole(progress.done), total=whole(progress.total))
        )
        self._goes_on.setText(self.tr("You can close this window and go on tagging; the result is shown here."))
        for button in (self.pause_button, self.stop_button):
            button.setEnabled(False)

    def add_report(self, report: EpochReport) -> None:
        self.curves.add(report)
        loss = self.tr("loss {value}").format(value=decimal(sum(report.losses.values()), 3)) if report.losses else ""
        known = ((figure_name(key), report.figures[key]) for key in FIGURES if key in report.figures)
        named = (f"{name} {decimal(value, 3)}" for name, value in known)
        step = self.tr("Step {step}").format(step=whole(report.step))
        self._note(": ".join((step, ", ".join(filter(None, (loss, *named))))))

    def _note(self, line: str) -> None:
        self.log.appendPlainText(f"{datetime.now():%H:%M:%S}  {line}")

    def _set_paused(self, is_paused: bool) -> None:
        self._is_paused = is_paused
        self._goes_on.setVisible(not is_paused)
        self.pause_button.setText(self.tr("Resume") if is_paused else self.tr("Pause"))

    def _on_pause(self) -> None:
        if self._is_paused:
            self.resume_requested.emit()
            return
        self.set_pausing()
        self.pause_requested.emit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._heading, self._bar, self._eta):
            column.addWidget(widget)
        column.addWidget(self.curves, 1)
        column.addWidget(self.log)
        column.addWidget(self._machine)
        column.addWidget(self._goes_on)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.pause_button)
        buttons.addWidget(self.stop_button)
        column.addLayout(buttons)
