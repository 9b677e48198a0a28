"""Dice and its kin of the shown photo and of all photos with a true mask, following the threshold."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from app.assets import STEP_PX
from app.numbers import decimal
from app.value_rows import ValueRows, heading
from core.score.counts import Counts, Table, counts_at
from core.score.curves import mean_dice_cracked
from core.values import cut


class ScorePanel(QWidget):
    """Takes 2 x 256 tables, so that a step of the threshold costs the same for any number of pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threshold = 0.5
        self._photo: Table | None = None
        self._pooled: Table | None = None
        self._mean_dice: NDArray[np.float64] | None = None
        names = (self.tr("Dice"), self.tr("IoU"), self.tr("Precision"), self.tr("Recall"))
        self.rows = ValueRows(names, columns=(self.tr("photo"), self.tr("all")))
        self.rows.setToolTip(
            self.tr("All photos: Dice is the mean over cracked photos; the others pool the pixels of all photos.")
        )
        self.heading = heading(self.tr("Against truth"))
        self._without = QLabel()
        self.set_mask_count(0)
        self._without.setWordWrap(True)
        self._without.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._without.setProperty("role", "dim")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._without)
        self._stack.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP_PX)
        column.addWidget(self.heading)
        column.addLayout(self._stack)

    def set_mask_count(self, count: int) -> None:
        """How many photos have a true mask; what stands here until the first of them is counted."""
        waiting = self.tr("%Ln photos have true masks; Dice is shown once they are predicted.", "", count)
        none = self.tr("No true masks here. Choose a folder of masks to see Dice.")
        self._without.setText(waiting if count else none)

    def set_photo(self, table: Table | None) -> None:
        """The table (2, 256) of the shown photo; None where it has no true mask."""
        self._photo = table
        self._show()

    def set_all(self, tables: Sequence[Table]) -> None:
        """The tables of all photos that have a true mask and a map. Dice is the mean over cracked photos."""
        self._pooled = np.sum(tables, axis=0) if len(tables) else None
        self._mean_dice = mean_dice_cracked(tables)
        count = self.tr(" · %Ln photos", "", len(tables)) if len(tables) else ""
        self.heading.setText(self.tr("Against truth") + count)
        self._show()

    @Slot(float)
    def set_threshold(self, threshold: float) -> None:
        self._threshold = threshold
        self._show()

    @property
    def has_truth(self) -> bool:
        return self._photo is not None or self._pooled is not None

    def _show(self) -> None:
        self._stack.setCurrentWidget(self.rows if self.has_truth else self._without)
        self.rows.set_values(_figures(self._photo, self._threshold), column=0)
        figures = _figures(self._pooled, self._threshold)
        if self._mean_dice is not None:
            figures[0] = _text(float(self._mean_dice[cut(self._threshold)]))
        self.rows.set_values(figures, column=1)


def _figures(table: Table | None, threshold: float) -> list[str | None]:
    if table is None:
        return [None] * 4
    counts: Counts = counts_at(table, threshold)
    return [_text(each) for each in (counts.dice, counts.iou, counts.precision, counts.recall)]


def _text(figure: float | None) -> str | None:
    return None if figure is None else decimal(figure, 2)
