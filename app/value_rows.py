"""Rows of a name and its value, as the inspector shows them; the rows stay while the values change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from app.assets import STEP_PX, heading_font

UNKNOWN = "–"
COLUMN_PX = 44


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """The small capitals above a group of rows."""
    label = QLabel(text, parent)
    label.setFont(heading_font())
    label.setProperty("role", "heading")
    return label


class ValueRows(QWidget):
    """One row for each of ``names``; with ``columns`` above, one value for each of these."""

    def __init__(self, names: Sequence[str], *, columns: Sequence[str] = ("",), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._columns = tuple(columns)
        self._values: dict[tuple[int, int], QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * STEP_PX)
        grid.setVerticalSpacing(STEP_PX + 2)
        # One column of values takes all the room: a new value moves nothing; a long one is cut, its tip tells all.
        grid.setColumnStretch(1 if len(self._columns) == 1 else 0, 1)
        if any(self._columns):
            for column, title in enumerate(self._columns):
                grid.addWidget(_value(title, is_dim=True), 0, column + 1)
        for row, name in enumerate(self._names):
            grid.addWidget(_label(name), row + 1, 0)
            for column in range(len(self._columns)):
                value = self._values[row, column] = _value(UNKNOWN)
                if len(self._columns) == 1:
                    value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                grid.addWidget(value, row + 1, column + 1)

    def set_values(self, values: Sequence[str | None], column: int = 0) -> None:
        """All values of one column, in the order of the rows; None is shown as unknown."""
        for row, (name, value) in enumerate(zip(self._names, values, strict=True)):
            label = self._values[row, column]
            label.setText(value or UNKNOWN)
            label.setToolTip(value or "")
            label.setAccessibleName(f"{name} {self._columns[column]}".strip())

    def value(self, row: int, column: int = 0) -> str:
        return self._values[row, column].text()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "dim")
    return label


def _value(text: str, *, is_dim: bool = False) -> QLabel:
    """A value to the right of its cell."""
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setMinimumWidth(COLUMN_PX)
    if is_dim:
        label.setProperty("role", "dim")
    return label
