"""A connection whose reads do not starve beside a busy writer of this program.

Every commit locks the file for as long as the disk takes (some 20 ms), and a writer with a hundred actions in
its queue commits without a pause. SQLite's own waiting sleeps up to 100 ms between two tries and misses the
moments in between: a window that reads would stand still for seconds, and end with "database is locked".
"""

import sqlite3
import threading
import time
from typing import Any

BUSY_TIMEOUT_S = 5.0
RETRY_S = 0.001
LONGEST_PAUSE_S = 0.05
GRACE_S = 0.005


class _Line:
    """Who of this program waits for a file, and when the last one got in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting = 0
        self._served_s = float("-inf")

    def __enter__(self) -> None:
        with self._lock:
            self._waiting += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._waiting -= 1
            self._served_s = time.monotonic()

    def is_empty(self) -> bool:
        """Whether nobody waits, and who waited last has had time for the reads that follow."""
        with self._lock:
            return not self._waiting and time.monotonic() - self._served_s >= GRACE_S


_line = _Line()


def give_way() -> None:
    """Before a change: let those read who wait since the change before, for a moment at most."""
    until_s = time.monotonic() + LONGEST_PAUSE_S
    while not _line.is_empty() and time.monotonic() < until_s:
        time.sleep(RETRY_S)


class Connection(sqlite3.Connection):
    """Asks often while another connection holds the file, and is let in by ``give_way``."""

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        """As sqlite3's. A statement that was refused as busy has done nothing and may be tried again.

        Raises:
            sqlite3.OperationalError: also where the file was held for all of BUSY_TIMEOUT_S.
        """
        try:
            return super().execute(*statement)
        except sqlite3.OperationalError as error:
            if not _is_busy(error):
                raise
        with _line:
            return self._insist(statement)

    def _insist(self, statement: tuple[Any, ...]) -> sqlite3.Cursor:
        until_s = time.monotonic() + BUSY_TIMEOUT_S
        while True:
            time.sleep(RETRY_S)
            try:
                return super().execute(*statement)
            except sqlite3.OperationalError as error:
                if not _is_busy(error) or time.monotonic() > until_s:
                    raise


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF == sqlite3.SQLITE_BUSY
