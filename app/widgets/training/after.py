"""After a training: both versions side by side, and the user's word."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.value_rows import heading
from core.score.compare import Comparison

_FIGURE_WORDS = {
    "auroc": "Cracked told from not cracked (AUROC)",
    "false_alarm_area": "False-alarm area on not cracked photos",
    "dice_cracked": "Dice on cracked photos with true masks",
}


class After(QWidget):
    """Both versions side by side, and the user's word."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = heading("")
        self._words = QLabel(wordWrap=True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(["Active", "New", "Difference (95 % interval)"])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.use_button = QPushButton("Use the new version")
        self.use_button.setProperty("role", "primary")
        self.keep_button = QPushButton("Stay with the active one")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        self._filler = QWidget()  # keeps the words at the top where there is no table
        column.addWidget(self.table, 1)
        column.addWidget(self._filler, 1)
        column.addWidget(QLabel("Both stay on the shelf; you can change your mind there at any time.", wordWrap=True))
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
        held_out = (
            f"Held out of every training: {comparison.photos_cracked:,} photos tagged cracked, "
            f"{comparison.photos_not_cracked:,} tagged not cracked."
        )
        self._words.setText(comparison.reason or held_out)
        self.table.setVisible(bool(comparison.figures))
        self._filler.setVisible(not comparison.figures)
        self.table.setRowCount(len(comparison.figures))
        self.table.setVerticalHeaderLabels([_FIGURE_WORDS[figure.name] for figure in comparison.figures])
        for row, figure in enumerate(comparison.figures):
            span_words = "" if figure.difference_interval is None else _interval_words(*figure.difference_interval)
            cells = (f"{figure.active:.4f}", f"{figure.candidate:.4f}", f"{figure.difference:+.4f}{span_words}")
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()


def _interval_words(low: float, high: float) -> str:
    return f"  ({low:+.4f} to {high:+.4f})"
