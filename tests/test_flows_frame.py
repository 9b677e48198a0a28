"""The frame around the desk, through the real main(): tour, language, notices, folders, theme, palette, keys."""

import re
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from app import desktop, language
from app.actions import ACTIONS, HELD
from app.flows import centre
from app.flows.centre import Handlers
from app.settings import Settings
from app.widgets.tour import STOPS
from core.values import Finished
from tests import translating
from tests.windows import drive, eight_tagged_photos, surface


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bridge").mkdir()
    return eight_tagged_photos(tmp_path / "bridge")


# The tour


def test_the_first_start_shows_four_places_and_the_second_none(qtbot, folder, network):
    seen = []

    def first(user):
        user.has_photos(8)
        tour = user.window.tour
        while tour.isVisible():
            seen.append(tour.title)
            user.click(tour.next_button)

    def second(user):
        user.has_photos(8)
        assert not user.window.tour.isVisible()
        user.window.actions_by_id["tour"].trigger()
        assert user.window.tour.isVisible()

    assert drive(qtbot, first, folder, is_first_time=True) == 0
    assert seen == [stop.title for stop in STOPS] and len(seen) <= 4
    assert drive(qtbot, second, folder, is_first_time=True) == 0


def test_the_tour_is_in_nobodys_way_and_can_be_skipped(qtbot, folder, network):
    def script(user):
        user.has_photos(8)
        user.press("Right", "N")  # the desk works while the card is there
        user.all_on_disk()
        assert user.window.tour.isVisible() and not user.window.tour.isModal()
        user.click(user.window.tour.skip_button)
        assert not user.window.tour.isVisible()

    assert drive(qtbot, script, folder, is_first_time=True) == 0


# Languages


@pytest.mark.parametrize("name", [name for name in language.LANGUAGES if name != "en"])
def test_the_whole_window_speaks_the_language_that_is_set(qtbot, folder, network, monkeypatch, name):
    for chooser in ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        answer = "" if chooser == "getExistingDirectory" else ("", "")
        monkeypatch.setattr(QFileDialog, chooser, lambda *_, answer=answer, **__: answer)
    Settings().set_value("look/language", name)
    english = english_texts(name)
    left = {}

    def script(user):
        user.has_photos(8)
        user.all_predicted()
        left["main window"] = english_in(user.window, english)
        for spec in ACTIONS:
            action = user.window.actions_by_id.get(spec.id)
            if spec.id in HELD or not (spec.text.endswith("…") or spec.menu == "Help") or not action.isEnabled():
                continue
            action.trigger()
            QTest.qWait(1)
            for dialog in (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)):
                if dialog.isVisible():
                    left[f"{spec.id}: {type(dialog).__name__}"] = english_in(dialog, english)
                    dialog.close()

    assert drive(qtbot, script, folder) == 0
    assert len(left) > 8
    assert not {place: found for place, found in left.items() if found}


def english_texts(name) -> list[re.Pattern[str]]:
    """What must not be read any more: every sentence whose translation differs wherever it is used."""
    known = translating.read(name).known
    alike = {message.source for message, forms in known.items() if message.source in forms}
    return [
        re.compile(re.sub(r"\\{.*?\\}|%Ln", ".+", re.escape(message.source)))
        for message in known
        if message.source not in alike and message.context != "core" and len(message.source.strip()) > 2
    ]


def english_in(top: QWidget, english) -> list[str]:
    return sorted({text for text in texts_of(top) if any(pattern.fullmatch(text) for pattern in english)})


def texts_of(top: QWidget):
    """Everything that is written, shown as a tip or read aloud."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        yield from (action.text().replace("&", "") for action in widget.actions())
        for kind, texts in WRITTEN.items():
            if isinstance(widget, kind):
                yield from texts(widget)


def headers(view: QTableView | QTreeView) -> list[str]:
    model = view.model()
    columns = range(0 if model is None else model.columnCount(QModelIndex()))
    return [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]


WRITTEN = {
    QLabel: lambda label: [label.text()],
    QAbstractButton: lambda button: [button.text().replace("&", "")],
    QLineEdit: lambda line: [line.placeholderText()],
    QComboBox: lambda box: [box.itemText(row) for row in range(box.count())],
    QTabBar: lambda bar: [bar.tabText(tab) for tab in range(bar.count())],
    QGroupBox: lambda group: [group.title()],
    QTableView | QTreeView: headers,
}


def test_a_changed_language_waits_for_the_next_start(qtbot, folder, network):
    def german(user):
        user.has_photos(8)
        assert user.window.actions_by_id["undo"].text() == "Undo"
        user.window.settings.set_value("look/language", "de")

    def then(user):
        user.has_photos(8)
        assert user.window.actions_by_id["undo"].text() == "Rückgängig"
        assert user.window.grid.view.accessibleName() == "Fotos"

    assert drive(qtbot, german, folder) == 0
    assert drive(qtbot, then, folder) == 0


# The desktop


@pytest.mark.parametrize(("is_wanted", "is_elsewhere"), [(True, True), (False, True), (True, False)])
def test_the_end_of_long_work_is_told_on_the_desktop_while_one_is_elsewhere(
    qtbot, folder, network, monkeypatch, is_wanted, is_elsewhere
):
    told = []
    monkeypatch.setattr(desktop, "notify", lambda window, sentence: told.append(sentence))
    Settings().set_value("work/notify", is_wanted)

    def script(user):
        user.has_photos(8)
        user.all_predicted()
        user.until(lambda: not user.window.centre.titles)
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        active = other if is_elsewhere else user.window
        active.activateWindow()
        user.until(active.isActiveWindow)
        monkeypatch.setattr(centre, "LONG_S", -1.0)  # all work is long
        user.window.centre.start(lambda: iter([Finished(None)]), "Training", Handlers())
        user.until(lambda: not user.window.centre.titles)

    assert drive(qtbot, script, folder) == 0
    assert told == (["Training has ended."] if is_wanted and is_elsewhere else [])


# Folders


def test_folders_that_were_open_come_back_from_the_menu_newest_first(qtbot, folder, network, tmp_path):
    other = tmp_path / "tunnel"
    other.mkdir()
    eight_tagged_photos(other)

    def script(user):
        user.has_photos(8)
        user.window.opening.open(other)
        user.until(lambda: user.window.session.root == other)
        user.window.recent_menu.aboutToShow.emit()
        entries = user.window.recent_menu.actions()
        assert [Path(entry.text()) for entry in entries] == [other, folder]
        entries[1].trigger()
        user.until(lambda: user.window.session.root == folder)

    assert drive(qtbot, script, folder) == 0


def drop(window, path):
    """As the desktop does it: enter, and let go where it was accepted."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path)])
    how = (Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    comes = QDragEnterEvent(QPoint(200, 200), *how)
    comes.ignore()
    QApplication.sendEvent(window, comes)
    if comes.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), *how))
    return comes.isAccepted()


@pytest.mark.parametrize(("dropped", "shown"), [("", "0.png"), ("3.png", "3.png")])
def test_a_folder_or_photo_that_is_dropped_opens(qtbot, folder, network, tmp_path, dropped, shown):
    other = tmp_path / "tunnel"
    other.mkdir()
    for number in range(5):
        cv2.imwrite(str(other / f"{number}.png"), surface(number, True))

    def script(user):
        user.has_photos(8)
        assert drop(user.window, other / dropped)
        user.until(lambda: user.window.session.root == other)
        user.until(lambda: user.current == shown)

    assert drive(qtbot, script, folder) == 0


def test_a_photo_of_the_open_folder_that_is_dropped_is_shown_and_stops_nothing(qtbot, folder, network):
    def script(user):
        user.has_photos(8)
        opened = []
        user.window.opening.opened.connect(lambda: opened.append(1))
        assert drop(user.window, folder / "5.png")
        assert user.current == "5.png" and not opened

    assert drive(qtbot, script, folder) == 0


def test_a_file_that_is_no_photo_is_told_and_a_web_address_is_refused(qtbot, folder, network, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"%PDF")

    def script(user):
        user.has_photos(8)
        told = []
        user.window.door.notice_given.connect(told.append)
        assert drop(user.window, tmp_path / "report.pdf")
        assert "report.pdf is neither a folder nor a photo" in told[-1]
        assert not drop(user.window, "https://example.org/photo.jpg")
        gone = (Qt.DropAction.CopyAction, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(user.window, QDropEvent(QPointF(200, 200), *gone))
        assert not user.window.messages
        assert user.window.session.root == folder

    assert drive(qtbot, script, folder) == 0


def test_an_empty_folder_says_what_to_do(qtbot, network, tmp_path):
    def script(user):
        user.until(lambda: not user.window.centre.titles)
        texts = [label.text() for label in user.window.grid.findChildren(QLabel) if label.isVisible()]
        assert any("Ctrl+O" in text for text in texts)

    assert drive(qtbot, script, tmp_path) == 0


# The theme


def test_the_theme_follows_the_system_live_and_the_setting_overrules_it(qtbot, folder, network, qapp):
    def is_dark(window):
        return window.palette().color(QPalette.ColorRole.Window).lightness() < 128

    def script(user):
        user.has_photos(8)
        hints, window = qapp.styleHints(), user.window
        for scheme, dark in ((Qt.ColorScheme.Light, False), (Qt.ColorScheme.Dark, True)):
            hints.colorSchemeChanged.emit(scheme)
            user.until(lambda dark=dark: is_dark(window) is dark)
        window.settings.set_value("look/scheme", "light")
        user.until(lambda: not is_dark(window))

    assert drive(qtbot, script, folder) == 0


# Shortcuts


def test_keys_that_another_action_has_are_refused_with_its_name_and_free_ones_hold(qtbot, folder, network):
    def script(user):
        user.has_photos(8)
        user.press("F1")
        sheet = user.window.dialogs.shortcuts
        assert sheet.isVisible()
        row = sheet.tree.findItems("Undo", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
        sheet.tree.setCurrentItem(row)
        sheet.editor.setKeySequence("C")
        user.click(sheet.set_button)
        assert "Tag as cracked" in sheet.words.text()
        assert user.window.actions_by_id["undo"].shortcut().toString() == "Ctrl+Z"
        sheet.editor.setKeySequence("Ctrl+U")
        user.click(sheet.set_button)
        assert user.window.actions_by_id["undo"].shortcut().toString() == "Ctrl+U"

    assert drive(qtbot, script, folder) == 0


def test_work_shows_at_the_bottom_and_the_log_keeps_it(qtbot, folder, network):
    def script(user):
        user.has_photos(8)
        user.window.door.tell("A word.")
        user.press("Ctrl+L")
        log = user.window.dialogs.log
        assert log.isVisible() and "A word." in log.text.toPlainText()

    assert drive(qtbot, script, folder) == 0
