"""What grew since an earlier date: a table of spots, and the two photos of the chosen one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX
from app.form_rows import JobRow, PathKind, PathRow, PhotoChoice, PickingDialog, fit
from app.numbers import decimal, whole
from app.sentences import told
from app.which import Pick
from core.measure.growth import Growth
from core.record.comparing import Compared, Spot
from core.record.dossier import Dossier
from core.values import Progress

UNKNOWN = "–"


class DatesDialog(PickingDialog):
    """Never modal. ``stage`` shows the two photos of the chosen row."""

    comparison_requested = Signal(object, object)
    pair_picked = Signal(object, object)
    row_chosen = Signal(object)
    table_requested = Signal(object)
    stop_requested = Signal()

    def __init__(self, stage: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare two dates"))
        self.setModal(False)
        fit(self, 980, 720)
        self._rows: list[Compared | Spot | Dossier] = []
        self.stage = stage
        self.folder = PathRow(self.tr("Earlier date"), PathKind.FOLDER)
        self.photos = PhotoChoice()
        self.table = self._build_table()
        self.blink = QCheckBox(self.tr("Blink instead of the slider"))
        self.pick_button = QPushButton(self.tr("Pick the earlier photo…"))
        self.save_button = QPushButton(self.tr("Save table…"))
        self.compare_button = QPushButton(self.tr("Compare"))
        self.compare_button.setProperty("role", "primary")
        self.compare_button.setDefault(True)
        self.job = JobRow()
        self._arrange()
        self._connect()
        self._enable()

    @property
    def compared(self) -> list[Compared]:
        """All results that are there."""
        return [each for each in self._rows if isinstance(each, Compared)]

    def set_picks(self, picks: Pick) -> None:
        """The photos of the later date to choose from."""
        self.photos.set_picks(picks)
        self._enable()

    def show_pairs(self, spots: Sequence[Spot], alone: Sequence[Dossier]) -> None:
        """Which photos belong together; results follow one by one. Rows of other photos stay."""
        fresh = {spot.later.path for spot in spots} | {dossier.path for dossier in alone}
        kept = [each for each in self._rows if _later(each).path not in fresh]
        self._rows = [*kept, *spots, *alone]
        self.table.setRowCount(len(self._rows))
        for number in range(len(self._rows)):
            self._write(number)
        self._enable()

    @Slot(object)
    def show_compared(self, found: Compared) -> None:
        """A result."""
        path = found.spot.later.path
        number = next((number for number, each in enumerate(self._rows) if _later(each).path == path), None)
        if number is None:
            return
        self._rows[number] = found
        self._write(number)
        if self.table.currentRow() in (-1, number):
            self.table.selectRow(number)
            self._on_chosen()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        self.job.show_progress(progress)
        self._enable()

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """How it ended."""
        self.job.show_sentence(sentence)
        self._enable()

    @Slot()
    def clear(self) -> None:
        """Another folder is open."""
        self._rows = []
        self.table.setRowCount(0)
        self.job.show_sentence("")
        self._enable()

    # The table

    def _write(self, number: int) -> None:
        for column, text in enumerate(_cells(self, self._rows[number])):
            cell = QTableWidgetItem(text)
            cell.setToolTip(text)
            if 3 <= column < len(_headings(self)) - 1:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(number, column, cell)

    def _build_table(self) -> QTableWidget:
        headings = _headings(self)
        table = QTableWidget(0, len(headings))
        table.setHorizontalHeaderLabels(headings)
        table.setAccessibleName(self.tr("Growth of each spot"))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        return table

    @Slot()
    def _on_chosen(self) -> None:
        self._enable()
        number = self.table.currentRow()
        if 0 <= number < len(self._rows) and isinstance(self._rows[number], Compared):
            self.row_chosen.emit(self._rows[number])

    @Slot()
    def _on_compare(self) -> None:
        self.show_progress(Progress(0, 0, self.tr("Looking for pairs …")))
        self.comparison_requested.emit(self.photos.ids, self.folder.path)

    @Slot()
    def _on_pick(self) -> None:
        later = _later(self._rows[self.table.currentRow()])
        title = self.tr("The earlier photo of {photo}").format(photo=later.name)
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(self.folder.path or later.path.parent))
        if chosen:
            self.pick(Path(chosen))

    def pick(self, earlier: Path) -> None:
        """Pair the chosen row by hand."""
        later = _later(self._rows[self.table.currentRow()])
        self.show_progress(Progress(0, 0, self.tr("Comparing …")))
        self.pair_picked.emit(earlier, later)

    @Slot()
    def _on_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save table"), "growth.csv", self.tr("Tables (*.csv)"))
        if chosen:
            self.table_requested.emit(Path(chosen))

    def _enable(self) -> None:
        is_free = not self.job.is_running
        self.compare_button.setEnabled(is_free and bool(self.photos.ids) and self.folder.path is not None)
        self.pick_button.setEnabled(is_free and self.table.currentRow() >= 0)
        self.save_button.setEnabled(is_free and bool(self.compared))

    def _connect(self) -> None:
        self.folder.changed.connect(self._enable)
        self.photos.currentIndexChanged.connect(self._enable)
        self.compare_button.clicked.connect(self._on_compare)
        self.pick_button.clicked.connect(self._on_pick)
        self.save_button.clicked.connect(self._on_save)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.job.cancel_requested.connect(self.stop_requested)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(4 * STEP_PX)
        form.setVerticalSpacing(2 * STEP_PX)
        form.addRow(self.tr("Earlier date"), self.folder)
        form.addRow(self.tr("Later date"), self.photos)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(self.stage)
        parts.setSizes([220, 380])
        parts.setChildrenCollapsible(False)
        row = QHBoxLayout()
        row.addWidget(self.blink)
        row.addStretch(1)
        for button in (self.pick_button, self.save_button, self.compare_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(2 * STEP_PX)
        column.addLayout(form)
        column.addWidget(parts, 1)
        column.addWidget(self.job)
        column.addLayout(row)


def _later(row: Compared | Spot | Dossier) -> Dossier:
    if isinstance(row, Compared):
        return row.spot.later
    return row.later if isinstance(row, Spot) else row


def _headings(dialog: DatesDialog) -> list[str]:
    return [
        dialog.tr("Later"),
        dialog.tr("Earlier"),
        dialog.tr("Paired by"),
        dialog.tr("Before"),
        dialog.tr("After"),
        dialog.tr("New"),
        dialog.tr("Widening, mean"),
        dialog.tr("Widening, largest"),
        dialog.tr("Fit"),
    ]


def _cells(dialog: DatesDialog, row: Compared | Spot | Dossier) -> list[str]:
    if isinstance(row, Dossier):
        return [row.name, dialog.tr("none found: pick one"), *[UNKNOWN] * 7]
    spot = row.spot if isinstance(row, Compared) else row
    by = {"name": dialog.tr("name"), "gps": dialog.tr("GPS"), "picked": dialog.tr("hand")}[spot.by]
    names = [spot.later.name, spot.earlier.name, by]
    if isinstance(row, Spot):
        return [*names, *["…"] * 6]
    if row.growth is None:
        return [*names, *[UNKNOWN] * 5, told(row.problem)]
    return [*names, *_figures(row.growth), _fit(dialog, row.growth)]


def _figures(growth: Growth) -> list[str]:
    unit, digits = growth.unit, 0 if growth.unit == "px" else 1
    lengths = (growth.length_before, growth.length_after, growth.new_length)
    widenings = (growth.widening_mean, growth.widening_max)
    return [
        *(f"{decimal(length, digits)} {unit}" for length in lengths),
        *(UNKNOWN if each is None else f"{decimal(each, digits + 1, is_signed=True)} {unit}" for each in widenings),
    ]


def _fit(dialog: DatesDialog, growth: Growth) -> str:
    fit = growth.alignment
    words = dialog.tr("{inliers} points within {error} px, {overlap} % shared")
    return words.format(
        inliers=whole(fit.inliers), error=decimal(fit.error_px, 2), overlap=decimal(100 * min(fit.overlap, 1), 0)
    )
