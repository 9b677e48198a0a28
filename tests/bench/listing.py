"""Listing folders of 10,000 and 100,000 photos, and the first screen of thumbnails: prints a table.

Run: python tests/bench/listing.py [FOLDER for the generated files, the system's temporary one by default]
"""

import os
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from core.photos import folder, reader
from core.photos.thumbnails import ThumbnailCache

COUNTS = (10_000, 100_000)
FILES_A_FOLDER = 1_000
SCREEN = 40
THUMBNAIL_PX = 256
PHOTO = (3000, 4000)
REPEATS = 3


def main() -> None:
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.platform()}")
    print("times as seconds (of them on the processor: the rest is waiting for other programs and the disk)")
    print(f"thumbnails: the first {SCREEN} at {THUMBNAIL_PX} px of {PHOTO[1]} x {PHOTO[0]} JPEGs, one thread")
    columns = ("files", "first file", "all, one folder", "all, sub-folders", "thumbnails", "kept ones", "peak MiB")
    print("".join(f"{column:>18}" for column in columns))
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as place:
        photo = painted(Path(place) / "painted.jpg")
        for count in COUNTS:
            print("".join(f"{cell:>18}" for cell in row(Path(place) / str(count), photo, count)), flush=True)


def row(place: Path, photo: Path, count: int) -> list[str]:
    flat, deep = place / "flat", place / "deep"
    generate(flat, photo, count, files_a_folder=count)
    generate(deep, photo, count, files_a_folder=FILES_A_FOLDER)
    first = timed(lambda: next(folder.walk(deep)))
    listings = [timed(lambda root=root: list(folder.walk(root))) for root in (flat, deep)]
    screen = [path for path, _ in zip(folder.walk(deep), range(SCREEN), strict=False)]
    caches = [ThumbnailCache(place / f"cache{repeat}") for repeat in range(REPEATS)]
    made = [spent(lambda cache=cache: thumbnails(cache, screen)) for cache in caches]
    kept = timed(lambda: thumbnails(caches[0], screen))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [f"{count:,}", first, *listings, told(made), kept, f"{peak:.0f}"]


def thumbnails(cache: ThumbnailCache, photos: list[Path]) -> None:
    for photo in photos:
        cache.thumbnail(photo, THUMBNAIL_PX)


def painted(path: Path) -> Path:
    """A photo as large as a camera's, with the detail of a rough wall."""
    rng = np.random.default_rng(0)
    coarse = Image.fromarray(rng.integers(90, 170, (PHOTO[0] // 8, PHOTO[1] // 8, 3), dtype=np.uint8))
    coarse.resize(PHOTO[::-1], Image.Resampling.BICUBIC).save(path, quality=90)
    assert reader.size(path) == PHOTO
    return path


def generate(root: Path, photo: Path, count: int, *, files_a_folder: int) -> None:
    """``count`` files: the first screen's are real photos, the others empty, since listing opens none."""
    for number in range(count):
        path = root / f"section {number // files_a_folder}" / f"IMG_{number % files_a_folder}.JPG"
        if number % files_a_folder == 0:
            path.parent.mkdir(parents=True)
        if number < SCREEN:
            os.link(photo, path)
        else:
            path.touch()


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and on the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def timed(work: Callable[[], object]) -> str:
    return told([spent(work) for _ in range(REPEATS)])


def told(times: list[tuple[float, float]]) -> str:
    clock, processor = statistics.median_low(times)
    return f"{clock:.3f} ({processor:.3f})"


if __name__ == "__main__":
    main()
