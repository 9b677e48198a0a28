"""A training step: what painting and augmenting cost beside the network, and how long the quick preset takes.

The steps are those of a retraining from the shipped network on painted photos (200 of 448 px, half of them cracked).
Painting runs in a thread beside the network; what it costs is its share of the processor's time, in one run.

Run: uv run python tests/bench/training.py [--steps 30] [--quick] (--quick runs the quick preset to its end: minutes)
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
from machine import describe

from core.train.estimate import seconds_for
from core.train.paint.scene import clean_scene, cracked_scene
from core.train.sampling import Batch, Steps
from core.train.trainer import Run, train
from core.values import EpochReport, Preset, Progress, Tag, TaggedPhoto, TrainingPlan

PHOTOS, PHOTO_PX = 200, 448


def main() -> int:
    parser = argparse.ArgumentParser("training.py", description=__doc__.partition("\n")[0])
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--quick", action="store_true", help="the quick preset to its end")
    asked = parser.parse_args()
    print(describe())
    with tempfile.TemporaryDirectory() as folder:
        photos = tuple(painted_photos(Path(folder)))
        plan = TrainingPlan(photos=photos, out=Path(folder) / "run", preset=Preset.QUICK, seed=0)
        one_step(plan, asked.steps)
        if asked.quick:
            whole(plan)
    return 0


def painted_photos(folder: Path) -> Iterator[TaggedPhoto]:
    """Half of them with cracks, each photo a group of its own."""
    rng = np.random.default_rng(0)
    for number in range(PHOTOS):
        is_cracked = number % 2 == 0
        scene = (cracked_scene if is_cracked else clean_scene)(rng, None, PHOTO_PX)
        path = folder / f"{number:03}.jpg"
        cv2.imwrite(str(path), cv2.cvtColor(scene.photo, cv2.COLOR_RGB2BGR))
        yield TaggedPhoto(path, Tag.CRACKED if is_cracked else Tag.NOT_CRACKED, group=path.stem)


def one_step(plan: TrainingPlan, count: int) -> None:
    """Processor time of drawing the squares of a step, on one thread, and of the network's part on all."""
    cv2.setNumThreads(0)
    run = Run(plan)
    steps = Steps(run.split.learning, run.recipe, seed=plan.seed)
    painting, learning, taken = [], [], []
    for number in range(count):
        began = time.thread_time()
        batch: Batch = steps[number]
        painting.append(time.thread_time() - began)
        began, clock = time.process_time(), time.perf_counter()
        run._train_step(batch)
        learning.append(time.process_time() - began)
        taken.append(time.perf_counter() - clock)
    painted, learnt = statistics.median(painting), statistics.median(learning)
    print(f"one step: network {statistics.median(taken):.2f} s ({learnt:.2f} s of processor time)")
    print(f"painting and augmenting {painted:.3f} s of processor time: {painted / (painted + learnt):.1%} of a step")


def whole(plan: TrainingPlan) -> None:
    said, began = seconds_for(plan), time.perf_counter()
    with closing(train(plan)) as events:
        for event in events:
            if isinstance(event, EpochReport):
                print(f"step {event.step} of {event.steps}: {event.figures}", flush=True)
            elif isinstance(event, Progress) and event.done % 100 == 0:
                print(f"{event.message} {event.done} of {event.total}", file=sys.stderr)
    print(f"quick preset: {time.perf_counter() - began:.0f} s; said before the start: {said:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
