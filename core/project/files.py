"""Files that are there whole or not at all."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_LEFT_AFTER_S = 86_400


def write_atomically(path: Path, content: bytes) -> None:
    """Writes a file beside and moves it into place once it is on disk: a reader sees the old or the new one.

    Raises:
        OSError: nothing was changed.
    """
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        discard(Path(temporary))
        raise


def discard(path: Path) -> None:
    """Removes a file that nobody needs, where the disk lets it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def sweep(parts: Iterable[Path]) -> None:
    """Removes those parts of files, or folders of them, that a killed program left; where the disk lets it."""
    with suppress(OSError):
        for part in parts:
            _sweep(part)


def _sweep(part: Path) -> None:
    with suppress(OSError):
        if is_left_behind(part.stat()):
            shutil.rmtree(part) if part.is_dir() else part.unlink()


def is_left_behind(facts: os.stat_result) -> bool:
    """Whether nobody has written there for a day.

    Another process may be at it until then, also on another machine, whose number says nothing here and whose clock
    may be an hour off.
    """
    return time.time() - facts.st_mtime > _LEFT_AFTER_S
