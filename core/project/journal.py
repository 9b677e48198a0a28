"""The log beside the project file: every action once more as a line of JSON, to rebuild a project that was lost.

The database is the truth; the log is written after it has committed, and what a killed program could not write
is made up for when the project is opened next. A new file is begun with every backup.
"""

import json
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.project import audit
from core.project.database import told_if_damaged
from core.project.place import LOG_FOLDER
from core.project.register import decoded

_TAIL_BYTES = 1 << 20
_log = logging.getLogger(__name__)

Line = dict[str, Any]
"""What happened (``do``), and where the audit log stood then: its newest action (``top``) and the youngest that
was done (``position``)."""


class Journal:
    """The log of one project."""

    def __init__(self, store: Path) -> None:
        """``store`` is the folder of the project."""
        self.folder = store / LOG_FOLDER

    def files(self) -> list[Path]:
        """All files of the log, the oldest first."""
        return sorted(self.folder.glob("*.jsonl")) if self.folder.is_dir() else []

    def begin(self, stamp: str) -> Path:
        """Writes to a new file from now on, named by the time."""
        self.folder.mkdir(exist_ok=True)
        file = self.folder / f"{stamp}.jsonl"
        file.touch()
        return file

    def write(self, connection: sqlite3.Connection, events: list[Line]) -> None:
        """Adds what has happened. A disk that does not take it is no obstacle to work: the database has it."""
        try:
            state = _state(connection)
            self._append([event | state for event in events])
        except (OSError, sqlite3.OperationalError) as error:
            _log.warning("The log beside the project could not be written: %s", error)

    @told_if_damaged
    def catch_up(self, connection: sqlite3.Connection) -> None:
        """Adds the actions that are in the database and not in the log."""
        try:
            last, state = self.last() or {"top": 0, "position": 0}, _state(connection)
            missing = audit.ids_after(connection, last["top"])
            events = [action_line(connection, action) for action in missing]
        except (OSError, sqlite3.OperationalError) as error:
            _log.warning("The log beside the project could not be read: %s", error)
            return
        if last != last | state:
            self.write(connection, [*events, position_line()])

    def last(self) -> Line | None:
        """The last whole line; None where the log is empty."""
        for file in reversed(self.files()):
            with file.open("rb") as opened:
                opened.seek(max(0, file.stat().st_size - _TAIL_BYTES))
                lines = list(_parsed(opened))
            if lines:
                return lines[-1]
        return None

    def lines(self) -> Iterator[Line]:
        """Everything in the log, the oldest first; torn lines are left out."""
        for file in self.files():
            with file.open("rb") as opened:
                yield from _parsed(opened)

    def _append(self, lines: list[Line]) -> None:
        files = self.files()
        file = files[-1] if files else self.begin(stamp_now())
        # The line before may have been torn by a kill: an empty line does no harm.
        text = "".join(f"\n{json.dumps(line, ensure_ascii=True)}" for line in lines)
        with file.open("ab") as opened:
            opened.write(f"{text}\n".encode())


@told_if_damaged
def action_line(connection: sqlite3.Connection, action: int) -> Line:
    """An action as a line, with the paths of its photos."""
    when, who, kind, photos, before, after = connection.execute(
        "SELECT when_utc, who, kind, photos, before, after FROM audit WHERE id = ?", (action,)
    ).fetchone()
    ids = json.loads(photos)
    return {
        "do": "action",
        "id": action,
        "when": when,
        "who": who,
        "kind": kind,
        "photos": {str(photo): _path(connection, photo) for photo in ids},
        "before": json.loads(before),
        "after": json.loads(after),
    }


def position_line() -> Line:
    """Something was undone or redone: where to is in every line."""
    return {"do": "position"}


def setting_line(key: str, value: audit.Json) -> Line:
    """A setting as a line."""
    return {"do": "setting", "key": key, "value": value}


def roles_line(roles: Mapping[str, str]) -> Line:
    """The roles of groups, by the groups' keys, as a line."""
    return {"do": "roles", "roles": dict(roles)}


def stamp_now() -> str:
    """The time as a file name that sorts."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")


@told_if_damaged
def _state(connection: sqlite3.Connection) -> Line:
    return {"top": audit.newest(connection), "position": audit.position(connection)}


def _path(connection: sqlite3.Connection, photo: int) -> str | None:
    row = connection.execute("SELECT path FROM photos WHERE id = ?", (photo,)).fetchone()
    return None if row is None else decoded(row[0])


def _parsed(texts: Iterable[bytes]) -> Iterator[Line]:
    for text in texts:
        try:
            line = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(line, dict) and "do" in line and _is_place(line.get("top")) and _is_place(line.get("position")):
            yield line


def _is_place(number: Any) -> bool:
    """In the audit log, as SQLite can look it up: the line may have been damaged."""
    return isinstance(number, int) and 0 <= number < 1 << 63
