"""Writing results: whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import ExportError


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there; makes its folder.

    Raises:
        ExportError: the place takes no files; what was there before is still there.
    """
    staged = path.with_name(f".{path.name}.{os.getpid()}.part")
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            staged.write_bytes(content)
            staged.replace(path)
        finally:
            staged.unlink(missing_ok=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror}); make room or choose another place.") from error
