"""Repair: a damaged project comes back from its newest whole backup and the log of what was done since."""

import shutil
import sqlite3
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.errors import ProjectError
from core.project import audit, backups, database, place, register, settings, statements
from core.project.audit import Key
from core.project.database import Access, DamagedProjectError, faults_told, told_if_damaged, transaction
from core.project.files import discard
from core.project.journal import Journal, Line, stamp_now
from core.project.lock import Hold
from core.project.place import Place
from core.project.project import user_name
from core.project.register import encoded, natural_key

DAMAGED_FOLDER = "damaged"


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did, a sentence each. ``is_changed`` is False where the project was whole."""

    is_changed: bool
    sentences: tuple[str, ...]


def repair(folder: Path, user: str | None = None) -> Repaired:
    """Restores the project of a folder; the damaged file is put aside, never deleted.

    Raises:
        ProjectError: somebody has it open, or there is no project. StorageError: no space to restore it.
    """
    if place.known_root(folder) is None:
        raise ProjectError(f"{folder} has no project to repair; name the folder whose photos were tagged.")
    where = place.find(folder)
    hold = Hold(where.store, user or user_name())
    if not hold.claim():
        raise ProjectError(f"{hold.holder() or 'Another program'} has this project open; close it there first.")
    try:
        return _repair(where)
    except OSError as error:
        raise ProjectError(
            f"The project could not be restored ({error.strerror}); make space and try again."
        ) from error
    finally:
        hold.release()


def _repair(where: Place) -> Repaired:
    sentences: list[str] = []
    is_whole = place.has_content(where.database) and _can_be_read(where.database)
    if is_whole and not _is_behind(where):
        return Repaired(False, ("The project is whole; nothing was changed.",))
    if not is_whole:
        sentences += [_put_aside(where), _restore_backup(where)]
    sentences.append(f"{_replay(where)} actions were done again from the log.")
    return Repaired(True, tuple(sentences))


def _is_behind(where: Place) -> bool:
    """Whether the log has actions that the file has not: somebody put an older file in its place."""
    last = Journal(where.store).last()
    with closing(database.connect(where.database, Access.READ)) as connection:
        return last is not None and last["top"] > audit.newest(connection)


def _can_be_read(file: Path) -> bool:
    """To the last row: SQLite's own check sees pages, not what stands in them."""
    if not backups.is_whole(file):
        return False
    try:
        with closing(database.connect(file)) as connection:
            return _makes_sense(connection)
    except ProjectError:
        return False


@told_if_damaged
def _makes_sense(connection: sqlite3.Connection) -> bool:
    register.rows(connection, None, with_missing=True)
    deque(audit.history(connection), maxlen=0)
    return not any(statements.is_nonsense(key, said) for key, said in audit.every_fact(connection).items())


def _put_aside(where: Place) -> str:
    """The rollback journal belongs to the damaged file: it would spoil the restored one."""
    damaged = list(where.store.glob(f"{place.FILE}*"))
    if not damaged:
        return "The project file was gone."
    aside = where.store / DAMAGED_FOLDER / stamp_now()
    aside.mkdir(parents=True)
    for file in damaged:
        shutil.move(file, aside / file.name)
    return f"The damaged project file was put aside into {aside}."


def _restore_backup(where: Place) -> str:
    for backup in reversed(backups.backups(where.store)):
        if _can_be_read(backup):
            part = where.database.with_suffix(".part")
            try:
                shutil.copyfile(backup, part)
                part.replace(where.database)
            finally:
                discard(part)
            return f"The backup {backup.name} was restored."
    return "There is no whole backup; the project was begun anew."


def _replay(where: Place) -> int:
    """Does again what the log has and the file has not; returns how many actions."""
    with faults_told(), closing(database.connect(where.database)) as connection, transaction(connection):
        return replay_into(connection, Journal(where.store))


# What SQLite and Python say of values that this program never wrote.
_NO_SENSE = (
    KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError,
    DamagedProjectError, sqlite3.DataError, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError,
)  # fmt: skip


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    """All of a line or nothing of it, inside of a transaction."""
    connection.execute("SAVEPOINT line")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # SQLite ends it by itself after some faults
            connection.execute("ROLLBACK TO line")
            connection.execute("RELEASE line")
        raise
    connection.execute("RELEASE line")


def replay_into(connection: sqlite3.Connection, journal: Journal) -> int:
    """Does again what a log has and the file has not, within the transaction that is open; returns how many."""
    start, replayed = audit.newest(connection), 0
    for line in journal.lines():
        # A line that makes no sense is one that was damaged itself: nothing of it is done.
        with suppress(*_NO_SENSE), _whole(connection):
            replayed += _replay_line(connection, line, start)
    return replayed


def _replay_line(connection: sqlite3.Connection, line: Line, start: int) -> bool:
    """Whether the line was an action that the file did not have. ``start`` is the newest that it had."""
    if line["do"] == "action" and line["id"] > audit.newest(connection):
        _do_again(connection, line)
        return True
    if line["do"] == "position" and line["top"] >= start:
        audit.go_to(connection, "repair", line["position"])
    elif line["do"] == "setting":
        settings.keep(connection, line["key"], line["value"])
    elif line["do"] == "roles":
        _keep_roles(connection, line["roles"])
    return False


def _do_again(connection: sqlite3.Connection, line: Line) -> None:
    photos = {int(photo): _known(connection, int(photo), path) for photo, path in line["photos"].items()}
    values = {Key(photos.get(photo, photo), kind, item): value for photo, kind, item, value in line["after"]}
    datetime.fromisoformat(line["when"])  # a time that is none would make the history unreadable
    audit.record(connection, line["who"], values, kind=line["kind"], when=line["when"], action=line["id"])


def _known(connection: sqlite3.Connection, photo: int, path: str | None) -> int:
    """Ids are never given twice, so a known id is the same photo; an unknown one is taken into the register."""
    if connection.execute("SELECT 1 FROM photos WHERE id = ?", (photo,)).fetchone():
        return photo
    path = path or f"lost/{photo}"
    row = connection.execute("SELECT id FROM photos WHERE path = ?", (encoded(path),)).fetchone()
    if row is not None:
        return int(row[0])
    connection.execute(
        "INSERT INTO photos (id, path, natural_key) VALUES (?, ?, ?)", (photo, encoded(path), natural_key(path))
    )
    return photo


def _keep_roles(connection: sqlite3.Connection, roles: Mapping[str, str]) -> None:
    """A role is permanent; groups that are unknown get their photos with the next assignment."""
    for key, role in roles.items():
        known = connection.execute("UPDATE groups SET role = ifnull(role, ?) WHERE key = ?", (role, key)).rowcount
        if not known:
            connection.execute("INSERT INTO groups (key, role) VALUES (?, ?)", (key, role))
