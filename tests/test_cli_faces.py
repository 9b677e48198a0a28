"""Two faces, one program: which arguments open the window, and what each face loads."""

import subprocess
import sys

import pytest

import app.__main__ as program
from core import cli as command_line

NO_QT = """
import sys
from app.__main__ import main
code = main(sys.argv[1:])
loaded = sorted(name for name in sys.modules if name.split(".")[0] in {"PySide6", "shiboken6"})
sys.exit(f"Qt was loaded: {loaded}" if loaded else code)
"""


@pytest.fixture
def opened(monkeypatch):
    """What the window was opened on, instead of a window."""
    seen = []
    monkeypatch.setattr(program, "_open_window", lambda arguments: seen.append(arguments) or 0)
    return seen


def _without_qt(*argv, cwd=None):
    return subprocess.run([sys.executable, "-c", NO_QT, *argv], capture_output=True, text=True, cwd=cwd, check=False)


def test_both_faces_know_the_same_subcommands():
    assert program.SUBCOMMANDS == command_line.SUBCOMMANDS


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["predict", "--help"], ["models", "export", "--help"]])
def test_help_and_version_load_no_qt(argv):
    ended = _without_qt(*argv)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "crack-review" in ended.stdout


@pytest.mark.parametrize("name", sorted(command_line.SUBCOMMANDS))
def test_every_subcommand_explains_itself(cli, name):
    code, out, _ = cli(name, "--help")
    assert code == 0
    assert f"crack-review {name}" in out


def test_tags_are_set_without_qt_and_torch(tmp_path, paint):
    paint(tmp_path / "a.png")
    script = NO_QT.replace('{"PySide6", "shiboken6"}', '{"PySide6", "shiboken6", "torch"}')
    ended = subprocess.run(
        [sys.executable, "-c", script, "tags", "set", str(tmp_path), "cracked", "a.png"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("argv", [[], ["./predict"], ["/photos"], ["predict/"], ["./train"]])
def test_anything_else_opens_the_window(opened, argv):
    assert program.main(argv) == 0
    assert opened == [argv]


def test_a_subcommand_opens_no_window(opened, cli):
    assert cli("predict")[0] == 2
    assert opened == []


def test_wrong_arguments_are_explained(cli):
    code, _, err = cli("predict", "a.jpg")
    assert code == 2
    assert "--out" in err
