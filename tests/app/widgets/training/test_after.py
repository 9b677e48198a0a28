"""The figures of both versions, each as one reads it."""

from PySide6.QtWidgets import QWidget

from app.models.thumbnails import Thumbnails
from app.widgets.training.after import After
from core.score.compare import Compared, Comparison


def test_shares_of_an_area_are_told_in_percent_and_others_as_numbers(qtbot):
    page = After(Thumbnails(), QWidget())
    qtbot.addWidget(page)
    figures = (
        Compared("auroc", 0.935, 0.92167, 0.01333, None, None, (-0.0042, 0.0417)),
        Compared("false_alarm_area", 0.01376, 0.01038, 0.00337, None, None, (0.0013, 0.0064)),
    )
    page.set_result("New on the shelf", Comparison(24, 25, figures))
    rows = [[page.table.item(row, column).text() for column in range(1, 5)] for row in range(2)]
    assert rows[0] == ["0.922", "0.935", "+0.013  (-0.004 to +0.042)", "no clear difference"]
    assert rows[1] == ["1.04 %", "1.38 %", "+0.34 %  (+0.13 % to +0.64 %)", "worse"]
