"""Every version of the network: which is active, what it was taught, how it did, and the way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.form_rows import fit
from app.models import version_facts
from app.value_rows import ValueRows, heading
from core.values import ModelVersion

COLUMNS = (
    QT_TRANSLATE_NOOP("ModelShelf", "Version"),
    QT_TRANSLATE_NOOP("ModelShelf", "Made"),
    QT_TRANSLATE_NOOP("ModelShelf", "Tags (cracked / not)"),
    QT_TRANSLATE_NOOP("ModelShelf", "Held-out figures"),
    QT_TRANSLATE_NOOP("ModelShelf", "Note"),
)
WIDE = 2  # the last columns share the room that the others leave; their tips tell all
NETWORKS = QT_TRANSLATE_NOOP("ModelShelf", "Networks (*.safetensors)")
_GAP_PX = 16


class ModelShelf(QDialog):
    """A table of versions, all that is known of the chosen one, and what can be done with it."""

    activation_requested = Signal(str)
    comparison_requested = Signal(str)
    roll_back_requested = Signal()
    import_requested = Signal(str)
    export_requested = Signal(str, str)
    removal_requested = Signal(str)
    name_given = Signal(str, str)
    note_given = Signal(str, str)

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model shelf"))
        self.setModal(False)
        fit(self, 940, 600)
        self._name_of = name_of
        self._active: str | None = None
        self._versions: list[ModelVersion] = []
        self.table = self._build_table()
        self.facts = ValueRows(version_facts.titles())
        self.name = QLineEdit()
        self.note = QLineEdit(placeholderText=self.tr("For example: after the pier photos"))
        self._build_buttons()
        self._arrange()
        self._connect()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field keeps what was typed and does nothing else
        self._show_chosen()

    def show_versions(self, versions: Sequence[ModelVersion], active: str | None) -> None:
        """Fill the table; the active version stands out and cannot be removed."""
        chosen = self.chosen()
        self._versions, self._active = list(versions), active
        self.table.blockSignals(True)
        self.table.setRowCount(len(versions))
        for row, version in enumerate(versions):
            for column, text in enumerate(self._cells(version)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.table.setItem(row, column, cell)
        self._choose(chosen.id if chosen else active)
        for column in range(len(COLUMNS) - WIDE):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, self.table.columnWidth(column) + _GAP_PX)
        self.table.blockSignals(False)
        self._show_chosen()

    def set_can_roll_back(self, can_roll_back: bool) -> None:
        """Whether another version was active in this folder before."""
        self.roll_back_button.setEnabled(can_roll_back)

    def chosen(self) -> ModelVersion | None:
        """The version of the chosen row."""
        row = self.table.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _cells(self, version: ModelVersion) -> tuple[str, ...]:
        is_active = version.id == self._active
        return (
            self.tr("{version} · active").format(version=version.name) if is_active else version.name,
            version_facts.made(version),
            version_facts.learnt(version),
            version_facts.figures(version),
            str(version.metadata.get("note") or ""),
        )

    def _choose(self, version_id: str | None) -> None:
        for row, version in enumerate(self._versions):
            if version.id == version_id:
                self.table.selectRow(row)

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.chosen()
        is_other = chosen is not None and chosen.id != self._active
        self.facts.set_values(
            [None] * len(version_facts.FACTS) if chosen is None else version_facts.facts(chosen, self._name_of)
        )
        self.name.setText("" if chosen is None else chosen.name)
        self.note.setText("" if chosen is None else str(chosen.metadata.get("note") or ""))
        for widget in (self.name, self.note, self.export_button):
            widget.setEnabled(chosen is not None)
        for button in (self.activate_button, self.compare_button):
            button.setEnabled(is_other)
        self.remove_button.setEnabled(is_other and not chosen.is_shipped)

    @Slot()
    def _on_name(self) -> None:
        chosen = self.chosen()
        if chosen is not None and self.name.text().strip() not in ("", chosen.name):
            self.name_given.emit(chosen.id, self.name.text())

    @Slot()
    def _on_note(self) -> None:
        chosen = self.chosen()
        if chosen is not None and self.note.text() != str(chosen.metadata.get("note") or ""):
            self.note_given.emit(chosen.id, self.note.text())

    @Slot()
    def _on_export(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        name = f"{chosen.name}.safetensors"
        target, _ = QFileDialog.getSaveFileName(self, self.tr("Export version"), name, self.tr(NETWORKS))
        if target:
            self.export_requested.emit(chosen.id, target)

    @Slot()
    def _on_import(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import version"), "", self.tr(NETWORKS))
        if file:
            self.import_requested.emit(file)

    def _with_chosen(self, signal: Signal) -> None:
        chosen = self.chosen()
        if chosen is not None:
            signal.emit(chosen.id)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.table.itemDoubleClicked.connect(lambda _: self._with_chosen(self.activation_requested))
        self.activate_button.clicked.connect(lambda: self._with_chosen(self.activation_requested))
        self.compare_button.clicked.connect(lambda: self._with_chosen(self.comparison_requested))
        self.remove_button.clicked.connect(lambda: self._with_chosen(self.removal_requested))
        self.roll_back_button.clicked.connect(self.roll_back_requested)
        self.export_button.clicked.connect(self._on_export)
        self.import_button.clicked.connect(self._on_import)
        self.name.editingFinished.connect(self._on_name)
        self.note.editingFinished.connect(self._on_note)

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setHorizontalHeaderLabels([self.tr(title) for title in COLUMNS])
        table.setAccessibleName(self.tr("Versions of the model"))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(len(COLUMNS) - WIDE, len(COLUMNS)):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setTabKeyNavigation(False)
        return table

    def _build_buttons(self) -> None:
        self.activate_button = QPushButton(self.tr("Make active"))
        self.activate_button.setProperty("role", "primary")
        self.compare_button = QPushButton(self.tr("Compare with the active one"))
        self.compare_button.setToolTip(self.tr("Both on the photo, with the split slider between them"))
        self.roll_back_button = QPushButton(self.tr("Roll back"))
        self.roll_back_button.setToolTip(self.tr("Make the version active again that was active before"))
        self.export_button = QPushButton(self.tr("Export…"))
        self.import_button = QPushButton(self.tr("Import…"))
        self.remove_button = QPushButton(self.tr("Remove…"))

    def _arrange(self) -> None:
        words = QLabel(
            self.tr("A version becomes active only when you say so. Every version stays here until you remove it.")
        )
        words.setProperty("role", "dim")
        fields = QFormLayout()
        fields.addRow(self.tr("Name"), self.name)
        fields.addRow(self.tr("Note"), self.note)
        buttons = QHBoxLayout()
        for button in (self.import_button, self.export_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.roll_back_button, self.compare_button, self.activate_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(heading(self.tr("The chosen version")))
        column.addLayout(fields)
        column.addWidget(self.facts)
        column.addLayout(buttons)
