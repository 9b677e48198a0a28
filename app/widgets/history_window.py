"""Who did what when, newest first, and the way back to any point."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.models.history import Line

_ID = Qt.ItemDataRole.UserRole


class HistoryWindow(QDialog):
    """Actions that were undone are dim; going there does them again."""

    place_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self.resize(640, 480)
        self.tree = QTreeWidget(columnCount=3)
        self.tree.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What")])
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("History of this project"))
        self.go_button = QPushButton(self.tr("Go back to here"))
        self.go_button.setToolTip(self.tr("Undo everything that came after the chosen action"))
        words = QLabel(
            self.tr("Nothing is lost by going back: what was undone can be done again until something new is said.")
        )
        words.setWordWrap(True)
        words.setProperty("role", "dim")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.addWidget(self.tree)
        column.addWidget(words)
        column.addLayout(buttons)
        self.go_button.clicked.connect(self._on_go)
        self.tree.itemDoubleClicked.connect(self._on_go)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The history as it is now."""
        self.tree.clear()
        dim = QBrush(self.palette().placeholderText())
        for line in lines:
            row = QTreeWidgetItem([line.when, line.who, line.what])
            row.setData(0, _ID, line.id)
            if not line.is_done:
                for column in range(3):
                    row.setForeground(column, dim)
            self.tree.addTopLevelItem(row)
        for column in range(2):
            self.tree.resizeColumnToContents(column)
        self.go_button.setEnabled(bool(lines))

    @Slot()
    def _on_go(self) -> None:
        row = self.tree.currentItem()
        if row is not None:
            self.place_chosen.emit(row.data(0, _ID))
