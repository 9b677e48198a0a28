import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project.project import Project
from core.values import Tag

HOLDER = """
import sys
from pathlib import Path
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
