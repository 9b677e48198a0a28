"""What was written for a folder that was left meanwhile changes nothing of the one that is open."""

import pytest

from app.session import Session
from core.project import reviews
from core.project.project import Project
from core.values import Tag


@pytest.fixture
def session(qtbot):
    session = Session()
    yield session
    session.close_folder()


def opened(folder, *names):
    folder.mkdir()
    project = Project.open(folder)
    project.sync([folder / name for name in names])
    return project


def test_writes_of_the_folder_before_reach_its_disk_and_not_the_new_folders_photos(qtbot, session, tmp_path):
    first = opened(tmp_path / "first", "a.jpg", "b.jpg")
    session.start_folder(first)
    session.tag([1, 2], Tag.CRACKED)
    session.undo()
    heard = []
    session.travelled.connect(heard.append)
    session.start_folder(opened(tmp_path / "second", "c.jpg", "d.jpg"))
    session.tag([2], Tag.UNSURE)
    qtbot.waitUntil(lambda: session.pending == 0)
    assert [(item.tag, item.is_pending) for item in session.items()] == [(None, False), (Tag.UNSURE, False)]
    assert heard == []
    with Project.open(tmp_path / "first") as project:
        assert len(project.history()) == 1


def test_what_is_said_is_told_once_it_is_on_disk(qtbot, session, tmp_path):
    session.start_folder(opened(tmp_path / "first", "a.jpg", "b.jpg"))
    with qtbot.waitSignal(session.said) as said:
        session.say(lambda project: reviews.accept(project, [2]))
    assert said.args[0].photos == (2,)
    assert [item.is_reviewed for item in session.items()] == [False, True]
    with qtbot.waitSignal(session.travelled):
        session.undo()
    assert not session.item(2).is_reviewed
