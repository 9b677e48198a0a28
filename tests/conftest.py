"""What all tests share: a home of their own, and for the command line a network that needs no torch."""

import os
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QLocale

from app.__main__ import main
from core.commands import engine
from core.errors import PhotoError
from core.photos import reader
from core.values import ModelVersion, Prediction

if TYPE_CHECKING:
    from tests.windows import DarkIsCracked

# Windows of tests are drawn into memory, wherever the tests run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# And write numbers as in English, whatever this machine speaks.
QLocale.setDefault(QLocale("en_US"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch) -> Path:
    """No test reads or writes what the person at this machine keeps."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch) -> None:
    """The program works offline: a test in which it would connect to anything but another process here fails."""
    connect = socket.socket.connect

    def guarded(line: socket.socket, address: object) -> None:
        assert line.family == getattr(socket, "AF_UNIX", None), f"a network connection to {address!r}"
        connect(line, address)

    def refused(*arguments: object, **options: object) -> None:
        raise AssertionError(f"a network connection: looked up {arguments[:2]!r}")

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@dataclass
class DarkPixels:
    """Stands where the network does: the darker a pixel, the surer a crack. Remembers what it was asked."""

    version: ModelVersion = field(
        default_factory=lambda: ModelVersion("0123456789abcdef", Path("dark.safetensors"), "Dark", 0.5)
    )
    settings: str = "dark-1"
    asked: list[Path] = field(default_factory=list)
    interrupt_after: int | None = None

    def predictions(
        self, paths: Sequence[Path], maps: Path | None = None
    ) -> Iterator[tuple[Path, Prediction | PhotoError]]:
        for path in paths:
            if len(self.asked) == self.interrupt_after:
                raise KeyboardInterrupt
            self.asked.append(path)
            yield path, self._prediction(path)

    def _prediction(self, path: Path) -> Prediction | PhotoError:
        try:
            darkness = 255 - reader.read(path).max(axis=2)
        except PhotoError as error:
            return error
        return Prediction(darkness, float(darkness.max()) / 255, self.version.id, seconds=0.25)


@pytest.fixture
def dark_pixels(monkeypatch) -> DarkPixels:
    """The command line with ``DarkPixels`` for a network."""
    fake = DarkPixels()
    monkeypatch.setattr(engine, "chosen", lambda arguments: fake)
    return fake


@pytest.fixture
def cli(capsys) -> Callable[..., tuple[int, str, str]]:
    """The real ``main``, as a function of its arguments: exit code, standard output, standard error."""

    def run(*argv: object) -> tuple[int, str, str]:
        code = main([str(part) for part in argv])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def network(monkeypatch) -> "DarkIsCracked":
    """The window with a network that needs no training and no torch."""
    # Here, so that tests of the core do not load the window.
    from app import jobs
    from core.network.shelf import Shelf
    from tests.windows import DARK, DarkIsCracked

    fake = DarkIsCracked()
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: fake)
    monkeypatch.setattr(Shelf, "shipped", lambda self: DARK)
    return fake


@pytest.fixture
def folder(tmp_path, paint) -> Path:
    """Four photos of different widths, each with a dark line."""
    for number in range(1, 5):
        paint(tmp_path / f"photo {number}.png", size=(40, 60 + number))
    return tmp_path


@pytest.fixture
def paint() -> Callable[..., Path]:
    """Writes a light photo with a dark line of ``thickness`` px (0: none) and its mask where one is wanted."""

    def write(path: Path, *, thickness: int = 3, size=(40, 60), darkness: int = 40, mask: Path | None = None):
        crack = np.zeros(size, bool)
        crack[size[0] // 2 : size[0] // 2 + thickness, 5:-5] = True
        photo = np.where(crack, darkness, 200).astype(np.uint8)
        _write(path, np.repeat(photo[:, :, None], 3, axis=2))
        if mask is not None:
            _write(mask, np.where(crack, np.uint8(255), np.uint8(0)))
        return path

    return write


def _write(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(path.suffix, pixels)[1].tobytes())
