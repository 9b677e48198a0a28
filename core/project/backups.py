"""Copies of the project file that are made while one works, and thin out with age."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.project import database
from core.project.database import DamagedProjectError, StorageError, faults_told
from core.project.files import discard
from core.project.journal import Journal, stamp_now
from core.project.place import BACKUP_FOLDER
from core.project.project import Project

EVERY = timedelta(hours=1)
KEEP_NEWEST = 3
KEEP_DAYS = 7
_STAMP = "%Y%m%dT%H%M%S%fZ"


def folder(store: Path) -> Path:
    """Where a project's backups lie."""
    return store / BACKUP_FOLDER


def backups(store: Path) -> list[Path]:
    """All backups of a project, the oldest first."""
    return sorted(folder(store).glob("*.sqlite"))


def is_due(project: Project, now: datetime | None = None) -> bool:
    """Whether something was done since the last backup, and that is an hour old."""
    found = backups(project.place.store)
    if not found:
        return bool(project.history(limit=1))
    made = _made(found[-1])
    newest = project.history(limit=1)
    return (now or datetime.now(UTC)) - made >= EVERY and bool(newest) and newest[0].when > made


def make(project: Project) -> Path:
    """Makes a backup, checks it, begins a new log and drops backups that have become too many.

    Raises:
        StorageError: there is no space for it. DamagedProjectError: the project file is damaged; the backups
            that there are stay.
    """
    stamp = stamp_now()
    file = folder(project.place.store) / f"{stamp}.sqlite"
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(exist_ok=True)
        copy(project, part)
        part.replace(file)
        Journal(project.place.store).begin(stamp)
    except OSError as error:
        raise StorageError(f"The backup {file} could not be made ({error.strerror}); make space for it.") from error
    finally:
        discard(part)
    rotate(project.place.store)
    return file


def rotate(store: Path) -> None:
    """Keeps the newest backups and the last of each of the latest days, and the log back to the oldest of them."""
    found = backups(store)
    last_of_day = {_made(file).date(): file for file in found}
    kept = {*found[-KEEP_NEWEST:], *list(last_of_day.values())[-KEEP_DAYS:]}
    for file in found:
        if file not in kept:
            discard(file)
    logs = Journal(store).files()
    # The file before the oldest backup's own may hold the actions that came in while that was made.
    needed = [log for log in logs if kept and log.stem >= min(kept).stem]
    for log in logs[: -len(needed) - 1] if needed else []:
        discard(log)


def is_whole(file: Path) -> bool:
    """Whether a project file, of whatever format version, can be read to its last page."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            is_ours = connection.execute("PRAGMA application_id").fetchone() == (database.APPLICATION_ID,)
            return is_ours and bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # the check quotes what it cannot read
        return False


def copy(project: Project, file: Path) -> None:
    """Writes the project as it stands to a new file, and checks it.

    Raises:
        StorageError: there is no space. DamagedProjectError: the project file is damaged.
    """
    with faults_told(), closing(sqlite3.connect(file)) as target:
        target.execute("PRAGMA journal_mode = OFF")  # a copy that fails is thrown away, not taken back
        project.connection.backup(target)
    if not is_whole(file):
        raise DamagedProjectError("The project file is damaged; run `crack-review repair` on the folder to restore it.")


def _made(file: Path) -> datetime:
    return datetime.strptime(file.stem, _STAMP).replace(tzinfo=UTC)
