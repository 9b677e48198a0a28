"""The queues with their counts, however narrow the window is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.queues import QUEUES
from app.widgets.queue_bar import QueueBar

MANY = {queue.id: 7 for queue in QUEUES} | {"all": 40}


@pytest.fixture
def bar(qtbot):
    made = QueueBar()
    qtbot.addWidget(made)
    made.resize(1900, 40)
    made.show()
    return made


def shown(bar):
    return [queue_id for queue_id, chip in bar._chips.items() if chip.isVisible()]


def test_chips_that_count_nothing_hide_unless_they_are_always_shown(bar):
    bar.set_counts({"all": 3, "untagged": 3, "unreadable": 1})
    assert shown(bar) == ["all", "untagged", "cracked", "not_cracked", "unsure", "unreadable"]


def test_unreviewed_says_nothing_while_it_holds_every_photo(bar):
    bar.set_counts(MANY | {"unreviewed": 40})
    assert "unreviewed" not in shown(bar)
    bar.set_counts(MANY | {"unreviewed": 39})
    assert "unreviewed" in shown(bar)


def test_chips_without_place_move_into_the_menu_and_can_be_chosen_there(qtbot, bar):
    bar.set_counts(MANY)
    everything = shown(bar)
    bar.resize(900, 40)
    hidden = [queue_id for queue_id in everything if queue_id not in shown(bar)]
    assert hidden and bar._more.isVisible()
    bar._fill_more()
    with qtbot.waitSignal(bar.queue_chosen) as chosen:
        bar._more.menu().actions()[0].trigger()
    assert chosen.args == [hidden[0]]


def test_the_queue_that_is_shown_always_has_its_chip(bar):
    bar.set_counts(MANY)
    bar.resize(700, 40)
    bar.set_queue("unreadable")
    assert "unreadable" in shown(bar)


def test_the_bar_never_makes_the_window_wide(bar):
    bar.set_counts(MANY)
    assert bar.minimumSizeHint().width() < 800


def test_last_word_of_the_search_is_completed_as_one_types(qtbot, bar):
    line = bar.search_line
    line.setFocus()
    QTest.keyClicks(line, "pier ta")
    popup = line.completer().popup()
    assert popup.isVisible()
    words = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert words == ["tag:none", "tag:cracked", "tag:not", "tag:unsure"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "pier tag:none"
    assert not popup.isVisible()


def test_a_key_that_is_half_typed_empties_no_list(bar, qtbot):
    searched = []
    bar.search_changed.connect(searched.append)
    for letter in "tag:none":
        QTest.keyClicks(bar.search_line, letter)
        bar._pause.timeout.emit()
    assert searched == ["tag:none"]
    QTest.keyClicks(bar.search_line, " dec")
    bar._pause.timeout.emit()
    QTest.keyClick(bar.search_line, Qt.Key.Key_Return)
    assert searched == ["tag:none", "tag:none dec"]


def test_the_beginning_of_a_key_is_meant_as_it_is_once_the_line_is_left(bar):
    searched = []
    bar.search_changed.connect(searched.append)
    QTest.keyClicks(bar.search_line, "tag")
    bar._pause.timeout.emit()
    assert searched == []
    QTest.keyClick(bar.search_line, Qt.Key.Key_Return)
    assert searched == ["tag"]
