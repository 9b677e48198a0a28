"""A death in native code is found at the next start, and told from an orderly end."""

import os
import subprocess
import sys
import time

import pytest

from app.crashes import CrashFile

LIVES = """
import faulthandler, sys
from app.crashes import CrashFile
crashes = CrashFile()
if "die" in sys.argv:
    faulthandler._sigsegv()
crashes.close()
"""


@pytest.fixture
def live(home):
    def run(*arguments):
        command = [sys.executable, "-c", LIVES, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    return run


def test_a_crash_leaves_the_lines_it_was_at_and_the_next_start_finds_them_once(home, live):
    assert live("die").returncode != 0
    first = CrashFile()
    first.close()
    second = CrashFile()
    second.close()
    assert (first.found, second.found) == (True, False)
    (report,) = (home / "log").glob("crash-*.txt")
    assert "<module>" in report.read_text("utf-8")


def test_an_orderly_end_leaves_nothing(home, live):
    ended = live()
    assert ended.returncode == 0, ended.stderr
    crashes = CrashFile()
    crashes.close()
    assert not crashes.found
    assert list((home / "log").iterdir()) == []


def test_the_file_of_another_window_that_runs_is_left_alone_and_that_of_a_killed_one_goes(home):
    log = home / "log"
    log.mkdir()
    (log / "running-1.txt").touch()
    (log / "running-2.txt").touch()
    days_ago = time.time() - 3 * 86_400
    os.utime(log / "running-2.txt", (days_ago, days_ago))
    crashes = CrashFile()
    crashes.close()
    assert not crashes.found
    assert [path.name for path in log.iterdir()] == ["running-1.txt"]


def test_the_newest_three_are_kept(home):
    log = home / "log"
    log.mkdir()
    for day in range(1, 6):
        (log / f"crash-2026010{day}-000000.txt").write_text("here", encoding="utf-8")
    (log / "running-7.txt").write_text("here", encoding="utf-8")
    CrashFile().close()
    assert len(list(log.iterdir())) == 3
    assert not (log / "crash-20260103-000000.txt").exists()


def test_a_home_that_takes_no_files_does_not_keep_the_program_from_starting(home):
    (home / "log").write_text("a file where the folder should be", encoding="utf-8")
    crashes = CrashFile()
    crashes.close()
    assert not crashes.found
