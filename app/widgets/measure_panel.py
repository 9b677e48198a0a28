"""Lengths and widths of the photo's cracks, and of the one that is chosen; the way to the widest place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.assets import STEP_PX
from app.numbers import decimal
from app.value_rows import ValueRows, heading
from core.measure.figures import CrackFigures, PhotoFigures, Width

_METRE_MM = 1000
_UNKNOWN: tuple[None, ...] = (None,) * 6


class MeasurePanel(QWidget):
    """Says its unit with every value: pixels until the photo is calibrated."""

    widest_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (
            self.tr("Length"),
            self.tr("Largest width"),
            self.tr("95 % width"),
            self.tr("Mean width"),
            self.tr("Area"),
            self.tr("Direction"),
        )
        self.rows = ValueRows(names, columns=(self.tr("photo"), self.tr("crack")))
        self.rows.setToolTip(
            self.tr("95 % of the widths lie below the 95 % width. < means: narrower than the photo can resolve.")
        )
        self.widest_button = QPushButton(self.tr("Widest place  P"))
        self.widest_button.setProperty("role", "flat")
        self.widest_button.clicked.connect(self.widest_requested)
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Measures")))
        top.addStretch(1)
        top.addWidget(self.widest_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP_PX)
        column.addLayout(top)
        column.addWidget(self.rows)
        self.set_photo(None)

    def set_photo(self, found: PhotoFigures | None) -> None:
        """The sums of a photo; None while they are not known."""
        self.widest_button.setEnabled(found is not None and found.widest is not None)
        self.rows.set_values(_UNKNOWN if found is None else _of_photo(found), 0)
        if found is None:
            self.set_crack(None)

    def set_crack(self, crack: CrackFigures | None) -> None:
        """The crack that is chosen."""
        self.rows.set_values(_UNKNOWN if crack is None else _of_crack(crack), 1)


def length_text(value: float, unit: str) -> str:
    """Pixels whole, millimetres up to a metre, metres above."""
    if unit == "px":
        return f"{decimal(value, 0)} px"
    if value >= _METRE_MM:
        return f"{decimal(value / _METRE_MM, 2)} m"
    return f"{decimal(value, 0 if value >= _METRE_MM / 10 else 1)} mm"


def width_text(width: Width | None) -> str | None:
    """With its unit; "<" where it is below what the photo resolves."""
    if width is None:
        return None
    value = f"{decimal(width.value, 1 if width.unit == 'px' else 2)} {width.unit}"
    return f"< {value}" if width.is_below else value


def _area_text(value: float, unit: str) -> str:
    if unit == "mm" and value >= _METRE_MM:
        return f"{decimal(value / 100, 1)} cm²"
    return f"{decimal(value, 0 if unit == 'px' else 1)} {unit}²"


def _of_photo(found: PhotoFigures) -> tuple[str | None, ...]:
    widest = None if found.widest is None else found.widest.max_width
    length, area = length_text(found.length, found.unit), _area_text(found.area, found.unit)
    return length, width_text(widest), None, width_text(found.mean_width), area, None


def _of_crack(crack: CrackFigures) -> tuple[str | None, ...]:
    direction = None if crack.orientation_deg is None else f"{decimal(crack.orientation_deg, 0)}°"
    return (
        length_text(crack.length, crack.unit),
        width_text(crack.max_width),
        width_text(crack.p95_width),
        width_text(crack.mean_width),
        _area_text(crack.area, crack.unit),
        direction,
    )
