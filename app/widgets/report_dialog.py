"""What a report says on its cover, which photos are in it and in which order, and where it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX
from app.form_rows import JobRow, PathKind, PathRow, PhotoChoice, PickingDialog, chosen_of, fit
from app.value_rows import heading
from app.which import Pick
from core.report.model import Order, Paper
from core.report.texts import Language
from core.values import Progress

_ORDERS = {
    Order.GIVEN: QT_TRANSLATE_NOOP("ReportDialog", "As in the list"),
    Order.NAME: QT_TRANSLATE_NOOP("ReportDialog", "By name"),
    Order.ELEMENT: QT_TRANSLATE_NOOP("ReportDialog", "By element"),
    Order.WIDEST: QT_TRANSLATE_NOOP("ReportDialog", "Widest crack first"),
    Order.SEVERITY: QT_TRANSLATE_NOOP("ReportDialog", "Most severe first"),
}
assert set(_ORDERS) == set(Order), "every order has its words"
_PAPERS = {Paper.A4: "A4", Paper.LETTER: QT_TRANSLATE_NOOP("ReportDialog", "Letter")}
_LANGUAGES = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch", Language.SPANISH: "Español"}
_KINDS = {".pdf": "PDF", ".html": "HTML"}
WIDTH_PX = 620
_LINES = ("title", "site", "client", "inspector")


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What the dialog holds. ``file`` is without ending; each of ``endings`` is added to it."""

    ids: tuple[int, ...] = ()
    lines: Mapping[str, str] = field(default_factory=dict)
    day: date = field(default_factory=date.today)
    language: Language = Language.ENGLISH
    paper: Paper = Paper.A4
    order: Order = Order.GIVEN
    logo: Path | None = None
    style: Path | None = None
    template: Path | None = None
    file: Path | None = None
    endings: tuple[str, ...] = (".pdf",)

    @property
    def targets(self) -> tuple[Path, ...]:
        """The files that will be written."""
        if self.file is None:
            return ()
        stem = self.file.with_suffix("") if self.file.suffix.lower() in _KINDS else self.file
        return tuple(stem.with_name(stem.name + ending) for ending in self.endings)


class ReportDialog(PickingDialog):
    """Never modal: the photos stay in reach while the report is written."""

    report_requested = Signal(object)
    stop_requested = Signal()
    result_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report"))
        self.setModal(False)
        self._written: tuple[Path, ...] = ()
        self.photos = PhotoChoice()
        self.order = chosen_of(_ORDERS, context="ReportDialog", name=self.tr("Order"))
        self.language = chosen_of(_LANGUAGES, context="ReportDialog", name=self.tr("Language"))
        self.paper = chosen_of(_PAPERS, context="ReportDialog", name=self.tr("Paper"))
        self.lines = {name: QLineEdit() for name in _LINES}
        self.day = QDateEdit(QDate.currentDate(), calendarPopup=True, displayFormat="yyyy-MM-dd")
        self.logo = PathRow(self.tr("Logo"), PathKind.OPEN, pattern=self.tr("Pictures (*.png *.jpg *.jpeg)"))
        self.style_file = PathRow(self.tr("Style"), PathKind.OPEN, pattern=self.tr("Colours and font (*.toml)"))
        self.template = PathRow(self.tr("Template"), PathKind.OPEN, pattern=self.tr("Jinja templates (*.j2 *.html)"))
        self.file = PathRow(self.tr("File"), PathKind.SAVE)
        self.kinds = {ending: QCheckBox(name) for ending, name in _KINDS.items()}
        self.job = JobRow()
        self.open_button = QPushButton(self.tr("Open"))
        self.write_button = QPushButton(self.tr("Write report"))
        self.write_button.setProperty("role", "primary")
        self.write_button.setDefault(True)
        self._arrange()
        self._connect()
        self.show_wish(ReportWish())

    # What is wished for

    def wish(self) -> ReportWish:
        """What the fields hold."""
        return ReportWish(
            ids=self.photos.ids,
            lines={name: line.text().strip() for name, line in self.lines.items()},
            day=self.day.date().toPython(),
            language=Language(self.language.currentData()),
            paper=Paper(self.paper.currentData()),
            order=Order(self.order.currentData()),
            logo=self.logo.path,
            style=self.style_file.path,
            template=self.template.path,
            file=self.file.path,
            endings=tuple(ending for ending, box in self.kinds.items() if box.isChecked()),
        )

    def show_wish(self, wish: ReportWish) -> None:
        """Fill the fields; which photos is ``set_picks``'s to say."""
        for name, line in self.lines.items():
            line.setText(wish.lines.get(name, ""))
        self.day.setDate(QDate(wish.day.year, wish.day.month, wish.day.day))
        for box, value in ((self.language, wish.language), (self.paper, wish.paper), (self.order, wish.order)):
            box.setCurrentIndex(box.findData(value))
        rows = ((self.logo, wish.logo), (self.style_file, wish.style), (self.template, wish.template))
        for row, path in (*rows, (self.file, wish.file)):
            row.set_path(path)
        for ending, box in self.kinds.items():
            box.setChecked(ending in wish.endings)
        self._enable()

    def set_picks(self, picks: Pick) -> None:
        """The photos that there are to choose from."""
        self.photos.set_picks(picks)
        self._enable()

    # How it goes

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        self.job.show_progress(progress)
        self._enable()

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Nothing was written, and why."""
        self._show_end(sentence, ())

    def show_result(self, sentence: str, paths: tuple[Path, ...]) -> None:
        """It is written."""
        self._show_end(sentence, paths)

    def _show_end(self, sentence: str, paths: tuple[Path, ...]) -> None:
        self._written = paths
        self.job.show_sentence(sentence)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        wish = self.wish()
        can_write = bool(wish.ids and wish.targets) and not self.job.is_running
        self.write_button.setEnabled(can_write)
        self.open_button.setVisible(bool(self._written) and not self.job.is_running)

    @Slot()
    def _on_write(self) -> None:
        self.show_progress(Progress(0, 0, self.tr("Reading what is known …")))
        self.report_requested.emit(self.wish())

    def _connect(self) -> None:
        self.write_button.clicked.connect(self._on_write)
        self.open_button.clicked.connect(lambda: self.result_requested.emit(self._written))
        self.job.cancel_requested.connect(self.stop_requested)
        self.file.changed.connect(self._enable)
        for box in self.kinds.values():
            box.toggled.connect(self._enable)
        self.photos.currentIndexChanged.connect(self._enable)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(2 * STEP_PX)
        words = {
            "title": self.tr("Title"),
            "site": self.tr("Site"),
            "client": self.tr("Client"),
            "inspector": self.tr("Inspector"),
        }
        self.lines["title"].setPlaceholderText(self.tr("Crack inspection report"))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * STEP_PX)
        form.setVerticalSpacing(2 * STEP_PX)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        _add(form, self.tr("Photos"), [(self.tr("Which"), self.photos), (self.tr("Order"), self.order)])
        cover = [(words[name], line) for name, line in self.lines.items()]
        _add(form, self.tr("Cover"), [*cover, (self.tr("Date"), self.day), (self.tr("Logo"), self.logo)])
        looks = [(self.tr("Language"), self.language), (self.tr("Paper"), self.paper)]
        files = [(self.tr("Style"), self.style_file), (self.tr("Template"), self.template)]
        _add(form, self.tr("Form"), [*looks, *files, (self.tr("File"), self.file), ("", self._kinds_row())])
        holder = QWidget()
        holder.setLayout(form)
        form.setContentsMargins(0, 0, 2 * STEP_PX, 0)
        # On a low screen the fields scroll, so that the buttons stay in sight.
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setWidget(holder)
        column.addWidget(area, 1)
        fit(self, WIDTH_PX, holder.sizeHint().height() + 140)
        column.addWidget(self.job)
        column.addLayout(self._buttons())

    def _kinds_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for box in self.kinds.values():
            row.addWidget(box)
        row.addStretch(1)
        return holder

    def _buttons(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.write_button)
        return row


def _add(form: QFormLayout, title: str, rows: list[tuple[str, QWidget]]) -> None:
    label = heading(title)
    label.setContentsMargins(0, 2 * STEP_PX, 0, 0)
    form.addRow(label)
    for name, widget in rows:
        if not widget.accessibleName():
            widget.setAccessibleName(name)
        form.addRow(name, widget)
