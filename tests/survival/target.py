"""What every kind of file that is spoilt has in common."""

import random
import shutil
from abc import ABC, abstractmethod
from pathlib import Path


class Target(ABC):
    """One kind of file. ``make`` writes a spoilt one to ``current``; ``read`` is what the program does with it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.current = folder, folder / "current"
        self.prepare()

    def prepare(self) -> None:  # noqa: B027 (most need nothing)
        """Whatever is needed once."""

    def make(self, chance: random.Random) -> Path:
        """The next file."""
        self.current.write_bytes(self.content(chance))
        return self.current

    @abstractmethod
    def content(self, chance: random.Random) -> bytes:
        """A spoilt file."""

    @abstractmethod
    def read(self, file: Path) -> None:
        """Raises CoreError for what is refused."""


def made(folder: Path) -> Path:
    """A new empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
