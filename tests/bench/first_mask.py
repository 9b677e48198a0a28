"""From the first painted window to the first, coarse mask of a large photo, and to its finished one.

The program is started on a folder with one photo of 14 megapixels that nobody has predicted yet. PyTorch is loaded in
that time, too.

Run: python tests/bench/first_mask.py [PHOTO]      (without one: painted cracks on painted concrete)
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np

from core.train.paint.scene import clean_scene, cracked_scene

REPEATS = 1
SIZE = 3072, 4608
SQUARE_PX = 512

# The real program tells when its window was painted, when it was given each map, and closes with the finished one.
CHILD = """
import sys, time
from PySide6.QtCore import QEvent, QTimer
from app import __main__, main_window
from app.flows.predicting import Predicting
plain, begin = main_window.MainWindow.event, Predicting.__init__
windows = []
def event(self, happening):
    handled = plain(self, happening)
    if happening.type() == QEvent.Type.UpdateRequest:
        main_window.MainWindow.event = plain
        windows.append(self)
        told("window")
    return handled
def told(what):
    print(what, time.time(), flush=True)
def __init__(self, *args, **kwargs):
    begin(self, *args, **kwargs)
    self.glimpsed.connect(lambda *_: QTimer.singleShot(0, lambda: told("coarse")))
    self.map_changed.connect(lambda *_: QTimer.singleShot(0, finished))
def finished():
    told("finished")
    windows[0].close()
main_window.MainWindow.event = event
Predicting.__init__ = __init__
sys.exit(__main__.main([sys.argv[1]]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "photo.jpg"
        if sys.argv[1:]:
            shutil.copy(sys.argv[1], photo)
        else:
            cv2.imwrite(str(photo), painted())
        print(f"{'':8}{'coarse mask':>14}{'finished mask':>16}   seconds after the window")
        for name in ("first", *["warm"] * REPEATS):
            print(f"{name:8}" + "{:14.1f}{:16.1f}".format(*started(photo)), flush=True)


def painted() -> np.ndarray:
    """Squares of painted concrete, every fourth of them with cracks, as OpenCV writes them."""
    rng = np.random.default_rng(0)
    photo = np.empty((*SIZE, 3), np.uint8)
    for number, (top, left) in enumerate(
        (y, x) for y in range(0, SIZE[0], SQUARE_PX) for x in range(0, SIZE[1], SQUARE_PX)
    ):
        scene = (clean_scene if number % 4 else cracked_scene)(rng, None, SQUARE_PX)
        photo[top : top + SQUARE_PX, left : left + SQUARE_PX] = scene.photo
    return photo[..., ::-1]


def started(photo: Path) -> tuple[float, float]:
    """Seconds from the window to the coarse and to the finished mask; a project of its own each time."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "photos"
        folder.mkdir()
        shutil.copy(photo, folder)
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "CRACK_REVIEW_HOME": home}
        command = [sys.executable, "-c", CHILD, str(folder)]
        said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=300).stdout
    times = {line.split()[0]: float(line.split()[1]) for line in reversed(said.splitlines())}
    return times.get("coarse", float("nan")) - times["window"], times["finished"] - times["window"]


if __name__ == "__main__":
    main()
