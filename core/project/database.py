"""One SQLite connection as this program uses it: faults told apart, all-or-nothing changes, versions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from core.errors import ProjectError
from core.project.connection import Connection, give_way
from core.project.schema import MIGRATIONS

Args = ParamSpec("Args")
Found = TypeVar("Found")

APPLICATION_ID = 0x63726B72  # "crkr": tells our files from other SQLite files


class StorageError(ProjectError):
    """The place where the project lies does not take it now (full, locked, gone). It may do so later."""


class DamagedProjectError(ProjectError):
    """The project file is not one, or its inside is broken: `crack-review repair` is the remedy."""


_PASSING = {
    sqlite3.SQLITE_BUSY: "another program is holding the project file; close it or wait a moment",
    sqlite3.SQLITE_LOCKED: "another program is holding the project file; close it or wait a moment",
    sqlite3.SQLITE_FULL: "the disk is full; free some space",
    sqlite3.SQLITE_IOERR: "the disk or network drive does not answer; check it and its free space",
    sqlite3.SQLITE_READONLY: "the project file may not be written; check the folder's permissions",
    sqlite3.SQLITE_CANTOPEN: "the project file cannot be opened; check that the drive is there and writable",
    sqlite3.SQLITE_PERM: "the project file may not be written; check the folder's permissions",
}
_IS_DAMAGED = "The project file is damaged; run `crack-review repair` on the folder to restore it."
# Errors without a code of their own: Python's, and that of SQLite's JSON functions.
_NO_SENSE = ("Could not decode to UTF-8", "malformed JSON")
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextmanager
def faults_told() -> Iterator[None]:
    """Turns the world's faults into ProjectError. Our own mistakes (bad SQL, say) stay as they are.

    Raises:
        StorageError: what may pass. DamagedProjectError: what will not.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in _PASSING:
            raise StorageError(f"The project could not be read or written: {_PASSING[code]}.") from error
        if code in _DAMAGED or str(error).startswith(_NO_SENSE):
            raise DamagedProjectError(_IS_DAMAGED) from error
        raise
    except UnicodeDecodeError as error:  # SQLite's message quotes what it cannot read
        raise DamagedProjectError(_IS_DAMAGED) from error


def told_if_damaged(read: Callable[Args, Found]) -> Callable[Args, Found]:
    """For a function that only reads and decodes: what it cannot make sense of is a damaged file.

    SQLite has no checksums: a flipped bit inside a text passes its own checks.

    Raises:
        DamagedProjectError, StorageError: see ``faults_told``.
    """

    @wraps(read)
    def told(*args: Args.args, **kwargs: Args.kwargs) -> Found:
        try:
            with faults_told():
                return read(*args, **kwargs)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
            raise DamagedProjectError(_IS_DAMAGED) from error

    return told


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing of it; a block inside another joins it.

    Raises:
        StorageError, DamagedProjectError: nothing of the block was kept.
    """
    if connection.in_transaction:
        yield
        return
    give_way()
    with faults_told():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:  # SQLite ends it by itself after some faults
        connection.execute("ROLLBACK")


class Access(StrEnum):
    """How a project file is opened, in SQLite's words. Only CREATE makes a missing file."""

    READ = "ro"
    WRITE = "rw"
    CREATE = "rwc"


def connect(file: Path, access: Access = Access.CREATE) -> sqlite3.Connection:
    """A connection for the thread that calls; an older file is brought up to date unless it is only read.

    Raises:
        ProjectError: the file is damaged, of another program, of a newer version, or out of reach.
    """
    with faults_told():
        address = f"{file.absolute().as_uri()}?mode={access}"
        connection = sqlite3.connect(address, uri=True, timeout=0, isolation_level=None, factory=Connection)
        try:
            _prepare(connection, access)
        except BaseException:
            connection.close()
            raise
    return connection


def version_of(connection: sqlite3.Connection) -> int:
    """The format version of the file; 0 is an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _prepare(connection: sqlite3.Connection, access: Access) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")  # the file may come from a stranger
    # WAL needs shared memory, which network drives lack. EXTRA also syncs the journal's directory entry.
    connection.execute("PRAGMA synchronous = EXTRA")
    _check_ours(connection, access)
    if version_of(connection) < len(MIGRATIONS):
        if access is Access.READ:
            raise ProjectError(
                "The project is in use by an older version of Crack Review; close it there and open it again."
            )
        migrate(connection)
    if not _expected_schema(MIGRATIONS) <= _schema_of(connection):
        raise DamagedProjectError(_IS_DAMAGED)


def _check_ours(connection: sqlite3.Connection, access: Access) -> None:
    version = version_of(connection)
    if not version and access is not Access.CREATE:
        raise StorageError("The project file is empty; check that the drive is the one it was, or repair it.")
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if version and application != APPLICATION_ID:
        raise DamagedProjectError("The project file is another program's; move it out of .crack-review.")
    if version > len(MIGRATIONS):
        raise ProjectError(
            f"The project has format {version}, this program knows formats up to {len(MIGRATIONS)}; "
            "update Crack Review to open it."
        )


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the file to the newest version, in one transaction."""
    with transaction(connection):
        # Asked again inside: another program may have been faster.
        for number in range(version_of(connection), len(MIGRATIONS)):
            for statement in _statements(MIGRATIONS[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    return frozenset(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


@cache
def _expected_schema(migrations: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Tables, views and indexes that a whole file has; SQLite adds some of its own."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in _statements("".join(migrations)):
            connection.execute(statement)
        return frozenset(pair for pair in _schema_of(connection) if not pair[0].startswith("sqlite_"))


def _statements(script: str) -> Iterator[str]:
    """One statement at a time: ``executescript`` would commit in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
