"""Which photo the network sees next: the one that is looked at, then its neighbours, then the rest.

Shared by the window, which changes its mind at every key, and the predicting thread, which asks before each
photo; hence the lock.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """One photo to predict; ``is_shown`` where somebody waits for it."""

    id: int
    path: Path
    is_shown: bool = False


class PredictionOrder:
    """Photos without a prediction, most urgent first. Each is handed out once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._near: list[Wanted] = []
        self._rest: dict[int, Wanted] = {}
        self._done = 0
        self._handed_out: set[int] = set()

    def clear(self) -> None:
        """Another folder or another model: start again."""
        with self._lock:
            self._near, self._rest, self._done = [], {}, 0
            self._handed_out.clear()

    def set_near(self, photos: Iterable[Wanted]) -> None:
        """The photo that is looked at and its neighbours, most urgent first."""
        with self._lock:
            self._near = [photo for photo in photos if photo.id not in self._handed_out]

    def add_rest(self, photos: Iterable[Wanted]) -> None:
        """The rest of the folder, in the order in which it is to be predicted."""
        with self._lock:
            self._rest |= {photo.id: photo for photo in photos if photo.id not in self._handed_out}

    def drop_rest(self) -> None:
        """Predict only what is near after all."""
        with self._lock:
            self._rest.clear()

    def take(self) -> Wanted | None:
        """The most urgent photo; None when nothing is left."""
        with self._lock:
            photo = self._near.pop(0) if self._near else next(iter(self._rest.values()), None)
            if photo is not None:
                self._rest.pop(photo.id, None)
                self._handed_out.add(photo.id)
                self._done += 1
            return photo

    def want_again(self, photo_id: int) -> None:
        """The photo was taken but not predicted, or its content changed."""
        with self._lock:
            self._handed_out.discard(photo_id)

    @property
    def has_work(self) -> bool:
        """Whether anything is left."""
        with self._lock:
            return bool(self._near or self._rest)

    @property
    def counts(self) -> tuple[int, int]:
        """(handed out, handed out and left)."""
        with self._lock:
            left = len(self._rest.keys() | {photo.id for photo in self._near})
            return self._done, self._done + left
