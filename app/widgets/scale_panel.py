"""How large a pixel is, and the length of the line that was drawn with the ruler."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.assets import STEP_PX
from app.form_rows import pad
from app.icon_button import IconButton
from app.numbers import decimal, short
from app.value_rows import ValueRows, heading

LONGEST_MM = 1e6


class ScalePanel(QWidget):
    """Emits the known length of the drawn line: (millimetres, whether it is for the whole folder)."""

    length_given = Signal(float, bool)
    reset_requested = Signal()
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ValueRows([self.tr("Pixel size"), self.tr("Line")])
        self.length = _Length(decimals=1, maximum=LONGEST_MM, suffix=self.tr(" mm"))
        self.length.setAccessibleName(self.tr("Known length of the line"))
        self.photo_button = QPushButton(self.tr("Set for photo"))
        self.folder_button = QPushButton(self.tr("Set for folder"))
        self.folder_button.setToolTip(self.tr("Set for all photos of this folder, taken from the same distance"))
        self.reset_button = IconButton("reset", self.tr("Back to pixels"))
        self.more_button = QPushButton(self.tr("Other ways…"))
        self.more_button.setToolTip(self.tr("Marker, camera and distance, rectangle; width classes"))
        self._line_px: float | None = None
        self._mm_per_px: float | None = None
        self._build()
        self.photo_button.clicked.connect(lambda: self.length_given.emit(self.length.value(), False))
        self.folder_button.clicked.connect(lambda: self.length_given.emit(self.length.value(), True))
        self.reset_button.clicked.connect(self.reset_requested)
        self.more_button.clicked.connect(self.more_requested)
        self.length.valueChanged.connect(self._show)
        self._show()

    def set_line(self, line: tuple[tuple[float, float], ...] | None) -> None:
        """The line on the photo, in photo pixels; None: none."""
        self._line_px = None if line is None else math.dist(line[0], line[-1])
        self._show()

    def set_scale(self, mm_per_px: float | None) -> None:
        """Millimetres per pixel; None: not calibrated."""
        self._mm_per_px = mm_per_px
        self._show()

    def _show(self) -> None:
        size = None if self._mm_per_px is None else f"{short(self._mm_per_px, 4)} mm"
        self.rows.set_values([size or self.tr("not known"), self._line_text()])
        can_set = self._line_px is not None and self.length.value() > 0
        self.photo_button.setEnabled(can_set)
        self.folder_button.setEnabled(can_set)
        self.reset_button.setEnabled(self._mm_per_px is not None)

    def _line_text(self) -> str:
        if self._line_px is None:
            return self.tr("draw one: M")
        length = f"{decimal(self._line_px, 1)} px"
        return length if self._mm_per_px is None else f"{length} · {decimal(self._line_px * self._mm_per_px, 1)} mm"

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Scale")))
        top.addStretch(1)
        self.more_button.setProperty("role", "flat")
        top.addWidget(self.more_button)
        top.addWidget(self.reset_button)
        name = QLabel(self.tr("Its known length"))
        name.setProperty("role", "dim")
        known, for_what = QHBoxLayout(), QHBoxLayout()
        known.addWidget(name)
        known.addWidget(self.length, 1)
        for button in (self.photo_button, self.folder_button):
            # A click leaves the focus where it is: keys go on tagging photos.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            for_what.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP_PX)
        column.addLayout(top)
        column.addWidget(self.rows)
        column.addLayout(known)
        column.addLayout(for_what)


class _Length(QDoubleSpinBox):
    """As narrow as its panel; the wheel scrolls the inspector and changes nothing."""

    def __init__(self, **properties: object) -> None:
        super().__init__(**properties)
        pad(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
