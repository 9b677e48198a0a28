"""After a training: both versions side by side, and the user's word."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.numbers import decimal, whole
from app.value_rows import heading
from core.score.compare import Comparison

_FIGURE_WORDS = {
    "auroc": QT_TRANSLATE_NOOP("After", "Cracked told from not cracked (AUROC)"),
    "false_alarm_area": QT_TRANSLATE_NOOP("After", "False-alarm area on not cracked photos"),
    "dice_cracked": QT_TRANSLATE_NOOP("After", "Dice on cracked photos with true masks"),
}


class After(QWidget):
    """Both versions side by side, and the user's word."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = heading("")
        self._words = QLabel(wordWrap=True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([self.tr("Active"), self.tr("New"), self.tr("Difference (95 % interval)")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.use_button = QPushButton(self.tr("Use the new version"))
        self.use_button.setProperty("role", "primary")
        self.keep_button = QPushButton(self.tr("Stay with the active one"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        self._filler = QWidget()  # keeps the words at the top where there is no table
        column.addWidget(self.table, 1)
        column.addWidget(self._filler, 1)
        stay = self.tr("Both stay on the shelf; you can change your mind there at any time.")
        column.addWidget(QLabel(stay, wordWrap=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.use_button)
        column.addLayout(buttons)

    def words(self) -> str:
        """What is said above the figures."""
        return self._words.text()

    def set_result(self, heading: str, comparison: Comparison) -> None:
        self._heading.setText(heading)
        held_out = self.tr("Held out of every training: {cracked} photos tagged cracked, {clean} tagged not cracked.")
        held_out = held_out.format(cracked=whole(comparison.photos_cracked), clean=whole(comparison.photos_not_cracked))
        self._words.setText(comparison.reason or held_out)
        self.table.setVisible(bool(comparison.figures))
        self._filler.setVisible(not comparison.figures)
        self.table.setRowCount(len(comparison.figures))
        self.table.setVerticalHeaderLabels([self.tr(_FIGURE_WORDS[figure.name]) for figure in comparison.figures])
        for row, figure in enumerate(comparison.figures):
            span_words = "" if figure.difference_interval is None else self._interval(*figure.difference_interval)
            difference = decimal(figure.difference, 4, is_signed=True)
            cells = (decimal(figure.active, 4), decimal(figure.candidate, 4), difference + span_words)
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()

    def _interval(self, low: float, high: float) -> str:
        words = self.tr("({low} to {high})")
        return "  " + words.format(low=decimal(low, 4, is_signed=True), high=decimal(high, 4, is_signed=True))
