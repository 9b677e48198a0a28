"""While a training runs: curves, time left, stop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.durations import clock
from app.numbers import whole
from app.sentences import told
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
        self.stop_button = QPushButton(self.tr("Stop and keep the best so far"))
        self.curves = Curves()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._bar)
        column.addWidget(self._eta)
        column.addWidget(self.curves, 1)
        column.addWidget(QLabel(self.tr("You can close this window and go on tagging; training continues.")))
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignRight)

    def begin(self, title: str) -> None:
        self._title.setText(title)
        self._eta.setText(self.tr("Getting ready …"))
        self._bar.setRange(0, 0)
        self.curves.clear()
        self.stop_button.setEnabled(True)

    def set_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        step = self.tr("step {done} of {total}").format(done=whole(progress.done), total=whole(progress.total))
        left = "" if progress.eta_s is None else self.tr("{time} left").format(time=clock(progress.eta_s))
        self._eta.setText(" · ".join(filter(None, (told(progress.message), step, left))))

    def set_comparing(self, progress: Progress) -> None:
        self._title.setText(self.tr("Comparing both versions on photos that neither learnt from"))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._eta.setText(
            self.tr("{done} of {total} photos").format(done=whole(progress.done), total=whole(progress.total))
        )
        self.stop_button.setEnabled(False)

    def add_report(self, report: EpochReport) -> None:
        self.curves.add(report)
