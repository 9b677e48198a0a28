"""Two inspectors see some photos differently: each conflict is looked at and settled, then both projects are one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.form_rows import fit
from app.models.conflicts import Row
from app.value_rows import heading
from core.project.audit import Key
from core.project.merge import Side

_OURS, _THEIRS, _SETTLED = 2, 3, 4
_COLUMN_PX = (190, 80, 300, 300)


class MergeDialog(QDialog):
    """The window's photo follows the chosen row. What is left unsettled stays as it is here."""

    photo_requested = Signal(int)
    merge_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge projects"))
        self.setModal(False)
        fit(self, 1020, 480)
        self._rows: list[Row] = []
        self._choices: dict[Key, Side] = {}
        self._heading = heading("")
        self._words = QLabel(wordWrap=True)
        self._left = QLabel()
        self._left.setProperty("role", "dim")
        self.tree = self._build_tree()
        self.ours_button = QPushButton(self.tr("&1  Keep ours"))
        self.theirs_button = QPushButton(self.tr("&2  Take theirs"))
        self.merge_button = QPushButton(self.tr("Merge"))
        self.merge_button.setProperty("role", "primary")
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._arrange()
        self._connect()

    def show_meeting(self, name: str, words: str, rows: Sequence[Row]) -> None:
        """Begin with another project."""
        self._rows, self._choices = list(rows), {}
        self._heading.setText(self.tr("Merging with {name}").format(name=name))
        self._words.setText(words)
        self.tree.clear()
        for row in self._rows:
            item = QTreeWidgetItem([row.where, row.what, row.ours, row.theirs, ""])
            for column in range(_SETTLED):
                item.setToolTip(column, item.text(column))
            self.tree.addTopLevelItem(item)
        for widget in (self.tree, self.ours_button, self.theirs_button, self._left):
            widget.setVisible(bool(rows))
        if self._rows:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self._tell_left()

    def choices(self) -> Mapping[Key, Side]:
        """What was settled so far."""
        return dict(self._choices)

    @Slot()
    def keep_ours(self) -> None:
        """Settle the chosen conflicts for us."""
        self._settle(Side.OURS)

    @Slot()
    def take_theirs(self) -> None:
        """Settle the chosen conflicts for them."""
        self._settle(Side.THEIRS)

    def _settle(self, side: Side) -> None:
        chosen = [self.tree.indexOfTopLevelItem(item) for item in self.tree.selectedItems()]
        for number in chosen:
            self._choices[self._rows[number].key] = side
            self._mark(self.tree.topLevelItem(number), side)
        self._tell_left()
        if len(chosen) == 1:
            self._go_on(chosen[0])

    def _mark(self, item: QTreeWidgetItem, side: Side) -> None:
        item.setText(_SETTLED, self.tr("✓ ours") if side is Side.OURS else self.tr("✓ theirs"))
        for column in (_OURS, _THEIRS):
            font = QFont(self.font())
            font.setBold((column == _OURS) == (side is Side.OURS))
            item.setFont(column, font)

    def _go_on(self, number: int) -> None:
        """To the next conflict that is open."""
        following = [*range(number + 1, len(self._rows)), *range(number)]
        still_open = (each for each in following if self._rows[each].key not in self._choices)
        target = next(still_open, None)
        if target is not None:
            self.tree.setCurrentItem(self.tree.topLevelItem(target))

    def _tell_left(self) -> None:
        count = len(self._rows) - len(self._choices)
        settled = self.tr("Everything is settled.")
        self._left.setText(self.tr("%Ln left; they stay as they are here.", "", count) if count else settled)

    @Slot()
    def _on_current(self) -> None:
        number = self.tree.indexOfTopLevelItem(self.tree.currentItem())
        if 0 <= number < len(self._rows) and self._rows[number].photo is not None:
            self.photo_requested.emit(self._rows[number].photo)

    @Slot()
    def _on_merge(self) -> None:
        self.merge_requested.emit(self.choices())
        self.close()

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(self._on_current)
        self.ours_button.clicked.connect(self.keep_ours)
        self.theirs_button.clicked.connect(self.take_theirs)
        self.merge_button.clicked.connect(self._on_merge)
        self.cancel_button.clicked.connect(self.close)

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget(columnCount=5)
        tree.setHeaderLabels(
            [self.tr("Photo"), self.tr("What"), self.tr("Ours"), self.tr("Theirs"), self.tr("Settled")]
        )
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setAccessibleName(self.tr("What two inspectors see differently"))
        for column, width in enumerate(_COLUMN_PX):
            tree.setColumnWidth(column, width)
        return tree

    def _arrange(self) -> None:
        settling = QHBoxLayout()
        for widget in (self.ours_button, self.theirs_button, self._left):
            settling.addWidget(widget)
        settling.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.merge_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addWidget(self.tree, 1)
        column.addLayout(settling)
        column.addLayout(buttons)
