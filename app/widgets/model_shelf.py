"""Every version of the network: which is active, what it was taught, how it did, and the way back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.numbers import decimal, whole
from core.values import ModelVersion

COLUMNS = (
    QT_TRANSLATE_NOOP("ModelShelf", "Version"),
    QT_TRANSLATE_NOOP("ModelShelf", "Made"),
    QT_TRANSLATE_NOOP("ModelShelf", "Tags (cracked / not)"),
    QT_TRANSLATE_NOOP("ModelShelf", "Threshold"),
    QT_TRANSLATE_NOOP("ModelShelf", "Held-out figures"),
    QT_TRANSLATE_NOOP("ModelShelf", "Parent"),
    QT_TRANSLATE_NOOP("ModelShelf", "Note"),
)
_ID = Qt.ItemDataRole.UserRole
_GAP_PX = 24


class ModelShelf(QDialog):
    """A table of versions and what can be done with the chosen one."""

    activation_requested = Signal(str)
    roll_back_requested = Signal()
    import_requested = Signal(str)
    export_requested = Signal(str, str)
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model shelf"))
        self.setModal(False)
        self.resize(900, 420)
        self._active: str | None = None
        self._versions: list[ModelVersion] = []
        self.table = self._build_table()
        self.activate_button = QPushButton(self.tr("Make active"))
        self.activate_button.setProperty("role", "primary")
        self.roll_back_button = QPushButton(self.tr("Roll back"))
        self.roll_back_button.setToolTip(self.tr("Make the version active again that was active before"))
        self.export_button = QPushButton(self.tr("Export…"))
        self.import_button = QPushButton(self.tr("Import…"))
        self.remove_button = QPushButton(self.tr("Remove…"))
        self._arrange()
        self._connect()
        self._enable()

    def show_versions(self, versions: Sequence[ModelVersion], active: str | None) -> None:
        """Fill the table; the active version stands out and cannot be removed."""
        self._versions, self._active = list(versions), active
        chosen = self.chosen()
        self.table.setRowCount(len(versions))
        for row, version in enumerate(versions):
            for column, text in enumerate(_cells(version, is_active=version.id == active)):
                cell = QTableWidgetItem(text)
                cell.setData(_ID, version.id)
                cell.setToolTip(version.id)
                self.table.setItem(row, column, cell)
        self._choose(chosen.id if chosen else active)
        self.table.resizeColumnsToContents()
        for column in range(len(COLUMNS) - 1):
            self.table.setColumnWidth(column, self.table.columnWidth(column) + _GAP_PX)
        self._enable()

    def set_can_roll_back(self, can_roll_back: bool) -> None:
        """Whether another version was active in this folder before."""
        self.roll_back_button.setEnabled(can_roll_back)

    def chosen(self) -> ModelVersion | None:
        """The version of the chosen row."""
        row = self.table.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _choose(self, version_id: str | None) -> None:
        for row, version in enumerate(self._versions):
            if version.id == version_id:
                self.table.selectRow(row)

    @Slot()
    def _enable(self) -> None:
        chosen = self.chosen()
        is_other = chosen is not None and chosen.id != self._active
        self.activate_button.setEnabled(is_other)
        self.export_button.setEnabled(chosen is not None)
        self.remove_button.setEnabled(is_other and not chosen.is_shipped)

    @Slot()
    def _on_export(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        target, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export version"), f"{chosen.name}.safetensors", self.tr("Networks (*.safetensors)")
        )
        if target:
            self.export_requested.emit(chosen.id, target)

    @Slot()
    def _on_import(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import version"), "", self.tr("Networks (*.safetensors)"))
        if file:
            self.import_requested.emit(file)

    def _with_chosen(self, signal: Signal) -> None:
        chosen = self.chosen()
        if chosen is not None:
            signal.emit(chosen.id)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.itemDoubleClicked.connect(lambda _: self._with_chosen(self.activation_requested))
        self.activate_button.clicked.connect(lambda: self._with_chosen(self.activation_requested))
        self.remove_button.clicked.connect(lambda: self._with_chosen(self.removal_requested))
        self.roll_back_button.clicked.connect(self.roll_back_requested)
        self.export_button.clicked.connect(self._on_export)
        self.import_button.clicked.connect(self._on_import)

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
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setTabKeyNavigation(False)
        return table

    def _arrange(self) -> None:
        words = QLabel(
            self.tr("A version becomes active only when you say so. Every version stays here until you remove it.")
        )
        words.setProperty("role", "dim")
        buttons = QHBoxLayout()
        for button in (self.import_button, self.export_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.roll_back_button, self.activate_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)


def _cells(version: ModelVersion, *, is_active: bool) -> tuple[str, ...]:
    said = version.metadata
    tags = said.get("tags")
    counts = (
        " / ".join(whole(tags.get(tag, 0)) for tag in ("cracked", "not_cracked")) if isinstance(tags, Mapping) else "–"
    )
    return (
        QCoreApplication.translate("ModelShelf", "{version} · active").format(version=version.name)
        if is_active
        else version.name,
        str(said.get("created") or "–")[:16].replace("T", " "),
        counts,
        decimal(version.threshold, 2),
        _figures(said.get("figures")),
        "–" if said.get("parent") is None else str(said["parent"])[:8],
        str(said.get("note") or ""),
    )


def _figures(figures: object) -> str:
    if not isinstance(figures, Mapping):
        return "–"
    numbers = [(name, value) for name, value in figures.items() if isinstance(value, (int, float))]
    return ", ".join(f"{name.replace('_', ' ')} {decimal(value, 3)}" for name, value in numbers[:3]) or "–"
