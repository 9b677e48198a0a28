import errno
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project import lock
from core.project.database import StorageError
from core.project.files import write_atomically
from core.project.project import Project
from core.values import Tag

HOLDER = """
import sys
from pathlib import Path
from core.project import lock
from core.project.project import Project
with Project.open(Path(sys.argv[1]), user="ben") as project:
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def other_program(folder):
    """Another program that has the folder's project open until it reads a line."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert program.stdout.readline() == "open\n"
    yield program
    program.kill()
    program.communicate()


def test_the_second_opener_is_told_who_has_the_project_and_may_read(folder, project, add):
    add(project, "a.jpg")
    project.close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert holder.stdout.readline() == "open\n"
    with Project.open(folder, user="ana") as second:
        assert second.is_read_only and second.holder.user == "ben" and second.holder.pid == holder.pid
        (row,) = second.photos()
        for write in (
            lambda: second.set_tags([row.id], Tag.CRACKED),
            lambda: second.undo(),
            lambda: second.sync([]),
            lambda: second.set_setting("threshold", 0.4),
        ):
            with pytest.raises(ProjectError, match=r"ben on .* has this project open"):
                write()
        holder.communicate("go\n")
        assert second.set_tags([row.id], Tag.CRACKED)  # they left
        assert not second.is_read_only and second.left_by is None


def test_the_lock_of_a_killed_program_is_recognised_as_stale(folder, other_program):
    other_program.kill()
    other_program.communicate()
    with Project.open(folder, user="ana") as project:
        assert not project.is_read_only
        assert project.left_by.user == "ben"
        assert project.holder.user == "ana"
    with Project.open(folder) as project:
        assert project.left_by is None


def test_one_program_may_open_its_project_more_than_once(folder, project, add):
    (photo,) = add(project, "a.jpg")
    with Project.open(folder) as again:
        assert again.set_tags([photo], Tag.CRACKED)
    assert project.set_tags([photo], Tag.UNSURE)
    assert project.holder is not None


def test_an_unreadable_note_is_no_obstacle(folder, project):
    (project.place.store / "opened-by.json").write_text("[]")
    project.close()
    (project.place.store / "opened-by.json").write_text('{"user": "')
    with Project.open(folder) as again:
        assert again.left_by is None and not again.is_read_only


@pytest.mark.parametrize(
    "said", [{"pid": "4711"}, {"pid": -1}, {"pid": 10**30}, {"pid": 1.5}, {"since": "2026-01-01T10:00"}, {"since": "x"}]
)
def test_a_note_that_makes_no_sense_is_no_obstacle(folder, project, said):
    project.close()
    note = {"user": "ben", "host": socket.gethostname(), "pid": 1, "since": "2026-01-01T10:00:00+00:00", **said}
    (project.place.store / "opened-by.json").write_text(json.dumps(note))
    with Project.open(folder) as again:
        assert again.left_by is None and not again.is_read_only


def test_parts_that_a_killed_program_left_are_swept_by_the_next_one(folder, project):
    project.close()
    store = project.place.store
    (store / "corrections").mkdir(exist_ok=True)
    left = [store / ".abc.part", store / "project.part", store / "corrections" / ".def.part"]
    for part in left:
        part.write_bytes(b"half")
    with Project.open(folder):
        assert not any(part.exists() for part in left)
        left[0].write_bytes(b"being written by this program")
        with Project.open(folder):
            assert left[0].exists()


NOTE = "opened-by.json"


@pytest.fixture
def no_locks(monkeypatch):
    """A drive that locks for its own machine only, or not at all: another program's lock is not seen."""

    def refuse(self, **options):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock.FileLock, "acquire", refuse)


@pytest.fixture
def beats(monkeypatch):
    """Presence is shown a thousand times as often, and a silence is as much shorter."""
    monkeypatch.setattr(lock, "BEAT_S", 0.03)


def said_by(folder, host, *, ago_s=0.0, pid=4711):
    """Another machine's note on the project."""
    note = folder / ".crack-review" / NOTE
    said = {"user": "ben", "host": host, "pid": pid, "since": "2026-01-01T10:00:00+00:00"}
    write_atomically(note, json.dumps(said).encode())  # as the program does: a beat reads all of it
    os.utime(note, (time.time() - ago_s,) * 2)
    return note


def test_another_machine_at_work_is_told_and_its_project_may_be_read(folder, project, add):
    """Also where both get the lock, as on drives that lock for the own machine only."""
    (photo,) = add(project, "a.jpg")
    project.close()
    note = said_by(folder, "site-laptop", ago_s=60)
    before = note.read_bytes(), project.place.database.read_bytes()
    with Project.open(folder, user="ana") as second:
        assert second.is_read_only and str(second.holder).startswith("ben on site-laptop")
        assert [row.id for row in second.photos()] == [photo]
        with pytest.raises(ProjectError, match=r"ben on site-laptop .* has this project open"):
            second.set_tags([photo], Tag.CRACKED)
    assert (note.read_bytes(), project.place.database.read_bytes()) == before
    note.unlink()  # they leave
    with Project.open(folder, user="ana") as second:
        assert second.set_tags([photo], Tag.CRACKED)


@pytest.mark.parametrize("ago_s", [lock.FRESH_S + 1, -10 * 365 * 86_400.0], ids=["silent", "clock years ahead"])
def test_another_machine_that_fell_silent_is_recognised_as_gone(folder, project, add, ago_s):
    (photo,) = add(project, "a.jpg")
    project.close()
    said_by(folder, "site-laptop", ago_s=ago_s)
    with Project.open(folder, user="ana") as second:
        assert not second.is_read_only and second.left_by.host == "site-laptop"
        assert second.set_tags([photo], Tag.CRACKED)
        assert second.holder.user == "ana"


def test_without_locks_the_note_keeps_the_second_out_and_goes_with_the_first(folder, other_program, no_locks):
    with Project.open(folder, user="ana") as second:
        assert second.is_read_only and second.holder.pid == other_program.pid
    other_program.communicate("go\n")
    with Project.open(folder, user="ana") as second:
        assert not second.is_read_only and second.left_by is None
        assert json.loads((folder / ".crack-review" / NOTE).read_text())["user"] == "ana"
    assert not (folder / ".crack-review" / NOTE).exists()


def test_without_locks_a_killed_program_of_this_machine_keeps_nobody_out(folder, other_program, no_locks):
    other_program.kill()
    other_program.communicate()
    with Project.open(folder, user="ana") as second:
        assert not second.is_read_only and second.left_by.user == "ben"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks files otherwise")
def test_an_empty_lock_file_blocks_nobody_on_a_drive_that_knows_no_locks(folder, project, add, monkeypatch):
    """It stays behind with every project that was opened elsewhere, and names nobody."""
    import fcntl

    def refuse(descriptor, operation):
        raise OSError(errno.ENOSYS, "Function not implemented")

    (photo,) = add(project, "a.jpg")
    project.close()
    assert (project.place.store / "lock").read_bytes() == b""
    monkeypatch.setattr(fcntl, "flock", refuse)
    for _ in range(2):
        with Project.open(folder, user="ana") as again:
            assert not again.is_read_only and again.set_tags([photo], Tag.CRACKED) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the file as long as it is locked")
def test_a_lock_file_that_was_replaced_below_a_program_lets_no_second_one_in(folder, other_program):
    """By a folder that is copied between machines, or a drive that was unplugged and is back."""
    (folder / ".crack-review" / "lock").unlink()
    with Project.open(folder, user="ana") as second:
        assert second.is_read_only and second.holder.pid == other_program.pid
    other_program.kill()
    other_program.communicate()
    with Project.open(folder, user="ana") as second:
        assert not second.is_read_only and second.left_by.user == "ben"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes its children's names at once")
def test_a_killed_program_that_nobody_has_buried_yet_keeps_nobody_out(folder, other_program):
    other_program.kill()
    os.waitid(os.P_PID, other_program.pid, os.WEXITED | os.WNOWAIT)
    with Project.open(folder, user="ana") as second:
        assert not second.is_read_only and second.left_by.pid == other_program.pid


def test_a_number_that_another_program_has_by_now_keeps_nobody_out(folder, project):
    """This process began long after the note was written, whose program had its number."""
    project.close()
    said_by(folder, socket.gethostname(), pid=os.getppid())
    with Project.open(folder, user="ana") as second:
        assert not second.is_read_only and second.left_by.pid == os.getppid()


def test_nothing_is_made_where_a_drive_was(folder, project):
    project.close()
    shutil.rmtree(folder / ".crack-review")
    with pytest.raises(StorageError, match="check that the drive is there"):
        Project(project.place, folder=folder, user="ana")
    assert list(folder.iterdir()) == []


def test_a_project_whose_drive_is_gone_is_not_begun_anew_below_the_program_that_has_it_open(folder, project, add):
    """Its empty mount point is a folder like any other. What an import, say, put there would be lost with it."""
    (photo,) = add(project, "site 1/a.jpg")
    gone = folder.with_name("unplugged")
    folder.rename(gone)
    (folder / "site 1").mkdir(parents=True)
    for asked in (folder, folder / "site 1"):
        with pytest.raises(StorageError, match="check that the drive is there"):
            Project.open(asked)
        assert not list(folder.rglob(".crack-review"))
    shutil.rmtree(folder)
    gone.rename(folder)
    with Project.open(folder) as again:
        assert again.set_tags([photo], Tag.CRACKED)


def test_a_note_is_touched_as_long_as_the_project_is_open_somewhere_in_this_program(folder, beats):
    with Project.open(folder) as first:
        note = first.place.store / NOTE
        with Project.open(folder):
            first.close()
            os.utime(note, (0, 0))
            wait_until(lambda: note.stat().st_mtime > 0)
            note.unlink()
            wait_until(note.exists)
        assert not note.exists()


def test_a_machine_that_slept_meanwhile_finds_its_project_taken_and_writes_no_more(beats, folder, project, add):
    (photo,) = add(project, "a.jpg")
    note = said_by(folder, "office")
    with Project.open(folder) as again:
        wait_until(lambda: again.hold.is_lost)
        with pytest.raises(ProjectError, match=r"ben on office .* has this project open"):
            again.set_tags([photo], Tag.CRACKED)
    project.close()
    assert "office" in note.read_text()  # theirs stays
    note.unlink()
    with Project.open(folder) as again:
        assert again.set_tags([photo], Tag.CRACKED)


def test_a_long_silence_is_looked_into_before_the_next_action(folder, project, add):
    """The beat of a machine that wakes up may come later than its user's hand."""
    (photo,) = add(project, "a.jpg")
    said_by(folder, "office")
    assert not project.hold.is_lost
    project.hold._presence._beaten -= lock.FRESH_S + 1
    with pytest.raises(ProjectError, match="ben on office"):
        project.set_tags([photo], Tag.CRACKED)


def wait_until(holds):
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)
