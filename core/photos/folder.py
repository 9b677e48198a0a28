"""Walking a folder of photos: recursive, in natural order, without opening a file."""

import logging
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import Final

from core.errors import PhotoError
from core.photos.formats import SUFFIXES

_log = logging.getLogger(__name__)

_SYSTEM_FOLDERS: Final = frozenset({"@eadir", "__macosx", "$recycle.bin", "system volume information"})
"""Thumbnails and wastebaskets of network drives and systems; hidden folders begin with a dot."""

_DIGITS: Final = re.compile(r"\d+")

_NameKey = tuple[str, str]


def walk(root: Path) -> Iterator[Path]:
    """All photos under ``root`` by suffix, lazily, in the natural order of their whole relative paths.

    Hidden files and folders (``.crack-review`` among them) are left out. Links are followed, but no folder
    is entered twice, so loops end; what a link shows inside ``root`` is listed at its real place only. A
    sub-folder that cannot be read is logged and left out.

    Raises:
        PhotoError: ``root`` is no folder or cannot be read.
    """
    try:
        entries, visits = _entries(root), _Visits(root)
    except OSError as error:
        raise PhotoError(
            f"{root} should be a folder of photos and cannot be opened ({error.strerror}); choose another."
        ) from error
    yield from _photos(root, entries, visits)


def natural_key(relative: PurePath | str) -> tuple[_NameKey, ...]:
    """Sorts relative paths as ``walk`` does: part by part, numbers by value, upper and lower case as one."""
    return tuple(_name_key(part) for part in PurePath(relative).parts)


def _name_key(name: str) -> _NameKey:
    # As texts, since natsort's keys take three times as long, which 100,000 files feel.
    return _DIGITS.sub(_by_value, name.casefold()), name


def _by_value(number: re.Match[str]) -> str:
    digits = str(int(number[0]))
    return f"\x03{chr(len(digits))}{digits}"  # longer is larger; a number stands before any text


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(filter(_may_count, entries), key=lambda entry: _name_key(entry.name))


def _may_count(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.name.casefold() not in _SYSTEM_FOLDERS


def _photos(root: Path, entries: list[os.DirEntry[str]], visits: "_Visits") -> Iterator[Path]:
    stack = [(root, iter(entries))]  # no recursion: folders can nest deeper than Python's call stack
    while stack:
        folder, rest = stack[-1]
        entry = next(rest, None)
        if entry is None:
            stack.pop()
        elif _holds(entry.is_dir):
            stack.append((folder / entry.name, iter(_entries_below(entry, visits))))
        elif entry.name[entry.name.rfind(".") :].lower() in SUFFIXES and _holds(entry.is_file):
            yield folder / entry.name


def _holds(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except OSError:  # a link to itself
        return False


def _entries_below(entry: os.DirEntry[str], visits: "_Visits") -> list[os.DirEntry[str]]:
    try:
        return _entries(entry.path) if visits.is_new(entry) else []
    except OSError as error:
        _log.warning("The folder %s cannot be read and is left out: %s", entry.path, error.strerror)
        return []


class _Visits:
    """Which folders a walk has entered, by device and inode."""

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)
        self._seen = {_identity(root)}

    def is_new(self, entry: os.DirEntry[str]) -> bool:
        """Whether to enter a folder; asked once for each, as the answer is no from then on."""
        if entry.is_symlink() and self._lies_inside(os.path.realpath(entry.path)):
            return False
        identity = _identity(Path(entry.path))
        is_new = identity not in self._seen
        self._seen.add(identity)
        return is_new

    def _lies_inside(self, real: str) -> bool:
        return real == self._root or real.startswith(self._root.rstrip(os.sep) + os.sep)


def _identity(folder: Path) -> tuple[int, int]:
    facts = folder.stat()
    return facts.st_dev, facts.st_ino
