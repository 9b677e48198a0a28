"""The live curves of a training."""

import pyqtgraph
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.assets import tokens_of
from app.models.version_facts import FIGURES, figure_name
from app.plots import axes
from core.values import EpochReport

TOP_PX = 8  # half a line, for the number at the top of an axis
SYMBOLS = {"painted_dice": "o", "tag_auroc": "t"}


class Curves(QWidget):
    """Loss above, figures on photos that are not learnt from below; both over the steps of the run."""

    def __init__(self) -> None:
        super().__init__()
        self.points: list[EpochReport] = []
        self._loss = self._plot(self.tr("Loss"))
        self._figure = self._plot(self.tr("Figures"))
        self._figure.setYRange(0, 1)
        self._legend = self._figure.addLegend(offset=(-8, -8))
        self._loss_line = self._loss.plot(symbol="o", symbolSize=5, symbolPen=None)
        self._figure_lines = {
            key: self._figure.plot(symbol=SYMBOLS[key], symbolSize=6, symbolPen=None, name=figure_name(key))
            for key in FIGURES
        }
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._loss)
        row.addWidget(self._figure)
        self._dress()

    def clear(self) -> None:
        self.points = []
        self._draw()

    def add(self, report: EpochReport) -> None:
        self.points.append(report)
        for plot in (self._loss, self._figure):
            plot.setXRange(0, report.steps)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """The theme may change while the run goes on."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _draw(self) -> None:
        with_loss = [report for report in self.points if report.losses]
        self._loss_line.setData([r.step for r in with_loss], [sum(r.losses.values()) for r in with_loss])
        for name, line in self._figure_lines.items():
            known = [report for report in self.points if name in report.figures]
            line.setData([r.step for r in known], [r.figures[name] for r in known])

    def _dress(self) -> None:
        tokens = tokens_of(self)
        for plot in (self._loss, self._figure):
            plot.setBackground(tokens.panel)
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(tokens.line)
                axis.setTextPen(tokens.dim)
                axis.setLabel(axis.labelText, color=tokens.dim)
        for _, label in self._legend.items:
            label.setText(label.text, color=tokens.text)
        colours = zip(self._figure_lines.values(), (tokens.mask, tokens.not_cracked), strict=True)
        for line, colour in ((self._loss_line, tokens.accent), *colours):
            line.setPen(pyqtgraph.mkPen(colour, width=2))
            line.setSymbolBrush(colour)

    def _plot(self, title: str) -> pyqtgraph.PlotWidget:
        plot = pyqtgraph.PlotWidget(background=None, axisItems=axes())
        plot.setLabel("left", title)
        plot.getPlotItem().setContentsMargins(0, TOP_PX, 0, 0)
        plot.setLabel("bottom", self.tr("step"))
        plot.getAxis("left").setWidth(52)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMinimumHeight(120)
        return plot
