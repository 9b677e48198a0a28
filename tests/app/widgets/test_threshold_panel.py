import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from app.assets import tokens_of
from app.numbers import percent
from app.widgets.threshold_panel import LOWEST, Scope, ThresholdPanel, bar_heights
from core.score.counts import share_at


@pytest.fixture
def panel(qtbot):
    made = ThresholdPanel()
    made.resize(286, 190)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(panel):
    values = []
    panel.threshold_changed.connect(values.append)
    return values


def test_slider_moves_the_threshold_by_keys(panel, heard, qtbot):
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    qtbot.keyClick(panel.slider, Qt.Key.Key_PageDown)
    assert heard == [pytest.approx(0.51), pytest.approx(0.46)]


def test_slider_follows_the_mouse(panel, heard, qtbot):
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(panel.slider.width() - 7, 20))
    assert panel.threshold == 1.0
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(0, 20))
    assert panel.threshold == LOWEST


def test_number_sets_the_threshold(panel, heard, qtbot):
    panel.number.selectAll()
    qtbot.keyClicks(panel.number, panel.locale().toString(0.73, "f", 2))
    qtbot.keyClick(panel.number, Qt.Key.Key_Return)
    assert heard == [0.73]
    assert panel.slider.value() == 730


def test_reset_goes_back_to_the_models_exact_threshold(panel, heard, qtbot):
    panel.set_own_threshold(0.4375)
    panel.set_threshold(0.9)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert panel.threshold == 0.4375
    assert heard == [0.9, 0.4375]
    assert not panel.reset_button.isEnabled()


def test_the_models_own_threshold_is_named(panel):
    panel.set_own_threshold(0.4375)
    assert panel.own.text() == "model 0.44"


def test_setting_what_holds_already_says_nothing(panel, heard):
    panel.set_threshold(0.5)
    assert heard == []


def test_threshold_never_reaches_zero_where_every_pixel_would_be_a_crack(panel, heard):
    for _ in range(60):
        panel.lower_threshold()
    assert panel.threshold == LOWEST


def test_area_follows_the_slider_from_the_histogram_alone(panel):
    histogram = np.zeros(256, np.int64)
    histogram[[0, 100, 200]] = 900, 60, 40
    panel.set_histogram(histogram)
    for threshold in (0.2, 0.5, 0.9):
        panel.set_threshold(threshold)
        assert panel.area.value(0) == f"{percent(share_at(histogram, threshold))} of the photo"


def test_without_a_map_there_is_no_area(panel):
    panel.set_histogram(None)
    assert panel.area.value(0) == "–"


def test_a_single_crack_pixel_has_a_bar_beside_a_million_others():
    histogram = np.zeros(256, np.int64)
    histogram[[0, 255]] = 1_000_000, 1
    heights = bar_heights(histogram)
    assert heights[0] == 1.0
    assert heights[-1] > 0.04
    assert np.count_nonzero(heights) == 2


def test_bars_left_of_the_threshold_are_grey_and_right_of_it_coloured(panel):
    panel.set_histogram(np.full(256, 10))
    panel.set_threshold(0.5)
    image = panel.slider.grab().toImage()
    left = {image.pixelColor(x, 30).name() for x in range(10, 138)}
    right = {image.pixelColor(x, 30).name() for x in range(148, 276)}
    mask = tokens_of(panel).mask
    assert mask in right
    assert mask not in left


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0 %"), (0.25, "25 %"), (0.019, "1.9 %"), (0.0004, "0.04 %"), (0.0000021, "0.00021 %"), (1, "100 %")],
)
def test_shares_have_as_many_digits_as_they_need(share, text):
    assert percent(share) == text


@pytest.mark.parametrize("scope", Scope)
def test_scope_is_asked_for_and_shown(panel, qtbot, scope):
    assert not panel.scopes[scope].isVisible()
    panel.set_scope(Scope.PROJECT)
    with qtbot.waitSignal(panel.scope_requested) as asked:
        qtbot.mouseClick(panel.scopes[scope], Qt.MouseButton.LeftButton)
    assert asked.args == [scope]
    panel.set_scope(scope)
    assert [each for each, button in panel.scopes.items() if button.isChecked()] == [scope]


def test_slider_and_number_are_named_for_screen_readers(panel):
    assert panel.slider.accessibleName()
    assert panel.number.accessibleName()
    assert panel.reset_button.accessibleName()
