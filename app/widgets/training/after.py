"""After a training: both versions side by side, and the user's word."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.models.samples import Sample
from app.models.thumbnails import Thumbnails
from app.numbers import decimal, whole
from app.sentences import told
from app.value_rows import heading
from app.widgets.training.sample_view import CELL, SampleView
from core.score.compare import Compared, Comparison, Verdict

_FIGURE_WORDS = {
    "auroc": QT_TRANSLATE_NOOP("After", "Cracked told from not cracked (AUROC)"),
    "false_alarm_area": QT_TRANSLATE_NOOP("After", "False-alarm area on not cracked photos"),
    "dice_cracked": QT_TRANSLATE_NOOP("After", "Dice on cracked photos with true masks"),
}
_VERDICT_WORDS = {
    Verdict.BETTER: QT_TRANSLATE_NOOP("After", "The new version is better on held-out photos."),
    Verdict.WORSE: QT_TRANSLATE_NOOP("After", "The new version is worse on held-out photos: better discard it."),
    Verdict.UNCLEAR: QT_TRANSLATE_NOOP("After", "No clear difference on held-out photos; look at both below."),
    Verdict.UNKNOWN: "",
}
_SHORT_WORDS = {
    Verdict.BETTER: QT_TRANSLATE_NOOP("After", "better"),
    Verdict.WORSE: QT_TRANSLATE_NOOP("After", "worse"),
    Verdict.UNCLEAR: QT_TRANSLATE_NOOP("After", "no clear difference"),
    Verdict.UNKNOWN: "",
}
assert set(_VERDICT_WORDS) == set(_SHORT_WORDS) == set(Verdict), "a verdict has no words"
# Shares of an area are told in percent.
SHARES = frozenset({"false_alarm_area"})
PHOTOS_PX = 2 * CELL.width() + 20


class After(QWidget):
    """Figures above, a held-out photo seen by both versions below; ``stage`` is a canvas that somebody else fills."""

    def __init__(self, thumbnails: Thumbnails, stage: QWidget) -> None:
        super().__init__()
        self._heading = heading("")
        self._words = QLabel(wordWrap=True)
        self.samples = SampleView(thumbnails)
        self.samples.setFixedWidth(PHOTOS_PX)
        self._stage = stage
        self.table = self._build_table()
        self.use_button = QPushButton(self.tr("Use the new version"))
        self.keep_button = QPushButton(self.tr("Stay with the active one"))
        self.keep_button.setToolTip(self.tr("Both stay on the shelf; you can change your mind there at any time."))
        self.discard_button = QPushButton(self.tr("Discard the new one…"))
        self.discard_button.setToolTip(self.tr("Takes the new version off the shelf for good"))
        self._arrange()

    def words(self) -> str:
        """What is said above the figures."""
        return self._words.text()

    def set_result(self, title: str, comparison: Comparison) -> None:
        self._heading.setText(title)
        held_out = self.tr("Held out of every training: {cracked} photos tagged cracked, {clean} tagged not cracked.")
        held_out = held_out.format(cracked=whole(comparison.photos_cracked), clean=whole(comparison.photos_not_cracked))
        verdict = _VERDICT_WORDS[comparison.verdict]
        said = (self.tr(verdict) if verdict else "", told(comparison.reason) or held_out)
        self._words.setText(" ".join(filter(None, said)))
        self._emphasise(self.keep_button if comparison.verdict is Verdict.WORSE else self.use_button)
        self.table.setVisible(bool(comparison.figures))
        self.table.setRowCount(len(comparison.figures))
        for row, figure in enumerate(comparison.figures):
            for column, text in enumerate(self._cells(figure)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeRowsToContents()
        rows = sum(self.table.rowHeight(row) for row in range(len(comparison.figures)))
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)

    def set_samples(self, samples: Sequence[Sample]) -> None:
        """The held-out photos; without any there is nothing to put side by side."""
        self.samples.show_samples(samples)
        for widget in (self._side_heading, self.samples, self._stage):
            widget.setVisible(bool(samples))
        self._nothing.setVisible(not samples)
        self.samples.choose(0)

    def _cells(self, figure: Compared) -> tuple[str, ...]:
        shown = _as_share if figure.name in SHARES else _as_number
        between = "" if figure.difference_interval is None else self._interval(*figure.difference_interval, shown)
        verdict = _SHORT_WORDS[figure.verdict]
        return (
            self.tr(_FIGURE_WORDS[figure.name]),
            shown(figure.active),
            shown(figure.candidate),
            shown(figure.difference, is_signed=True) + between,
            self.tr(verdict) if verdict else "",
        )

    def _interval(self, low: float, high: float, shown: Callable[..., str]) -> str:
        words = self.tr("({low} to {high})")
        return "  " + words.format(low=shown(low, is_signed=True), high=shown(high, is_signed=True))

    def _emphasise(self, chosen: QPushButton) -> None:
        for button in (self.use_button, self.keep_button):
            button.setProperty("role", "primary" if button is chosen else "")
            button.style().unpolish(button)
            button.style().polish(button)

    def _build_table(self) -> QTableWidget:
        titles = ("", self.tr("Active"), self.tr("New"), self.tr("Difference (95 % interval)"), "")
        table = QTableWidget(0, len(titles))
        table.setHorizontalHeaderLabels(titles)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setAccessibleName(self.tr("Figures of both versions"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._heading, self._words, self.table):
            column.addWidget(widget)
        self._side_heading = heading(self.tr("Held-out photos: left the active version, right the new one"))
        column.addWidget(self._side_heading)
        row = QHBoxLayout()
        row.addWidget(self.samples)
        row.addWidget(self._stage, 1)
        column.addLayout(row, 1)
        self._nothing = QLabel(
            self.tr("No photo is held out yet, so there is none to put side by side."), wordWrap=True
        )
        column.addWidget(self._nothing, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.discard_button)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.use_button)
        column.addLayout(buttons)


def _as_number(value: float, *, is_signed: bool = False) -> str:
    return decimal(value, 3, is_signed=is_signed)


def _as_share(value: float, *, is_signed: bool = False) -> str:
    return f"{decimal(100 * value, 2, is_signed=is_signed)} %"
