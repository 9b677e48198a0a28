"""What the main states look like, beside pictures that a person has looked at.

Both are made small and soft before they are compared, so that another font or renderer is no difference, and a panel
that is gone, a mask in another colour or a theme that is not followed is one. After a change that is wanted:

    RENEW_SNAPSHOTS=1 uv run pytest tests/test_snapshots.py        and look at tests/snapshots
"""

import os
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app import jobs
from app.flows import predicting
from app.imaging import MaskStyle
from core.network.shelf import Shelf
from tests.windows import DARK, DarkIsCracked, drive

FOLDER = Path(__file__).with_name("snapshots")
SIZE = QSize(1280, 780)
LONGEST_PX = 320
PHOTO = "abutment 1.jpg"
MOST_MEAN = 6.0
MOST_ANYWHERE = 48.0


@pytest.fixture(autouse=True)
def network(monkeypatch):
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: DarkIsCracked(strength=0.7))
    monkeypatch.setattr(Shelf, "shipped", lambda self: DARK)


def small(image: QImage) -> np.ndarray:
    """(H, W, 3) uint8 with a longest side of ``LONGEST_PX``."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    scale = LONGEST_PX / max(pixels.shape)
    return cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def soft(pixels: np.ndarray) -> np.ndarray:
    """Letters and hairlines melt into their ground."""
    return cv2.GaussianBlur(pixels.astype(np.float32), (0, 0), 3)


def compare(widget, name: str) -> list[str]:
    """Nothing, or what differs from the picture of that name."""
    seen, file = small(widget.grab().toImage()), FOLDER / f"{name}.png"
    if os.environ.get("RENEW_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        file.write_bytes(cv2.imencode(".png", cv2.cvtColor(seen, cv2.COLOR_RGB2BGR))[1].tobytes())
        return []
    known = cv2.cvtColor(cv2.imread(str(file)), cv2.COLOR_BGR2RGB)
    if known.shape != seen.shape:
        return [f"{name}: {seen.shape[1]} x {seen.shape[0]} px instead of {known.shape[1]} x {known.shape[0]}"]
    apart = np.abs(soft(seen) - soft(known)).max(axis=2)
    if apart.mean() <= MOST_MEAN and apart.max() <= MOST_ANYWHERE:
        return []
    return [f"{name}: {apart.mean():.1f} apart on average, {apart.max():.0f} at most"]


def settle(user):
    """All is predicted, scored and drawn."""
    window = user.window
    user.until(lambda: not window.centre.is_running(predicting.TITLE))
    user.until(lambda: all(window.thumbnails.has(each) for each in window.photos.shown_ids()[:6]))


def show(user, name):
    user.window.session.set_current(user.item(name).id)
    user.sees_mask()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_main_states_look_as_they_were_last_seen(qtbot, scheme):
    different: list[str] = []

    def script(user):
        window, canvas = user.window, user.window.area.canvas
        window.settings.set_value("look/scheme", scheme)
        window.setFixedSize(SIZE)
        user.until(lambda: len(user.listed()) > 3)
        user.all_predicted()
        show(user, PHOTO)
        settle(user)
        different.extend(compare(window, f"mask-{scheme}"))
        different.extend(compare(window.grid, f"grid-{scheme}"))
        canvas.set_look(replace(canvas.look, style=MaskStyle.HEAT))
        different.extend(compare(canvas, f"heat-{scheme}"))
        canvas.set_look(replace(canvas.look, style=MaskStyle.FILL))
        canvas.set_comparing(True)
        different.extend(compare(canvas, f"truth-{scheme}"))
        canvas.set_comparing(False)
        window.reviewing.set_search("no such photo")
        user.until(lambda: window.area.shown is None)
        different.extend(compare(window, f"empty-{scheme}"))

    drive(qtbot, script)
    assert not different


def test_pictures_take_little_room():
    assert sum(file.stat().st_size for file in FOLDER.glob("*.png")) < 1_000_000
