"""The program that build.spec made, run in a bare environment: no PATH, an empty HOME, no network where that can be."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import resources

ROOT = Path(__file__).parents[1]
PROGRAM = Path(os.environ.get("CRACK_REVIEW_PACKAGED", ROOT / "dist" / "crack-review"))
SAMPLES = Path(resources.__file__).parent / "samples" / "images"
ENDING = ".exe" if sys.platform == "win32" else ""
DEADLINE_S = 240

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.slow,
    pytest.mark.timeout(2 * DEADLINE_S),
    pytest.mark.skipif(not PROGRAM.is_dir(), reason="no packaged program; see README, “Build the program”"),
]


def offline() -> list[str]:
    """A prefix that takes all network interfaces away, where this user may do that."""
    unshare = shutil.which("unshare")
    for options in (["--net"], ["--map-root-user", "--net"]):
        command = [unshare or "", *options]
        if unshare and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    return []


@pytest.fixture
def bare(tmp_path) -> dict[str, str]:
    home = tmp_path / "Zuhause für Prüfer"
    home.mkdir()
    # Windows cannot start a process without its own folder.
    system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {"PATH": "", "HOME": str(home), "LOCALAPPDATA": str(home), "QT_QPA_PLATFORM": "offscreen", **system}


@pytest.fixture
def run(bare, tmp_path):
    def command_line(*arguments: object) -> subprocess.CompletedProcess[str]:
        program = PROGRAM / f"crack-review-cli{ENDING}"
        command = [*offline(), str(program), *map(str, arguments)]
        return subprocess.run(
            command, env=bare, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=DEADLINE_S, check=False
        )

    return command_line


@pytest.fixture
def photos(tmp_path) -> Path:
    folder = tmp_path / "Brücke 7"
    folder.mkdir()
    for photo in sorted(SAMPLES.glob("*.jpg"))[:2]:
        shutil.copyfile(photo, folder / photo.name)
    return folder


def test_selftest_passes(run):
    result = run("selftest", "--device", "cpu")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "The program works here." in result.stdout


def test_doctor_knows_that_it_is_packaged_and_finds_the_shipped_network(run):
    result = run("doctor", "--json")
    assert result.returncode == 0, result.stdout + result.stderr
    told = json.loads(result.stdout)
    assert told["packaged"] is True
    assert told["shipped_model"] == "loads"
    assert told["crack-review"] != "unknown"


def test_predict_writes_a_mask_for_every_photo(run, photos, tmp_path):
    result = run("predict", photos, "--out", tmp_path / "Masken", "--device", "cpu")
    assert result.returncode == 0, result.stderr
    assert len(list((tmp_path / "Masken").rglob("*_mask.png"))) == 2


def test_window_opens_the_sample_photos_without_a_complaint(bare, tmp_path):
    with (tmp_path / "said.txt").open("w+b") as said:
        command = [*offline(), str(PROGRAM / f"crack-review{ENDING}")]
        with subprocess.Popen(command, env=bare, cwd=tmp_path, stdout=said, stderr=said) as window:
            try:
                until(lambda: window.poll() is not None or projects_in(bare["HOME"]))
                assert window.poll() is None, (tmp_path / "said.txt").read_text(encoding="utf-8")
            finally:
                window.kill()
    assert projects_in(bare["HOME"])


def projects_in(home: str) -> list[Path]:
    return list(Path(home).rglob("samples/.crack-review/project.sqlite"))


def until(holds) -> None:
    end = time.monotonic() + DEADLINE_S
    while not holds() and time.monotonic() < end:
        time.sleep(0.1)
