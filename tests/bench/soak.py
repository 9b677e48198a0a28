"""Hours of work in one process of the real window: memory and open files of the last quarter beside the second.

Photos are browsed one by one with the arrow key, each until it is on the screen, while the network predicts; work is
spread evenly over the run, so that the quarters are alike. Fails where the last quarter holds over 5 % more.

Run: python tests/bench/soak.py [--browsed 2000] [--predicted 300] [--size 480x640] [FOLDER of photos, else made ones]
"""

import argparse
import gc
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from driving import Script, drive, is_painted, press, walls

from app.main_window import MainWindow

SAMPLES = 100
MOST_GROWTH = 1.05
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True)
class Sample:
    """What the process holds at one moment."""

    memory_mib: float
    handles: int
    objects: int


def main() -> int:
    asked = arguments()
    samples: list[Sample] = []
    with tempfile.TemporaryDirectory() as place:
        folder = asked.folder or walls(Path(place) / "photos", asked.browsed, asked.size)
        drive(lambda window: work(window, asked, samples), folder)
    return report(samples)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browsed", type=int, default=2000)
    parser.add_argument("--predicted", type=int, default=300)
    parser.add_argument("--size", type=size, default=(480, 640), help="height x width of the photos that are made")
    parser.add_argument("folder", nargs="?", type=Path, help="a copy of real photos; the program writes beside them")
    return parser.parse_args()


def size(text: str) -> tuple[int, int]:
    height, width = text.split("x")
    return int(height), int(width)


def work(window: MainWindow, asked: argparse.Namespace, samples: list[Sample]) -> Script:
    """Browse and predict in step, and note what the process holds ``SAMPLES`` times on the way."""
    session = window.session
    yield lambda: session.model is not None and is_painted(window)
    window.settings.set_value("work/predict_all", False)  # only what is looked at, so that the pace is the script's
    every = max(asked.browsed // SAMPLES, 1)
    forwards = True
    for number in range(asked.browsed):
        yield lambda: is_painted(window)
        if number % every == 0:
            due = asked.predicted * number // asked.browsed
            yield lambda due=due: predicted(window) >= min(due, len(list(session.items())))
            samples.append(sample())
            tell(number, window, samples[-1])
        here = session.current
        press(window, "Right" if forwards else "Left")
        if session.current == here:  # the end of the folder: back again
            forwards = not forwards


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
    return Sample(pages * _PAGE / 2**20, len(list(Path("/proc/self/fd").iterdir())), len(gc.get_objects()))


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
    return int(grown)


if __name__ == "__main__":
    sys.exit(main())
