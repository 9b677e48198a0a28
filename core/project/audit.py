"""The audit log: every user action is one row, and undo and redo are read from the rows.

An action sets facts (``schema``): for each (photo, kind, item) the value before and after. Undoing writes the
values before, redoing the values after. Because only this module writes facts, the values before the youngest
action that is done are always the ones to go back to, however old the session that made it.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from core.project.database import told_if_damaged, transaction

Json = Any
"""What ``json`` writes and reads back the same; None says nothing (and removes what was said)."""

WHOLE_PROJECT = 0
"""The photo id of facts that belong to no single photo."""


class Key(NamedTuple):
    """What a fact is about."""

    photo: int
    kind: str
    item: str = ""


class Author(NamedTuple):
    """Who said something, and when."""

    who: str
    when: datetime


class State(StrEnum):
    """Where an action stands. Abandoned: it was undone, then something else was done."""

    DONE = "done"
    UNDONE = "undone"
    ABANDONED = "abandoned"


@dataclass(frozen=True, slots=True)
class Change:
    """What an action, an undo or a redo changed: views refresh these photos. False if nothing."""

    kind: str
    photos: tuple[int, ...] = ()
    action: int | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return self.action is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """One action of the history. ``before`` and ``after``: each fact's value, None where nothing was said."""

    id: int
    when: datetime
    who: str
    kind: str
    photos: tuple[int, ...]
    before: Mapping[Key, Json]
    after: Mapping[Key, Json]
    state: State


def record(
    connection: sqlite3.Connection,
    who: str,
    values: Mapping[Key, Json],
    *,
    kind: str,
    when: str | None = None,
    action: int | None = None,
) -> Change:
    """Sets facts as one action, in one transaction; what is so already is left out.

    ``kind`` names the action in the history. Actions that were undone can no longer be redone afterwards.
    ``when`` (now) and ``action`` (the next id) are given for an action that is restored.
    """
    with transaction(connection):
        before = {key: fact(connection, key) for key in values}
        after = {key: value for key, value in values.items() if before[key] != value}
        if not after:
            return Change(kind)
        _write(connection, after)
        connection.execute("UPDATE audit SET state = 'abandoned' WHERE state = 'undone'")
        photos = _photos_of(after)
        cursor = connection.execute(
            "INSERT INTO audit (id, when_utc, who, kind, photos, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (action, when or now_utc(), who, kind, json.dumps(photos), _dump(after, before), _dump(after, after)),
        )
        return Change(kind, photos, cursor.lastrowid)


def undo(connection: sqlite3.Connection, who: str) -> Change | None:
    """Takes back the youngest action that is done; None when there is none."""
    with transaction(connection):
        row = connection.execute(
            "SELECT id, kind, before FROM audit WHERE state = 'done' ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        change = _restore(connection, *row)
        connection.execute(
            "UPDATE audit SET state = 'undone', undone_utc = ?, undone_by = ? WHERE id = ?",
            (now_utc(), who, change.action),
        )
        return change


def redo(connection: sqlite3.Connection) -> Change | None:
    """Does again the action that was undone last; None when there is none."""
    with transaction(connection):
        row = connection.execute(
            "SELECT id, kind, after FROM audit WHERE state = 'undone' ORDER BY id LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        change = _restore(connection, *row)
        connection.execute(
            "UPDATE audit SET state = 'done', undone_utc = NULL, undone_by = NULL WHERE id = ?",
            (change.action,),
        )
        return change


def go_to(connection: sqlite3.Connection, who: str, action: int) -> Change:
    """Undoes or redoes until ``action`` is the youngest that is done (0: before the first), in one go."""
    photos: dict[int, None] = {}
    with transaction(connection):
        while (youngest := position(connection)) > action and (change := undo(connection, who)):
            photos.update(dict.fromkeys(change.photos))
        while youngest < action and (next_ := _next_undone(connection)) is not None and next_ <= action:
            change = redo(connection)
            photos.update(dict.fromkeys(change.photos if change else ()))
    return Change("history", tuple(photos), action if photos else None)


def can_undo(connection: sqlite3.Connection) -> bool:
    """Whether there is an action to take back."""
    return position(connection) > 0


def can_redo(connection: sqlite3.Connection) -> bool:
    """Whether there is an action to do again."""
    return _next_undone(connection) is not None


def position(connection: sqlite3.Connection) -> int:
    """The youngest action that is done, 0 where none is."""
    return int(connection.execute("SELECT ifnull(max(id), 0) FROM audit WHERE state = 'done'").fetchone()[0])


def newest(connection: sqlite3.Connection) -> int:
    """The newest action whatever its state, 0 where there is none."""
    return int(connection.execute("SELECT ifnull(max(id), 0) FROM audit").fetchone()[0])


def ids_after(connection: sqlite3.Connection, action: int) -> list[int]:
    """The actions that are newer than ``action``, in their order."""
    return [id_ for (id_,) in connection.execute("SELECT id FROM audit WHERE id > ? ORDER BY id", (action,))]


def history(connection: sqlite3.Connection, limit: int | None = None) -> Iterator[Entry]:
    """The actions, youngest first."""
    rows = connection.execute(
        "SELECT id, when_utc, who, kind, photos, before, after, state FROM audit ORDER BY id DESC LIMIT ?",
        (-1 if limit is None else limit,),
    )
    yield from map(_entry, rows)


@told_if_damaged
def fact(connection: sqlite3.Connection, key: Key) -> Json:
    """What is said now, None when nothing is."""
    row = connection.execute("SELECT value FROM facts WHERE photo = ? AND kind = ? AND item = ?", key).fetchone()
    return None if row is None else json.loads(row[0])


@told_if_damaged
def facts(connection: sqlite3.Connection, kind: str, photo: int | None = None) -> dict[Key, Json]:
    """Everything of one kind that is said now, of all photos or of one."""
    sql = "SELECT photo, item, value FROM facts WHERE kind = ?"
    if photo is None:
        rows = connection.execute(sql, (kind,))
    else:
        rows = connection.execute(f"{sql} AND photo = ?", (kind, photo))
    return {Key(row[0], kind, row[1]): json.loads(row[2]) for row in rows}


@told_if_damaged
def every_fact(connection: sqlite3.Connection) -> dict[Key, Json]:
    """Everything that is said now."""
    rows = connection.execute("SELECT photo, kind, item, value FROM facts")
    return {Key(photo, kind, item): json.loads(value) for photo, kind, item, value in rows}


@told_if_damaged
def authors(connection: sqlite3.Connection, keys: Iterable[Key]) -> dict[Key, Author]:
    """Who said what is said now of ``keys``, and when. Goes back through the history until all are found."""
    wanted = set(keys)
    found: dict[Key, Author] = {}
    for entry in history(connection):
        if not wanted:
            break
        if entry.state is State.DONE:
            said = wanted & entry.after.keys()
            found |= dict.fromkeys(said, Author(entry.who, entry.when))
            wanted -= said
    return found


def now_utc() -> str:
    """The time of an action, as the log writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@told_if_damaged
def _entry(row: tuple) -> Entry:
    id_, when, who, kind, photos, before, after, state = row
    return Entry(
        id=id_,
        when=datetime.fromisoformat(when),
        who=who,
        kind=kind,
        photos=tuple(json.loads(photos)),
        before=_load(before),
        after=_load(after),
        state=State(state),
    )


def _restore(connection: sqlite3.Connection, action: int, kind: str, dumped: str) -> Change:
    values = _load(dumped)
    _write(connection, values)
    return Change(kind, _photos_of(values), action)


def _write(connection: sqlite3.Connection, values: Mapping[Key, Json]) -> None:
    connection.executemany(
        "DELETE FROM facts WHERE photo = ? AND kind = ? AND item = ?",
        [key for key, value in values.items() if value is None],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO facts (photo, kind, item, value) VALUES (?, ?, ?, ?)",
        [(*key, json.dumps(value)) for key, value in values.items() if value is not None],
    )


def _photos_of(keys: Iterable[Key]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(key.photo for key in keys if key.photo != WHOLE_PROJECT))


def _dump(keys: Iterable[Key], values: Mapping[Key, Json]) -> str:
    return json.dumps([[*key, values[key]] for key in keys], ensure_ascii=False)


@told_if_damaged
def _load(dumped: str) -> dict[Key, Json]:
    return {Key(int(photo), str(kind), str(item)): value for photo, kind, item, value in json.loads(dumped)}


def _next_undone(connection: sqlite3.Connection) -> int | None:
    row = connection.execute("SELECT min(id) FROM audit WHERE state = 'undone'").fetchone()
    return None if row[0] is None else int(row[0])
