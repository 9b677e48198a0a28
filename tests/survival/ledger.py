"""What a killed program had promised, and whether the folder that it left behind keeps it."""

import csv
import hashlib
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.errors import CoreError
from core.network.tensor_file import read_header, read_metadata
from core.project import audit, backups, corrections
from core.project.audit import State
from core.project.project import Project


def standing(project: Project) -> dict[str, Any]:
    """Where a project stands: its newest action, the youngest that is done, and a digest of the newest."""
    top = audit.newest(project.connection)
    return {
        "top": top,
        "position": audit.position(project.connection),
        "digest": _digests(project.connection, top).get(top, ""),
    }


def _digests(connection: sqlite3.Connection, since: int = 1) -> dict[int, str]:
    rows = connection.execute("SELECT id, kind, photos, before, after FROM audit WHERE id >= ?", (since,))
    return {row[0]: hashlib.blake2b(repr(row[1:]).encode(), digest_size=8).hexdigest() for row in rows}


@dataclass
class Ledger:
    """All that was acknowledged of one folder's project, over any number of kills."""

    digests: dict[int, str] = field(default_factory=dict)
    last: dict[str, Any] = field(default_factory=lambda: {"top": 0, "position": 0, "digest": ""})

    def add(self, promise: dict[str, Any]) -> None:
        """An action that the program said is on disk."""
        if promise["top"] >= self.last["top"]:
            self.last = promise
        if promise["top"]:
            self.digests[promise["top"]] = promise["digest"]

    def problems(self, folder: Path, *, in_flight: int = 1) -> list[str]:
        """What is lost or broken; at most ``in_flight`` actions may be there that were never acknowledged."""
        try:
            with Project.open(folder) as project:
                return [*self._lost(project, in_flight), *_inconsistent(project)]
        except CoreError as error:
            return [f"does not open: {error}"]

    def _lost(self, project: Project, in_flight: int) -> list[str]:
        there = _digests(project.connection)
        lost = [action for action, digest in self.digests.items() if there.get(action) != digest]
        found = [f"acknowledged action {action} is lost or other" for action in lost]
        ahead = audit.newest(project.connection) - self.last["top"]
        if not 0 <= ahead <= in_flight:
            found.append(f"{ahead} actions more than were acknowledged")
        return found

    def catch_up(self, folder: Path) -> None:
        """What was in flight when the program was killed counts from now on, too."""
        with Project.open(folder) as project:
            self.add(standing(project))


def _inconsistent(project: Project) -> list[str]:
    found = []
    if project.is_read_only:
        found.append("opens for reading only")
    if project.connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        found.append("SQLite finds it damaged")
    if replayed(project) != project.every_fact():
        found.append("what is said is not what the log of actions adds up to")
    if (last := project.journal.last() or {"top": 0})["top"] != audit.newest(project.connection):
        found.append(f"the log beside the project ends at {last['top']}")
    for photo in corrections.corrected_photos(project):
        corrections.load(project, photo)
    found += [f"{file.name} is no whole backup" for file in backups.backups(project.place.store) if not _whole(file)]
    return found


def _whole(file: Path) -> bool:
    return backups.is_whole(file)


def replayed(project: Project) -> dict[audit.Key, Any]:
    """All that is said, worked out anew from the actions that are done."""
    facts: dict[audit.Key, Any] = {}
    for entry in reversed(project.history()):
        if entry.state is State.DONE:
            facts.update(entry.after)
    return {key: value for key, value in facts.items() if value is not None}


def half_written(out: Path) -> list[str]:
    """Files that carry a final name and are not whole. Names of parts begin with a dot and end in .part*."""
    found = []
    for file in out.rglob("*"):
        if file.is_file() and ".part" not in file.name:
            try:
                _READERS.get(file.suffix, _not_empty)(file)
            except Exception as error:
                found.append(f"{file.name} is half written: {type(error).__name__} {error}")
    return found


def _not_empty(file: Path) -> None:
    assert file.stat().st_size, "empty"


def _read_csv(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.endswith("\n"), "no end of line"
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1, "uneven rows"


def _read_picture(file: Path) -> None:
    content = file.read_bytes()
    assert content.endswith((b"IEND\xaeB`\x82", b"\xff\xd9")), "cut short"
    assert cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED) is not None, "cannot be decoded"


def _read_zip(file: Path) -> None:
    with zipfile.ZipFile(file) as whole:
        assert whole.testzip() is None, "damaged member"


def _read_database(file: Path) -> None:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _read_network(file: Path) -> None:
    read_header(file)
    read_metadata(file)


def _ends(ending: bytes) -> Any:
    def read(file: Path) -> None:
        assert file.read_bytes().rstrip().endswith(ending), f"does not end in {ending!r}"

    return read


_READERS = {
    ".csv": _read_csv,
    ".png": _read_picture,
    ".jpg": _read_picture,
    ".json": lambda file: json.loads(file.read_bytes()),
    ".geojson": lambda file: json.loads(file.read_bytes()),
    ".xlsx": _read_zip,
    ".crackreview": _read_zip,
    ".sqlite": _read_database,
    ".safetensors": _read_network,
    ".html": _ends(b"</html>"),
    ".pdf": _ends(b"%%EOF"),
    ".dxf": _ends(b"EOF"),
    ".txt": lambda file: None,
}
