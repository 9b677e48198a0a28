"""Every key on one sheet, made from the table of actions; a double click changes one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.actions import ACTIONS, HELD, MENUS, ActionSpec, keys_of, menu_words, plain, shown_keys, words_of
from app.form_rows import fit

_ID = Qt.ItemDataRole.UserRole


class ShortcutSheet(QDialog):
    """``own_keys`` gives the user's keys for an action, None where the table's hold."""

    keys_chosen = Signal(str, object)

    def __init__(self, own_keys: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        fit(self, 640, 640)
        self._own_keys = own_keys
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.editor = QKeySequenceEdit()
        self.editor.setAccessibleName(self.tr("New keys"))
        self.editor.setMaximumSequenceLength(1)
        self.words = QLabel(self.tr("Choose an action, then press its new keys."), wordWrap=True)
        self.words.setProperty("role", "dim")
        self.set_button = QPushButton(self.tr("Set"))
        self.reset_button = QPushButton(self.tr("Back to default"))
        self._arrange()
        self.set_button.clicked.connect(self._on_set)
        self.reset_button.clicked.connect(self._on_reset)
        self.fill()

    def fill(self) -> None:
        """Write the keys that hold."""
        self.tree.clear()
        for menu in (*MENUS, ""):
            group = QTreeWidgetItem([plain(menu_words(menu)) if menu else self.tr("Held keys")])
            self.tree.addTopLevelItem(group)
            for spec in ACTIONS:
                if spec.menu == menu:
                    group.addChild(self._row(spec))
        self.tree.expandAll()

    def clash(self, action_id: str, keys: str) -> str:
        """The name of another action that has these keys; "" where none has."""
        wanted = QKeySequence(keys)
        for spec in ACTIONS:
            own = keys_of(spec, self._own_keys(spec.id))
            if spec.id != action_id and any(QKeySequence(each) == wanted for each in own):
                return words_of(spec)
        return ""

    def _row(self, spec: ActionSpec) -> QTreeWidgetItem:
        keys = keys_of(spec, self._own_keys(spec.id))
        shown = ", ".join(map(shown_keys, keys))
        row = QTreeWidgetItem([words_of(spec), shown])
        row.setData(0, _ID, spec.id)
        return row

    def _chosen(self) -> str | None:
        row = self.tree.currentItem()
        chosen = None if row is None else row.data(0, _ID)
        return None if chosen in HELD else chosen

    @Slot()
    def _on_set(self) -> None:
        chosen, keys = self._chosen(), self.editor.keySequence().toString()
        if chosen is None:
            return
        taken = self.clash(chosen, keys) if keys else ""
        if taken:
            clash = self.tr("{keys} belongs to “{action}”; choose other keys.")
            self.words.setText(clash.format(keys=shown_keys(keys), action=taken))
            return
        self._choose(chosen, keys)

    @Slot()
    def _on_reset(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._choose(chosen, None)

    def _choose(self, action_id: str, keys: str | None) -> None:
        self.words.setText(self.tr("Set."))
        self.keys_chosen.emit(action_id, keys)
        self.fill()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for widget in (self.editor, self.set_button, self.reset_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.addWidget(self.tree)
        column.addWidget(self.words)
        column.addLayout(row)
