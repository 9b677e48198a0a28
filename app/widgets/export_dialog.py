"""Which photos are written for other programs, in which formats, and where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX
from app.form_rows import JobRow, PathKind, PathRow, PhotoChoice, PickingDialog, pad
from app.numbers import whole
from app.value_rows import heading
from app.which import Pick
from core.record.formats import FORMATS
from core.values import Progress

_WORDS = {
    "png": ("PNG", QT_TRANSLATE_NOOP("ExportDialog", "masks, a file for each photo")),
    "csv": ("CSV", QT_TRANSLATE_NOOP("ExportDialog", "two tables: a row for each crack, for each photo")),
    "xlsx": ("XLSX", QT_TRANSLATE_NOOP("ExportDialog", "the same two tables as a workbook")),
    "overlay": ("JPEG", QT_TRANSLATE_NOOP("ExportDialog", "photos with their cracks and a scale bar")),
    "dxf": ("DXF", QT_TRANSLATE_NOOP("ExportDialog", "centre lines and outlines on layers, for CAD")),
    "geojson": ("GeoJSON", QT_TRANSLATE_NOOP("ExportDialog", "outlines and centre lines, in pixels")),
    "geojson-map": ("GeoJSON", QT_TRANSLATE_NOOP("ExportDialog", "on the map: needs GPS, scale and heading")),
    "coco": ("COCO", QT_TRANSLATE_NOOP("ExportDialog", "run lengths, one file for all photos")),
    "coco-polygons": ("COCO", QT_TRANSLATE_NOOP("ExportDialog", "polygons, one file for all photos")),
    "labelme": ("LabelMe", QT_TRANSLATE_NOOP("ExportDialog", "JSON, a file for each photo")),
    "yolo": ("YOLO-seg", QT_TRANSLATE_NOOP("ExportDialog", "labels, a file for each photo")),
}
assert set(_WORDS) == set(FORMATS), "every format has its words"
ON_MAP = "geojson-map"
NO_HEADING = -1.0
RESULT_LINES = 5


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is chosen. ``heading_deg`` is the direction of the upper edge of photos whose files say none."""

    ids: tuple[int, ...]
    out: Path
    formats: tuple[str, ...]
    may_replace: bool = False
    heading_deg: float | None = None


class ExportDialog(PickingDialog):
    """Never modal. What is in the way is shown here and replaced only after a second click."""

    export_requested = Signal(object)
    stop_requested = Signal()
    result_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setModal(False)
        self.setMinimumWidth(560)
        self.photos = PhotoChoice()
        self.folder = PathRow(self.tr("Folder"), PathKind.FOLDER)
        self.formats = {kind: QCheckBox(_WORDS[kind][0]) for kind in _WORDS}
        self.heading = self._heading_box()
        self.job = JobRow()
        self.job.setMinimumHeight(RESULT_LINES * self.fontMetrics().lineSpacing())
        self.open_button = QPushButton(self.tr("Open folder"))
        self.export_button = QPushButton()
        self.export_button.setProperty("role", "primary")
        self.export_button.setDefault(True)
        self._may_replace = self._is_done = False
        self._arrange()
        self._connect()
        self._change()

    @property
    def chosen_formats(self) -> tuple[str, ...]:
        """Those that are ticked."""
        return tuple(kind for kind, box in self.formats.items() if box.isChecked())

    def set_choice(self, formats: Sequence[str], folder: Path | None) -> None:
        """What was chosen the last time."""
        for kind, box in self.formats.items():
            box.setChecked(kind in formats)
        self.folder.set_path(folder)

    def set_picks(self, picks: Pick) -> None:
        """The photos that there are to choose from."""
        if self.photos.set_picks(picks):
            self._change()
        self._enable()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        self.job.show_progress(progress)
        self._enable()

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Nothing more is written, and why."""
        self.job.show_sentence(sentence)
        self._enable()

    def show_result(self, sentence: str) -> None:
        """All is written."""
        self._is_done = True
        self.show_sentence(sentence)

    def ask_to_replace(self, paths: Sequence[Path]) -> None:
        """Files are in the way: the button says so, and a second click is the answer."""
        self._may_replace = True
        words = self.tr("{file} is there already. Replace %Ln files in all, or choose another folder.", "", len(paths))
        self.show_sentence(words.format(file=paths[0].name))
        self.export_button.setText(self.tr("Replace {count}").format(count=whole(len(paths))))

    @Slot()
    def _change(self) -> None:
        """Another choice: what was asked before does not hold for it."""
        self._may_replace = self._is_done = False
        self.export_button.setText(self.tr("Export"))
        if not self.job.is_running:
            self.job.show_sentence("")
        self._enable()

    def _enable(self) -> None:
        is_complete = bool(self.photos.ids and self.chosen_formats and self.folder.path)
        self.heading.setEnabled(ON_MAP in self.chosen_formats)
        self.export_button.setEnabled(is_complete and not self.job.is_running)
        self.open_button.setVisible(self._is_done and not self.job.is_running)

    @Slot()
    def _on_export(self) -> None:
        may_replace = self._may_replace
        self._change()
        self.show_progress(Progress(0, 0, self.tr("Reading what is known …")))
        degrees = self.heading.value() if self.heading.isEnabled() and self.heading.value() >= 0 else None
        self.export_requested.emit(
            ExportWish(self.photos.ids, self.folder.path, self.chosen_formats, may_replace, degrees)
        )

    def _connect(self) -> None:
        self.export_button.clicked.connect(self._on_export)
        self.open_button.clicked.connect(lambda: self.result_requested.emit(self.folder.path))
        self.job.cancel_requested.connect(self.stop_requested)
        self.folder.changed.connect(self._change)
        self.photos.currentIndexChanged.connect(self._change)
        self.heading.valueChanged.connect(self._change)
        for box in self.formats.values():
            box.toggled.connect(self._change)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(3 * STEP_PX)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * STEP_PX)
        form.addRow(self.tr("Photos"), self.photos)
        column.addLayout(form)
        column.addWidget(heading(self.tr("Formats")))
        column.addLayout(self._formats_grid())
        where = QFormLayout()
        where.setHorizontalSpacing(4 * STEP_PX)
        where.addRow(self.tr("Upper edge on the map"), self.heading)
        where.addRow(self.tr("Folder"), self.folder)
        column.addLayout(where)
        column.addWidget(self.job)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.export_button)
        column.addLayout(row)

    def _heading_box(self) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=NO_HEADING, maximum=360.0, value=NO_HEADING, decimals=1, suffix="°")
        pad(box)
        box.setSpecialValueText(self.tr("as the photos say"))
        box.setAccessibleName(self.tr("Upper edge on the map"))
        box.setToolTip(
            self.tr("Compass direction of the upper edge of photos whose files say none: 0 is north, 90 is east.")
        )
        return box

    def _formats_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP_PX)
        grid.setVerticalSpacing(STEP_PX)
        grid.setColumnStretch(1, 1)
        for row, (kind, box) in enumerate(self.formats.items()):
            words = QLabel(self.tr(_WORDS[kind][1]))
            words.setProperty("role", "dim")
            box.setAccessibleDescription(words.text())
            grid.addWidget(box, row, 0)
            grid.addWidget(words, row, 1)
        return grid
