"""Seconds per megapixel: the shipped network as `predict` runs it, beside what a user would write.

That is segmentation-models-pytorch's Unet on a ResNet-50 in eager float32, tiles of 512 px one after the other.
Both see the same photo in turn, in this one process; the ratio of the medians is the figure.

Run: uv run --group bench python tests/bench/speed.py [--megapixels 1] [--repeats 3]
"""

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np
import segmentation_models_pytorch as smp
import torch

from core.network.shelf import Shelf
from core.predict.predictor import Predictor

TILE_PX = 512


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megapixels", type=float, default=2.0)
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    side = round((asked.megapixels * 1e6) ** 0.5 / TILE_PX) * TILE_PX
    photo = np.random.default_rng(0).integers(60, 200, (side, side, 3), dtype=np.uint8)
    predictor = Predictor(Shelf().shipped(), device="cpu")
    usual = smp.Unet("resnet50", encoder_weights=None, classes=1).eval()
    ours, theirs = alternately(
        lambda: predictor.predict(photo), lambda: eager_tiles(usual, photo), repeats=asked.repeats
    )
    megapixels = side * side / 1e6
    print(f"{megapixels:.2f} MP of noise, {torch.get_num_threads()} threads, median of {asked.repeats}")
    print(f"{'':34}{'s/MP':>8}{'parameters':>14}")
    for name, seconds, network in (
        ("smp Unet ResNet-50, eager float32", theirs, usual),
        (f"Crack Review, {predictor.engine.name}", ours, predictor._network),
    ):
        count = sum(weights.numel() for weights in network.parameters()) / 1e6
        print(f"{name:34}{seconds / megapixels:8.2f}{count:12.1f} M")
    print(f"{'times faster':34}{theirs / ours:8.2f}")


def alternately(*works: Callable[[], object], repeats: int) -> list[float]:
    """Median seconds of each, run in turn so that a slow minute of the machine meets all of them."""
    for work in works:
        work()
    rounds = [[timed(work) for work in works] for _ in range(repeats)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@torch.inference_mode()
def eager_tiles(network: torch.nn.Module, photo: np.ndarray) -> None:
    for top in range(0, photo.shape[0], TILE_PX):
        for left in range(0, photo.shape[1], TILE_PX):
            tile = np.ascontiguousarray(photo[top : top + TILE_PX, left : left + TILE_PX])
            network(torch.from_numpy(tile).permute(2, 0, 1)[None].float() / 255).sigmoid().numpy()


if __name__ == "__main__":
    main()
