"""Hours of work in one process of the real window: memory and open files of the last quarter beside the second.

Photos are browsed one by one with the arrow key, each until it is on the screen, while the network predicts; now and
then it learns a few steps from a few tags, is put to use, and is rolled back. The work is spread evenly, so that the
second quarter and the last are alike: each has one training. Fails where the last quarter holds over 5 % more, and
tells which kinds of Python objects there are more of.

Run: python tests/bench/soak.py [--browsed 2000] [--predicted 500] [--trainings 3] [--size 320x480] [FOLDER of photos]
"""

import argparse
import gc
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import mean

from driving import Script, drive, is_painted, press, walls

from app import training_jobs
from app.main_window import MainWindow
from app.training_jobs import Outcome
from core.train import recipe, trainer
from core.train.recipe import Recipe
from core.values import Preset, Tag

SAMPLES = 100
FIRST_TRAINING, LAST_TRAINING = 1 / 16, 13 / 16
SHORT = Recipe(size_px=64, painted=2, clean=1, tagged=1, steps=4)
LEARNT_FROM = 8
MOST_GROWTH = 1.05
MOST_TOLD = 12
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True)
class Sample:
    """What the process holds at one moment."""

    memory_mib: float
    handles: int
    objects: int
    kinds: Counter[str]


def main() -> int:
    asked = arguments()
    samples: list[Sample] = []
    with tempfile.TemporaryDirectory() as place:
        folder = asked.folder or walls(Path(place) / "photos", asked.browsed, asked.size)
        shorten_training()
        drive(lambda window: work(window, asked, samples), folder)
    return report(samples)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browsed", type=int, default=2000)
    parser.add_argument("--predicted", type=int, default=500)
    parser.add_argument("--trainings", type=int, default=3)
    parser.add_argument("--size", type=size, default=(320, 480), help="height x width of the photos that are made")
    parser.add_argument("folder", nargs="?", type=Path, help="a copy of real photos; the program writes beside them")
    return parser.parse_args()


def size(text: str) -> tuple[int, int]:
    height, width = text.split("x")
    return int(height), int(width)


def shorten_training() -> None:
    """What a training allocates and lets go does not depend on how many steps it has, nor on its priority."""
    training_jobs.lower_priority = lambda: None
    recipe.RETRAIN[Preset.QUICK] = SHORT
    trainer.VALIDATION_SQUARES = 2


def work(window: MainWindow, asked: argparse.Namespace, samples: list[Sample]) -> Script:
    """Browse and predict in step, and note what the process holds ``SAMPLES`` times on the way."""
    session = window.session
    yield lambda: session.model is not None and is_painted(window)
    window.settings.set_value("work/predict_all", False)  # only what is looked at, so that the pace is the script's
    every = max(asked.browsed // SAMPLES, 1)
    trainings = training_times(asked)
    tag_some(window)
    forwards = True
    for number in range(asked.browsed):
        yield lambda: is_painted(window)
        if predicted(window) < asked.predicted * number // asked.browsed:
            yield lambda: session.item(session.current).score is not None
        if number % every == 0:
            samples.append(sample())
            tell(number, window, samples[-1])
        if number in trainings:
            yield from train(window)
        here = session.current
        press(window, "Right" if forwards else "Left")
        if session.current == here:  # the end of the folder: back again
            forwards = not forwards


def training_times(asked: argparse.Namespace) -> set[int]:
    """After how many photos: evenly, one in the second quarter and one in the last where there are three."""
    steps = max(asked.trainings - 1, 1)
    shares = (FIRST_TRAINING + (LAST_TRAINING - FIRST_TRAINING) * number / steps for number in range(asked.trainings))
    return {int(share * asked.browsed) for share in shares}


def tag_some(window: MainWindow) -> None:
    for number, item in enumerate(islice(window.session.items(), LEARNT_FROM)):
        window.session.tag([item.id], Tag.CRACKED if number % 2 else Tag.NOT_CRACKED)


def train(window: MainWindow) -> Script:
    """As a user does it: learn, look through the new version, go back."""
    retraining, shelving, session = window.retraining, window.shelving, window.session
    prepared: list[object] = []
    finished: list[Outcome] = []
    listeners = (retraining.prepared.connect(prepared.append), retraining.finished.connect(finished.append))
    yield lambda: session.pending == 0 and not retraining.is_running
    retraining.prepare()
    yield lambda: bool(prepared) and not retraining.is_running
    retraining.train(Preset.QUICK, "")
    yield lambda: bool(finished) and not retraining.is_running
    shipped, learnt = session.model, finished[0].candidate
    shelving.show_added(learnt)
    yield lambda: any(version.id == learnt.id for version in shelving.versions)
    shelving.activate(learnt.id)
    yield lambda: is_painted(window) and session.item(session.current).score is not None
    shelving.roll_back()
    yield lambda: session.model.id == shipped.id and is_painted(window)
    for listener in listeners:
        window.disconnect(listener)
    print(f"{'':6} learnt {learnt.name}, used it and went back", flush=True)


def predicted(window: MainWindow) -> int:
    return sum(item.score is not None for item in window.session.items())


def tell(number: int, window: MainWindow, now: Sample) -> None:
    print(
        f"{number:6} browsed {predicted(window):5} predicted {now.memory_mib:7.0f} MiB"
        f" {now.handles:4} handles {now.objects:8} objects",
        flush=True,
    )


def sample() -> Sample:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    kinds = Counter(f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects())
    return Sample(pages * _PAGE / 2**20, len(list(Path("/proc/self/fd").iterdir())), kinds.total(), kinds)


def report(samples: list[Sample]) -> int:
    """Print the quarters; 1 where the last one holds too much more than the second."""
    quarter = len(samples) // 4
    second, last = samples[quarter : 2 * quarter], samples[-quarter:]
    grown = False
    print(f"\n{'':12}{'2nd quarter':>14}{'last quarter':>14}{'ratio':>8}")
    for name, unit in (("memory_mib", "MiB"), ("handles", ""), ("objects", "")):
        before, after = (mean(getattr(each, name) for each in part) for part in (second, last))
        print(f"{name.partition('_')[0] + ' ' + unit:12}{before:14.0f}{after:14.0f}{after / before:8.3f}")
        grown |= after > before * MOST_GROWTH
    print("more of:", *(f"{kind} {count:+}" for kind, count in _more(second[0].kinds, last[-1].kinds)), sep="\n  ")
    return int(grown)


def _more(before: Counter[str], after: Counter[str]) -> list[tuple[str, int]]:
    """What there is most more of; the quarters are as long as they are apart."""
    return (after - before).most_common(MOST_TOLD)


if __name__ == "__main__":
    sys.exit(main())
