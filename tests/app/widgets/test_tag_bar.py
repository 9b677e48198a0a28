import pytest
from PySide6.QtCore import Qt

from app.assets import tokens_of
from app.widgets.tag_bar import TagBar
from core.values import Tag


@pytest.fixture
def bar(qtbot):
    made = TagBar()
    made.resize(286, 34)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("tag", Tag)
def test_a_click_asks_for_the_tag_and_changes_nothing_itself(bar, qtbot, tag):
    with qtbot.waitSignal(bar.tag_requested) as asked:
        qtbot.mouseClick(bar._segments[tag], Qt.MouseButton.LeftButton)
    assert asked.args == [tag]
    assert bar.tag is None
    assert not bar._segments[tag].isChecked()


def test_a_click_on_the_tag_that_holds_asks_to_clear_it(bar, qtbot):
    bar.set_tag(Tag.UNSURE)
    with qtbot.waitSignal(bar.tag_requested) as asked:
        qtbot.mouseClick(bar._segments[Tag.UNSURE], Qt.MouseButton.LeftButton)
    assert asked.args == [None]
    assert bar._segments[Tag.UNSURE].isChecked()


def test_a_tag_that_is_not_on_disk_yet_looks_hollow(bar):
    bar.set_tag(Tag.CRACKED, is_pending=True)
    hollow = bar.grab().toImage()
    bar.set_tag(Tag.CRACKED)
    solid = bar.grab().toImage()
    tokens = tokens_of(bar)
    assert hollow.pixelColor(6, 6).name() == tokens.panel
    assert solid.pixelColor(6, 6).name() == tokens.cracked


def test_segments_are_reached_and_pressed_by_keys(bar, qtbot):
    first = bar._segments[Tag.CRACKED]
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(bar.tag_requested) as asked:
        qtbot.keyClick(first, Qt.Key.Key_Space)
    assert asked.args == [Tag.CRACKED]


def test_every_segment_has_a_name_for_screen_readers(bar):
    assert [segment.accessibleName() for segment in bar._segments.values()] == ["Cracked", "Not", "Unsure"]
