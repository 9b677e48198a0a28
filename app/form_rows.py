"""Rows that dialogs share: which photos, a file or folder, and how the work goes that was started."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.assets import STEP_PX
from app.durations import clock
from app.numbers import whole
from app.which import Pick, Which
from core.values import Progress


def fit(window: QWidget, width: int, height: int) -> None:
    """As large as wished, but not larger than the screen: at 300 % even a wide one is narrow."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() * 0.95))


def pad(box: QAbstractSpinBox) -> None:
    """Space beside the number; the style sheet's padding makes room for it, but does not move the number."""
    box.lineEdit().setTextMargins(2 * STEP_PX, 0, 2 * STEP_PX, 0)


class PhotoChoice(QComboBox):
    """All, shown, selected or cracked photos, each with their number; a choice without photos cannot be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picks: Pick = {}
        self._is_chosen = False
        self.setAccessibleName(self.tr("Photos"))
        for which in Which:
            self.addItem("", which)
        self.activated.connect(self._on_activated)

    def set_picks(self, picks: Pick) -> bool:
        """The photos that there are now; whether others are chosen by that.

        Until the user makes a choice, several selected photos are what is likely meant.
        """
        before = self.ids
        self._picks = picks
        for row, which in enumerate(Which):
            self.setItemText(row, self._words(which).format(count=whole(len(picks[which]))))
            self.model().item(row).setEnabled(bool(picks[which]))
        likely = Which.SELECTED if len(picks[Which.SELECTED]) > 1 else Which.ALL
        if not self._is_chosen or not self.ids:
            self.setCurrentIndex(self.findData(likely))
        return self.ids != before

    @Slot()
    def _on_activated(self) -> None:
        self._is_chosen = True

    @property
    def ids(self) -> tuple[int, ...]:
        """The chosen photos."""
        return self._picks.get(Which(self.currentData()), ())

    def _words(self, which: Which) -> str:
        return {
            Which.ALL: self.tr("All photos ({count})"),
            Which.SHOWN: self.tr("Photos in the list ({count})"),
            Which.SELECTED: self.tr("Selected photos ({count})"),
            Which.CRACKED: self.tr("Tagged cracked ({count})"),
        }[which]


class PickingDialog(QDialog):
    """A dialog about photos, which may be selected while it is open: it asks for them when one comes back to it."""

    picks_wanted = Signal()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.picks_wanted.emit()
        super().changeEvent(event)


class PathKind(StrEnum):
    """What a path row asks for."""

    OPEN = "open"
    SAVE = "save"
    FOLDER = "folder"


class PathRow(QWidget):
    """A path that is typed or chosen; ``path`` is None while the line is empty."""

    changed = Signal()

    def __init__(self, title: str, kind: PathKind, *, pattern: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._kind, self._pattern = title, kind, pattern
        self.line = QLineEdit()
        self.line.setAccessibleName(title)
        self.line.setClearButtonEnabled(kind is PathKind.OPEN)
        self.button = QPushButton(self.tr("Choose…"))
        self.button.setAccessibleName(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP_PX)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.line.textChanged.connect(self.changed)
        self.button.clicked.connect(self._choose)

    @property
    def path(self) -> Path | None:
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path | str | None) -> None:
        self.line.setText("" if path is None else str(path))

    @Slot()
    def _choose(self) -> None:
        start = self.line.text()
        if self._kind is PathKind.FOLDER:
            chosen = QFileDialog.getExistingDirectory(self, self._title, start)
        elif self._kind is PathKind.SAVE:
            chosen, _ = QFileDialog.getSaveFileName(self, self._title, start, self._pattern)
        else:
            chosen, _ = QFileDialog.getOpenFileName(self, self._title, start, self._pattern)
        if chosen:
            self.line.setText(chosen)


class JobRow(QWidget):
    """A bar with its words while work runs, one sentence after it; keeps its height, so that nothing jumps."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(140)
        self.cancel_button = QPushButton(self.tr("Stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP_PX)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel_button)
        self.setMinimumHeight(self.words.fontMetrics().height() * 3)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.show_sentence("")

    @property
    def is_running(self) -> bool:
        """Whether work is shown that has not ended."""
        return not self.bar.isHidden()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Where the work stands."""
        counted = f"{whole(progress.done)} / {whole(progress.total)}" if progress.total else ""
        left = "" if progress.eta_s is None else self.tr("{time} left").format(time=clock(progress.eta_s))
        self.words.setText(" · ".join(filter(None, (counted, progress.message, left))))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._show_running(True)

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Nothing runs (any more)."""
        self.words.setText(sentence)
        self._show_running(False)

    def _show_running(self, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.cancel_button.setVisible(is_running)


def chosen_of(words: Mapping[StrEnum, str], *, context: str, name: str) -> QComboBox:
    """A box of an enum's values, each in its words."""
    box = QComboBox()
    box.setAccessibleName(name)
    for value, word in words.items():
        box.addItem(QCoreApplication.translate(context, word), value)
    return box
