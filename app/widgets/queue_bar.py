"""Top of the window: which folder, which queue, how many wait there, and the search line."""

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.models import search
from app.models.queues import QUEUES, Queue

_TYPING_PAUSE_MS = 150


class QueueBar(QWidget):
    """Chips of the declared queues with their counts, and the search line."""

    queue_chosen = Signal(str)
    search_changed = Signal(str)
    search_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue_bar")
        self._title = QLabel("Crack Review")
        self._title.setObjectName("folder_title")
        self._group = QButtonGroup(self)
        self._chips = {queue.id: self._chip(queue) for queue in QUEUES}
        self.search_line = self._search_line()
        self._arrange()
        self.set_counts({})
        self.set_queue("all")

    def set_title(self, title: str, hint: str) -> None:
        """Name the folder; ``hint`` is its whole path."""
        self._title.setText(title)
        self._title.setToolTip(hint)

    @Slot(object)
    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Write each queue's count into its chip; chips that count nothing may hide."""
        for queue in QUEUES:
            count = counts.get(queue.id, 0)
            chip = self._chips[queue.id]
            chip.setText(f"{queue.title}  {count:,}")
            says_nothing = queue.hides_when_full and count == counts.get("all", 0)
            is_of_use = queue.is_always_shown or (count > 0 and not says_nothing)
            chip.setVisible(is_of_use or chip.isChecked())

    def set_queue(self, queue_id: str) -> None:
        """Mark the queue that is shown."""
        self._chips[queue_id].setChecked(True)
        self._chips[queue_id].show()

    @Slot(str)
    def set_search_problem(self, sentence: str) -> None:
        """Say what is wrong with the search; "" says that nothing is."""
        self.search_line.setProperty("has_problem", bool(sentence))
        self.search_line.setToolTip(sentence or _search_hint())
        self.search_line.style().polish(self.search_line)

    def _chip(self, queue: Queue) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName(f"queue_{queue.id}")
        chip.setProperty("role", "flat")
        chip.setProperty("state", queue.colour)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(lambda: self.queue_chosen.emit(queue.id))
        self._group.addButton(chip)
        return chip

    def _search_line(self) -> QLineEdit:
        line = _SearchLine()
        line.left.connect(self._on_left)
        line.setObjectName("search_line")
        line.setPlaceholderText("Search: name, tag:none, score:>0.8, area:>1%")
        line.setAccessibleName("Search photos")
        line.setToolTip(_search_hint())
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(240)
        line.setMaximumWidth(340)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.search_changed.emit(line.text()))
        line.textChanged.connect(self._pause.start)
        _WordCompleter(line)
        return line

    @Slot()
    def _on_left(self) -> None:
        self._pause.stop()
        self.search_changed.emit(self.search_line.text())
        self.search_left.emit()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self._title)
        row.addSpacing(12)
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.search_line, 2)


class _SearchLine(QLineEdit):
    """Escape clears it and goes back to the photos; Enter goes back with the search in force."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The two keys that leave the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()


class _WordCompleter(QCompleter):
    """Completes the last word of the line only, so that several keys can be combined."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(QStringListModel(list(search.KEYS)), line)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """What is completed: the last word."""
        return [path.rsplit(" ", 1)[-1]]

    def pathFromIndex(self, index: object) -> str:  # noqa: N802 - Qt's name
        """The line with its last word completed."""
        before, space, _ = self.widget().text().rpartition(" ")
        return f"{before}{space}{super().pathFromIndex(index)}"


def _search_hint() -> str:
    return "Words of the name, and: " + ", ".join(search.KEYS)
