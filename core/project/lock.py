"""Who has a project open: one program writes at a time, the others are told and may read.

The lock itself is the operating system's and ends with the program, however that ends. Beside it lies a note of
who took it; a note without a lock is stale, left by a program that was killed.
"""

import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from core.project.audit import now_utc
from core.project.files import discard, write_atomically

LOCK_FILE = "lock"
NOTE_FILE = "opened-by.json"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open, where and since when (UTC, ISO 8601)."""

    user: str
    host: str
    pid: int
    since: str

    def __str__(self) -> str:
        """For a sentence."""
        since = datetime.fromisoformat(self.since).astimezone()
        return f"{self.user} on {self.host} (since {since:%Y-%m-%d %H:%M})"


class Hold:
    """A process's claim on a project. Several holds in one process share the lock; the last to go frees it."""

    def __init__(self, store: Path, user: str) -> None:
        """Claims nothing yet."""
        self._note = store / NOTE_FILE
        self._user = user
        # A singleton counts the holds of this process.
        self._lock = FileLock(store / LOCK_FILE, thread_local=False, is_singleton=True)
        self._has_lock = False
        self.left_by: Holder | None = None

    @property
    def has_lock(self) -> bool:
        """Whether this process may write."""
        return self._has_lock

    def claim(self) -> bool:
        """Tries to get the lock; ``left_by`` then names the program that ended without giving it back.

        A file system that knows no locks (some network drives) gives it to everybody: SQLite still keeps the
        file whole, only nobody is told of the other.
        """
        if self._has_lock:
            return True
        is_first = not self._lock.is_locked
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError:
            return True
        self._has_lock = True
        if is_first:
            self.left_by = self.holder()
            self._sweep()
            self._write_note()
        return True

    def holder(self) -> Holder | None:
        """Who wrote the note; None where there is none or it cannot be read."""
        try:
            found = Holder(**json.loads(self._note.read_text("utf-8")))
            return found if str(found) else None  # a time that is none would be told only later
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def release(self) -> None:
        """Gives the lock back, and takes the note away with the last hold of this process."""
        if not self._has_lock:
            return
        self._has_lock = False
        if self._lock.lock_counter == 1:
            discard(self._note)
        self._lock.release()

    def _sweep(self) -> None:
        """Parts of files that a killed program or a vanished drive left: nobody else writes here now."""
        for part in (*self._note.parent.glob("*.part"), *self._note.parent.glob("*/*.part")):
            discard(part)

    def _write_note(self) -> None:
        note = Holder(user=self._user, host=socket.gethostname(), pid=os.getpid(), since=now_utc())
        try:
            write_atomically(self._note, json.dumps(asdict(note)).encode())
        except OSError:  # a full disk: the lock holds without the note
            return
