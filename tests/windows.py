"""Drives the real ``main``: a script of user actions runs inside its event loop."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.__main__ import main
from app.main_window import MainWindow
from app.settings import Settings
from core.project.project import Project
from core.values import ModelVersion, Prediction, Progress, Tag, cut

PATIENCE_MS = 20_000
AGAIN_MS = 500


DARK = ModelVersion("0123456789abcdef", Path("dark.safetensors"), "Dark", 0.5, is_shipped=True)


class DarkIsCracked:
    """Stands where the network does: the darker a pixel, the surer a crack. Counts what it was asked.

    ``made`` are the maps that came to their end: a photo that a cancel caught between two tiles is asked for again.
    """

    settings = "dark"

    def __init__(self, version: ModelVersion = DARK, strength: float = 1.0) -> None:
        self.version = version
        self.strength = strength
        self.asked = self.made = 0

    def glimpse(self, photo):
        return None

    def predict_tiles(self, photo):
        self.asked += 1
        yield Progress(1, 1)
        self.made += 1
        darkness = ((255 - photo.max(axis=2)) * self.strength).astype(np.uint8)
        yield Prediction(darkness, float(darkness.max()) / 255, self.version.id, seconds=0.01)


class User:
    """Presses keys, clicks, and waits until the window shows what is expected."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self._qtbot = qtbot

    def until(self, holds: Callable[[], bool]) -> None:
        def check() -> None:
            assert holds()

        self._qtbot.waitUntil(check, timeout=PATIENCE_MS)

    def press(self, *keys: str) -> None:
        """Keys by their portable names, to whatever has the focus in the main window."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        for key in keys:
            QTest.keySequence(self.window.focusWidget() or self.window, key)

    def hold(self, key: Qt.Key) -> None:
        QTest.keyPress(self.window.focusWidget() or self.window, key)

    def let_go(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.window.focusWidget() or self.window, key)

    def click(self, button) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def answer(self, button: str) -> None:
        """Press a button of the question that is asked."""
        boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
        self.click(next(each for each in boxes[-1].buttons() if each.text() == button))

    # What the user sees

    def listed(self) -> list[str]:
        session = self.window.session
        return [session.item(photo_id).name for photo_id in self.window.photos.shown_ids()]

    @property
    def current(self) -> str | None:
        session = self.window.session
        return session.item(session.current).name if session.has(session.current) else None

    def item(self, name: str):
        return next(item for item in self.window.session.items() if item.name == name)

    def tag_of(self, name: str):
        return self.item(name).tag

    def has_photos(self, count: int) -> None:
        self.until(lambda: len(self.listed()) == count and self.current is not None)
        self.until(lambda: self.window.session.model is not None)

    def all_on_disk(self) -> None:
        self.until(lambda: self.window.session.pending == 0)

    def all_predicted(self) -> None:
        self.until(lambda: all(item.score is not None or item.error for item in self.window.session.items()))

    def sees_mask(self) -> None:
        self.until(lambda: self._shown_map() is not None)

    def mask(self):
        """The mask that is on the screen, in photo pixels."""
        return self._shown_map() >= cut(self.window.area.canvas.look.threshold)

    def _shown_map(self):
        shown = self.window.area.shown
        is_current = shown is not None and shown.id == self.window.session.current
        return shown.map.levels[0] if is_current and shown.map is not None else None


def is_open(widget) -> bool:
    return isinstance(widget, MainWindow) and widget.isVisible()


def drive(qtbot, script: Callable[[User], None], *argv: object, is_first_time: bool = False) -> int:
    """Run ``main(argv)`` with ``script`` at its keyboard; the window is closed at the end of the script.

    Where it is not the first time, the tour was seen.
    """
    if not is_first_time:
        Settings().remember("tour", True)
    problems: list[BaseException] = []

    def play() -> None:
        window = next(each for each in QApplication.topLevelWidgets() if is_open(each))
        try:
            user = User(window, qtbot)
            window.activateWindow()
            user.until(lambda: QApplication.activeWindow() is not None)  # a question may stand before the window
            script(user)
        except BaseException as problem:
            problems.append(problem)
        finally:
            close_all()

    def close_all() -> None:
        """A window that waits for a busy disk stays open and asks; it is closed again when the disk has rested."""
        for widget in QApplication.topLevelWidgets():
            widget.close()
        if any(is_open(widget) for widget in QApplication.topLevelWidgets()):
            QTimer.singleShot(AGAIN_MS, close_all)

    QTimer.singleShot(0, play)
    code = main([str(argument) for argument in argv])
    if problems:
        raise problems[0]
    return code


def eight_tagged_photos(folder: Path) -> Path:
    """Eight photos of different surfaces, every other one cracked and all of them tagged so."""
    for number in range(8):
        is_cracked = number % 2 == 1
        cv2.imwrite(str(folder / f"{number}.png"), surface(number, is_cracked))
    with Project.open(folder) as project:
        project.sync(sorted(folder.glob("*.png")))
        for row in project.photos():
            is_cracked = int(row.path.removesuffix(".png")) % 2 == 1
            project.set_tags([row.id], Tag.CRACKED if is_cracked else Tag.NOT_CRACKED)
    return folder


def surface(seed, is_cracked):
    """Light patches that no two photos share, and a dark line across them."""
    patches = np.random.default_rng(seed).integers(140, 250, (6, 6), np.uint8)
    pixels = cv2.resize(patches, (96, 72), interpolation=cv2.INTER_CUBIC)
    if is_cracked:
        pixels[30:33] = 20
    return pixels
