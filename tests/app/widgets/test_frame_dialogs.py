"""Settings, palette, shortcut sheet, log, about: made from the tables, reachable by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox

from app.settings import SETTINGS, Settings
from app.widgets.about_box import AboutBox, libraries
from app.widgets.command_palette import CommandPalette, fitting
from app.widgets.log_window import LogWindow
from app.widgets.model_shelf import ModelShelf
from app.widgets.settings_dialog import SettingsDialog
from app.widgets.shortcut_sheet import ShortcutSheet


@pytest.fixture
def settings(qapp):
    return Settings()


def test_settings_dialog_has_an_editor_for_every_row_and_changes_hold_at_once(qtbot, settings):
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    assert set(dialog.editors) == {setting.key for setting in SETTINGS}
    tick = dialog.editors["review/auto_advance"]
    assert isinstance(tick, QCheckBox)
    tick.click()
    assert settings.value("review/auto_advance") is False


def test_settings_dialog_follows_what_is_changed_elsewhere(qtbot, settings):
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    settings.set_value("look/mask_colour", "violet")
    box = dialog.editors["look/mask_colour"]
    assert isinstance(box, QComboBox)
    assert box.currentData() == "violet"
    settings.reset()
    assert box.currentData() == "orange"


def action(text, keys=""):
    made = QAction(text)
    made.setShortcut(QKeySequence(keys))
    return made


def test_palette_finds_actions_by_words_and_beginnings_first(qapp):
    actions = [action("Previous photo"), action("Photo list"), action("Model shelf…")]
    assert [found.text() for found in fitting(actions, "pho")] == ["Photo list", "Previous photo"]
    assert [found.text() for found in fitting(actions, "")] == ["Previous photo", "Photo list", "Model shelf…"]
    assert [found.text() for found in fitting(actions, "hoto li")] == ["Photo list"]
    actions[1].setEnabled(False)
    assert [found.text() for found in fitting(actions, "list")] == []


def test_palette_runs_the_chosen_action_on_enter(qtbot):
    ran = []
    actions = [action("Open"), action("Close")]
    actions[1].triggered.connect(lambda: ran.append("Close"))
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    palette.open_anew()
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert ran == ["Close"] and not palette.isVisible()


def test_shortcut_sheet_refuses_keys_that_another_action_has(qtbot, settings):
    sheet = ShortcutSheet(settings.shortcut)
    qtbot.addWidget(sheet)
    assert sheet.clash("tag_cracked", "N") == "Tag as not cracked"
    assert sheet.clash("tag_cracked", "Z") == ""
    settings.set_shortcut("tag_not_cracked", "Z")
    assert sheet.clash("tag_cracked", "Z") == "Tag as not cracked"


def test_a_number_of_threads_that_nobody_set_is_called_automatic_and_does_not_touch_the_border(qtbot, settings):
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    threads = dialog.editors["work/threads"]
    assert threads.text() == "Automatic"
    assert threads.lineEdit().textMargins().left() == 8


def test_a_dialog_is_not_larger_than_a_small_screen(qtbot):
    shelf = ModelShelf(str)
    qtbot.addWidget(shelf)
    room = shelf.screen().availableSize()
    assert shelf.width() <= room.width() and shelf.height() <= room.height()


def test_log_window_shows_and_adds_lines(qtbot):
    log = LogWindow()
    qtbot.addWidget(log)
    log.show_lines(["one", "two"])
    log.add_line("three")
    assert log.text.toPlainText() == "one\ntwo\nthree"


def test_about_box_names_the_libraries_with_their_licences(qtbot):
    box = AboutBox("Shipped")
    qtbot.addWidget(box)
    named = " ".join(libraries())
    assert "numpy" in named and "torch" in named and "pyside6-essentials" in named and "Python" in named
    assert box.whole.isHidden()


def test_about_box_shows_the_whole_licences_that_were_packaged(qtbot, tmp_path):
    texts = tmp_path / "THIRD-PARTY.txt"
    texts.write_text("Permission is hereby granted", encoding="utf-8")
    box = AboutBox("Shipped", texts_file=texts)
    qtbot.addWidget(box)
    assert not box.whole.isHidden()
    box.whole.click()
    assert box.licences.toPlainText() == "Permission is hereby granted"
