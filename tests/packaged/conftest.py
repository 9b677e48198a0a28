"""The program that build.spec made, in a bare environment.

No PATH, an empty HOME, a folder whose path has spaces and umlauts; where the system lets this user, also no network
interface and an install folder that takes no files.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import resources

ROOT = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("CRACK_REVIEW_PACKAGED", ROOT / "dist" / "crack-review"))
SAMPLES = Path(resources.__file__).parent / "samples" / "images"
ENDING = ".exe" if sys.platform == "win32" else ""
DEADLINE_S = 600

# $1 becomes a place that takes no files; then the rest is run.
READ_ONLY = '{mount} --bind "$1" "$1" && {mount} -o remount,bind,ro "$1" && shift && exec "$@"'


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = pytest.mark.skip(reason="no packaged program; see README, “Build the program”")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.packaged)
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.timeout(2 * DEADLINE_S))
            if not PROGRAM.is_dir():
                item.add_marker(missing)


@dataclass(frozen=True)
class Bare:
    """Where the program lies, and what its processes find around them."""

    folder: Path
    environment: dict[str, str]
    around: tuple[str, ...]

    @property
    def is_shut_in(self) -> bool:
        """Whether there is neither a network interface nor a writable install folder."""
        return "--mount" in self.around

    def command(self, name: str, *arguments: object) -> list[str]:
        return [*self.around, str(self.folder / f"{name}{ENDING}"), *map(str, arguments)]

    def run(self, *arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """The command line, to its end."""
        return subprocess.run(
            self.command("crack-review-cli", *arguments),
            env=self.environment,
            cwd=cwd or self.environment["HOME"],
            capture_output=True,
            encoding="utf-8",
            timeout=DEADLINE_S,
            check=False,
        )

    def passed(self, *arguments: object) -> str:
        """What the command line said to standard output, having ended well."""
        result = self.run(*arguments)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout


@pytest.fixture(scope="session")
def installed(tmp_path_factory) -> Path:
    """The program's folder under a path as people have them: another name of the same files, not a copy."""
    target = tmp_path_factory.mktemp("install") / "Programme für Prüfer" / "Crack Review"
    shutil.copytree(PROGRAM, target, symlinks=True, copy_function=_link)
    return target


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another drive
        shutil.copy2(source, target)


@pytest.fixture(scope="session")
def shut_in(installed) -> tuple[str, ...]:
    """A prefix that takes network interfaces away and makes the install folder read-only, as far as that can be."""
    unshare, mount = shutil.which("unshare"), shutil.which("mount")
    if unshare is None or mount is None:
        return ()
    read_only = ("/bin/sh", "-c", READ_ONLY.format(mount=mount), "sh", str(installed))
    candidates = [
        (unshare, *who, "--net", *rest) for rest in (("--mount", *read_only), ()) for who in ((), ("--map-root-user",))
    ]
    return next((prefix for prefix in candidates if _works(prefix)), ())


def _works(prefix: tuple[str, ...]) -> bool:
    return subprocess.run([*prefix, "/bin/true"], capture_output=True, check=False).returncode == 0


@pytest.fixture
def bare(installed, shut_in, tmp_path) -> Bare:
    home = tmp_path / "Zuhause für Prüfer"
    home.mkdir()
    # Windows cannot start a process without its own folder.
    system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    places = {"HOME": str(home), "LOCALAPPDATA": str(home), "TMPDIR": str(home)}
    return Bare(installed, {"PATH": "", "QT_QPA_PLATFORM": "offscreen", **places, **system}, shut_in)


@pytest.fixture
def photos(tmp_path) -> Iterator[Path]:
    """Two of the samples in a folder of their own, which take no changes."""
    folder = tmp_path / "Brücke 7"
    folder.mkdir()
    for photo in sorted(SAMPLES.glob("*.jpg"))[:2]:
        shutil.copyfile(photo, folder / photo.name)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    yield folder
    assert {path: path.read_bytes() for path in before} == before
