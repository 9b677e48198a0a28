"""Who has a project open: one program writes at a time, the others are told and may read.

The lock itself is the operating system's and ends with the program, however that ends. Beside it lies a note of
who took it; a note without a lock is stale, left by a program that was killed. Some network drives and all folders
that are copied between machines lock for the own machine only: there the note speaks, as long as its program touches
it every half minute.
"""

import json
import os
import socket
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar, Self

from filelock import FileLock, Timeout

from core.project.audit import now_utc
from core.project.files import discard, write_atomically

LOCK_FILE = "lock"
NOTE_FILE = "opened-by.json"
BEAT_S = 30.0
FRESH_S = 180.0
"""A note that was touched since then is of a program that runs, unless that can be asked."""
_CLOCK_SLIP = timedelta(minutes=1)  # by as much as the time that a program began at may be off
_FUTURE_S = 3600.0  # clocks of two machines differ, and nobody waits for one that is years ahead


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

    @property
    def is_this_machine(self) -> bool:
        """As far as its name tells."""
        return self.host == socket.gethostname()

    @property
    def is_this_process(self) -> bool:
        """Whether it is this program."""
        return self.is_this_machine and self.pid == os.getpid()


class Hold:
    """A process's claim on a project. Several holds in one process share the lock; the last to go frees it."""

    def __init__(self, store: Path, user: str) -> None:
        """Claims nothing yet."""
        self._note = store / NOTE_FILE
        self._user = user
        # A singleton counts the holds of this process.
        # Its own remedy where a drive knows no locks would take the file itself for one: it stays behind everywhere.
        self._lock = FileLock(store / LOCK_FILE, thread_local=False, is_singleton=True, fallback_to_soft=False)
        self._presence: _Presence | None = None
        self.left_by: Holder | None = None

    @property
    def is_lost(self) -> bool:
        """Whether another machine has taken the project while this one slept."""
        return self._presence is not None and self._presence.is_displaced()

    def claim(self) -> bool:
        """Tries to get the lock; ``left_by`` then names the program that ended without giving it back."""
        if self._presence is not None and self._lock.is_locked and not self.is_lost:
            return True
        self.release()
        if not self._note.parent.is_dir():  # the lock would make the folder anew where a drive was
            return False
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError:  # a drive that knows no locks, or one that does not answer
            pass
        if not _Presence.is_known(self._note):
            if self._is_elsewhere():
                self._unlock()
                return False
            self.left_by = self.holder()
            self._sweep()
        self._presence = _Presence.of(self._note, self._user)
        return True

    def holder(self) -> Holder | None:
        """Who wrote the note; None where there is none or it cannot be read."""
        return _read(self._note)

    def release(self) -> None:
        """Gives the lock back, and takes the note away with the last hold of this process."""
        if self._presence is not None:
            self._presence.leave()
            self._presence = None
            self._unlock()

    def _unlock(self) -> None:
        if self._lock.is_locked:
            self._lock.release()

    def _is_elsewhere(self) -> bool:
        """Whether another machine is at work here, or another program of this one with a lock that is no longer there.

        Such a lock was on a drive that was unplugged and is back, or on a file that somebody replaced.
        """
        holder = self.holder()
        if holder is None or holder.is_this_process or not self._is_fresh():
            return False
        return not holder.is_this_machine or _runs(holder)

    def _is_fresh(self) -> bool:
        """By the drive's own clock where it has one."""
        try:
            touched = self._note.stat().st_mtime
        except OSError:
            return False
        return -_FUTURE_S < self._now() - touched < FRESH_S

    def _now(self) -> float:
        lock = self._note.with_name(LOCK_FILE)
        try:
            os.utime(lock)
            return lock.stat().st_mtime
        except OSError:
            return time.time()

    def _sweep(self) -> None:
        """Parts of files that a killed program or a vanished drive left: nobody else writes here now."""
        if not self._lock.is_locked:
            return
        for part in (*self._note.parent.glob("*.part"), *self._note.parent.glob("*/*.part")):
            discard(part)


def is_open_here(store: Path) -> bool:
    """Whether this process has the project that lies in ``store``, or lay there before its drive was gone."""
    return _Presence.is_known(store / NOTE_FILE)


class _Presence:
    """One for each project that this process has open: its note, touched every half minute."""

    _all: ClassVar[dict[Path, Self]] = {}
    _guard: ClassVar = threading.Lock()

    @classmethod
    def is_known(cls, note: Path) -> bool:
        """Whether this process has the project open."""
        return note in cls._all and not cls._all[note].is_displaced()

    @classmethod
    def of(cls, note: Path, user: str) -> Self:
        """The one that there is, else a new one."""
        with cls._guard:
            found = cls._all.get(note)
            if found is None or found._is_over:
                found = cls._all[note] = cls(note, user)
            found._holds += 1
            return found

    def __init__(self, note: Path, user: str) -> None:
        self._note = note
        self._holds = 0
        self._is_over = False
        self._has_ended = threading.Event()
        self._said = Holder(user=user, host=socket.gethostname(), pid=os.getpid(), since=now_utc())
        self._write()
        self._beaten = time.time()
        threading.Thread(target=self._beat, name="project-presence", daemon=True).start()

    def leave(self) -> None:
        """The last one ends it."""
        with self._guard:
            self._holds -= 1
            if self._holds:
                return
            if self._all.get(self._note) is self:
                del self._all[self._note]
        self._has_ended.set()
        if (found := _read(self._note)) is not None and found.is_this_process:
            discard(self._note)

    def is_displaced(self) -> bool:
        """Whether another machine has taken the project, which it does of one that was silent for long."""
        if time.time() - self._beaten > FRESH_S:  # this machine slept
            self._touch()
        return self._is_over

    def _beat(self) -> None:
        while not self._has_ended.wait(BEAT_S):
            self._touch()

    def _touch(self) -> None:
        found = _read(self._note)
        if found is not None and not found.is_this_process:
            self._is_over = True
            self._has_ended.set()
            return
        if found is None:
            self._write()
        with suppress(OSError):
            os.utime(self._note)
            self._beaten = time.time()

    def _write(self) -> None:
        with suppress(OSError):  # a full disk: the lock holds without the note
            write_atomically(self._note, json.dumps(asdict(self._said)).encode())


def _read(note: Path) -> Holder | None:
    try:
        found = Holder(**json.loads(note.read_text("utf-8")))
        is_number = isinstance(found.pid, int) and 0 < found.pid < 1 << 31
        has_zone = datetime.fromisoformat(found.since).tzinfo is not None
        return found if is_number and has_zone and str(found) else None  # a time that is none shows here only
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _runs(holder: Holder) -> bool:
    """Whether the program of this machine that wrote the note is still there, and its number not another's by now."""
    import psutil  # seldom asked: most programs close their projects

    try:
        program = psutil.Process(holder.pid)
        began = datetime.fromtimestamp(program.create_time(), UTC) - _CLOCK_SLIP
        return program.status() != psutil.STATUS_ZOMBIE and began <= datetime.fromisoformat(holder.since)
    except psutil.Error:
        return bool(psutil.pid_exists(holder.pid))
