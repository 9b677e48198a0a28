"""The campaigns in small: each harness works, notices what it is there for, and finds nothing. By hand: README."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import CoreError
from core.project.project import Project
from core.values import Tag
from tests.survival import fuzz, kills, offline, targets
from tests.survival.ledger import Ledger, half_written, standing

ROOT = Path(__file__).parents[2]
unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


@pytest.fixture
def folder(tmp_path):
    with Project.open(tmp_path) as project:
        project.sync([tmp_path / "a.jpg", tmp_path / "b.jpg"])
        project.set_tags([1], Tag.CRACKED)
        project.set_tags([2], Tag.UNSURE)
    return tmp_path


def promised(folder):
    ledger = Ledger()
    ledger.catch_up(folder)
    return ledger


def test_ledger_is_content_with_a_whole_project(folder):
    assert promised(folder).problems(folder) == []


def test_ledger_notices_a_lost_action_and_one_that_nobody_promised(folder):
    ledger = promised(folder)
    ledger.add({"top": 3, "position": 3, "digest": "of an action that was acknowledged"})
    assert any("is lost" in problem for problem in ledger.problems(folder))
    before = Ledger()
    assert any("2 actions more" in problem for problem in before.problems(folder))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE facts SET value = '\"unsure\"' WHERE photo = 1", "adds up to"),
        ("DELETE FROM audit WHERE id = 2", "is lost"),
        ("UPDATE audit SET after = '[]' WHERE id = 2", "is lost or other"),
    ],
)
def test_ledger_notices_what_was_changed(folder, change, words):
    ledger = promised(folder)
    with Project.open(folder) as project:
        project.connection.execute(change)
    assert any(words in problem for problem in ledger.problems(folder))


def test_half_written_files_are_noticed_and_parts_are_not(tmp_path, paint):
    whole = paint(tmp_path / "whole.png").read_bytes()
    assert half_written(tmp_path) == []
    (tmp_path / ".x.7.part.png").write_bytes(whole[:40])
    assert half_written(tmp_path) == []
    for name, content in {
        "cut.png": whole[:-9],
        "cut.csv": b"a,b\n1,",
        "cut.json": b'{"a": ',
        "cut.xlsx": b"PK\3\4",
        "cut.html": b"<html><body>",
        "cut.pdf": b"%PDF-1.7",
        "cut.safetensors": b"\0\0",
    }.items():
        (tmp_path / name).write_bytes(content)
    assert len(half_written(tmp_path)) == 7


@unix
def test_a_session_and_a_window_that_are_killed_lose_nothing():
    assert kills.main(["--session", "2", "--command", "0", "--training", "0", "--window", "1"]) == 0


def test_standing_of_a_project_is_what_the_ledger_asks_for(folder):
    with Project.open(folder) as project:
        said = standing(project)
    assert (said["top"], said["position"]) == (2, 2)
    assert json.loads(json.dumps(said)) == said


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("gcc") is None, reason="needs Linux and gcc")
@pytest.mark.parametrize("lasting", [(), ("--lasting",)], ids=["one call", "all calls from there on"])
def test_a_session_in_which_writing_fails_says_so_and_loses_nothing(lasting):
    every = ("--every", "97", "--first", "5", "--kinds", "ENOSPC,EIO" if lasting else "EIO,KILL")
    command = [sys.executable, "-m", "tests.survival.faults", "session", *every, *lasting]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["problems"] == 0
    assert seen["session EIO from there on" if lasting else "session EIO"] >= 4


# Networks and pickles load torch and take the campaign's time: tests/core/network has those by hand.
@pytest.mark.parametrize(
    ("kind", "count"), [(kind, 40) for kind in ("photo", "tags", "coco", "labelme", "map", "notes")]
)
def test_spoilt_files_are_read_or_refused_with_a_sentence(tmp_path, kind, count):
    target = targets.TARGETS[kind](tmp_path)
    for number in range(count):
        file = target.make(random.Random(f"{kind} {number}"))
        try:
            target.read(file)
        except CoreError as error:
            assert str(error).endswith("."), error


@pytest.mark.parametrize("kind", ["database", "log", "bundle"])
def test_spoilt_projects_open_or_are_repaired(tmp_path, kind):
    target = targets.TARGETS[kind](tmp_path / "work")
    for number in range(3):
        try:
            target.read(target.make(random.Random(f"{kind} {number}")))
        except CoreError as error:
            assert str(error).endswith("."), error


def test_a_campaign_notices_a_crash_a_traceback_and_goes_on(tmp_path, monkeypatch):
    """A target that fails by its content stands where a reader does."""
    script = tmp_path / "sitecustomize.py"
    script.write_text(
        "import os\n"
        "from tests.survival import targets\n"
        "class Odd(targets.Target):\n"
        "    def content(self, chance):\n"
        "        self.number = getattr(self, 'number', -1) + 1\n"
        "        return b'x'\n"
        "    def read(self, file):\n"
        "        os.abort() if self.number == 1 else 1 / 0 if self.number == 0 else None\n"
        "targets.TARGETS = {'odd': Odd}\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{ROOT}")
    monkeypatch.setattr(targets, "TARGETS", {"odd": None})
    assert fuzz.main(["--kinds", "odd", "--files", "3", "--keep", str(tmp_path / "kept")]) == 1
    assert sorted(path.name for path in (tmp_path / "kept").glob("*.txt")) == [f"odd-{n}.txt" for n in range(3)]


@pytest.mark.skipif(not offline.can_isolate(), reason="this user may make no name space of its own")
def test_the_commands_work_where_there_is_no_network(tmp_path, paint):
    photo = paint(tmp_path / "photos" / "a.png")
    assert "\t" not in offline.interfaces_up().partition("\n")[2], "there is a route"
    for what in (
        ("tags", "set", photo.parent, "cracked", "a.png"),
        ("predict", photo, "--model", "blackhat", "--out", tmp_path / "out", "--quiet"),
    ):
        subprocess.run([*offline.isolated(), sys.executable, "-m", "app", *map(str, what)], cwd=ROOT, check=True)
    assert (tmp_path / "out" / "a_mask.png").is_file()
