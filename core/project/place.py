"""Where a project lies: beside the photos, or with the user's data where that folder takes no files."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from core.errors import ProjectError

FOLDER = ".crack-review"
FILE = "project.sqlite"
LOG_FOLDER = "log"
BACKUP_FOLDER = "backups"
LAYER_FOLDER = "corrections"
TRACES = (LOG_FOLDER, BACKUP_FOLDER)


@dataclass(frozen=True, slots=True)
class Place:
    """``root`` is the folder whose photos are reviewed; ``store`` takes all that is written for it."""

    root: Path
    store: Path

    @property
    def database(self) -> Path:
        """The project file."""
        return self.store / FILE

    @property
    def is_beside_photos(self) -> bool:
        """Whether the project travels with the photos."""
        return self.store.parent == self.root


def user_folder() -> Path:
    """The per-user folder of the whole program; the variable CRACK_REVIEW_HOME puts it elsewhere."""
    override = os.environ.get("CRACK_REVIEW_HOME")
    return Path(override) if override else platformdirs.user_data_path("crack-review", appauthor=False)


def find(folder: Path) -> Place:
    """The place for ``folder``: the nearest parent's with a project, else a new one (its folder is made).

    Raises:
        ProjectError: ``folder`` is none, or no place takes files.
    """
    folder = absolute(folder)
    if not folder.is_dir():
        raise ProjectError(f"A folder of photos was expected, {folder} is not a folder; choose another one.")
    root = known_root(folder) or folder
    beside = Place(root, root / FOLDER)
    return beside if _takes_files(beside.store) else _fallback(beside)


def known_root(folder: Path) -> Path | None:
    """The root of the project that ``folder`` belongs to; None where there is none. Makes nothing."""
    folder = absolute(folder)
    return next((parent for parent in (folder, *folder.parents) if _has_project(parent)), None)


def absolute(folder: Path) -> Path:
    """The whole path. Links and mapped drives stay as the user named them, as do the photos."""
    return Path(os.path.abspath(folder))  # noqa: PTH100 (Path.absolute keeps "..")


def folders_below(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every folder below, and whether it has a project of its own; nothing is looked for below such a one.

    Folders that cannot be read, and those whose name begins with a dot, are left out.
    """
    for name, below, _ in os.walk(folder):
        here = Path(name)
        has_project = here != folder and (here / FOLDER / FILE).is_file()
        below[:] = [] if has_project else sorted(each for each in below if not each.startswith("."))
        yield here, has_project


def projects_below(folder: Path) -> Iterator[Path]:
    """The sub-folders that have a project of their own: opening ``folder`` as one project would hide them."""
    return (below for below, has_project in folders_below(folder) if has_project)


def away(root: Path) -> Place:
    """Where the project of ``root`` lies while that takes no files."""
    return Place(root, _user_store(root))


def has_content(database: Path) -> bool:
    """Whether a project file is there at all. SQLite would take an empty one for a new project."""
    return _is_there(database) and database.is_file() and database.stat().st_size > 0


def is_lost(place: Place) -> bool:
    """Whether there was a project whose file is gone or empty now."""
    return not has_content(place.database) and any((place.store / name).is_dir() for name in TRACES)


def _has_project(folder: Path) -> bool:
    names = (FILE, *TRACES)
    return any(_is_there(store / name) for store in (folder / FOLDER, _user_store(folder)) for name in names)


def _is_there(path: Path) -> bool:
    """What cannot be looked at, as another user's folder, holds no project of ours."""
    try:
        return path.exists()
    except OSError:
        return False


def _user_store(root: Path) -> Path:
    """Keyed by the path; the folder's name stands in front for people who look."""
    key = hashlib.blake2b(os.fsencode(root), digest_size=8).hexdigest()
    return user_folder() / "projects" / f"{root.name or 'root'}-{key}"


def _fallback(beside: Place) -> Place:
    place = away(beside.root)
    if not _takes_files(place.store):
        raise ProjectError(f"Neither {beside.root} nor {place.store} takes files; make one of them writable.")
    if beside.database.is_file() and not place.database.exists():
        _take_along(beside, place)
    return place


def _take_along(beside: Place, away: Place) -> None:
    """Somebody's project on a medium that takes no files: go on from a copy of it.

    The project file comes last and in one piece: a copy that was cut short is made anew.
    """
    try:
        if (beside.store / LAYER_FOLDER).is_dir():
            shutil.copytree(beside.store / LAYER_FOLDER, away.store / LAYER_FOLDER, dirs_exist_ok=True)
        unfinished = beside.database.with_name(f"{FILE}-journal")
        if unfinished.is_file():  # SQLite takes back with it what a killed program left half done
            shutil.copyfile(unfinished, away.database.with_name(unfinished.name))
        part = away.database.with_suffix(".part")
        shutil.copyfile(beside.database, part)
        part.replace(away.database)
    except OSError as error:
        raise ProjectError(
            f"The project of {beside.root} should be copied to {away.store}, since its folder takes no files, and "
            f"cannot be ({error.strerror}); make space."
        ) from error


def _takes_files(store: Path) -> bool:
    """Tried, not asked: permission bits say little on network drives."""
    try:
        store.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=store):
            return True
    except OSError:
        return False
