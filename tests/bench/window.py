"""The real window at work: next photo, tag key to next photo, and how long its thread is ever blocked.

12 MP photos, each with its prediction kept. "Next photo" is from the key to the end of the paint that shows it; the
neighbour was read ahead, as it is while one looks. Then the network predicts, and learns, while photos are browsed,
and a timer of 5 ms tells the longest time between two of its beats.

Run: python tests/bench/window.py [--photos 12] [--seconds 20] [browse] [predicting] [training]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from driving import Script, drive, is_painted, press, walls
from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from app.main_window import MainWindow
from core.project.project import Project
from core.values import Preset, Tag

SIZE = (3000, 4000)
BEAT_MS = 5
PARTS = ("browse", "predicting", "training")


class Painted(QObject):
    """Notes when the canvas had painted which photo."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.at: dict[int, float] = {}
        canvas = window.area.canvas
        plain = canvas.paintEvent

        def paint_event(event: QEvent) -> None:
            plain(event)
            shown = window.area.shown
            if shown is not None and shown.map is not None and is_painted(window):
                self.at.setdefault(shown.id, time.perf_counter())

        canvas.paintEvent = paint_event  # type: ignore[method-assign]


class Heart(QObject):
    """Beats in the GUI thread; a beat that comes late was kept waiting by whatever blocked it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.gaps_ms: list[float] = []

    def start(self) -> None:
        self.gaps_ms.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        self._timer.stop()
        return sorted(self.gaps_ms)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append(1000 * (now - self._last))
        self._last = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--photos", type=int, default=12)
    parser.add_argument("--seconds", type=float, default=20.0, help="of the heartbeat, each time")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; default: all")
    asked = parser.parse_args()
    parts = asked.parts or PARTS
    print(f"{'':44}{'median':>10}{'worst':>10}")
    with tempfile.TemporaryDirectory() as place:
        if "browse" in parts:
            folder = walls(Path(place) / "photos", asked.photos, SIZE)
            keep_maps(folder)
            drive(lambda window: browse(window, asked), folder)
        fresh = walls(Path(place) / "fresh", 40, (600, 800))
        if "predicting" in parts:
            drive(lambda window: listen(window, "heartbeat while predicting", asked.seconds), fresh)
        if "training" in parts:
            with Project.open(fresh) as project:
                project.sync(sorted(fresh.glob("*.jpg")))
                for row in project.photos():
                    project.set_tags([row.id], Tag.CRACKED if row.id % 2 == 0 else Tag.NOT_CRACKED)
            drive(lambda window: learn(window, asked.seconds), fresh)


def keep_maps(folder: Path) -> None:
    """Predictions of a network that costs nothing, kept as those of the shipped one are."""
    import numpy as np

    from app import jobs
    from core.values import Prediction, Progress

    class Dark:
        settings = "dark"

        def __init__(self, version: object) -> None:
            self.version = version

        def glimpse(self, photo: np.ndarray) -> None:
            return None

        def predict_tiles(self, photo: np.ndarray) -> object:
            yield Progress(1, 1)
            darkness = 255 - photo.max(axis=2)
            darkness[darkness < 170] = 0  # the wall's own grain is no crack
            yield Prediction(darkness, 1.0, self.version.id, seconds=0.01)

    from core.network.shelf import Shelf

    real, fake = jobs.predictor_for, Dark(Shelf().shipped())
    jobs.predictor_for = lambda file, machine: fake

    def work(window: MainWindow) -> Script:
        yield lambda: window.session.model is not None and is_painted(window)
        window.predicting.predict_all()
        yield lambda: all(item.score is not None for item in window.session.items())

    drive(work, folder)
    jobs.predictor_for = real


def browse(window: MainWindow, asked: argparse.Namespace) -> Script:
    painted = Painted(window)
    for title, key in (("next photo, 12 MP, key to paint (ms)", "Right"), ("tag key to next photo, 12 MP (ms)", "N")):
        yield lambda: is_painted(window) and window.session.current in painted.at
        times = []
        for _ in range(asked.photos // 2 - 1):
            yield rested(window)
            painted.at.clear()
            began = time.perf_counter()
            press(window, key)
            here = window.session.current
            yield lambda here=here: here in painted.at
            times.append(1000 * (painted.at[here] - began))
        told(title, times)


def rested(window: MainWindow) -> Callable[[], bool]:
    """A second to look: what comes next is read meanwhile."""
    until = time.perf_counter() + 1.5
    return lambda: time.perf_counter() > until


def listen(window: MainWindow, title: str, seconds: float) -> Script:
    """Browse while the network is at work."""
    yield lambda: window.session.model is not None and is_painted(window)
    window.predicting.predict_all()
    yield lambda: any(item.score is not None for item in window.session.items())
    yield from beaten(window, title, seconds)


def learn(window: MainWindow, seconds: float) -> Script:
    yield lambda: window.session.model is not None and is_painted(window)
    prepared: list[object] = []
    window.retraining.prepared.connect(prepared.append)
    window.retraining.prepare()
    yield lambda: bool(prepared) and not window.retraining.is_running
    reports: list[object] = []
    window.retraining.progressed.connect(reports.append)
    failures: list[str] = []
    window.retraining.failed.connect(failures.append)
    window.retraining.train(Preset.QUICK, "")
    yield lambda: len(reports) > 3 or bool(failures)
    if failures:
        raise RuntimeError(failures[0])
    yield from beaten(window, "heartbeat while training", seconds)


def beaten(window: MainWindow, title: str, seconds: float) -> Script:
    heart = Heart(window)
    heart.start()
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        yield rested(window)
        press(window, "Right")
    gaps = heart.stop()
    told(f"{title} (ms between beats)", gaps)


def told(title: str, times: list[float]) -> None:
    print(f"{title:44}{statistics.median(times):10.1f}{max(times):10.1f}", flush=True)


if __name__ == "__main__":
    main()
