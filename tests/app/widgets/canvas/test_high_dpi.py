"""Screens with more than one device pixel per point: run apart, because Qt reads the factor when it starts."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import sys
import numpy as np
from PySide6.QtWidgets import QApplication
from app.imaging import MaskLook, map_pyramid, pyramid, rgb_from
from app.widgets.canvas import Canvas

application = QApplication([])
canvas = Canvas()
canvas.resize(500, 400)
canvas.show()
application.processEvents()
probabilities = np.random.default_rng(0).integers(0, 256, (1600, 2000), np.uint8)
canvas.show_photo(pyramid(np.zeros((1600, 2000, 3), np.uint8)), "a.jpg")
canvas.show_map(map_pyramid(probabilities))
canvas.set_look(MaskLook(0.46, opacity=1.0))
canvas.actual_size()
seen = rgb_from(canvas.grab().toImage())
ratio = canvas.devicePixelRatioF()
assert ratio == float(sys.argv[1]), ratio
height, width = canvas.device_size()
assert seen.shape[:2] == (height, width), (seen.shape, height, width)
rows = slice(int(90 * ratio), int(220 * ratio))
orange = (seen == [0xFF, 0x7A, 0x28]).all(axis=2)[rows]
top, left = -canvas.view.top, -canvas.view.left
assert np.array_equal(orange, (probabilities >= 118)[top : top + height, left : left + width][rows])
"""


@pytest.mark.parametrize("factor", ["2", "1.5"])
def test_at_1_to_1_a_photo_pixel_is_a_device_pixel(factor):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, factor], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
