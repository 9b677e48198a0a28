"""Where masks or tags come from, and what they do to what is shown."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX
from app.form_rows import JobRow, PathKind, PathRow, chosen_of
from core.record.importing import Taking
from core.values import Progress


class Kind(StrEnum):
    """What is imported."""

    PNG = "png"
    COCO = "coco"
    LABELME = "labelme"
    FOLDERS = "folders"


_KINDS = {
    Kind.PNG: QT_TRANSLATE_NOOP("ImportDialog", "Masks: a folder of PNG files"),
    Kind.COCO: QT_TRANSLATE_NOOP("ImportDialog", "Masks: a COCO file"),
    Kind.LABELME: QT_TRANSLATE_NOOP("ImportDialog", "Masks: a folder of LabelMe files"),
    Kind.FOLDERS: QT_TRANSLATE_NOOP("ImportDialog", "Tags: the names of the photos' folders"),
}
_TAKINGS = {
    Taking.REPLACE: QT_TRANSLATE_NOOP("ImportDialog", "take the place of what is shown"),
    Taking.ADD: QT_TRANSLATE_NOOP("ImportDialog", "are drawn upon what is shown"),
}
_HINTS = {
    Kind.PNG: QT_TRANSLATE_NOOP("ImportDialog", "Each mask is named as its photo (or photo_mask) and as large."),
    Kind.COCO: QT_TRANSLATE_NOOP("ImportDialog", "Run lengths and polygons of all categories; photos by file name."),
    Kind.LABELME: QT_TRANSLATE_NOOP("ImportDialog", "All shapes of all labels; photos by file name."),
    Kind.FOLDERS: QT_TRANSLATE_NOOP(
        "ImportDialog", "cracked, not_cracked, Positive, Negative and the like; the nearest folder counts."
    ),
}


class ImportDialog(QDialog):
    """Never modal. What is imported becomes a correction, or a tag, and one undo takes all of it back."""

    import_requested = Signal(object, object, bool)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setModal(False)
        self.setMinimumWidth(540)
        self.kind = chosen_of(_KINDS, context="ImportDialog", name=self.tr("What"))
        self.folder = PathRow(self.tr("From"), PathKind.FOLDER)
        self.file = PathRow(self.tr("From"), PathKind.OPEN, pattern=self.tr("COCO files (*.json)"))
        self.taking = chosen_of(_TAKINGS, context="ImportDialog", name=self.tr("They"))
        self.tags = QCheckBox(self.tr("Tag photos cracked or not cracked by their masks"))
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("role", "dim")
        self.job = JobRow()
        self.import_button = QPushButton(self.tr("Import"))
        self.import_button.setProperty("role", "primary")
        self._arrange()
        self._connect()
        self._change()

    @property
    def source(self) -> Path | None:
        """The folder or file; None for names of folders."""
        kind = Kind(self.kind.currentData())
        if kind is Kind.FOLDERS:
            return None
        return self.file.path if kind is Kind.COCO else self.folder.path

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
    def _change(self) -> None:
        kind = Kind(self.kind.currentData())
        self._form.setRowVisible(self.folder, kind in (Kind.PNG, Kind.LABELME))
        self._form.setRowVisible(self.file, kind is Kind.COCO)
        for widget in (self.taking, self.tags):
            self._form.setRowVisible(widget, kind is not Kind.FOLDERS)
        self.hint.setText(self.tr(_HINTS[kind]))
        self._enable()

    @Slot()
    def _enable(self) -> None:
        is_complete = self.source is not None or self.kind.currentData() == Kind.FOLDERS
        self.import_button.setEnabled(is_complete and not self.job.is_running)

    @Slot()
    def _on_import(self) -> None:
        self.show_progress(Progress(0, 0, self.tr("Reading …")))
        self.import_requested.emit(self.source, Taking(self.taking.currentData()), self.tags.isChecked())

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._change)
        for row in (self.folder, self.file):
            row.changed.connect(self._enable)
        self.import_button.clicked.connect(self._on_import)
        self.job.cancel_requested.connect(self.stop_requested)

    def _arrange(self) -> None:
        form = self._form = QFormLayout()
        form.setHorizontalSpacing(4 * STEP_PX)
        form.setVerticalSpacing(2 * STEP_PX)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("What"), self.kind)
        form.addRow("", self.hint)
        form.addRow(self.tr("From"), self.folder)
        form.addRow(self.tr("From"), self.file)
        form.addRow(self.tr("They"), self.taking)
        form.addRow("", self.tags)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(3 * STEP_PX)
        column.addLayout(form)
        column.addWidget(self.job)
        column.addLayout(row)
