"""Every action by its name: type a few letters, press Enter."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QBrush, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.form_rows import fit

_ACTION = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Lists the actions whose words fit, best first."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        fit(self, 480, 420)
        self._actions = list(actions)
        self.line = QLineEdit(placeholderText=self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Search commands"))
        self.list = QTreeWidget(columnCount=2, headerHidden=True, rootIsDecorated=False, uniformRowHeights=True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setObjectName("command_list")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._run_chosen)
        self.list.itemActivated.connect(self._run_chosen)
        self._filter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move in the list while the line keeps the focus."""
        if event.key() in _MOVES:
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def open_anew(self) -> None:
        """Empty, on top, ready to type."""
        self.line.clear()
        self._filter("")
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.list.clear()
        for action in fitting(self._actions, text):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            entry = QTreeWidgetItem([_plain(action), keys])
            entry.setForeground(1, QBrush(self.palette().placeholderText()))
            entry.setData(0, _ACTION, action)
            self.list.addTopLevelItem(entry)
        self.list.setCurrentItem(self.list.topLevelItem(0))

    @Slot()
    def _run_chosen(self) -> None:
        entry = self.list.currentItem()
        self.hide()
        if entry is not None:
            entry.data(0, _ACTION).trigger()


def fitting(actions: Iterable[QAction], text: str) -> list[QAction]:
    """Enabled actions in whose name every typed word occurs; first names and then words that begin so."""
    words = text.casefold().split()
    ranked = []
    for place, action in enumerate(actions):
        name = _plain(action).casefold()
        if action.isEnabled() and all(word in name for word in words):
            misses = sum(not any(part.startswith(word) for part in name.split()) for word in words)
            ranked.append((misses, not name.startswith(words[0] if words else ""), place, action))
    return [action for *_, action in sorted(ranked, key=lambda entry: entry[:3])]


def _plain(action: QAction) -> str:
    return action.text().replace("&", "")
