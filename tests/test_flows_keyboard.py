"""The whole window without a mouse, and what a screen reader calls its parts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from app.actions import ACTIONS, HELD, MENUS
from app.widgets.canvas import Canvas
from app.widgets.training import TrainingDialog
from tests.windows import drive, eight_tagged_photos

MOST_STOPS = 200
PARTS_OF_A_FIELD = 3

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    Canvas,
)

# Keys reach these wherever the focus is, and the focus stays with the photos: the cracks (. , X A), the commands that
# are found (arrows), and the photo itself (its tools have keys of their own).
BY_OTHER_KEYS = ("crack_list", "command_list")


@pytest.fixture
def network(network, monkeypatch):
    for name in ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        answer = "" if name == "getExistingDirectory" else ("", "")
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=answer, **__: answer)
    return network


@pytest.fixture
def folder(tmp_path):
    return eight_tagged_photos(tmp_path)


# Actions


def test_every_action_is_done_by_its_keys(qtbot, folder, network):
    done = []

    def script(user):
        user.has_photos(8)
        for action_id, action in user.window.actions_by_id.items():
            # Only the way of the keys is walked here: what the actions do has tests of its own.
            action.triggered.disconnect()
            action.triggered.connect(lambda *_, action_id=action_id: done.append(action_id))
            action.setEnabled(True)
        for spec in ACTIONS:
            if spec.id not in HELD:
                for keys in spec.keys:
                    user.press(keys)
                    assert done[-1:] == [spec.id], f"{keys} does {done[-1:]}, not {spec.id}"

    assert drive(qtbot, script, folder) == 0


def test_every_action_is_in_a_menu_that_a_letter_opens_and_in_the_palette(qtbot, folder, network):
    def script(user):
        user.has_photos(8)
        window = user.window
        menus = [window.menuBar().findChild(QMenu, title) for title in MENUS]
        assert all("&" in menu.title() for menu in menus)
        listed = {action.objectName() for menu in menus for action in menu.actions()}
        assert {spec.id for spec in ACTIONS} - HELD <= listed
        user.press("Ctrl+K")
        palette = window.dialogs.palette
        assert palette.isVisible()
        tree = palette.list
        found = {tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())}
        wanted = {action.text() for action in window.actions_by_id.values() if action.isEnabled()}
        assert wanted <= found

    assert drive(qtbot, script, folder) == 0


# Tab


def test_tab_walks_through_the_whole_window_and_every_dialog(qtbot, folder, network):
    problems = {}

    def script(user):
        user.has_photos(8)
        user.all_predicted()
        problems["main window"] = unreached(user, user.window)
        for name, dialog in dialogs(user):
            problems[name] = unreached(user, dialog)
            dialog.close()

    assert drive(qtbot, script, folder) == 0
    assert not {name: found for name, found in problems.items() if found}


def test_every_control_has_a_name_for_screen_readers(qtbot, folder, network):
    problems = {}

    def script(user):
        user.has_photos(8)
        user.all_predicted()
        problems["main window"] = nameless(user.window)
        for name, dialog in dialogs(user):
            problems[name] = nameless(dialog)
            dialog.close()

    assert drive(qtbot, script, folder) == 0
    assert not {name: found for name, found in problems.items() if found}


def test_a_control_without_a_name_is_found(qtbot):
    line = QLineEdit()
    holder = QWidget()
    line.setParent(holder)
    qtbot.addWidget(holder)
    holder.show()
    assert nameless(holder)
    line.setAccessibleName("Name")
    assert not nameless(holder)


def dialogs(user):
    """Every window that an action opens, one after the other."""
    window = user.window
    for spec in ACTIONS:
        if spec.id in HELD or spec.id in ("quit", "full_screen") or not window.actions_by_id[spec.id].isEnabled():
            continue
        before = shown_dialogs()
        if spec.text.endswith("…") or spec.menu == "Help":
            window.actions_by_id[spec.id].trigger()
            QTest.qWait(1)
            for dialog in shown_dialogs() - before:
                if isinstance(dialog, TrainingDialog):
                    user.until(dialog.before.start_button.isEnabled)
                yield f"{spec.id}: {type(dialog).__name__}", dialog


def shown_dialogs():
    return {each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()}


def unreached(user, top):
    """Controls that the Tab key does not come to, or that hold it."""
    top.activateWindow()
    user.until(top.isActiveWindow)
    first = top.focusWidget() or top.nextInFocusChain()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    stays = 0
    for _ in range(MOST_STOPS):
        focused = QApplication.focusWidget()
        # A field for a date is left after its year, month and day.
        stays = stays + 1 if visited[-1:] == [focused] else 0
        if focused is None or stays > PARTS_OF_A_FIELD or (not stays and focused in visited):
            break
        if not stays:
            visited.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    missed = [each for each in controls(top) if each.isEnabled() and not is_reached(each, visited)]
    # Where there is nothing else to go to, staying is no trap.
    held = [visited[-1]] if missed and stays > PARTS_OF_A_FIELD else []
    return [described(each) for each in (*held, *missed)]


def is_reached(control, visited):
    """A group of radio buttons or chips is one stop: the arrows move inside."""
    if control in visited or control.objectName() in BY_OTHER_KEYS:
        return True
    group = control.group() if isinstance(control, QAbstractButton) else None
    is_one_of = group is not None and group.exclusive() and any(each in visited for each in group.buttons())
    siblings = control.parentWidget().findChildren(QAbstractButton) if isinstance(control, QAbstractButton) else []
    is_one_of |= (
        isinstance(control, QAbstractButton) and control.autoExclusive() and any(s in visited for s in siblings)
    )
    return is_one_of or any(control.isAncestorOf(each) for each in visited)


def controls(top):
    """What can be pressed, written or chosen in a window; not the parts that Qt makes these of."""
    return [
        each for each in top.findChildren(QWidget) if is_control(each) and each.isVisible() and each.window() is top
    ]


def is_control(widget):
    if not isinstance(widget, INTERACTIVE) or isinstance(widget, QScrollBar | QHeaderView):
        return False
    if type(widget).__module__.startswith("pyqtgraph") or widget.objectName().startswith("qt_"):
        return False
    parent = widget.parentWidget()
    return not isinstance(parent, QAbstractSpinBox | QLineEdit | QComboBox | QKeySequenceEdit)


def nameless(top):
    return [described(each) for each in controls(top) if not spoken_name(each)]


def spoken_name(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def described(widget):
    text = getattr(widget, "text", lambda: "")
    return f"{type(widget).__name__} {widget.objectName()} {text() if callable(text) else ''}".strip()


def test_portable_key_names_are_known_to_qt():
    for spec in ACTIONS:
        for keys in spec.keys:
            assert QKeySequence(keys).toString(), f"{spec.id}: {keys}"
