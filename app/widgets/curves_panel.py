"""Precision against recall and Dice against the threshold, with a marker where the slider stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.assets import STEP_PX, Tokens, heading_font, tokens_of, ui_font
from core.score.counts import Table
from core.score.curves import Curve, dice, mean_dice_cracked, precision_recall, thresholds
from core.values import cut

if TYPE_CHECKING:
    import pyqtgraph

PLOT_HEIGHT_PX = 150


class CurvesPanel(QWidget):
    """Closed until it is wanted; a click on a Dice curve wishes for that threshold."""

    threshold_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threshold = 0.5
        self._photo: Table | None = None
        self._all: tuple[Table, ...] = ()
        self.plots: Plots | None = None
        self.open_button = QPushButton(checkable=True)
        self.open_button.setAccessibleName(self.tr("Curves"))
        self.open_button.setProperty("role", "disclosure")
        self.open_button.setFont(heading_font())
        self.open_button.setToolTip(self.tr("Precision, recall and Dice at every threshold"))
        self.photo_button, self.all_button = _toggle(self.tr("photo")), _toggle(self.tr("all"))
        for button in (self.photo_button, self.all_button):
            button.setAutoExclusive(True)
            button.toggled.connect(self._show)
        self.all_button.setChecked(True)
        self.open_button.toggled.connect(self._on_opened)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP_PX)
        self._column.addLayout(self._top())
        self._on_opened(False)
        self._show()

    def set_photo(self, table: Table | None) -> None:
        """The table (2, 256) of the shown photo; None where it has no true mask."""
        self._photo = table
        self._show()

    def set_all(self, tables: Sequence[Table]) -> None:
        """The tables of all photos that have a true mask and a map."""
        self._all = tuple(tables)
        self._show()

    @Slot(float)
    def set_threshold(self, threshold: float) -> None:
        self._threshold = threshold
        if self.plots is not None:
            self.plots.set_threshold(threshold)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and self.plots is not None:
            self.plots.set_colours(tokens_of(self))
        super().changeEvent(event)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(self.photo_button)
        row.addWidget(self.all_button)
        return row

    @Slot(bool)
    def _on_opened(self, is_open: bool) -> None:
        # A letter, not the style's arrow: that one would stand before the word and out of line with other headings.
        self.open_button.setText(f"{self.tr('Curves')} {'▾' if is_open else '▸'}")
        for button in (self.photo_button, self.all_button):
            button.setVisible(is_open)
        if is_open and self.plots is None:
            self.plots = Plots()
            self.plots.threshold_clicked.connect(self.threshold_requested)
            self.plots.set_colours(tokens_of(self))
            self._column.addWidget(self.plots)
        if self.plots is not None:
            self.plots.setVisible(is_open)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.open_button.setEnabled(bool(self._all) or self._photo is not None)
        self.photo_button.setEnabled(self._photo is not None)
        self.all_button.setEnabled(bool(self._all))
        if self.plots is None:
            return
        tables = self._all if self.all_button.isChecked() else () if self._photo is None else (self._photo,)
        self.plots.show_curves(*curves_of(tables))
        self.plots.set_threshold(self._threshold)


class Plots(QWidget):
    """The two plots. pyqtgraph is loaded with the first of them, not with the window."""

    threshold_clicked = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._precision = self._recall = self._dice = np.full(256, np.nan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP_PX)
        self.ratio = self._plot(self.tr("Recall"), self.tr("Precision"))
        self.sweep = self._plot(self.tr("Threshold"), self.tr("Dice"))
        for plot in (self.ratio, self.sweep):
            column.addWidget(plot)
        self._ratio_curve, self._sweep_curve = self.ratio.plot(antialias=True), self.sweep.plot(antialias=True)
        self._ratio_mark, self._sweep_mark = self.ratio.plot(), self.sweep.plot()
        self.sweep.scene().sigMouseClicked.connect(self._on_clicked)

    def show_curves(self, precision: Curve, recall: Curve, mean_dice: Curve) -> None:
        """Each (256,), indexed by the cut; NaN where undefined."""
        self._precision, self._recall, self._dice = precision, recall, mean_dice
        self._ratio_curve.setData(*_defined(recall, precision))
        self._sweep_curve.setData(*_defined(thresholds(), mean_dice))

    def set_threshold(self, threshold: float) -> None:
        index = cut(threshold)
        self._ratio_mark.setData(*_defined(self._recall[[index]], self._precision[[index]]))
        self._sweep_mark.setData(*_defined(np.array([threshold]), self._dice[[index]]))

    @property
    def marks(self) -> tuple[tuple[float, float] | None, tuple[float, float] | None]:
        """Where the markers stand: (recall, precision) and (threshold, Dice)."""
        return _only(self._ratio_mark.getData()), _only(self._sweep_mark.getData())

    def set_colours(self, tokens: Tokens) -> None:
        import pyqtgraph

        for plot in (self.ratio, self.sweep):
            plot.setBackground(tokens.panel)
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(tokens.line)
                plot.getAxis(side).setTextPen(tokens.dim)
        line = pyqtgraph.mkPen(tokens.mask, width=2)
        for curve in (self._ratio_curve, self._sweep_curve):
            curve.setPen(line)
        for mark in (self._ratio_mark, self._sweep_mark):
            mark.setSymbol("o")
            mark.setSymbolSize(9)
            mark.setSymbolBrush(tokens.text)
            mark.setSymbolPen(tokens.panel)

    def _plot(self, below: str, left: str) -> "pyqtgraph.PlotWidget":
        import pyqtgraph

        from app.plots import axes

        plot = pyqtgraph.PlotWidget(axisItems=axes())
        plot.setFixedHeight(PLOT_HEIGHT_PX)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0.02)
        plot.setLabel("bottom", below)
        plot.setLabel("left", left)
        plot.showGrid(x=True, y=True, alpha=0.15)
        for side in ("left", "bottom"):
            plot.getAxis(side).setTickFont(ui_font(pixel_size=11))
        plot.setAccessibleName(f"{left} / {below}")
        return plot

    def _on_clicked(self, event: object) -> None:
        x = self.sweep.getViewBox().mapSceneToView(event.scenePos()).x()
        if 0 <= x <= 1:
            self.threshold_clicked.emit(x)


def curves_of(tables: Sequence[Table]) -> tuple[Curve, Curve, Curve]:
    """Pooled precision and recall, and mean Dice over cracked photos, at every cut (256,)."""
    if not tables:
        nothing = np.full(256, np.nan)
        return nothing, nothing, nothing
    pooled = np.sum(tables, axis=0)
    means = mean_dice_cracked(tables)
    return *precision_recall(pooled), dice(pooled) if means is None else means


def _defined(x: Curve, y: Curve) -> tuple[Curve, Curve]:
    is_defined = np.isfinite(x) & np.isfinite(y)
    return x[is_defined], y[is_defined]


def _only(points: tuple[Curve | None, Curve | None]) -> tuple[float, float] | None:
    x, y = points
    return None if x is None or not len(x) else (float(x[0]), float(y[0]))


def _toggle(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setProperty("role", "flat")
    return button
