"""Top of the window: which folder, which queue, how many wait there, and the search line."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from app.models import search
from app.models.queues import QUEUES, Queue
from app.numbers import whole

_TYPING_PAUSE_MS = 150
_LEAST_PX = 600
_SEARCH_PX = 240
_MARGINS_PX = 48
_SPACING_PX = 4


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
        self._of_use: set[str] = set()
        self._hidden: list[str] = []
        self._searched = ""
        self._more = self._more_button()
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
            chip.setText(f"{QCoreApplication.translate('queues', queue.title)}  {whole(count)}")
            says_nothing = queue.hides_when_full and count == counts.get("all", 0)
            is_of_use = queue.is_always_shown or (count > 0 and not says_nothing)
            (self._of_use.add if is_of_use else self._of_use.discard)(queue.id)
        self._fit()

    def set_search(self, text: str) -> None:
        """Search for something else, at once."""
        if text != self.search_line.text():
            self.search_line.setText(text)
            self._search_now()

    def set_queue(self, queue_id: str) -> None:
        """Mark the queue that is shown."""
        self._chips[queue_id].setChecked(True)
        self._fit()

    @Slot(str)
    def set_search_problem(self, sentence: str) -> None:
        """Say what is wrong with the search; "" says that nothing is."""
        self.search_line.setProperty("has_problem", bool(sentence))
        self.search_line.setToolTip(sentence or _search_hint())
        self.search_line.style().polish(self.search_line)

    def minimumSizeHint(self) -> QSize:
        """Narrow: chips that find no place move into the menu."""
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has place for other chips."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the chips that are of use as far as there is place; the queue that is shown always has one."""
        chosen = next((queue_id for queue_id, chip in self._chips.items() if chip.isChecked()), "")
        taken = self._title.sizeHint().width() + self.search_line.minimumWidth() + _MARGINS_PX
        room = self.width() - taken - _chip_width(self._more)
        room -= _chip_width(self._chips[chosen]) if chosen else 0
        self._hidden = []
        for queue_id, chip in self._chips.items():
            is_wanted = queue_id in self._of_use and queue_id != chosen
            room -= _chip_width(chip) if is_wanted else 0
            chip.setVisible(queue_id == chosen or (is_wanted and room >= 0))
            if is_wanted and room < 0:
                self._hidden.append(queue_id)
        self._more.setVisible(bool(self._hidden))

    def _more_button(self) -> QToolButton:
        button = QToolButton(text="…")
        button.setProperty("role", "flat")
        button.setAccessibleName(self.tr("More queues"))
        button.setToolTip(self.tr("More queues"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(self._fill_more)
        button.setMenu(menu)
        return button

    @Slot()
    def _fill_more(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for queue_id in self._hidden:
            menu.addAction(self._chips[queue_id].text(), partial(self.queue_chosen.emit, queue_id))

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
        line.setPlaceholderText(self.tr("Search: name, tag:none, score:>0.8, area:>1%"))
        line.setAccessibleName(self.tr("Search photos"))
        line.setToolTip(_search_hint())
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(_SEARCH_PX)
        line.setMaximumWidth(340)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(lambda: self._search_for(search.without_begun_key(line.text())))
        line.textChanged.connect(self._pause.start)
        line.editingFinished.connect(self._search_now)
        _WordCompleter(line)
        return line

    @Slot()
    def _on_left(self) -> None:
        self._search_now()
        self.search_left.emit()

    @Slot()
    def _search_now(self) -> None:
        """What stands there is meant as it is, as soon as the line is left."""
        self._pause.stop()
        self._search_for(self.search_line.text())

    def _search_for(self, text: str) -> None:
        if text != self._searched:
            self._searched = text
            self.search_changed.emit(text)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(_SPACING_PX)
        row.addWidget(self._title)
        row.addSpacing(12)
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self.search_line, 2)


def _chip_width(chip: QWidget) -> int:
    return chip.sizeHint().width() + _SPACING_PX


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
        # With a parent: a completer does not keep its model, and completes nothing once that is gone.
        super().__init__(QStringListModel(list(search.KEYS), line), line)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.popup().setObjectName("completions")
        line.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """What is completed: the last word."""
        return [path.rsplit(" ", 1)[-1]]

    def pathFromIndex(self, index: object) -> str:  # noqa: N802 - Qt's name
        """The line with its last word completed."""
        before, space, _ = self.widget().text().rpartition(" ")
        return f"{before}{space}{super().pathFromIndex(index)}"


def _search_hint() -> str:
    words = QCoreApplication.translate("QueueBar", "Words of the name, and: {keys}")
    return words.format(keys=", ".join(search.KEYS))
