"""A folder's project: the one door to everything that is stored about its photos."""

import getpass
import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from core.project import audit, database, place, register
from core.project.audit import Change, Entry, Json, Key
from core.project.database import faults_told, transaction
from core.project.place import Place
from core.project.register import PhotoRow, Synced
from core.values import Tag

ACTIVE_MODEL = "active_model"


class Project:
    """An open project. It belongs to the thread that opened it; other threads open it once more.

    Every method raises ProjectError when the project's file cannot be read or written; nothing is kept of
    an action that raised.
    """

    def __init__(self, where: Place, connection: sqlite3.Connection, *, folder: Path, user: str) -> None:
        """Called by ``open``."""
        self.place = where
        self.connection = connection
        self.folder = folder
        self.user = user

    @classmethod
    def open(cls, folder: Path, user: str | None = None) -> Self:
        """Opens the project that ``folder`` belongs to, its own or a parent's, or makes one.

        Raises:
            ProjectError: no such folder, no place to write, or a project file that is damaged or newer.
        """
        where = place.find(folder)
        connection = database.connect(where.database)
        return cls(where, connection, folder=place.absolute(folder), user=user or user_name())

    @property
    def root(self) -> Path:
        """The folder that all paths are relative to; a parent of ``folder`` where that has the project."""
        return self.place.root

    def close(self) -> None:
        """Ends the connection. Everything that was done is on disk already."""
        self.connection.close()

    def __enter__(self) -> Self:
        """Closes it at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it."""
        self.close()

    # Photos

    def sync(self, paths: Iterable[Path]) -> Synced:
        """Takes in the photos of ``folder``: ``paths`` are all of them. Absent ones are marked."""
        under = "" if self.folder == self.root else register.relative(self.root, self.folder)
        return register.sync(self.connection, (register.relative(self.root, path) for path in paths), under)

    def photos(self, with_missing: bool = False) -> list[PhotoRow]:
        """All photos in natural order."""
        with faults_told():
            return register.rows(self.connection, self.active_model, with_missing)

    def photo(self, photo: int) -> PhotoRow:
        """One photo."""
        with faults_told():
            return register.row(self.connection, self.active_model, photo)

    def path(self, photo: PhotoRow) -> Path:
        """Where a photo's file lies."""
        return self.root / photo.path

    # What inspectors say

    def set_tags(self, photos: Iterable[int], tag: Tag | None) -> Change:
        """Tags photos, or clears their tags, as one action."""
        return self.record(
            {Key(photo, "tag"): None if tag is None else tag.value for photo in photos}, kind="tag"
        )

    def tag_counts(self) -> dict[Tag | None, int]:
        """How many photos that are there have each tag; None counts the untagged."""
        with faults_told():
            found = self.connection.execute(
                "SELECT tag, count(*) FROM photos LEFT JOIN tags ON tags.photo = photos.id"
                " WHERE NOT is_missing GROUP BY tag"
            ).fetchall()
        counts: dict[Tag | None, int] = dict.fromkeys((None, *Tag), 0)
        return counts | {None if tag is None else Tag(tag): count for tag, count in found}

    def record(self, values: Mapping[Key, Json], *, kind: str) -> Change:
        """Sets facts of any kind as one action of this user, which can be undone."""
        with transaction(self.connection):
            register.check_known(self.connection, {key.photo for key in values} - {audit.WHOLE_PROJECT})
            return audit.record(self.connection, self.user, values, kind=kind)

    def facts(self, kind: str, photo: int | None = None) -> dict[Key, Json]:
        """All that is said now of one kind, of all photos or of one."""
        with faults_told():
            return audit.facts(self.connection, kind, photo)

    def fact(self, key: Key) -> Json:
        """What is said now, None when nothing is."""
        with faults_told():
            return audit.fact(self.connection, key)

    def undo(self) -> Change | None:
        """Takes back the youngest action, of any session; None when there is none."""
        return audit.undo(self.connection, self.user)

    def redo(self) -> Change | None:
        """Does again what was undone last; None when there is nothing."""
        return audit.redo(self.connection)

    def go_to(self, action: int) -> Change:
        """Goes through the history to just after ``action`` (0: before the first)."""
        return audit.go_to(self.connection, self.user, action)

    @property
    def can_undo(self) -> bool:
        """Whether ``undo`` would do something."""
        with faults_told():
            return audit.can_undo(self.connection)

    @property
    def can_redo(self) -> bool:
        """Whether ``redo`` would do something."""
        with faults_told():
            return audit.can_redo(self.connection)

    def history(self, limit: int | None = None) -> list[Entry]:
        """The actions, youngest first."""
        with faults_told():
            return list(audit.history(self.connection, limit))

    # What the program keeps

    @property
    def active_model(self) -> str | None:
        """The id of the network whose predictions are shown; None: the shipped one."""
        found = self.setting(ACTIVE_MODEL)
        return None if found is None else str(found)

    def setting(self, key: str, default: Json = None) -> Json:
        """A setting of this project."""
        with faults_told():
            row = self.connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def set_setting(self, key: str, value: Json) -> None:
        """Keeps a setting; None forgets it."""
        with transaction(self.connection):
            if value is None:
                self.connection.execute("DELETE FROM settings WHERE key = ?", (key,))
            else:
                self.connection.execute(
                    "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, json.dumps(value))
                )


def user_name() -> str:
    """Whom actions are ascribed to unless the caller says otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, as in some containers
        return "unknown"
