"""Bottom of the window: which model is active, what the machine is doing, and the one next step."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.durations import clock, span
from app.numbers import whole
from app.sentences import told
from core.values import Progress, Tag

NOTICE_MS = 8000


class TaskBar(QWidget):
    """One row; nothing in it moves while values change."""

    model_requested = Signal()
    cancel_requested = Signal()
    retrain_requested = Signal()
    predict_requested = Signal()
    resume_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("task_bar")
        self.model_chip = self._button(self.tr("No model"), "flat", self.model_requested)
        self.model_chip.setToolTip(self.tr("Model shelf: every version, roll back"))
        self._title = _Sentence()
        self._standing = ("", "")
        self._notice_ends = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._notice_ends.timeout.connect(self._end_notice)
        self._bar = QProgressBar(textVisible=False, maximumHeight=4, fixedWidth=180)
        self._eta = QLabel()
        self._eta.setMinimumWidth(
            self._eta.fontMetrics().horizontalAdvance(self.tr("{time} left").format(time="00:00:00"))
        )
        self.cancel_button = self._button(self.tr("Cancel"), "flat", self.cancel_requested)
        self.predict_button = self._button("", "flat", self.predict_requested)
        self.predict_button.hide()
        self.resume_button = self._button("", "flat", self.resume_requested)
        self.resume_button.hide()
        self._reviewed = QLabel()
        self._counts = _Sentence()
        self.retrain_button = self._button(self.tr("Retrain…"), "primary", self.retrain_requested)
        self._arrange()
        self.set_idle("")

    @property
    def words(self) -> str:
        """What is said of the work."""
        return self._title.text()

    def set_model(self, name: str) -> None:
        """Name the active model."""
        self.model_chip.setText(self.tr("{version} · active").format(version=name) if name else self.tr("No model"))

    @Slot(str)
    def set_notice(self, sentence: str) -> None:
        """Say something that stays readable for a while, whatever runs."""
        self._notice_ends.start()
        self._say(sentence, sentence)

    @Slot()
    def _end_notice(self) -> None:
        self._say(*self._standing)

    def _say(self, words: str, tip: str) -> None:
        self._title.setText(words)
        self._title.setToolTip(tip)

    @Slot(str)
    def set_idle(self, message: str) -> None:
        """Nothing runs; ``message`` says how the last work ended."""
        self._standing = ("", "")
        if message or not self._notice_ends.isActive():
            self._say(message, message)
        for widget in (self._bar, self._eta, self.cancel_button):
            widget.hide()

    def set_progress(self, title: str, progress: Progress) -> None:
        """Show where work stands. A total of 0 means: unknown."""
        words = QCoreApplication.translate("tasks", title)
        counted = self.tr("{task} {done} of {total}")
        counted = counted.format(task=words, done=whole(progress.done), total=whole(progress.total))
        message = told(progress.message)
        self._standing = (counted if progress.total else message or words, message)
        if not self._notice_ends.isActive():
            self._say(*self._standing)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._eta.setText("" if progress.eta_s is None else self.tr("{time} left").format(time=clock(progress.eta_s)))
        for widget in (self._bar, self._eta, self.cancel_button):
            widget.show()

    @Slot(int, float)
    def set_estimate(self, photos: int, seconds: float) -> None:
        """Offer a long run with the time that it will take; 0 photos takes the offer back."""
        self.predict_button.setVisible(photos > 0)
        words = self.tr("Predict the other %Ln: {time}", "", photos)
        self.predict_button.setText(words.format(time=span(seconds)))

    @Slot(str)
    def set_resumable(self, run: str) -> None:
        """Offer to go on with a training that was interrupted; "" takes the offer back."""
        self.resume_button.setVisible(bool(run))
        self.resume_button.setText(self.tr("Resume training"))
        self.resume_button.setToolTip(self.tr("Interrupted: {run}").format(run=run))

    def set_reviewed(self, reviewed: int, photos: int) -> None:
        """Say how many photos somebody stands by; nothing before the first."""
        words = self.tr("{reviewed} of {photos} reviewed").format(reviewed=whole(reviewed), photos=whole(photos))
        self._reviewed.setText(words if reviewed else "")

    def set_counts(self, counts: Mapping[Tag | None, int]) -> None:
        """Say how many photos have which tag."""
        cracked, sound, unsure = (counts.get(tag, 0) for tag in (Tag.CRACKED, Tag.NOT_CRACKED, Tag.UNSURE))
        words = self.tr("Tagged {tagged} · cracked {cracked} · not cracked {sound} · unsure {unsure}")
        tagged = cracked + sound + unsure
        self._counts.setText(
            words.format(tagged=whole(tagged), cracked=whole(cracked), sound=whole(sound), unsure=whole(unsure))
        )

    def _button(self, text: str, role: str, signal: Signal) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", role)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(signal)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        work = (self._title, self._bar, self._eta, self.cancel_button, self.predict_button, self.resume_button)
        for widget in (self.model_chip, *work):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._reviewed)
        row.addWidget(self._counts)
        row.addWidget(self.retrain_button)


class _Sentence(QLabel):
    """Takes what room there is: a long sentence ends in an ellipsis, and never makes the window wider."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), Qt.AlignmentFlag.AlignVCenter, self.palette(), True, text, self.foregroundRole()
        )
        painter.end()
