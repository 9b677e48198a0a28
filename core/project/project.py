"""A folder's project: the one door to everything that is stored about its photos."""

import getpass
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from core.errors import ProjectError
from core.project import audit, content, database, journal, place, predictions, register, roles, settings
from core.project.audit import Change, Entry, Json, Key
from core.project.content import Content, Description
from core.project.database import Access, DamagedProjectError, StorageError, faults_told, transaction
from core.project.journal import Journal, Line
from core.project.lock import Hold, Holder, is_open_here
from core.project.place import Place
from core.project.predictions import StoredPrediction
from core.project.register import PhotoRow, Synced
from core.values import Role, Tag, TaggedPhoto

ACTIVE_MODEL = "active_model"


class Project:
    """An open project. It belongs to the thread that opened it; other threads open it once more.

    Every method raises ProjectError when the project's file cannot be read or written; nothing is kept of
    an action that raised.
    """

    def __init__(self, where: Place, *, folder: Path, user: str, access: Access = Access.WRITE) -> None:
        """Opens the project at a place that is known; ``open`` finds the place first."""
        self.place = where
        self.folder = folder
        self.user = user
        self.hold = Hold(where.store, user)
        self.is_read_only = not self.hold.claim()
        self.journal = Journal(where.store)
        self.news = ""
        """What opening had to do besides, for the user; "" where nothing."""
        self._events: list[Line] = []
        try:
            _check_not_lost(where, access)
            self.connection = database.connect(where.database, Access.READ if self.is_read_only else access)
        except BaseException:
            self.hold.release()
            raise
        try:
            if not self.is_read_only:
                self.journal.catch_up(self.connection)
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(cls, folder: Path, user: str | None = None) -> Self:
        """Opens the project that ``folder`` belongs to, its own or a parent's, or makes one.

        Raises:
            ProjectError: no such folder, no place to write, or a project file that is damaged or newer.
            StorageError: this program has the project open, and its drive is gone.
        """
        _check_not_gone(place.absolute(folder))
        where, user = place.find(folder), user or user_name()
        project = cls(where, folder=place.absolute(folder), user=user, access=Access.CREATE)
        from core.project.homecoming import bring_back  # which opens projects itself

        project.news = bring_back(project)
        return project

    @property
    def root(self) -> Path:
        """The folder that all paths are relative to; a parent of ``folder`` where that has the project."""
        return self.place.root

    @property
    def holder(self) -> Holder | None:
        """Who may write: this program, or the one that made this project read-only."""
        return self.hold.holder()

    @property
    def left_by(self) -> Holder | None:
        """Whose program ended without closing the project the last time; None when all was in order."""
        return self.hold.left_by

    def close(self) -> None:
        """Ends the connection. Everything that was done is on disk already."""
        self.connection.close()
        self.hold.release()

    def reconnect(self) -> None:
        """Connects anew, after trouble with the disk or to write where only reading was possible.

        Raises:
            StorageError: the file is still out of reach.
        """
        can_write = self.hold.claim()
        access = Access.WRITE if can_write else Access.READ
        connection = database.connect(self.place.database, access)
        self.connection.close()
        self.connection, self.is_read_only = connection, not can_write

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """All of the block's changes or none of them.

        Raises:
            ProjectError: somebody else has the project open. StorageError: the disk does not take it.
        """
        if self.is_read_only or self.hold.is_lost:
            self.reconnect()  # they may have left, or come while this machine slept
        if self.is_read_only:
            holder = self.holder or "Another program"
            raise ProjectError(f"{holder} has this project open; it can be read here and written there only.")
        if self.connection.in_transaction:
            yield self.connection
            return
        try:
            with transaction(self.connection):
                yield self.connection
            if self._events:
                self.journal.write(self.connection, self._events)
        finally:
            self._events = []

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
        with self.changing() as connection:
            return register.sync(connection, (register.relative(self.root, path) for path in paths), under)

    def photos(self, with_missing: bool = False, *, model: str | None = None) -> list[PhotoRow]:
        """All photos in natural order, with the scores of ``model`` (the active one)."""
        with faults_told():
            return register.rows(self.connection, model or self.active_model, with_missing)

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
        return self.record({Key(photo, "tag"): None if tag is None else tag.value for photo in photos}, kind="tag")

    def tag_counts(self) -> dict[Tag | None, int]:
        """How many photos that are there have each tag; None counts the untagged."""
        with faults_told():
            found = self.connection.execute(
                "SELECT tag, count(*) FROM photos LEFT JOIN tags ON tags.photo = photos.id"
                " WHERE NOT is_missing GROUP BY tag"
            ).fetchall()
        counts: dict[Tag | None, int] = dict.fromkeys((None, *Tag), 0)
        for tag, count in found:
            counts[register.TAGS.get(tag)] += count
        return counts

    def record(self, values: Mapping[Key, Json], *, kind: str) -> Change:
        """Sets facts of any kind as one action of this user, which can be undone."""
        with self.changing() as connection:
            register.check_known(connection, {key.photo for key in values} - {audit.WHOLE_PROJECT})
            change = audit.record(connection, self.user, values, kind=kind)
            if change.action is not None:
                self._events.append(journal.action_line(connection, change.action))
            return change

    def facts(self, kind: str, photo: int | None = None) -> dict[Key, Json]:
        """All that is said now of one kind, of all photos or of one."""
        with faults_told():
            return audit.facts(self.connection, kind, photo)

    def every_fact(self) -> dict[Key, Json]:
        """All that is said now."""
        with faults_told():
            return audit.every_fact(self.connection)

    def fact(self, key: Key) -> Json:
        """What is said now, None when nothing is."""
        with faults_told():
            return audit.fact(self.connection, key)

    def undo(self) -> Change | None:
        """Takes back the youngest action, of any session; None when there is none."""
        with self.changing() as connection:
            self._events.append(journal.position_line())
            return audit.undo(connection, self.user)

    def redo(self) -> Change | None:
        """Does again what was undone last; None when there is nothing."""
        with self.changing() as connection:
            self._events.append(journal.position_line())
            return audit.redo(connection)

    def go_to(self, action: int) -> Change:
        """Goes through the history to just after ``action`` (0: before the first)."""
        with self.changing() as connection:
            self._events.append(journal.position_line())
            return audit.go_to(connection, self.user, action)

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
        found = settings.find(self.connection, key)
        return default if found is None else found

    def set_setting(self, key: str, value: Json) -> None:
        """Keeps a setting; None forgets it."""
        with self.changing() as connection:
            self._events.append(journal.setting_line(key, value))
            settings.keep(connection, key, value)

    # What files hold

    def unhashed(self) -> list[tuple[int, Path]]:
        """Photos whose content hash is not known yet."""
        with faults_told():
            return [(photo, self.root / path) for photo, path in content.unhashed(self.connection)]

    def outdated(self) -> list[tuple[int, Path]]:
        """Photos whose file was changed since it was hashed; asks the disk for every file."""
        with faults_told():
            return [(photo, self.root / path) for photo, path in content.outdated(self.connection, self.root)]

    def set_content(self, photo: int, found: Content) -> Change:
        """Keeps a photo's hash, which may show that it has moved here or was changed: see ``content``."""
        with self.changing() as connection:
            return content.set_content(connection, photo, found)

    def confirm_content(self, photos: Iterable[int]) -> None:
        """Takes the mark "changed" away."""
        with self.changing() as connection:
            content.confirm(connection, photos)

    def describe(self, photo: int, description: Description) -> None:
        """Keeps what reading a photo told: size, date, fingerprint, or why it cannot be read."""
        with self.changing() as connection:
            content.describe(connection, photo, description)

    # What networks say, and learn from

    def record_predictions(self, found: Iterable[StoredPrediction]) -> None:
        """Keeps networks' answers in one transaction."""
        with self.changing() as connection:
            predictions.record(connection, found)

    def prediction(self, photo: int, model: str) -> StoredPrediction | None:
        """What a network said of a photo."""
        with faults_told():
            return predictions.find(self.connection, photo, model)

    def crack_areas(self, model: str, threshold: float) -> dict[int, float]:
        """The share of each photo's pixels that is crack at ``threshold``, 0..1."""
        with faults_told():
            return predictions.crack_areas(self.connection, model, threshold)

    def assign_roles(self) -> dict[Role, int]:
        """Gives permanent roles to the near-duplicate groups that have none yet; counts them."""
        with self.changing() as connection:
            given = roles.assign(connection)
            if any(given.values()):
                self._events.append(journal.roles_line(roles.by_group(connection)))
            return given

    def training_photos(self) -> tuple[TaggedPhoto, ...]:
        """The photos to learn from and to score on; call ``assign_roles`` before."""
        with faults_told():
            return roles.training_photos(self.connection, self.root)


def _check_not_gone(folder: Path) -> None:
    """Where a drive was, its empty folder may be left: the project that was there is no new one."""
    stores = (parent / place.FOLDER for parent in (folder, *folder.parents))
    if any(map(is_open_here, stores)) and place.known_root(folder) is None:
        raise StorageError(f"The project of {folder} is out of reach; check that the drive is there.")


def _check_not_lost(where: Place, access: Access) -> None:
    """Before a file is made. One that was open a moment ago is out of reach rather than lost."""
    if access is Access.CREATE and place.is_lost(where):
        raise DamagedProjectError(
            f"The project file {where.database} is gone or empty; run `crack-review repair` on the folder."
        )


def user_name() -> str:
    """Whom actions are ascribed to unless the caller says otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, as in some containers
        return "unknown"
