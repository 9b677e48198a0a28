"""Where the time of a prediction goes: decode, tiles, network, blend, clean-up, encode, at 0.2, 14 and 100 megapixels.

Run: python tests/bench/profile_predict.py [MEGAPIXELS …]      (the last takes minutes)
"""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.network.shelf import Shelf
from core.photos.reader import read
from core.predict import cheap, finish
from core.predict.cache import MapCache
from core.predict.predictor import Predictor
from core.predict.work import Canvas

SIZES = (0.2, 14, 100)
STAGES = ("decode", "resize", "tiles", "network", "blend", "clean-up", "encode")


def main() -> None:
    spent: dict[str, float] = defaultdict(float)
    predictor = Predictor(Shelf().shipped(), device="cpu")
    watch(spent, predictor)
    print(f"{predictor.settings}; seconds, and the share of each part")
    print(f"{'MP':>6}{'whole':>9}{'s/MP':>8}" + "".join(f"{stage:>16}" for stage in STAGES))
    predictor.predict(painted(0.2))
    for megapixels in map(float, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as folder:
            row(Path(folder), predictor, spent, megapixels=megapixels)


def row(folder: Path, predictor: Predictor, spent: dict[str, float], *, megapixels: float) -> None:
    path = folder / "photo.jpg"
    cv2.imwrite(str(path), painted(megapixels))
    spent.clear()
    began = time.perf_counter()
    photo = counted(spent, "decode", read)(path)
    prediction = predictor.predict(photo)
    counted(spent, "encode", MapCache(folder / "maps").put)("0" * 40, prediction)
    whole = time.perf_counter() - began
    parts = "".join(f"{spent[stage]:10.2f} {spent[stage] / whole:4.0%}" + " " for stage in STAGES)
    print(f"{megapixels:6g}{whole:9.2f}{whole / megapixels:8.3f}{parts}", flush=True)


def painted(megapixels: float) -> np.ndarray:
    """A rough wall with one long crack."""
    height = round((megapixels * 1e6 * 3 / 4) ** 0.5)
    width = height * 4 // 3
    rng = np.random.default_rng(0)
    coarse = rng.integers(120, 170, (height // 8 + 1, width // 8 + 1, 3), dtype=np.uint8)
    photo = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    cv2.line(photo, (0, height // 3), (width, height // 2), (50, 50, 50), 5, cv2.LINE_AA)
    return photo


def watch(spent: dict[str, float], predictor: Predictor) -> None:
    """Counts the time of the parts that a prediction is made of."""
    start = predictor.runner.start
    predictor.runner.start = lambda images: counted(spent, "network", start(images))
    Canvas.square = counted(spent, "tiles", Canvas.square)
    Canvas.add = counted(spent, "blend", Canvas.add)
    cheap.reduced = counted(spent, "resize", cheap.reduced)
    finish.finish = counted(spent, "clean-up", finish.finish)


def counted(spent: dict[str, float], stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
    def run(*given: Any) -> Any:
        began = time.perf_counter()
        try:
            return work(*given)
        finally:
            spent[stage] += time.perf_counter() - began

    return run


if __name__ == "__main__":
    main()
