"""The photos of a project: a photo is a row id; path, hash and size are what is known of it."""

import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.errors import ProjectError
from core.project.database import told_if_damaged, transaction
from core.values import Role, Tag

TAGS: dict[str | None, Tag] = {tag.value: tag for tag in Tag}
"""A word that is no tag (the file may come from anywhere) counts as none."""

_ROLES: dict[str | None, Role] = {role.value: role for role in Role}
_NUMBER = re.compile(r"\d+")
_ROWS = """
    SELECT photos.id, photos.path, tags.tag, photos.hash, photos.is_changed, photos.is_missing,
           ifnull(photos.error, predictions.error), predictions.photo_score, groups.role,
           photos.height, photos.width, photos.taken
    FROM photos
    LEFT JOIN tags ON tags.photo = photos.id
    LEFT JOIN groups ON groups.id = photos.group_id
    LEFT JOIN predictions ON predictions.photo = photos.id AND predictions.model = :model
"""
_IN_ORDER = " ORDER BY photos.natural_key, photos.path"


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """One photo of the list. ``path`` is relative to the project's root, with "/" between its parts.

    ``is_changed``: the content is no longer what was tagged. ``error``: why it could not be read.
    ``photo_score`` is the active model's, 0..1. ``role`` is None until its group has one.
    """

    id: int
    path: str
    tag: Tag | None = None
    hash: str | None = None
    is_changed: bool = False
    is_missing: bool = False
    error: str | None = None
    photo_score: float | None = None
    role: Role | None = None
    height: int | None = None
    width: int | None = None
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class Synced:
    """What a look at the folder brought: new photos, photos that are gone, photos that are back."""

    added: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()


def sync(connection: sqlite3.Connection, paths: Iterable[str], under: str = "") -> Synced:
    """Makes the register agree with the folder's files in one transaction.

    ``paths`` are all photos below the sub-folder ``under`` ("" the root), relative to the root; none of them
    is opened. Photos that are gone keep their row and all that was said of them.
    """
    found = set(paths)
    with transaction(connection):
        known = {
            decoded(path): (id_, is_missing)
            for id_, path, is_missing in connection.execute("SELECT id, path, is_missing FROM photos")
            if not under or decoded(path).startswith(f"{under}/")
        }
        missing = [id_ for path, (id_, is_missing) in known.items() if not is_missing and path not in found]
        returned = [id_ for path, (id_, is_missing) in known.items() if is_missing and path in found]
        connection.executemany("UPDATE photos SET is_missing = 1 WHERE id = ?", [(id_,) for id_ in missing])
        connection.executemany("UPDATE photos SET is_missing = 0 WHERE id = ?", [(id_,) for id_ in returned])
        return Synced(_insert(connection, found - known.keys()), tuple(missing), tuple(returned))


@told_if_damaged
def rows(connection: sqlite3.Connection, model: str | None, with_missing: bool = False) -> list[PhotoRow]:
    """All photos in natural order; scores are those of ``model``."""
    where = "" if with_missing else " WHERE NOT photos.is_missing"
    return [_row(values) for values in connection.execute(_ROWS + where + _IN_ORDER, {"model": model})]


@told_if_damaged
def row(connection: sqlite3.Connection, model: str | None, photo: int) -> PhotoRow:
    """One photo.

    Raises:
        ProjectError: there is no such photo.
    """
    values = connection.execute(_ROWS + " WHERE photos.id = :photo", {"model": model, "photo": photo}).fetchone()
    if values is None:
        raise ProjectError(f"The project has no photo number {photo}; read the list again.")
    return _row(values)


def check_known(connection: sqlite3.Connection, photos: Iterable[int]) -> None:
    """Raises ProjectError for the first id that is no photo of the project."""
    for photo in photos:
        if connection.execute("SELECT 1 FROM photos WHERE id = ?", (photo,)).fetchone() is None:
            raise ProjectError(f"The project has no photo number {photo}; read the list again.")


def natural_key(path: str) -> str:
    """Text that sorts as people count: part by part, numbers by their value, capitals like small letters.

    The order is that of ``core.photos.folder.natural_key`` (tested), as a text that an index can hold.
    """
    # Control characters sort before all that names hold: a part's end first, then numbers, then text.
    keys = (f"{_NUMBER.sub(_padded, part.casefold())}\x02{part}" for part in path.split("/"))
    return "\x01".join(keys).encode("utf-8", "replace").decode("utf-8")


def relative(root: Path, path: Path) -> str:
    """``path`` as the register writes it.

    Raises:
        ProjectError: it does not lie under ``root``.
    """
    text = str(path) if path.is_absolute() else str(root / path)
    prefix = str(root).rstrip(os.sep) + os.sep
    if not text.startswith(prefix) or f"{os.sep}..{os.sep}" in text:
        raise ProjectError(f"{path} does not lie in the project's folder {root}; add its folder as a project.")
    return text[len(prefix) :].replace(os.sep, "/")


def encoded(path: str) -> str | bytes:
    """For the database: text, or bytes where a file's name is no valid text (Linux allows that)."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape")
    return path


def decoded(stored: str | bytes) -> str:
    """The way back from ``encoded``."""
    return stored if isinstance(stored, str) else stored.decode("utf-8", "surrogateescape")


def _padded(number: re.Match[str]) -> str:
    digits = str(int(number[0]))
    return f"\x03{len(digits):03d}{digits}"


def _insert(connection: sqlite3.Connection, paths: Iterable[str]) -> tuple[int, ...]:
    newest = connection.execute("SELECT ifnull(max(id), 0) FROM photos").fetchone()[0]
    connection.executemany(
        "INSERT INTO photos (path, natural_key) VALUES (?, ?)",
        [(encoded(path), key) for key, path in sorted((natural_key(path), path) for path in paths)],
    )
    return tuple(id_ for (id_,) in connection.execute("SELECT id FROM photos WHERE id > ? ORDER BY id", (newest,)))


def _row(values: tuple) -> PhotoRow:
    id_, path, tag, hash_, is_changed, is_missing, error, score, role, height, width, taken = values
    return PhotoRow(
        id=id_,
        path=decoded(path),
        tag=TAGS.get(tag),
        hash=hash_,
        is_changed=bool(is_changed),
        is_missing=bool(is_missing),
        error=error,
        photo_score=score,
        role=_ROLES.get(role),
        height=height,
        width=width,
        taken=taken,
    )
