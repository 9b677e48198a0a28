"""The packaged window: it opens at once, takes a tag, and goes. Under Xvfb it is used with keys and mouse."""

import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

PATIENCE_S = 120
NO_STREAMS = ("/bin/sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-')


def until(holds, patience_s: float = PATIENCE_S):
    """What ``holds`` gives as soon as it is true; else its last answer."""
    end = time.monotonic() + patience_s
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def projects_in(home: str) -> list[Path]:
    return list(Path(home).rglob("samples/.crack-review/project.sqlite"))


def tags_in(folder: Path) -> list[str]:
    """What is on disk, whoever has the project open."""
    file = folder / ".crack-review" / "project.sqlite"
    if not file.is_file():
        return []
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as project:
        try:
            return [value for (value,) in project.execute("SELECT value FROM facts WHERE kind = 'tag'")]
        except sqlite3.OperationalError:  # being made or being written
            return []


def test_window_opens_the_sample_photos_without_a_complaint(bare, tmp_path):
    with (tmp_path / "said.txt").open("w+b") as said:
        command = bare.command("crack-review")
        with subprocess.Popen(command, env=bare.environment, cwd=tmp_path, stdout=said, stderr=said) as window:
            try:
                until(lambda: window.poll() is not None or projects_in(bare.environment["HOME"]))
                assert window.poll() is None, (tmp_path / "said.txt").read_text(encoding="utf-8")
            finally:
                window.kill()
    assert projects_in(bare.environment["HOME"])
    said = (tmp_path / "said.txt").read_text(encoding="utf-8")
    assert "Traceback" not in said and "rror" not in said, said


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a display of its own, without a window manager."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("a real window needs Xvfb and xdotool")
    server = ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-ac", "-nolisten", "tcp"]
    with subprocess.Popen(server, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        yield f":{running.stdout.readline().strip()}"
        running.terminate()


class Hands:
    """Keys and mouse on one display."""

    def __init__(self, screen: str) -> None:
        self._screen = screen

    def window(self, name: str) -> str:
        """The window with that title, "" while it is not shown."""
        return self._do("search", "--onlyvisible", "--name", name).strip().partition("\n")[0]

    def click(self, window: str, x: int, y: int) -> None:
        self._do("mousemove", "--window", window, str(x), str(y), "click", "1")

    def press(self, key: str) -> None:
        self._do("key", key)

    def _do(self, *arguments: str) -> str:
        # Without --sync: that waits for ever where nothing comes.
        return subprocess.run(
            ["xdotool", *arguments], env={"DISPLAY": self._screen}, capture_output=True, text=True, check=False
        ).stdout


@pytest.fixture
def hands(screen) -> Hands:
    return Hands(screen)


@pytest.fixture
def opened(bare, screen, hands, photos):
    """Starts the window on the photos, all three streams closed; gives its process and the seconds until it shows."""
    environment = {name: value for name, value in bare.environment.items() if name != "QT_QPA_PLATFORM"}
    running = []

    def start() -> tuple[subprocess.Popen, float]:
        began = time.monotonic()
        command = [*NO_STREAMS, *bare.command("crack-review", photos)]
        process = subprocess.Popen(command, env={**environment, "DISPLAY": screen}, cwd=photos.parent)
        running.append(process)
        assert until(lambda: process.poll() is not None or hands.window("Crack Review"))
        return process, time.monotonic() - began

    yield start
    for process in running:
        process.kill()
        process.wait()


def test_a_photo_is_tagged_with_a_key_and_the_window_quits(opened, hands, photos, bare, capsys):
    process, first_s = opened()
    window = until(lambda: hands.window(re.escape(photos.name)))
    assert window and process.poll() is None

    def tagged() -> list[str]:
        hands.click(window, 700, 450)
        hands.press("c")
        return until(lambda: tags_in(photos), patience_s=3)

    assert until(tagged)
    hands.press("ctrl+q")
    assert process.wait(PATIENCE_S) == 0
    assert set(tags_in(photos)) == {'"cracked"'}
    log = Path(bare.environment["HOME"]).rglob("crack-review.log")
    assert not [line for path in log for line in path.read_text("utf-8").splitlines() if " ERROR " in line]

    process, warm_s = opened()  # the tags are there again, and the folder's name
    assert until(lambda: hands.window(re.escape(photos.name)))
    hands.click(hands.window("Crack Review"), 700, 450)
    hands.press("ctrl+q")
    assert process.wait(PATIENCE_S) == 0
    assert set(tags_in(photos)) == {'"cracked"'}
    with capsys.disabled():
        print(f"\npackaged window, from start to shown: first {first_s:.1f} s, warm {warm_s:.1f} s")
