"""Slider step and next photo on the canvas at 1, 12 and 100 megapixels: prints a table.

Run: python tests/bench/slider.py
"""

import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.imaging import MapPyramid, MaskLook, MaskStyle, PhotoPyramid, map_pyramid, pyramid
from app.widgets.canvas import Canvas

SIZES = {1: (1000, 1000), 12: (3000, 4000), 100: (8700, 11500)}
CANVAS = QSize(1130, 860)
STEPS = 40


def main() -> None:
    application = QApplication.instance() or QApplication([])
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.platform()}")
    print(
        f"canvas {CANVAS.width()} x {CANVAS.height()}, Qt platform {application.platformName()}; "
        "median ms (of processor time)"
    )
    columns = ("MP", "pyramids", "next photo", "fill", "outline", "heat", "compare", "pan 1:1", "zoom")
    print("".join(f"{column:>15}" for column in columns))
    for megapixels, size in SIZES.items():
        print(f"{megapixels:>15}" + "".join(f"{cell:>15}" for cell in row(size)))


def row(size: tuple[int, int]) -> list[str]:
    canvas = Canvas()
    canvas.resize(CANVAS)
    canvas.show()
    QApplication.processEvents()
    noise = np.random.default_rng(0).integers(0, 256, size, np.uint8)
    rgb = np.repeat(noise[..., None], 3, axis=2)
    began = time.perf_counter()
    photo, probabilities = pyramid(rgb), map_pyramid(noise)
    built = f"{1000 * (time.perf_counter() - began):.0f}"
    cells = [built, measured(lambda _: next_photo(canvas, photo, probabilities))]
    for style in MaskStyle:
        canvas.set_look(MaskLook(style=style))
        cells.append(measured(lambda step: slide(canvas, step)))
    canvas.show_truth(map_pyramid(np.roll(noise, 1) > 250))
    canvas.set_comparing(True)
    cells.append(measured(lambda step: slide(canvas, step)))
    canvas.set_comparing(False)
    canvas.set_look(MaskLook())
    canvas.actual_size()
    cells.append(measured(lambda step: move(canvas, 7 * (-1) ** step)))
    cells.append(measured(lambda step: zoom(canvas, is_in=step % 8 < 4)))
    canvas.close()
    return cells


def next_photo(canvas: Canvas, photo: PhotoPyramid, probabilities: MapPyramid) -> None:
    canvas.show_photo(photo, "photo.jpg")
    canvas.show_map(probabilities)
    canvas.repaint()


def slide(canvas: Canvas, step: int) -> None:
    canvas.set_look(replace(canvas.look, threshold=0.3 + 0.01 * step))
    canvas.repaint()


def move(canvas: Canvas, dx: int) -> None:
    canvas.pan(dx, dx)
    canvas.repaint()


def zoom(canvas: Canvas, *, is_in: bool) -> None:
    (canvas.zoom_in if is_in else canvas.zoom_out)()
    canvas.repaint()


def measured(step: Callable[[int], None]) -> str:
    walls, cpus = [], []
    for index in range(STEPS):
        wall, cpu = time.perf_counter(), time.process_time()
        step(index)
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
    return f"{statistics.median(walls):.1f} ({statistics.median(cpus):.1f})"


if __name__ == "__main__":
    main()
