"""The table of actions: complete, free of clashes, and every row does something."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app import actions
from app.log import RecentLog
from app.main_window import MainWindow
from app.settings import Settings


@pytest.fixture
def window(qtbot):
    log = RecentLog()
    made = MainWindow(Settings(), log)
    qtbot.addWidget(made)
    yield made
    made.close()
    log.close()


def test_no_two_actions_share_a_key():
    keys = Counter(QKeySequence(keys).toString() for spec in actions.ACTIONS for keys in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_of_the_table_is_one_that_qt_knows():
    assert all(QKeySequence(keys).toString() for spec in actions.ACTIONS for keys in spec.keys)


def test_every_action_does_something(window):
    assert set(window.slots_by_action()) == set(actions.BY_ID) - actions.HELD


def test_every_action_stands_in_a_menu_with_its_shortcut(window):
    in_menus = {
        action.objectName(): action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
    }
    for spec in actions.ACTIONS:
        if spec.id not in actions.HELD:
            shown = [keys.toString() for keys in in_menus[spec.id].shortcuts()]
            assert shown == [QKeySequence(keys).toString() for keys in spec.keys]


def test_own_keys_replace_the_tables_and_can_be_taken_back(window):
    action = window.actions_by_id["tag_cracked"]
    window.settings.set_shortcut("tag_cracked", "X")
    assert [keys.toString() for keys in action.shortcuts()] == ["X"]
    window.settings.set_shortcut("tag_cracked", None)
    assert [keys.toString() for keys in action.shortcuts()] == ["C"]
