"""The Debian package, installed, updated, removed and purged on a copy of this system that is thrown away afterwards.

The copy is a mount of its own above the real files; nothing is written to those. Needs root and the package, whose file
the variable CRACK_REVIEW_DEB names: `.packaging/linux/build_deb.sh dist/crack-review 0.1.0 dist`.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from core.cli import version

ROOT = Path(__file__).parents[2]
PACKAGE = Path(os.environ.get("CRACK_REVIEW_DEB", "absent.deb"))
FORMATS = sorted((ROOT / "tests/core/project/formats").glob("version_*.sql"))
SITES = "/home/inspector/Brücken"
DATA = "/home/inspector/.local/share/crack-review"
THUMBNAIL = "/home/inspector/.cache/crack-review/thumbnails/ab/cd.jpg"
DEADLINE_S = 900

# $1 layer, $2 its work folder, $3 where the copy appears
COPY = """
mount -t overlay overlay -o "lowerdir=/,upperdir=$1,workdir=$2" "$3" && shift 2 &&
mount -t proc proc "$1/proc" && mount --bind /dev "$1/dev" && exec chroot "$@"
"""


class Copy:
    """This system, to be changed at will."""

    def __init__(self, folder: Path) -> None:
        self.layer, self._work, self._place = (folder / name for name in ("layer", "work", "copy"))
        for made in (self.layer, self._work, self._place):
            made.mkdir(parents=True)

    def run(self, *command: str, user: str = "root") -> subprocess.CompletedProcess[str]:
        inside = command if user == "root" else ("runuser", "-u", user, "--", "env", f"HOME=/home/{user}", *command)
        places = map(str, (self.layer, self._work, self._place))
        prefix = ("unshare", "--mount", "--net", "/bin/sh", "-c", COPY, "sh", *places)
        return subprocess.run(
            [*prefix, *inside], capture_output=True, encoding="utf-8", timeout=DEADLINE_S, check=False, cwd="/"
        )

    def passed(self, *command: str, user: str = "root") -> str:
        result = self.run(*command, user=user)
        assert result.returncode == 0, (command, result.stdout[-2000:], result.stderr[-2000:])
        return result.stdout

    def has(self, path: str) -> bool:
        return self.run("test", "-e", path).returncode == 0


@pytest.fixture
def system(tmp_path):
    if not PACKAGE.is_file():
        pytest.skip("no Debian package; CRACK_REVIEW_DEB names none")
    copy = Copy(tmp_path / "system")
    if copy.run("dpkg", "--version").returncode != 0:
        pytest.skip("needs root, dpkg and overlay mounts")
    yield copy
    shutil.rmtree(tmp_path / "system", ignore_errors=True)


@pytest.fixture
def earlier(system, tmp_path) -> None:
    """A version before this one: just a file that this one does not have any more."""
    stage = tmp_path / "earlier"
    stale = stage / "opt/crack-review/_internal/stale.so"
    stale.parent.mkdir(parents=True)
    stale.touch()
    (stage / "DEBIAN").mkdir()
    control = (ROOT / ".packaging/linux/control.in").read_text("utf-8").replace("@SIZE@", "1").replace("@LIBC@", "2")
    architecture = system.passed("dpkg", "--print-architecture").strip()
    control = control.replace("@VERSION@", "0.0.1").replace("@ARCHITECTURE@", architecture)
    (stage / "DEBIAN/control").write_text(control, encoding="utf-8")
    shutil.copy(ROOT / ".packaging/linux/postrm", stage / "DEBIAN/postrm")
    system.passed("dpkg-deb", "--root-owner-group", "--build", str(stage), str(tmp_path / "earlier.deb"))
    install(system, tmp_path / "earlier.deb")
    assert system.has("/opt/crack-review/_internal/stale.so")


@pytest.fixture
def inspector(system) -> None:
    """Somebody with a project of every format so far, a network of their own and settings."""
    system.passed("useradd", "--create-home", "inspector")
    for script in FORMATS:
        file = system.layer / f"{SITES}/{script.stem}/.crack-review/project.sqlite".lstrip("/")
        file.parent.mkdir(parents=True)
        with closing(sqlite3.connect(file)) as project:
            project.executescript(script.read_text("utf-8"))
    of_program = ("models/0123.safetensors", "settings.ini", "log/crack-review.log", "engines/a/openvino.bin")
    for kept_as in (*(f"{DATA}/{name}" for name in of_program), f"{DATA}/projects/usb-1/project.sqlite", THUMBNAIL):
        kept = system.layer / kept_as.lstrip("/")
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("kept", encoding="utf-8")
    system.passed("chown", "-R", "inspector", "/home/inspector")


def install(system: Copy, file: Path) -> None:
    system.passed("dpkg", "--force-unsafe-io", "--install", str(file))


def made_by_people(system: Copy) -> list[str]:
    """Every file in the inspector's home that matters, by name."""
    found = system.passed("find", SITES, DATA, "-type", "f")
    return sorted(line for line in found.splitlines() if not line.endswith((".bashrc", ".profile", ".bash_logout")))


def test_an_update_and_a_removal_keep_what_people_made_and_a_purge_keeps_their_projects(system, earlier, inspector):
    before = made_by_people(system)
    install(system, PACKAGE)

    assert not system.has("/opt/crack-review/_internal/stale.so")
    assert set(before) <= set(made_by_people(system))
    assert system.passed("dpkg", "--verify", "crack-review") == ""
    assert version() in system.passed("crack-review-cli", "--version", user="inspector")
    assert "The program works here." in system.passed(
        "crack-review-cli", "selftest", "--device", "cpu", user="inspector"
    )
    for script in FORMATS:
        site = f"{SITES}/{script.stem}"
        (system.layer / f"{site}/a.jpg".lstrip("/")).write_bytes(b"a photo that cannot be read")
        system.passed("crack-review-cli", "tags", "export", site, f"{site}/tags.csv", user="inspector")
        assert "a.jpg,cracked" in system.passed("cat", f"{site}/tags.csv")

    before = made_by_people(system)
    system.passed("dpkg", "--remove", "crack-review")
    for gone in ("/opt/crack-review", "/usr/bin/crack-review", "/usr/bin/crack-review-cli"):
        assert not system.has(gone)
    assert not system.has("/usr/share/applications/crack-review.desktop")
    assert made_by_people(system) == before

    system.passed("dpkg", "--purge", "crack-review")
    left = made_by_people(system)
    assert left == [name for name in before if SITES in name or "/projects/" in name]
    assert not system.has(THUMBNAIL) and not system.has(f"{DATA}/models")
