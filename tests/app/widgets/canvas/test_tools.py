"""Split, navigator, loupe, brush and tone on a real canvas."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.imaging import MaskLook, Tone, map_pyramid, pyramid, rgb_from, tone_table
from app.widgets.canvas import Canvas, Mark, Tool
from core.project.corrections import Stroke

ORANGE = [0xFF, 0x7A, 0x28]
LOOK = MaskLook(0.5, opacity=1.0)
ROWS = slice(80, 400)


@pytest.fixture
def canvas(qtbot):
    made = Canvas()
    made.resize(700, 560)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    size = (900, 1200)
    made.show_photo(pyramid(np.full((*size, 3), 60, np.uint8)), "a.jpg")
    made.show_map(map_pyramid(np.full(size, 200, np.uint8)))
    made.set_look(LOOK)
    made.actual_size()
    made.allow_drawing(True)
    return made


def orange(canvas):
    return (rgb_from(canvas.grab().toImage())[ROWS] == ORANGE).all(axis=2)


def drag(canvas, qtbot, start, end, button=Qt.MouseButton.LeftButton):
    qtbot.mousePress(canvas, button, pos=QPoint(*start))
    qtbot.mouseMove(canvas, QPoint(*end))
    qtbot.mouseRelease(canvas, button, pos=QPoint(*end))


def test_split_shows_the_photo_left_and_the_mask_right(canvas):
    canvas.set_split(True)
    canvas.handle.move_to(0.25)
    seen = orange(canvas)
    assert not seen[:, :160].any()
    assert seen[:150, 190:].all()


def test_split_shows_one_model_left_and_another_right(canvas):
    second = np.zeros(canvas.photo_size, np.uint8)
    second[:] = 100
    canvas.show_second_map(map_pyramid(second), names=("Model 2", "Model 3"), threshold=0.3)
    canvas.set_look(replace(LOOK, threshold=0.9))
    canvas.set_split(True)
    seen = orange(canvas)
    assert not seen[:, :330].any()
    assert seen[:150, 370:].all()


def test_split_handle_is_moved_by_mouse_and_keys(canvas, qtbot):
    canvas.set_split(True)
    handle = canvas.handle
    drag(handle, qtbot, (11, 200), (11 + 70, 200))
    assert handle.place == pytest.approx(0.6, abs=0.01)
    qtbot.keyClick(handle, Qt.Key.Key_Left)
    assert handle.place == pytest.approx(0.58, abs=0.01)


def test_split_key_turns_it_on_and_off(canvas, qtbot):
    for is_on in (True, False):
        with qtbot.waitSignal(canvas.split_changed) as told:
            qtbot.keyClick(canvas, Qt.Key.Key_S)
        assert told.args == [is_on]
        assert canvas.handle.isVisible() is is_on


def test_navigator_is_there_only_while_a_part_is_seen(canvas):
    assert canvas.navigator.isVisible()
    canvas.fit()
    assert not canvas.navigator.isVisible()


def test_a_click_in_the_navigator_looks_there(canvas, qtbot):
    navigator = canvas.navigator
    at = QPoint(navigator.width() * 3 // 4, navigator.height() // 2)
    qtbot.mouseClick(navigator, Qt.MouseButton.LeftButton, pos=at)
    x, y = canvas.view.to_photo((350, 280))
    assert x == pytest.approx(900, abs=12)
    assert y == pytest.approx(450, abs=12)
    assert canvas.zoom == 1.0


def test_loupe_shows_what_is_under_the_cursor_enlarged(canvas, qtbot):
    photo = np.zeros((900, 1200, 3), np.uint8)
    photo[405:415, 505:515] = 250
    canvas.show_photo(pyramid(photo), "b.jpg")
    canvas.set_loupe(True)
    place = canvas.view.to_screen((510, 410))
    qtbot.mouseMove(canvas, QPoint(*(round(each) for each in place)))
    white = (rgb_from(canvas.loupe.grab().toImage()) == 250).all(axis=2)
    rows, columns = np.nonzero(white)
    assert 35 <= np.ptp(columns[np.isclose(rows, 110, atol=15)]) + 1 <= 41
    assert np.median(columns) == pytest.approx(110, abs=5)


def test_loupe_goes_when_the_cursor_leaves(canvas, qtbot):
    canvas.set_loupe(True)
    qtbot.mouseMove(canvas, QPoint(300, 200))
    assert canvas.loupe.isVisible()
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert not canvas.loupe.isVisible()
    assert canvas.has_loupe


def test_loupe_does_not_stand_in_the_way_of_the_mouse(canvas):
    canvas.set_loupe(True)
    assert canvas.loupe.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_brush_draws_where_there_was_no_mask(canvas, qtbot):
    canvas.show_map(map_pyramid(np.zeros(canvas.photo_size, np.uint8)))
    canvas.set_tool(Tool.BRUSH)
    with qtbot.waitSignal(canvas.layer_changed) as told:
        drag(canvas, qtbot, (300, 200), (420, 250))
    layer = told.args[0]
    x, y = (int(each) for each in canvas.view.to_photo((360, 225)))
    assert layer[y, x] == Stroke.DRAWN
    assert orange(canvas)[225 - 80, 360]


def test_eraser_takes_mask_away_and_leaves_the_models_map(canvas, qtbot):
    probabilities = np.full(canvas.photo_size, 200, np.uint8)
    canvas.show_map(map_pyramid(probabilities))
    canvas.set_tool(Tool.ERASER)
    with qtbot.waitSignal(canvas.layer_changed):
        drag(canvas, qtbot, (300, 200), (420, 250))
    assert not orange(canvas)[225 - 80, 360]
    assert (probabilities == 200).all()


def test_a_layer_that_was_handed_over_is_not_drawn_upon_later(canvas, qtbot):
    canvas.set_tool(Tool.BRUSH)
    with qtbot.waitSignal(canvas.layer_changed) as told:
        drag(canvas, qtbot, (300, 200), (310, 200))
    before = told.args[0].copy()
    drag(canvas, qtbot, (400, 300), (450, 300))
    assert np.array_equal(told.args[0], before)


def test_corrections_survive_a_new_map_of_the_same_photo(canvas, qtbot):
    layer = np.zeros(canvas.photo_size, np.uint8)
    layer[300:700, 400:900] = Stroke.ERASED
    canvas.show_corrections(layer)
    canvas.show_map(map_pyramid(np.full(canvas.photo_size, 255, np.uint8)))
    assert not orange(canvas)[200, 350]


def test_the_next_photo_starts_without_the_corrections_of_the_last(canvas):
    layer = np.full(canvas.photo_size, Stroke.ERASED, np.uint8)
    canvas.show_corrections(layer)
    canvas.show_photo(pyramid(np.zeros((900, 1200, 3), np.uint8)), "b.jpg")
    canvas.show_map(map_pyramid(np.full((900, 1200), 255, np.uint8)))
    assert orange(canvas)[200, 350]


def test_the_wheel_sizes_the_brush_and_with_ctrl_zooms(canvas):
    canvas.set_tool(Tool.BRUSH)
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        before = canvas.zoom, canvas.pencil.diameter_px
        event = QWheelEvent(
            QPointF(300, 300),
            QPointF(300, 300),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(canvas, event)
        is_zoomed = modifier == Qt.KeyboardModifier.ControlModifier
        assert (canvas.zoom != before[0], canvas.pencil.diameter_px != before[1]) == (is_zoomed, not is_zoomed)


def test_the_middle_button_moves_the_photo_while_drawing(canvas, qtbot):
    canvas.set_tool(Tool.BRUSH)
    under = canvas.view.to_photo((300, 200))
    drag(canvas, qtbot, (300, 200), (260, 230), Qt.MouseButton.MiddleButton)
    assert canvas.view.to_photo((260, 230)) == under


def test_keys_take_and_leave_the_tools(canvas, qtbot):
    told = []
    canvas.tool_changed.connect(told.append)
    for key in (Qt.Key.Key_B, Qt.Key.Key_E, Qt.Key.Key_Escape):
        qtbot.keyClick(canvas, key)
    assert told == [Tool.BRUSH, Tool.ERASER, Tool.PAN]


def test_tone_changes_the_photo_and_not_the_mask(canvas):
    tone = Tone(brightness=0.5)
    canvas.set_look(replace(LOOK, is_visible=False))
    canvas.set_tone(tone)
    seen = rgb_from(canvas.grab().toImage())[ROWS]
    assert (seen[:100, 200:500] == tone_table(tone)[60]).all()
    canvas.set_look(LOOK)
    assert orange(canvas)[:100, 200:500].all()


def test_ruler_tells_its_line_in_photo_pixels(canvas, qtbot):
    canvas.set_tool(Tool.RULER)
    with qtbot.waitSignal(canvas.line_drawn) as told:
        drag(canvas, qtbot, (300, 200), (400, 260))
    expected = tuple(canvas.view.to_photo(place) for place in ((300, 200), (400, 260)))
    assert told.args == [expected]


def test_an_ignore_region_is_told_as_a_polygon(canvas, qtbot):
    canvas.set_tool(Tool.REGION)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    for place in ((400, 200), (400, 300)):
        qtbot.mouseMove(canvas, QPoint(*place))
    with qtbot.waitSignal(canvas.region_drawn) as told:
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    assert len(told.args[0]) == 3
    canvas.show_regions(told.args)
    assert not orange(canvas)[210 - 80 : 300 - 80, 340:390].all()


def test_a_click_tells_its_pixel_and_a_drag_does_not(canvas, qtbot):
    heard = []
    canvas.place_clicked.connect(lambda x, y: heard.append((x, y)))
    drag(canvas, qtbot, (300, 200), (360, 200))
    assert heard == []
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert heard == [tuple(int(each) for each in canvas.view.to_photo((300, 200)))]


def test_a_map_that_comes_during_a_stroke_does_not_end_it(canvas, qtbot):
    canvas.set_tool(Tool.BRUSH)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    canvas.show_map(map_pyramid(np.zeros(canvas.photo_size, np.uint8)))
    qtbot.mouseMove(canvas, QPoint(400, 200))
    with qtbot.waitSignal(canvas.layer_changed) as told:
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    x, y = (int(each) for each in canvas.view.to_photo((350, 200)))
    assert told.args[0][y, x] == Stroke.DRAWN


def test_marks_and_regions_belong_to_their_photo(canvas):
    bare = rgb_from(canvas.grab().toImage())
    canvas.show_marks([Mark(600, 400, "max 0.42 mm")])
    canvas.show_regions([((500, 300), (700, 300), (700, 500))])
    assert not np.array_equal(rgb_from(canvas.grab().toImage()), bare)
    canvas.show_photo(pyramid(np.full((900, 1200, 3), 60, np.uint8)), "a.jpg")
    canvas.show_map(map_pyramid(np.full((900, 1200), 200, np.uint8)))
    assert np.array_equal(rgb_from(canvas.grab().toImage()), bare)


def test_nothing_can_be_drawn_that_nobody_would_keep(canvas, qtbot):
    canvas.set_tool(Tool.BRUSH)
    canvas.allow_drawing(False)
    assert canvas.tool is Tool.PAN
    qtbot.keyClick(canvas, Qt.Key.Key_E)
    assert canvas.tool is Tool.PAN
    canvas.allow_drawing(True)
    qtbot.keyClick(canvas, Qt.Key.Key_E)
    assert canvas.tool is Tool.ERASER
