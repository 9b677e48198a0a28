"""The program's own log: a file that turns over, and the newest lines for the log window."""

import contextlib
import logging
import logging.handlers
from collections import deque

from PySide6.QtCore import QObject, Signal

from core.project.place import user_folder

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_KEPT_LINES = 2000
_FILE_BYTES = 1_000_000


class RecentLog(QObject):
    """Hears every record of the program, in any thread, and announces it in the window's."""

    line_added = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: deque[str] = deque(maxlen=_KEPT_LINES)
        self._handlers: list[logging.Handler] = [_Forwarder(self)]
        # A windowed program has no console, and a full disk must not keep it from starting.
        with contextlib.suppress(OSError):
            self._handlers.append(_file_handler())
        root = logging.getLogger()
        root.setLevel(logging.INFO)
        for handler in self._handlers:
            handler.setFormatter(logging.Formatter(_FORMAT))
            root.addHandler(handler)
        self.line_added.connect(self.lines.append)

    def close(self) -> None:
        """Hear no more."""
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()


class _Forwarder(logging.Handler):
    def __init__(self, log: RecentLog) -> None:
        super().__init__()
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        self._log.line_added.emit(self.format(record))


def _file_handler() -> logging.Handler:
    folder = user_folder() / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return logging.handlers.RotatingFileHandler(
        folder / "crack-review.log", maxBytes=_FILE_BYTES, backupCount=3, encoding="utf-8", delay=True
    )
