"""Makes the README's pictures: drives the real window, offscreen, on the sample photos with the shipped network.

Run: uv run python tests/screenshots.py [FOLDER]      (default: resources/screenshots)
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cv2
import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

import resources
from core.project.project import Project
from core.train import recipe, trainer
from core.train.paint.scene import clean_scene, cracked_scene
from core.values import Preset, Tag
from tests.windows import User, drive

PATIENCE_S = 900
SETTLE_MS = 3000
SIZE = (1440, 900)
TRAINING_SIZE = (900, 720)
PHOTO = "abutment 1.jpg"
STEPS = 5
SQUARES = 8
OF_EITHER_KIND = 110
SITE_PX = 256
HUE = 0.3
TAGS = {"abutment 2.jpg": "C", "abutment 3.jpg": "N", "pavement 1.jpg": "C", "facade 1.jpg": "U", "wall 2.jpg": "N"}
MORE_TAGS = {"abutment 1.jpg": "C", "pavement 2.jpg": "C", "walkway 1.jpg": "N", "facade 2.jpg": "N"}
THEIRS = {"abutment 2.jpg": Tag.UNSURE, "abutment 3.jpg": Tag.CRACKED, "wall 1.jpg": Tag.CRACKED}


def wait(for_ms: int) -> None:
    """In an event loop of its own: QTest.qWait keeps the interpreter, and the training thread would starve."""
    loop = QEventLoop()
    QTimer.singleShot(for_ms, loop.quit)
    loop.exec()


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
                wait(50)


def main() -> int:
    target = Path(sys.argv[1]) if sys.argv[1:] else Path(resources.__file__).parent / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    os.environ["LOGNAME"] = "ana"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CRACK_REVIEW_HOME"] = str(Path(folder) / "home")
        return drive(Patience(), lambda user: take(user, Path(folder), target))


def take(user: User, folder: Path, target: Path) -> None:
    user.window.resize(*SIZE)
    user.until(lambda: len(user.listed()) > 1)
    user.all_predicted()
    tag(user, TAGS)
    choose(user, PHOTO)
    user.sees_mask()
    user.until(lambda: user.window.area.gauge._measured is not None)
    save(user.window, target / "main-window.png")
    tag(user, MORE_TAGS)
    take_merge(user, target)
    user.window.dialogs.open_history()
    save(user.window.dialogs.history, target / "history.png")
    user.window.dialogs.history.close()
    take_training(user, site(folder / "Bridge 7001"), target)
    take_shelf(user, target)


def take_merge(user: User, target: Path) -> None:
    """A colleague's copy of the photos, in which some are tagged otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "Ben"
        shutil.copytree(user.window.session.root, copy, ignore=shutil.ignore_patterns(".crack-review"))
        with Project.open(copy, "ben") as project:
            project.sync(sorted(copy.rglob("*.jpg")))
            for row in project.photos():
                said = THEIRS.get(row.path.rpartition("/")[2])
                project.set_tags([row.id] if said else [], said)
        user.window.merging.look_at(copy)
        room = user.window.meeting_room
        user.until(lambda: room.merge_dialog is not None and room.merge_dialog.isVisible())
        room.merge_dialog.keep_ours()
        save(room.merge_dialog, target / "merge.png", (1020, 480))
        room.merge_dialog.close()


def site(folder: Path) -> Path:
    """Small painted photos, all of them tagged: enough of either kind for versions to be compared on."""
    folder.mkdir()
    for number in range(2 * OF_EITHER_KIND):
        scene = cracked_scene if number % 2 else clean_scene
        photo = scene(np.random.default_rng(number), None, SITE_PX, distraction=0).photo
        grey = photo.mean(axis=2, keepdims=True)
        photo = (grey + HUE * (photo - grey)).astype(np.uint8)  # calmer than what a network learns from
        cv2.imwrite(str(folder / f"{number:03}.png"), cv2.cvtColor(photo, cv2.COLOR_RGB2BGR))
    with Project.open(folder, "ana") as project:
        project.sync(sorted(folder.glob("*.png")))
        for tag, parity in ((Tag.NOT_CRACKED, 0), (Tag.CRACKED, 1)):
            project.set_tags([row.id for row in project.photos() if int(Path(row.path).stem) % 2 == parity], tag)
    return folder


def take_training(user: User, folder: Path, target: Path) -> None:
    """A run of a few steps: enough to see its pages, far too short to be of use."""
    user.window.settings.set_value("work/predict_all", False)
    user.window.opening.open(folder)
    user.until(lambda: len(user.listed()) == 2 * OF_EITHER_KIND)
    workshop = user.window.workshop
    workshop.open()
    dialog = workshop.dialog
    user.until(dialog.before.start_button.isEnabled)
    save(dialog, target / "retrain.png", TRAINING_SIZE)
    recipe.RETRAIN[Preset.QUICK] = replace(recipe.RETRAIN[Preset.QUICK], steps=STEPS, parts_share=0)
    trainer.VALIDATION_SQUARES = SQUARES
    user.click(dialog.before.start_button)
    user.until(lambda: len(dialog.during.curves.points) > STEPS - 2)
    save(dialog, target / "retrain-running.png")
    user.until(dialog.after.isVisible)
    held_out = dialog.after.samples.samples
    cracked = (row for row in range(held_out.rowCount()) if held_out.sample(row).tag is Tag.CRACKED)
    dialog.after.samples.choose(next(cracked))
    user.until(lambda: workshop.stage.is_split)
    save(dialog, target / "retrain-result.png")
    dialog.close()


def take_shelf(user: User, target: Path) -> None:
    """What the training left there."""
    user.window.dialogs.open_shelf()
    user.until(lambda: user.window.dialogs.shelf.table.rowCount() == 2)
    user.window.dialogs.shelf.table.selectRow(1)
    save(user.window.dialogs.shelf, target / "model-shelf.png", (940, 600))


def tag(user: User, tags: Mapping[str, str]) -> None:
    for name, key in tags.items():
        choose(user, name)
        user.press(key)
    user.all_on_disk()


def choose(user: User, name: str) -> None:
    user.window.session.set_current(user.item(name).id)
    user.until(lambda: user.current == name)


def save(widget: QWidget, path: Path, size: tuple[int, int] | None = None) -> None:
    """As large as on a usual screen; the one that is drawn here is small."""
    if size is not None:
        widget.resize(*size)
    # What was just shown has thumbnails, counts and captions under way that nothing announces.
    wait(SETTLE_MS)
    widget.grab().save(str(path))
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    sys.exit(main())
