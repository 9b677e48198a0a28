"""Peak resident memory while a photo is predicted, each size in a process of its own.

Run: python tests/bench/memory.py [MEGAPIXELS …]      (1, 14 and 100; the last takes minutes)
"""

import resource
import subprocess
import sys
import time

import numpy as np

SIZES = (1, 14, 100)
TO_MIB = 1024 if sys.platform == "linux" else 1024 * 1024


def main() -> None:
    print(f"{'MP':>6}{'photo MiB':>12}{'loaded MiB':>12}{'peak MiB':>12}{'seconds':>10}")
    for megapixels in sys.argv[1:] or map(str, SIZES):
        subprocess.run([sys.executable, __file__, "--measure", megapixels], check=True)


def measure(megapixels: float) -> None:
    from core.network.shelf import Shelf
    from core.predict.predictor import Predictor

    predictor = Predictor(Shelf().shipped(), device="cpu")
    height = round((megapixels * 1e6 * 3 / 4) ** 0.5)
    photo = np.random.default_rng(0).integers(60, 200, (height, height * 4 // 3, 3), dtype=np.uint8)
    loaded, began = peak(), time.perf_counter()
    predictor.predict(photo)
    seconds = time.perf_counter() - began
    print(f"{megapixels:6.0f}{photo.nbytes / 2**20:12.0f}{loaded:12.0f}{peak():12.0f}{seconds:10.1f}", flush=True)


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / TO_MIB


if __name__ == "__main__":
    measure(float(sys.argv[2])) if sys.argv[1:2] == ["--measure"] else main()
