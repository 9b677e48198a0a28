"""Peak resident memory, time and size of reports, each in a process of its own.

Run: python tests/bench/report.py [PHOTOS …]      (25, 100 and 500 photos of 1.5 megapixels, measured before)
"""

import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from memory import peak
from rendered_cracks import Crack, render

COUNTS = (25, 100, 500)
SIZE = (1000, 1500)
KINDS = 8


def main() -> None:
    print(f"{'photos':>8}{'loaded MiB':>12}{'peak MiB':>12}{'seconds':>10}{'HTML MiB':>10}{'PDF MiB':>10}")
    for count in sys.argv[1:] or map(str, COUNTS):
        subprocess.run([sys.executable, __file__, "--measure", count], check=True)


def measure(count: int) -> None:
    from core.report.model import ReportOptions, ReportPhoto
    from core.report.report import write

    kinds = [_photo(i) for i in range(KINDS)]
    photos = [ReportPhoto(f"{i:03}.jpg", partial(_named, kinds, i), element=f"deck {i % 7}") for i in range(count)]
    loaded, began = peak(), time.perf_counter()
    with TemporaryDirectory() as folder:
        targets = [Path(folder) / "r.html", Path(folder) / "r.pdf"]
        for _ in write(photos, targets, ReportOptions(site="Bench")):
            pass
        sizes = [target.stat().st_size / 2**20 for target in targets]
    seconds = time.perf_counter() - began
    print(f"{count:8}{loaded:12.0f}{peak():12.0f}{seconds:10.0f}{sizes[0]:10.1f}{sizes[1]:10.1f}", flush=True)


def _named(kinds: list[tuple], number: int) -> tuple:
    rgb, photo = kinds[number % KINDS]
    return rgb.copy(), replace(photo, name=f"{number:03}.jpg", mask=photo.mask.copy())


def _photo(number: int) -> tuple:
    """A noisy surface with one crack of its own."""
    from core.export.photo import ExportPhoto
    from core.measure.photo import measure as measured
    from core.measure.scale import from_mm_per_pixel

    drawn = render(Crack(3 + number % 5, length_px=220, angle_deg=17 * number % 180, seed=number))
    height, width = drawn.rgb.shape[:2]
    rgb = np.random.default_rng(number).integers(140, 160, (*SIZE, 3), dtype=np.uint8)
    mask = np.zeros(SIZE, bool)
    rgb[300 : 300 + height, 400 : 400 + width] = drawn.rgb
    mask[300 : 300 + height, 400 : 400 + width] = drawn.mask("loose")
    name = f"{number:03}.jpg"
    return rgb, ExportPhoto(name, Path(name), mask, measured(mask, rgb), from_mm_per_pixel(0.2))


if __name__ == "__main__":
    measure(int(sys.argv[2])) if sys.argv[1:2] == ["--measure"] else main()
