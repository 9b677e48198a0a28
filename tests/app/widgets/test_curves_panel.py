import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from app.widgets.curves_panel import CurvesPanel, curves_of
from core.score.counts import counts_at, table

RANDOM = np.random.default_rng(8)


def photo():
    truth = RANDOM.random((50, 60)) < 0.15
    return np.clip(RANDOM.normal(70 + 90 * truth, 40), 0, 255).astype(np.uint8), truth


@pytest.fixture
def panel(qtbot):
    made = CurvesPanel()
    made.resize(286, 380)
    qtbot.addWidget(made)
    made.show()
    return made


def test_curves_are_those_of_the_masks_themselves():
    probabilities, truth = photo()
    precision, recall, dices = curves_of([table(probabilities, truth)])
    for first in range(0, 200, 9):
        mask = probabilities >= first
        both = (mask & truth).sum()
        assert precision[first] == pytest.approx(both / mask.sum())
        assert recall[first] == pytest.approx(both / truth.sum())
        assert dices[first] == pytest.approx(2 * both / (mask.sum() + truth.sum()))


@pytest.mark.parametrize("threshold", [0.2, 0.43, 0.7])
def test_markers_stand_where_the_slider_does(panel, threshold):
    one = table(*photo())
    panel.set_all([one])
    panel.open_button.setChecked(True)
    panel.set_threshold(threshold)
    counts = counts_at(one, threshold)
    ratio, sweep = panel.plots.marks
    assert ratio == pytest.approx((counts.recall, counts.precision))
    assert sweep == pytest.approx((threshold, counts.dice))


def test_one_can_choose_between_this_photo_and_all(panel, qtbot):
    tables = [table(*photo()), table(*photo())]
    panel.set_all(tables)
    panel.set_photo(tables[0])
    panel.open_button.setChecked(True)
    qtbot.mouseClick(panel.photo_button, Qt.MouseButton.LeftButton)
    assert panel.plots.marks[1][1] == pytest.approx(counts_at(tables[0], 0.5).dice)
    qtbot.mouseClick(panel.all_button, Qt.MouseButton.LeftButton)
    mean = np.mean([counts_at(each, 0.5).dice for each in tables])
    assert panel.plots.marks[1][1] == pytest.approx(mean)


def test_without_truth_there_is_nothing_to_open(panel):
    assert not panel.open_button.isEnabled()
    panel.set_all([table(*photo())])
    assert panel.open_button.isEnabled()


def test_an_undefined_figure_has_no_marker(panel):
    panel.set_all([table(np.zeros((4, 4), np.uint8), np.zeros((4, 4), bool))])
    panel.open_button.setChecked(True)
    assert panel.plots.marks == (None, None)


def test_a_click_on_the_dice_curve_wishes_for_that_threshold(panel, qtbot):
    panel.set_all([table(*photo())])
    panel.open_button.setChecked(True)
    qtbot.waitExposed(panel.plots)
    plot = panel.plots.sweep
    at = plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(0.8, 0.5)))
    with qtbot.waitSignal(panel.threshold_requested) as wished:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wished.args[0] == pytest.approx(0.8, abs=0.01)


def test_pyqtgraph_is_not_loaded_with_the_window():
    code = "import app.widgets.curves_panel, sys; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
