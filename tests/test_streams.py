"""A program without a console: standard input, output and error are closed, as a windowed executable has them."""

import os
import subprocess
import sys

import pytest

from app import __main__ as program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="closes streams as a POSIX shell does")

CHILD = """
import os, sys
assert sys.stdin is sys.stdout is sys.stderr is None
from app import __main__ as program
told = []
def main():
    print("said to nobody"); print("complained to nobody", file=sys.stderr)
    os.write(2, b"said by a library")
    file = open(sys.argv[1], "w")
    told.append(file.fileno())
    return 7 if file.fileno() > 2 else 1
program.main = main
program.run()
"""


def closed(*arguments):
    """Run Python with all three streams closed."""
    shell = ["/bin/sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-', sys.executable, *map(str, arguments)]
    return subprocess.run(shell, check=False, timeout=120).returncode


def test_nothing_that_is_said_fails_and_no_file_takes_the_place_of_a_stream(tmp_path):
    assert closed("-c", CHILD, tmp_path / "project") == 7
    assert (tmp_path / "project").read_bytes() == b""


def test_a_command_ends_well_without_a_console(tmp_path):
    assert closed("-m", "app", "models", "list") == 0


def test_streams_that_are_there_stay(monkeypatch):
    before = sys.stdin, sys.stdout, sys.stderr
    program._fill_streams()
    assert (sys.stdin, sys.stdout, sys.stderr) == before
