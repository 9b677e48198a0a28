"""What is left to say when the program dies in native code, where no exception is raised: the lines it was at.

Python's fault handler writes them into the user's own folder; they name the program's lines, no photo and no folder.
"""

import faulthandler
import os
import time
from contextlib import suppress
from datetime import datetime
from typing import TextIO

from core.project.place import user_folder
from core.support.papers import LOG_FOLDER

_KEPT = 3
_DAY_S = 86_400.0


class CrashFile:
    """Open while the program runs; an orderly end leaves nothing behind."""

    def __init__(self) -> None:
        self._folder = user_folder() / LOG_FOLDER
        # Of this process alone: two windows may be open on two folders.
        self._path = self._folder / f"running-{os.getpid()}.txt"
        self._file: TextIO | None = None
        self.found = False
        # A full disk must not keep the program from starting.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self.found = self._put_aside()
            self._file = self._path.open("w", encoding="utf-8")
        self._is_ours = self._file is not None and not faulthandler.is_enabled()
        if self._file is not None and self._is_ours:
            faulthandler.enable(self._file)

    def close(self) -> None:
        """The program ends as it should."""
        if self._is_ours:
            faulthandler.disable()
        if self._file is not None:
            self._file.close()
            with suppress(OSError):
                self._path.unlink()

    def _put_aside(self) -> bool:
        """Whether a run died so; its lines are kept under the time of its death, those of the newest three."""
        found = False
        for path in self._folder.glob("running-*.txt"):
            facts = path.stat()
            if facts.st_size:
                path.replace(self._folder / f"crash-{datetime.fromtimestamp(facts.st_mtime):%Y%m%d-%H%M%S}.txt")
                found = True
            elif time.time() - facts.st_mtime > _DAY_S:  # killed from outside, with nothing to say
                path.unlink()
        for old in sorted(self._folder.glob("crash-*.txt"))[:-_KEPT]:
            old.unlink()
        return found
