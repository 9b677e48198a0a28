"""What is in the files: content hashes, photos found again elsewhere, photos that are no longer what was tagged."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.project.audit import Change
from core.project.database import told_if_damaged, transaction
from core.project.register import decoded, encoded, natural_key

RELINKED = "relinked"
CHANGED = "changed"
HASHED = "hashed"


@dataclass(frozen=True, slots=True)
class Content:
    """What a file held when it was read: its hash (32 hex digits), size and time of change."""

    hash: str
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Description:
    """What reading a photo told: its upright size, date taken (ISO 8601), fingerprint, or why it cannot be read.

    None leaves what is known; an ``error`` of "" says that the photo can be read again.
    """

    height: int | None = None
    width: int | None = None
    taken: str | None = None
    fingerprint: int | None = None
    error: str | None = None


@told_if_damaged
def unhashed(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Photos that are there and whose hash is not known yet: ids and relative paths, in natural order."""
    found = connection.execute(
        "SELECT id, path FROM photos WHERE hash IS NULL AND NOT is_missing ORDER BY natural_key, path"
    )
    return [(id_, decoded(path)) for id_, path in found]


def outdated(connection: sqlite3.Connection, root: Path) -> Iterator[tuple[int, str]]:
    """Photos whose file was changed since it was hashed, by its size and time. Asks the disk for every file."""
    found = connection.execute(
        "SELECT id, path, size_bytes, mtime_ns FROM photos WHERE hash IS NOT NULL AND NOT is_missing"
    ).fetchall()
    for id_, path, size_bytes, mtime_ns in found:
        try:
            facts = (root / decoded(path)).stat()
        except OSError:  # the next sync marks it
            continue
        if (facts.st_size, facts.st_mtime_ns) != (size_bytes, mtime_ns):
            yield id_, decoded(path)


def set_content(connection: sqlite3.Connection, photo: int, content: Content) -> Change:
    """Keeps what a photo's file holds. The change's kind says what that means.

    - "relinked": the file is a missing photo that has moved here. The row that stood here, of which nothing had
      been said, is gone; the change names both ids, the one that stays first.
    - "changed": something else lay here before. What was said is kept, and the photo marked.
    - "hashed": neither.
    """
    with transaction(connection):
        row = connection.execute("SELECT hash FROM photos WHERE id = ?", (photo,)).fetchone()
        if row is None:  # relinked meanwhile
            return Change(HASHED)
        moved = _moved_here(connection, photo, content.hash) if row[0] is None else None
        if moved is not None:
            _relink(connection, moved, photo)
            _update(connection, moved, content)
            return Change(RELINKED, (moved, photo))
        is_changed = row[0] not in (None, content.hash)
        if is_changed:
            _mark_changed(connection, photo)
        _update(connection, photo, content)
        return Change(CHANGED if is_changed else HASHED, (photo,))


def confirm(connection: sqlite3.Connection, photos: Iterable[int]) -> None:
    """Takes the mark "changed" away: somebody looked, and what was said holds for the new content too."""
    with transaction(connection):
        connection.executemany("UPDATE photos SET is_changed = 0 WHERE id = ?", [(id_,) for id_ in photos])


def describe(connection: sqlite3.Connection, photo: int, description: Description) -> None:
    """Keeps what reading a photo told."""
    fingerprint = description.fingerprint
    with transaction(connection):
        connection.execute(
            "UPDATE photos SET height = ifnull(?, height), width = ifnull(?, width), taken = ifnull(?, taken),"
            " fingerprint = ifnull(?, fingerprint), error = nullif(ifnull(?, error), '') WHERE id = ?",
            (
                description.height,
                description.width,
                description.taken,
                None if fingerprint is None else _signed(fingerprint),
                description.error,
                photo,
            ),
        )


@told_if_damaged
def fingerprints(connection: sqlite3.Connection) -> dict[int, int]:
    """The 64-bit fingerprints that are known, by photo."""
    found = connection.execute("SELECT id, fingerprint FROM photos WHERE fingerprint IS NOT NULL ORDER BY id")
    return {id_: fingerprint % 2**64 for id_, fingerprint in found}


def _signed(fingerprint: int) -> int:
    """SQLite's integers have a sign."""
    return fingerprint - 2**64 if fingerprint >= 2**63 else fingerprint


def _moved_here(connection: sqlite3.Connection, photo: int, hash_: str) -> int | None:
    """The missing photo with this content, unless something was said of ``photo`` itself."""
    row = connection.execute(
        "SELECT min(id) FROM photos WHERE hash = ? AND is_missing AND id != ?"
        " AND NOT EXISTS (SELECT 1 FROM facts WHERE photo = ?)",
        (hash_, photo, photo),
    ).fetchone()
    return None if row[0] is None else int(row[0])


def _relink(connection: sqlite3.Connection, moved: int, photo: int) -> None:
    (stored,) = connection.execute("SELECT path FROM photos WHERE id = ?", (photo,)).fetchone()
    path = decoded(stored)
    connection.execute("DELETE FROM photos WHERE id = ?", (photo,))
    connection.execute(
        "UPDATE photos SET path = ?, natural_key = ?, is_missing = 0 WHERE id = ?",
        (encoded(path), natural_key(path), moved),
    )


def _mark_changed(connection: sqlite3.Connection, photo: int) -> None:
    """The group stays: its role is permanent, and the new content is mostly the old photo, edited."""
    connection.execute("DELETE FROM predictions WHERE photo = ?", (photo,))
    connection.execute(
        "UPDATE photos SET is_changed = EXISTS (SELECT 1 FROM facts WHERE photo = ?),"
        " fingerprint = NULL, height = NULL, width = NULL, taken = NULL, error = NULL WHERE id = ?",
        (photo, photo),
    )


def _update(connection: sqlite3.Connection, photo: int, content: Content) -> None:
    connection.execute(
        "UPDATE photos SET hash = ?, size_bytes = ?, mtime_ns = ? WHERE id = ?",
        (content.hash, content.size_bytes, content.mtime_ns, photo),
    )
