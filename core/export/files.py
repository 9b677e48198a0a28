"""Where exports go and how they get there: whole or not at all, never over a photo, never out of their folder."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from core.errors import ExportError
from core.project.files import sweep

_PART = re.compile(r"\..+\.\d+\.part(\.\w+)?")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@contextmanager
def staged(path: Path) -> Iterator[Path]:
    """A name beside ``path`` to write to; moved onto ``path`` when the block ends well, removed otherwise.

    Raises ExportError where the disk refuses; what was at ``path`` before is still there then.
    """
    part = path.with_name(f".{path.stem}.{os.getpid()}.part{path.suffix}")
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep_once(path.parent)
        try:
            yield part
            _flush(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence. Raises ExportError."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(f"{path} cannot be written ({reason}); make room or choose another place.") from error


@lru_cache(maxsize=64)
def _sweep_once(folder: Path) -> None:
    """Parts that killed programs left; once a process, as a folder may take ten thousand results."""
    sweep(file for file in folder.glob(".*") if _PART.fullmatch(file.name))


def write(path: Path, content: bytes) -> None:
    """A whole file. Raises ExportError as ``staged``."""
    with staged(path) as part:
        part.write_bytes(content)


def targets(photos: Sequence[str], out: Path, ending: str) -> list[Path]:
    """Where the result of each photo (path relative to its folder, with /) goes below ``out``.

    ``<stem><ending>``, and ``<name.ext><ending>`` where two results would have the same name (compared without
    regard to case). Raises ExportError for a path that leads out of ``out``.
    """
    wanted = [PurePosixPath(safe_name(photo)) for photo in photos]
    names = [photo.with_name(photo.stem) for photo in wanted]
    while True:
        taken = Counter(str(name).casefold() for name in names)
        unique = [
            name if taken[str(name).casefold()] == 1 else photo for name, photo in zip(names, wanted, strict=True)
        ]
        if unique == names:
            return [out / name.with_name(f"{name.name}{ending}") for name in names]
        names = unique


def safe_name(name: str) -> str:
    """A relative path that stays inside its folder. Raises ExportError for ``../``, drives and absolute names."""
    parts = PureWindowsPath(name.replace("\\", "/"))
    if not name or parts.is_absolute() or parts.drive or parts.root or ".." in parts.parts:
        raise ExportError(f"A name inside its folder was expected, not {name!r}; it is not used.")
    return name


def keep_photos_safe(results: Sequence[Path], photos: Sequence[Path]) -> None:
    """Raises ExportError where a result would be written over a photo."""
    originals = {_folded(photo) for photo in photos}
    for result in results:
        if _folded(result) in originals:
            raise ExportError(f"{result} is a photo and is never overwritten; choose another folder.")


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a leading quote makes it text."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _folded(path: Path) -> str:
    return os.path.realpath(path).casefold()


def _flush(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
