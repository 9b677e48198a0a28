"""While a training runs: curves, time left, stop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.durations import clock
from app.value_rows import heading
from app.widgets.training.curves import Curves
from core.values import EpochReport, Progress


class During(QWidget):
    """Curves, time left, stop."""

    def __init__(self) -> None:
        super().__init__()
        self._title = heading("")
        self._bar = QProgressBar(textVisible=False)
        self._eta = QLabel()
        self.stop_button = QPushButton("Stop and keep the best so far")
        self.curves = Curves()
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
