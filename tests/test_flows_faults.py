"""A drive that vanishes, a folder that takes no files, another one's lock: a sentence, and nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from core.project import place
from core.project.project import Project
from core.values import Tag
from tests.core.project.test_lock import HOLDER
from tests.windows import drive

ROOT = Path(__file__).parents[1]


pytestmark = pytest.mark.usefixtures("network")


@pytest.fixture
def folder(tmp_path, paint):
    for number in range(3):
        paint(tmp_path / "stick" / f"{number}.png", size=(40, 60 + number))
    return tmp_path / "stick"


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits for long in a test."""
    monkeypatch.setattr("app.writing.SETTLED_WITHIN_S", 0.05)
    monkeypatch.setattr("core.project.writer.RETRY_S", 0.02)


def tags(folder):
    with Project.open(folder) as project:
        return [row.tag for row in project.photos()]


def notices(user):
    heard = []
    user.window.door.notice_given.connect(heard.append)
    return heard


def questions(user):
    return [box for box in user.window.findChildren(QMessageBox) if box.isVisible()]


def test_what_is_said_while_a_drive_is_gone_is_on_it_when_it_is_back(qtbot, folder, impatient):
    away = folder.with_name("unplugged")

    def script(user):
        user.has_photos(3)
        user.all_predicted()
        user.press("C")
        user.all_on_disk()
        heard = notices(user)
        folder.rename(away)
        user.press("Right")
        user.press("N")
        user.until(lambda: any("could not be read or written" in sentence for sentence in heard))
        assert user.window.session.pending == 1
        user.window.close()
        user.until(lambda: len(questions(user)) == 1)
        assert "not on disk" in questions(user)[0].text()
        questions(user)[0].reject()
        away.rename(folder)
        user.all_on_disk()

    assert drive(qtbot, script, folder) == 0
    assert tags(folder).count(Tag.CRACKED) == tags(folder).count(Tag.NOT_CRACKED) == 1


def test_whoever_closes_all_the_same_loses_only_what_was_never_acknowledged(qtbot, folder, impatient):
    away = folder.with_name("unplugged")

    def script(user):
        user.has_photos(3)
        user.all_predicted()
        user.press("C")
        user.all_on_disk()
        folder.rename(away)
        user.press("N")
        user.until(lambda: user.window.session.pending == 1)
        user.window.close()
        user.until(lambda: len(questions(user)) == 1)
        (button,) = [each for each in questions(user)[0].buttons() if "lose" in each.text()]
        user.click(button)
        user.until(lambda: not user.window.isVisible())

    assert drive(qtbot, script, folder) == 0
    away.rename(folder)
    assert tags(folder)[0] is Tag.CRACKED


def test_a_second_window_is_told_who_has_the_folder_and_may_read(qtbot, folder):
    with Project.open(folder) as project:
        project.sync(sorted(folder.glob("*.png")))
        project.set_tags([1], Tag.UNSURE)
    command = [sys.executable, "-c", HOLDER, str(folder)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert holder.stdout.readline() == "open\n"

    def script(user):
        user.until(lambda: len(user.listed()) == 3)
        user.until(lambda: user.window.session.project.is_read_only)
        assert user.tag_of("0.png") is Tag.UNSURE
        user.press("C")
        user.until(lambda: any("ben on" in box.text() for box in questions(user)))
        user.until(lambda: user.tag_of("0.png") is Tag.UNSURE)

    try:
        assert drive(qtbot, script, folder) == 0
    finally:
        holder.communicate("go\n")
    assert tags(folder)[0] is Tag.UNSURE


def test_a_folder_that_takes_no_files_is_told_and_what_was_said_comes_home(qtbot, folder, home, monkeypatch, caplog):
    takes_files = place._takes_files
    with monkeypatch.context() as locked:
        locked.setattr(place, "_takes_files", lambda store: home in store.parents and takes_files(store))

        def script(user):
            user.has_photos(3)
            assert "takes no files" in caplog.text
            user.press("C")
            user.all_on_disk()

        assert drive(qtbot, script, folder) == 0
    assert not (folder / ".crack-review").exists()
    assert tags(folder)[0] is Tag.CRACKED
