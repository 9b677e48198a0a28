"""Drives the real window from inside its own event loop: for measurements that no test's patience would stand."""

import os
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Before anything is imported that looks for a home: no measurement touches what the person at this machine keeps.
os.environ["CRACK_REVIEW_HOME"] = tempfile.mkdtemp(prefix="crack-review-bench-")

import cv2
import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.__main__ import main
from app.main_window import MainWindow

Script = Generator[Callable[[], bool], None, None]
"""Does something, yields what it waits for, and goes on when that holds."""

PATIENCE_S = 600.0
_POLL_MS = 2


class Driver:
    """Plays a script in the event loop, and closes the window at its end or when it fails."""

    def __init__(self, script: Callable[[MainWindow], Script]) -> None:
        self._make = script
        self._script: Script | None = None
        self._holds: Callable[[], bool] = _at_once
        self._since = 0.0
        self.problem: BaseException | None = None
        # One timer: each call of singleShot with a method leaves a weak reference behind in PySide6.
        self._timer = QTimer(singleShot=True, interval=_POLL_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        self._timer.start()

    def _step(self) -> None:
        try:
            self._advance()
        except StopIteration:
            _close_all()
        except BaseException as problem:  # told by ``drive``, after the loop has ended
            self.problem = problem
            _close_all()
        else:
            self._timer.start()

    def _advance(self) -> None:
        if self._script is None:
            window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
            window.activateWindow()
            self._script = self._make(window)
        elif not self._holds():
            if time.monotonic() - self._since > PATIENCE_S:
                raise TimeoutError(f"waited {PATIENCE_S:.0f} s in vain for {self._holds}")
            return
        self._holds, self._since = next(self._script), time.monotonic()


def drive(script: Callable[[MainWindow], Script], folder: Path) -> None:
    """Open ``folder`` in the real program and play ``script``."""
    application = QApplication.instance() or QApplication([])
    driver = Driver(script)
    driver.start()
    main([str(folder)])
    del application
    if driver.problem is not None:
        raise driver.problem


def press(window: MainWindow, key: str) -> None:
    """A key by its portable name, to whatever has the focus."""
    QTest.keySequence(window.focusWidget() or window, key)


def is_painted(window: MainWindow) -> bool:
    """Whether the photo that is looked at is read; it is painted with the next turn of the loop."""
    shown, session = window.area.shown, window.session
    return session.current is not None and shown is not None and shown.id == session.current


def walls(folder: Path, count: int, size: tuple[int, int]) -> Path:
    """``count`` different photos (height, width) of a rough wall, every other one with a dark line across it."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    height, width = size
    for number in range(count):
        coarse = rng.integers(110, 190, (height // 4, width // 4), np.uint8)
        wall = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
        if number % 2:
            cv2.line(wall, (0, int(rng.integers(height))), (width, int(rng.integers(height))), 40, 3)
        cv2.imwrite(str(folder / f"wall {number}.jpg"), np.repeat(wall[..., None], 3, axis=2))
    return folder


def _at_once() -> bool:
    return True


def _close_all() -> None:
    for widget in QApplication.topLevelWidgets():
        widget.close()
