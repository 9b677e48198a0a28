"""Makes the README's pictures: drives the real window, offscreen, on the sample photos with the shipped network.

Run: uv run python tests/screenshots.py [FOLDER]      (default: resources/screenshots)
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

import resources
from tests.windows import User, drive

PATIENCE_S = 900
SETTLE_MS = 3000
SIZE = (1440, 900)
PHOTO = "abutment 1.jpg"
TAGS = {"abutment 2.jpg": "C", "abutment 3.jpg": "N", "pavement 1.jpg": "C", "facade 1.jpg": "U", "wall 2.jpg": "N"}


class Patience:
    """Waits for what the network needs its time for; a test would give up sooner."""

    def waitUntil(self, check: Callable[[], None], timeout: int) -> None:  # noqa: N802 (as pytest-qt calls it)
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                return check()
            except AssertionError:
                if time.monotonic() > end:
                    raise
                QTest.qWait(50)


def main() -> int:
    target = Path(sys.argv[1]) if sys.argv[1:] else Path(resources.__file__).parent / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["CRACK_REVIEW_HOME"] = home
        return drive(Patience(), lambda user: take(user, target))


def take(user: User, target: Path) -> None:
    user.window.resize(*SIZE)
    user.until(lambda: len(user.listed()) > 1)
    user.all_predicted()
    for name, key in TAGS.items():
        choose(user, name)
        user.press(key)
    user.all_on_disk()
    choose(user, PHOTO)
    user.sees_mask()
    save(user.window, target / "main-window.png")
    dialogs, workshop = user.window.dialogs, user.window.workshop
    prepared: list[object] = []
    user.window.retraining.prepared.connect(prepared.append)
    workshop.open()
    user.until(lambda: prepared)
    save(workshop.dialog, target / "retrain.png")
    workshop.dialog.close()
    dialogs.open_shelf()
    save(dialogs.shelf, target / "model-shelf.png")


def choose(user: User, name: str) -> None:
    user.window.session.set_current(user.item(name).id)
    user.until(lambda: user.current == name)


def save(widget: QWidget, path: Path) -> None:
    # What was just shown has thumbnails, counts and captions under way that nothing announces.
    QTest.qWait(SETTLE_MS)
    widget.grab().save(str(path))
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    sys.exit(main())
