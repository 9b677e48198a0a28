"""Files that are there whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


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
