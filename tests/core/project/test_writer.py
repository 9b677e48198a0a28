import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project.database import StorageError
from core.project.project import Project
from core.project.repair import repair
from core.project.writer import TagWriter
from core.values import Tag

WAIT_S = 60


class Told:
    """What a writer said from its thread."""

    def __init__(self):
        self.troubles = []
        self.in_trouble = threading.Event()
        self.relieved = threading.Event()

    def on_trouble(self, error):
        self.troubles.append(error)
        self.in_trouble.set()

    def on_relief(self):
        self.relieved.set()


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def writer(folder, told, monkeypatch):
    monkeypatch.setattr("core.project.connection.BUSY_TIMEOUT_S", 0.01)
    writer = TagWriter(folder, user="ana", on_trouble=told.on_trouble, on_relief=told.on_relief, retry_s=0.01)
    yield writer
    writer.close(patience_s=0)


def tag(ids, value=Tag.CRACKED):
    return lambda project: project.set_tags(ids, value)


def test_an_action_is_on_disk_when_its_future_is_done(folder, project, writer, add):
    ids = add(project, "a.jpg", "b.jpg")
    change = writer.submit(tag(ids)).result(WAIT_S)
    assert change.photos == tuple(ids)
    assert [row.tag for row in project.photos()] == [Tag.CRACKED] * 2
    assert project.history()[0].who == "ana"


def test_a_writer_alone_makes_the_project(tmp_path):
    (tmp_path / "new").mkdir()
    writer = TagWriter(tmp_path / "new")
    assert writer.submit(lambda project: project.sync([tmp_path / "new" / "a.jpg"])).result(WAIT_S).added
    writer.close()


def test_callbacks_run_in_the_order_of_the_actions(project, writer, add):
    ids = add(project, *(f"{number}.jpg" for number in range(50)))
    seen = []
    for photo in ids:
        writer.submit(tag([photo])).add_done_callback(lambda future: seen.append(future.result().photos[0]))
    writer.close()
    assert seen == ids


def test_closing_waits_for_all_and_then_takes_nothing_more(project, writer, add):
    ids = add(project, *(f"{number}.jpg" for number in range(30)))
    futures = [writer.submit(tag([photo])) for photo in ids]
    assert writer.close() == 0 and writer.close() == 0
    assert all(future.done() for future in futures)
    assert project.tag_counts()[Tag.CRACKED] == 30
    with pytest.raises(ProjectError, match="being closed"):
        writer.submit(tag(ids))


def test_an_action_of_several_steps_is_kept_whole_or_not_at_all(project, writer, add):
    (photo,) = add(project, "a.jpg")

    def half(project):
        project.set_tags([photo], Tag.CRACKED)
        raise ProjectError("Enough.")

    with pytest.raises(ProjectError, match="Enough"):
        writer.submit(half).result(WAIT_S)
    assert project.photo(photo).tag is None and project.history() == []


def test_a_mistake_of_ours_reaches_the_caller_and_the_writer_lives_on(project, writer, add):
    (photo,) = add(project, "a.jpg")
    with pytest.raises(ZeroDivisionError):
        writer.submit(lambda project: 1 / 0).result(WAIT_S)
    assert writer.submit(tag([photo])).result(WAIT_S)


def test_actions_wait_while_the_file_is_locked_and_none_is_lost(project, writer, told, add):
    ids = add(project, "a.jpg", "b.jpg")
    other = sqlite3.connect(project.place.database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    futures = [writer.submit(tag([photo])) for photo in ids]
    assert told.in_trouble.wait(WAIT_S)
    assert not any(future.done() for future in futures)
    other.execute("ROLLBACK")
    other.close()
    assert [future.result(WAIT_S).photos for future in futures] == [(photo,) for photo in ids]
    assert told.relieved.is_set() and len(told.troubles) == 1
    assert "another program" in str(told.troubles[0])


def test_actions_wait_while_the_disk_is_full_and_none_is_lost(project, writer, told, add):
    ids = add(project, "a.jpg", "b.jpg")
    writer.submit(lambda project: fill_disk(project)).result(WAIT_S)
    note = "long " * 100_000
    futures = [writer.submit(lambda project, photo=photo: say(project, photo, note)) for photo in ids]
    assert told.in_trouble.wait(WAIT_S)
    assert "disk is full" in str(told.troubles[0])
    assert all(future.result(WAIT_S) for future in futures)  # a new connection has no page limit: space again
    assert told.relieved.is_set()
    assert len(project.facts("note")) == 2


def fill_disk(project):
    """SQLite's own page limit: the same code path and error as a disk without space."""
    (pages,) = project.connection.execute("PRAGMA page_count").fetchone()
    project.connection.execute(f"PRAGMA max_page_count = {pages + 1}")


def say(project, photo, note):
    from core.project.audit import Key

    return project.record({Key(photo, "note"): note}, kind="note")


def test_closing_gives_up_what_cannot_be_written_and_says_so(project, writer, told, add):
    ids = add(project, "a.jpg", "b.jpg")
    other = sqlite3.connect(project.place.database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    futures = [writer.submit(tag([photo])) for photo in ids]
    assert told.in_trouble.wait(WAIT_S)
    assert writer.close(patience_s=0.05) == 2
    for future in futures:
        with pytest.raises(StorageError):
            future.result(WAIT_S)
    other.close()


def test_what_comes_after_an_action_that_was_given_up_is_not_done_either(project, writer, told, add):
    ids = add(project, "a.jpg", "b.jpg")
    other = sqlite3.connect(project.place.database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    given_up = writer.submit(tag(ids[:1]))
    after = writer.submit(tag(ids[1:]))
    given_up.add_done_callback(lambda _: other.execute("ROLLBACK"))
    assert told.in_trouble.wait(WAIT_S)
    assert writer.close(patience_s=0) == 2
    assert isinstance(after.exception(), StorageError)
    assert project.tag_counts()[Tag.CRACKED] == 0
    other.close()


def test_a_listener_that_fails_and_a_future_that_was_cancelled_do_not_stop_the_writer(project, writer, told, add):
    ids = add(project, "a.jpg", "b.jpg")
    other = sqlite3.connect(project.place.database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    writer._on_trouble = lambda error: told.in_trouble.set() or 1 / 0
    first, second, third = (writer.submit(tag(photos)) for photos in (ids[:1], ids[1:], ids))
    assert second.cancel()
    assert told.in_trouble.wait(WAIT_S)
    other.execute("ROLLBACK")
    other.close()
    assert first.result(WAIT_S).photos == (ids[0],)
    assert third.result(WAIT_S).photos == (ids[1],)


def test_a_drive_that_vanishes_and_returns_loses_nothing(folder, project, writer, told, add):
    ids = add(project, "a.jpg", "b.jpg")
    writer.submit(tag(ids[:1])).result(WAIT_S)
    project.close()
    away = folder.with_name("unplugged")
    folder.rename(away)
    folder.mkdir()  # an empty mount point must not be taken for a new project
    future = writer.submit(tag(ids[1:]))
    assert told.in_trouble.wait(WAIT_S)
    folder.rmdir()
    away.rename(folder)
    assert future.result(WAIT_S)
    writer.close()
    with Project.open(folder) as project:
        assert project.tag_counts()[Tag.CRACKED] == 2


SCRIPT = """
import sys
from pathlib import Path
from core.project.project import Project
from core.project.repair import repair
from core.project.writer import TagWriter
from core.values import Tag

folder = Path(sys.argv[1])
with Project.open(folder) as project:
    project.sync(folder / f"{number}.jpg" for number in range(400))
    ids = [row.id for row in project.photos()]
writer = TagWriter(folder)
print("ready", flush=True)
for photo in ids:
    future = writer.submit(lambda project, photo=photo: project.set_tags([photo], Tag.CRACKED))
    future.add_done_callback(lambda future: print(future.result().photos[0], flush=True))
writer.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("acknowledged", [0, 1, 7, 40])
def test_every_acknowledged_tag_survives_sigkill(folder, acknowledged):
    program = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SCRIPT), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert program.stdout.readline() == "ready\n"
    lines = [program.stdout.readline() for _ in range(acknowledged)]
    program.send_signal(signal.SIGKILL)
    rest, _ = program.communicate()
    promised = {int(line) for line in lines + rest.splitlines()[:-1]}  # the last line may be cut short
    with Project.open(folder) as project:
        kept = {row.id for row in project.photos() if row.tag is Tag.CRACKED}
        assert promised <= kept and len(kept) - len(promised) <= 2
        assert len(project.history()) == len(kept)
        file = project.place.database
    if not kept:  # nothing was said, so there is no log that could be left of it
        return
    file.unlink()
    repair(folder)
    with Project.open(folder) as project:
        assert {row.id for row in project.photos() if row.tag is Tag.CRACKED} == kept
