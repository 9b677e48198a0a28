"""The live curves of a training."""

import pyqtgraph
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.assets import tokens_of
from core.values import EpochReport


class Curves(QWidget):
    """Loss above, figures on photos that are not learnt from below; both over the steps of the run."""

    _FIGURES = ("painted_dice", "tag_auroc")
    _NAMES = (QT_TRANSLATE_NOOP("Curves", "Dice on painted cracks"), QT_TRANSLATE_NOOP("Curves", "AUROC of tags"))

    def __init__(self) -> None:
        super().__init__()
        tokens = tokens_of(self)
        self.points: list[EpochReport] = []
        self._loss = self._plot(self.tr("Loss"), tokens.dim)
        self._figure = self._plot(self.tr("Figures"), tokens.dim)
        self._figure.setYRange(0, 1)
        self._figure.addLegend(offset=(-8, -8), labelTextColor=tokens.text)
        self._loss_line = self._line(self._loss, tokens.accent, None)
        self._figure_lines = {
            key: self._line(self._figure, colour, self.tr(name))
            for key, name, colour in zip(self._FIGURES, self._NAMES, (tokens.mask, tokens.not_cracked), strict=True)
        }
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._loss)
        row.addWidget(self._figure)

    def clear(self) -> None:
        self.points = []
        self._draw()

    def add(self, report: EpochReport) -> None:
        self.points.append(report)
        for plot in (self._loss, self._figure):
            plot.setXRange(0, report.steps)
        self._draw()

    def _draw(self) -> None:
        with_loss = [report for report in self.points if report.losses]
        self._loss_line.setData([r.step for r in with_loss], [sum(r.losses.values()) for r in with_loss])
        for name, line in self._figure_lines.items():
            known = [report for report in self.points if name in report.figures]
            line.setData([r.step for r in known], [r.figures[name] for r in known])

    def _line(self, plot: pyqtgraph.PlotWidget, colour: str, name: str | None) -> pyqtgraph.PlotDataItem:
        pen = pyqtgraph.mkPen(colour, width=2)
        return plot.plot(pen=pen, symbol="o", symbolSize=5, symbolBrush=colour, symbolPen=None, name=name)

    def _plot(self, title: str, colour: str) -> pyqtgraph.PlotWidget:
        plot = pyqtgraph.PlotWidget(background=None)
        plot.setLabel("left", title, color=colour)
        plot.setLabel("bottom", self.tr("step"), color=colour)
        plot.getAxis("bottom").enableAutoSIPrefix(False)
        plot.getAxis("left").setWidth(52)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMinimumHeight(140)
        return plot
