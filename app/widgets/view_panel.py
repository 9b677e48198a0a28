"""How the photo is looked at: opacity of the mask, brightness and contrast. None of it reaches a prediction."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from app.assets import STEP_PX
from app.icon_button import IconButton
from app.imaging import Tone
from app.value_rows import heading

PERCENT = 100


class ViewPanel(QWidget):
    """Three sliders and a way back."""

    opacity_changed = Signal(float)
    tone_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opacity = _slider(self.tr("Mask opacity"), lowest=10)
        self.brightness = _slider(self.tr("Brightness"), lowest=-PERCENT)
        self.contrast = _slider(self.tr("Contrast"), lowest=-PERCENT)
        self.reset_button = IconButton("reset", self.tr("Brightness and contrast as the photo was taken"))
        self._values: dict[QSlider, QLabel] = {}
        self._build()
        self.opacity.setValue(60)
        self.opacity.valueChanged.connect(self._on_opacity)
        for slider in (self.brightness, self.contrast):
            slider.valueChanged.connect(self._on_tone)
        self.reset_button.clicked.connect(self.reset_tone)
        self._show()

    @property
    def tone(self) -> Tone:
        return Tone(self.brightness.value() / PERCENT, self.contrast.value() / PERCENT)

    @Slot(float)
    def set_opacity(self, opacity: float) -> None:
        """Shows ``opacity`` (0..1) and says nothing."""
        with QSignalBlocker(self.opacity):
            self.opacity.setValue(round(opacity * PERCENT))
        self._show()

    @Slot()
    def reset_tone(self) -> None:
        """The photo as it was taken."""
        self.brightness.setValue(0)
        self.contrast.setValue(0)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("View")))
        top.addStretch(1)
        top.addWidget(self.reset_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * STEP_PX)
        grid.setVerticalSpacing(STEP_PX)
        for row, slider in enumerate((self.opacity, self.brightness, self.contrast)):
            name = QLabel(slider.accessibleName())
            name.setProperty("role", "dim")
            value = self._values[slider] = QLabel()
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setMinimumWidth(self.fontMetrics().horizontalAdvance("+100 %"))
            for column, widget in enumerate((name, slider, value)):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP_PX)
        column.addLayout(top)
        column.addLayout(grid)

    def _show(self) -> None:
        self._values[self.opacity].setText(f"{self.opacity.value()} %")
        for slider in (self.brightness, self.contrast):
            self._values[slider].setText(f"{slider.value():+d} %" if slider.value() else "0 %")
        self.reset_button.setEnabled(not self.tone.is_plain)

    @Slot()
    def _on_opacity(self) -> None:
        self._show()
        self.opacity_changed.emit(self.opacity.value() / PERCENT)

    @Slot()
    def _on_tone(self) -> None:
        self._show()
        self.tone_changed.emit(self.tone)


def _slider(name: str, *, lowest: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(lowest, PERCENT)
    slider.setSingleStep(5)
    slider.setPageStep(20)
    slider.setAccessibleName(name)
    return slider
