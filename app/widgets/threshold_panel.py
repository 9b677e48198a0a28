"""Slider, number and histogram of the threshold, and the area that follows it without touching a pixel."""

from enum import StrEnum
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.assets import STEP_PX, tokens_of
from app.icon_button import IconButton
from app.numbers import decimal, percent
from app.value_rows import ValueRows, heading
from core.score.counts import Histogram, share_at

# At 0 every pixel would count as crack; the smallest step is a hundredth.
LOWEST = 0.01
STEP = 0.01
PAGE = 0.05
TICKS = 1000
BARS = 64
KNOB_PX = 7


class Scope(StrEnum):
    """What the slider sets the threshold of."""

    PROJECT = "project"
    FOLDER = "folder"
    PHOTO = "photo"


class ThresholdPanel(QWidget):
    """Keeps the exact threshold; slider and number show it rounded."""

    threshold_changed = Signal(float)
    scope_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threshold = 0.5
        self._own: float | None = None
        self._histogram: Histogram | None = None
        self.number = QDoubleSpinBox(decimals=2, minimum=LOWEST, maximum=1.0, singleStep=STEP)
        self.slider = ThresholdSlider()
        self.own = QLabel()
        self.reset_button = IconButton("reset", self.tr("Back to the model's own threshold"))
        self.area = ValueRows([self.tr("Area")])
        self._scope_row = QWidget()
        names = (self.tr("project"), self.tr("folder"), self.tr("photo"))
        self.scopes = {scope: QToolButton(text=name) for scope, name in zip(Scope, names, strict=True)}
        self._build()
        self.number.valueChanged.connect(self._on_number)
        self.slider.valueChanged.connect(self._on_slider)
        self.reset_button.clicked.connect(self.reset)
        for scope, button in self.scopes.items():
            button.clicked.connect(partial(self.scope_requested.emit, scope))
        self._show()

    @property
    def threshold(self) -> float:
        return self._threshold

    @Slot(float)
    def set_threshold(self, threshold: float) -> None:
        """Shows ``threshold`` (0..1); emits only where it is new."""
        threshold = min(max(threshold, LOWEST), 1.0)
        is_new = threshold != self._threshold
        self._threshold = threshold
        self._show()
        if is_new:
            self.threshold_changed.emit(threshold)

    def set_scope(self, scope: Scope) -> None:
        """What the threshold that is shown belongs to; says nothing. Not offered before the first call."""
        self._scope_row.show()
        self.scopes[scope].setChecked(True)

    def set_own_threshold(self, threshold: float | None) -> None:
        """The threshold that came with the active model."""
        self._own = threshold
        self.slider.set_own(threshold)
        text = "" if threshold is None else self.tr("model {value}").format(value=decimal(threshold, 2))
        self.own.setText(text)
        self._show()

    def set_histogram(self, histogram: Histogram | None) -> None:
        """How often each stored value (256,) occurs in the shown photo; None while that is not known."""
        self._histogram = histogram
        self.slider.set_histogram(histogram)
        self._show()

    @Slot()
    def raise_threshold(self) -> None:
        self.set_threshold(self._threshold + STEP)

    @Slot()
    def lower_threshold(self) -> None:
        self.set_threshold(self._threshold - STEP)

    @Slot()
    def reset(self) -> None:
        """Back to the model's own threshold."""
        if self._own is not None:
            self.set_threshold(self._own)

    def _build(self) -> None:
        self.number.setProperty("role", "inline")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setKeyboardTracking(False)
        self.number.setAccessibleName(self.tr("Threshold"))
        self.slider.setAccessibleName(self.tr("Threshold"))
        self.own.setProperty("role", "dim")
        top = QHBoxLayout()
        top.setSpacing(STEP_PX)
        top.addWidget(heading(self.tr("Threshold")))
        top.addStretch(1)
        for each in (self.number, self.own, self.reset_button):
            top.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP_PX)
        column.addLayout(top)
        column.addWidget(self.slider)
        column.addWidget(self.area)
        self._fill_scope_row()
        column.addWidget(self._scope_row)

    def _fill_scope_row(self) -> None:
        row = QHBoxLayout(self._scope_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        name = QLabel(self.tr("For the"))
        name.setProperty("role", "dim")
        row.addWidget(name)
        row.addSpacing(2 * STEP_PX)
        row.addStretch(1)
        for button in self.scopes.values():
            button.setProperty("role", "flat")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            row.addWidget(button)
        self._scope_row.hide()

    def _show(self) -> None:
        with QSignalBlocker(self.number), QSignalBlocker(self.slider):
            self.number.setValue(self._threshold)
            self.slider.setValue(round(self._threshold * TICKS))
        share = None if self._histogram is None else share_at(self._histogram, self._threshold)
        self.area.set_values([None if share is None else self.tr("{share} of the photo").format(share=percent(share))])
        self.reset_button.setEnabled(self._own is not None and self._own != self._threshold)

    @Slot(float)
    def _on_number(self, value: float) -> None:
        self.set_threshold(value)

    @Slot(int)
    def _on_slider(self, value: int) -> None:
        self.set_threshold(value / TICKS)


class ThresholdSlider(QAbstractSlider):
    """The histogram with a knob below it: keys and accessibility are Qt's own slider's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: NDArray[np.float64] | None = None
        self._own: float | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(round(LOWEST * TICKS), TICKS)
        self.setSingleStep(round(STEP * TICKS))
        self.setPageStep(round(PAGE * TICKS))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_histogram(self, histogram: Histogram | None) -> None:
        self._heights = None if histogram is None else bar_heights(histogram)
        self.update()

    def set_own(self, threshold: float | None) -> None:
        self._own = threshold
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 76)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def _follow(self, position: QPointF) -> None:
        share = (position.x() - KNOB_PX) / max(self.width() - 2 * KNOB_PX, 1)
        step = self.singleStep()
        self.setValue(round(share * TICKS / step) * step)

    def _x(self, threshold: float) -> float:
        return KNOB_PX + threshold * (self.width() - 2 * KNOB_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove_y = self.height() - KNOB_PX - 1.0
        here = self._x(self.value() / TICKS)
        below, above = QColor(tokens.dim), QColor(tokens.mask)
        below.setAlphaF(0.55)
        for box in self._bars(groove_y - KNOB_PX - 4):
            painter.fillRect(box, above if box.center().x() >= here else below)
        painter.fillRect(QRectF(KNOB_PX, groove_y - 1, here - KNOB_PX, 3), QColor(tokens.line))
        painter.fillRect(QRectF(here, groove_y - 1, self.width() - KNOB_PX - here, 3), above)
        if self._own is not None:
            painter.fillRect(QRectF(self._x(self._own) - 1, 0, 2, groove_y + 5), QColor(tokens.text))
        painter.setBrush(QColor(tokens.on_canvas if tokens.panel < "#8" else tokens.raised))
        painter.setPen(QColor(tokens.accent if self.hasFocus() else tokens.dim))
        painter.drawEllipse(QPointF(here, groove_y + 0.5), KNOB_PX - 0.5, KNOB_PX - 0.5)
        painter.end()

    def _bars(self, bottom: float) -> list[QRectF]:
        if self._heights is None:
            return []
        pitch = (self.width() - 2 * KNOB_PX) / BARS
        return [
            QRectF(KNOB_PX + index * pitch, bottom * (1 - height), pitch - 1, bottom * height)
            for index, height in enumerate(self._heights)
        ]


def bar_heights(histogram: Histogram) -> NDArray[np.float64]:
    """Heights (64,) in 0..1 of bars of four values each, logarithmic: cracks are rare and would not be seen."""
    counts = np.log1p(np.asarray(histogram).reshape(BARS, -1).sum(axis=1))
    largest = counts.max()
    return counts / largest if largest else counts
