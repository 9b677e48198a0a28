"""Who did what when, newest first, the way back to any point, and to the photo that it was about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.form_rows import fit
from app.models.history import Line

_ID = Qt.ItemDataRole.UserRole
_PHOTO = Qt.ItemDataRole.UserRole + 1
_IS_UNDONE = Qt.ItemDataRole.UserRole + 2
BEGINNING = 0


class HistoryWindow(QDialog):
    """Actions that were undone are dim and say so; going there does them again."""

    place_chosen = Signal(int)
    photo_chosen = Signal(int)
    older_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        fit(self, 720, 520)
        self.filter = QLineEdit(placeholderText=self.tr("Find: who, what, photo"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Find in the history"))
        self.tree = QTreeWidget(columnCount=3)
        self.tree.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("History of this project"))
        self.older_button = QPushButton(self.tr("Older…"))
        self.photo_button = QPushButton(self.tr("Show the photo"))
        self.go_button = QPushButton(self.tr("Go back to here"))
        self._arrange()
        self._connect()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the line above presses none of them

    def show_lines(self, lines: Sequence[Line], *, has_older: bool = False) -> None:
        """The history as it is now; the chosen row stays chosen."""
        chosen = self._chosen(_ID)
        self.tree.clear()
        for line in lines:
            self._add(line)
        if not has_older:
            self.tree.addTopLevelItem(_row(["", "", self.tr("Before the first action")], BEGINNING, None))
        for column in range(2):
            self.tree.resizeColumnToContents(column)
        self.older_button.setEnabled(has_older)
        self._choose(chosen)
        self._hide_others()

    def _add(self, line: Line) -> None:
        what = line.what if line.is_done else self.tr("{what} (undone)").format(what=line.what)
        row = _row([line.when, line.who, what], line.id, line.photo)
        row.setData(0, _IS_UNDONE, not line.is_done)
        if not line.is_done:
            dim = QBrush(self.palette().placeholderText())
            for column in range(3):
                row.setForeground(column, dim)
        self.tree.addTopLevelItem(row)

    def _rows(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount())]

    def _choose(self, action: int | None) -> None:
        rows = self._rows()
        self.tree.setCurrentItem(next((row for row in rows if row.data(0, _ID) == action), rows[0] if rows else None))

    def _chosen(self, role: int) -> int | None:
        row = self.tree.currentItem()
        return None if row is None else row.data(0, role)

    @Slot()
    def _hide_others(self) -> None:
        wanted = self.filter.text().strip().casefold()
        for row in self._rows():
            said = " ".join(row.text(column) for column in range(3)).casefold()
            row.setHidden(wanted not in said)

    @Slot()
    def _on_current(self) -> None:
        self.photo_button.setEnabled(self._chosen(_PHOTO) is not None)
        self.go_button.setEnabled(self.tree.currentItem() is not None)
        is_undone = bool(self._chosen(_IS_UNDONE))
        self.go_button.setText(self.tr("Do again up to here") if is_undone else self.tr("Go back to here"))
        tip = self.tr("Do the chosen action and those before it again")
        self.go_button.setToolTip(tip if is_undone else self.tr("Undo everything that came after the chosen action"))

    @Slot()
    def _on_go(self) -> None:
        action = self._chosen(_ID)
        if action is not None:
            self.place_chosen.emit(action)

    @Slot()
    def _on_photo(self) -> None:
        photo = self._chosen(_PHOTO)
        if photo is not None:
            self.photo_chosen.emit(photo)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._hide_others)
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.itemDoubleClicked.connect(self._on_photo)
        self.older_button.clicked.connect(self.older_requested)
        self.photo_button.clicked.connect(self._on_photo)
        self.go_button.clicked.connect(self._on_go)

    def _arrange(self) -> None:
        said = self.tr("Nothing is lost by going back: what was undone can be done again until something new is said.")
        words = QLabel(said, wordWrap=True)
        words.setProperty("role", "dim")
        buttons = QHBoxLayout()
        buttons.addWidget(self.older_button)
        buttons.addStretch(1)
        buttons.addWidget(self.photo_button)
        buttons.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.tree)
        column.addWidget(words)
        column.addLayout(buttons)


def _row(texts: list[str], action: int, photo: int | None) -> QTreeWidgetItem:
    row = QTreeWidgetItem(texts)
    row.setData(0, _ID, action)
    row.setData(0, _PHOTO, photo)
    return row
