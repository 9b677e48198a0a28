"""Training opens no mask: enforced by an audit hook, not promised.

While a run computes, its thread may open no image but the plan's photos, and nothing in a folder named masks.
Python tells an audit hook of every file that is opened through it (PEP 578), Pillow's included. The hook looks
at guarded threads only, because the window goes on reading other photos in the same process.
"""

import os
import sys
import threading
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from core.errors import TrainingError
from core.photos.formats import SUFFIXES

MASKS_FOLDER = "masks"

Event = TypeVar("Event")

_thread = threading.local()


class MaskOpenedError(Exception):
    """A bug of ours: training opened an image that is none of its photos."""


@dataclass(frozen=True, slots=True)
class _Watch:
    """What a thread may open, and what it tried to open besides."""

    allowed: frozenset[str]
    refused: list[str] = field(default_factory=list)


def _watches() -> list[_Watch]:
    """The guards that the current thread is in, the innermost last."""
    watches: list[_Watch] = _thread.__dict__.setdefault("watches", [])
    return watches


class PhotoGuard:
    """The photos that a run may open; a context in which the current thread opens no other image.

    It can be pickled, so that worker processes are guarded like the thread that started them.
    """

    def __init__(self, photos: Iterable[Path]) -> None:
        self._allowed = frozenset(_plain(os.fspath(path)) for path in photos)

    def __enter__(self) -> None:
        _install()
        _watches().append(_Watch(self._allowed))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A reader turns whatever a file throws into its own error; what was opened is told here all the same.
        if refused := _watches().pop().refused:
            raise MaskOpenedError(refused[0]) from error

    def guarded(self, events: Generator[Event, None, None]) -> Generator[Event, None, None]:
        """The same events; the guard holds while the next one is worked out and not while the caller has it."""
        try:
            while True:
                with self:
                    event = next(events, None)
                if event is None:
                    return
                yield event
        finally:
            with self:
                events.close()


def require_no_masks(photos: Iterable[Path]) -> None:
    """Raises TrainingError where a photo to learn from lies in a folder named masks, links followed."""
    for path in photos:
        if _is_mask(_plain(os.fspath(path))) or _is_mask(_plain(os.path.realpath(path))):
            raise TrainingError(
                f"{path} lies in a folder named {MASKS_FOLDER}, and training opens no mask; "
                "take it out of the tags, or move the photos to a folder of another name."
            )


def _plain(path: str) -> str:
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 (links are not followed, ".." is gone)


def _is_mask(path: str) -> bool:
    return MASKS_FOLDER in (part.lower() for part in Path(path).parts[:-1])


def _is_image(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in SUFFIXES  # noqa: PTH122 (a hook on every open must be quick)


@cache
def _install() -> None:
    """Once a process: an audit hook cannot be taken away again."""
    sys.addaudithook(_on_event)


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not (watches := _watches()) or not isinstance(arguments[0], (str, bytes, os.PathLike)):
        return
    path = _plain(os.fsdecode(arguments[0]))
    if _is_mask(path) or (_is_image(path) and path not in watches[-1].allowed):
        sentence = f"Training may open its own photos only and no mask, and it opened {path}; please report this."
        watches[-1].refused.append(sentence)
        raise MaskOpenedError(sentence)
