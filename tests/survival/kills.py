"""Starts the program, lets it work, kills it at a random moment, and looks at what is left: again and again.

Run: uv run python -m tests.survival.kills [--session 250] [--command 160] [--training 40] [--window 50]
(about an hour on two busy cores; the kill is SIGKILL; needs a Unix). After each kill every acknowledged action has to
be there, the project has to open whole, files with a final name have to be whole, and a run of the trainer goes on.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.errors import CoreError
from core.network.tensor_file import read_metadata
from core.project.project import Project
from core.project.repair import repair
from core.values import Tag
from tests.survival import commands
from tests.survival.ledger import Ledger, half_written
from tests.survival.victims import SIZE

ROOT = Path(__file__).parents[2]
PHOTOS = 24
FRESH_EVERY = 25
REPAIRED_EVERY = 5
PATIENCE_S = 120.0


@dataclass
class Scene:
    """A folder with photos, what was promised of it, and how often it was killed."""

    base: Path
    seed: int
    ledger: Ledger = field(default_factory=Ledger)
    step: int = 0
    run: int = 0

    @property
    def folder(self) -> Path:
        return self.base / "photos"

    @property
    def out(self) -> Path:
        return self.base / "out"


def main(argv: list[str] | None = None) -> int:
    """1 where anything was lost."""
    parser = argparse.ArgumentParser("kills", description=__doc__.partition("\n")[0])
    for name, count in (("session", 250), ("command", 160), ("training", 40), ("window", 50)):
        parser.add_argument(f"--{name}", type=int, default=count, metavar="N", help=f"kills; default: {count}")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(argv)
    counted: Counter[str] = Counter()
    problems: list[str] = []
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as scratch:
        for name in ("session", "command", "training", "window"):
            rounds = _rounds(name, getattr(asked, name), Path(scratch), asked.seed)
            for number, (found, seen) in enumerate(rounds, start=1):
                counted.update(seen)
                problems += [f"{name} {number}: {problem}" for problem in found]
                for problem in found:
                    print(f"{name} {number}: {problem}", flush=True)
                if number % 10 == 0:
                    print(f"  {name} {number}: {json.dumps(counted)}", flush=True)
            print(f"{name}: {getattr(asked, name)} kills, {time.monotonic() - started:.0f} s so far", flush=True)
    print(json.dumps({**counted, "seconds": round(time.monotonic() - started), "problems": len(problems)}))
    return 1 if problems else 0


def _rounds(name: str, count: int, scratch: Path, seed: int) -> Iterator[tuple[list[str], Counter[str]]]:
    """Rounds until the program was killed ``count`` times: some end before the kill comes."""
    chance = random.Random(f"{name} {seed}")
    scene: Any = None
    kills = number = 0
    while kills < count:
        if number % FRESH_EVERY == 0:
            scene = _scene(scratch / f"{name}-{number}", chance.randrange(10**6))
        scene.seed += 1
        found, seen = _ROUNDS[name](scene, chance, number)
        number, kills = number + 1, kills + seen["kills"]
        yield found, seen


def _scene(base: Path, seed: int) -> Scene:
    scene = Scene(base, seed)
    scene.folder.mkdir(parents=True)
    scene.out.mkdir()
    for number in range(PHOTOS):
        noise = np.random.default_rng(seed + number).integers(120, 250, (*SIZE, 3), np.uint8)
        noise[20:23] = 20 if number % 2 else 200
        cv2.imwrite(str(scene.folder / f"{number}.png"), noise)
    return scene


@dataclass
class Killed:
    """What a program said before it died."""

    lines: list[dict[str, Any]]
    was_ready: bool
    had_ended: bool
    errors: str

    def of(self, kind: str) -> list[dict[str, Any]]:
        """What was said of one kind."""
        return [{key: value for key, value in line.items() if key != "is"} for line in self.lines if line["is"] == kind]


def killed(
    kind: str,
    scene: Scene,
    *,
    after_ready: float,
    after_start: float | None = None,
    out: Path | None = None,
    seed: int | None = None,
) -> Killed:
    """Start a victim, wait until ``after_start`` s or ``after_ready`` s after it was ready, and kill it."""
    what = (kind, scene.folder, str(scene.seed if seed is None else seed), out or scene.out)
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.survival.victims", *what],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "CRACK_REVIEW_HOME": str(scene.base / "home"), "OMP_NUM_THREADS": "1"},
    )
    lines: list[dict[str, Any]] = []
    errors: list[bytes] = []
    ready = threading.Event()
    with started as program:
        listeners = [
            threading.Thread(target=_listen, args=(program.stdout, lines, ready)),
            threading.Thread(target=lambda: errors.append(program.stderr.read())),
        ]
        for listener in listeners:
            listener.start()
        if after_start is None:
            _wait(ready, program)
        time.sleep(after_ready if after_start is None else after_start)
        had_ended = program.poll() is not None
        program.send_signal(signal.SIGKILL)
        for listener in listeners:
            listener.join()
    return Killed(lines, ready.is_set(), had_ended, b"".join(errors).decode(errors="replace"))


def _wait(ready: threading.Event, program: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not ready.wait(0.05) and program.poll() is None and time.monotonic() < deadline:
        pass


def _listen(stream: Any, lines: list[dict[str, Any]], ready: threading.Event) -> None:
    for text in stream:
        try:
            line = json.loads(text)
        except ValueError:  # the last line may be cut short
            continue
        lines.append(line)
        if line["is"] == "ready":
            ready.set()


def session_round(scene: Scene, chance: random.Random, number: int) -> tuple[list[str], Counter[str]]:
    """A headless session."""
    early = chance.uniform(0, 0.8) if chance.random() < 0.15 else None
    dead = killed("session", scene, after_start=early, after_ready=chance.uniform(0.1, 2.5))
    return _judged(scene, dead, number)


def window_round(scene: Scene, chance: random.Random, number: int) -> tuple[list[str], Counter[str]]:
    """A window; every third seed retrains in it."""
    is_training = (scene.seed % 3) == 0
    early = chance.uniform(0, 3) if chance.random() < 0.1 else None
    dead = killed("window", scene, after_start=early, after_ready=chance.uniform(0.2, 40 if is_training else 6))
    # The list of new photos is taken in by another connection of the window.
    found, seen = _judged(scene, dead, number)
    seen["windows that trained on"] = len(dead.of("resumed"))
    seen["states of a run"] = len(dead.of("state"))
    for run in (scene.folder / ".crack-review" / "runs").glob("*/"):
        found += half_written(run)
    return found, seen


def _judged(scene: Scene, dead: Killed, number: int) -> tuple[list[str], Counter[str]]:
    found = []
    if dead.had_ended:
        found.append(f"ended by itself: {dead.errors[-600:]}")
    for promise in dead.of("ack"):
        scene.ledger.add(promise)
    found += scene.ledger.problems(scene.folder) + half_written(scene.out)
    if number % REPAIRED_EVERY == 0 and not found:
        found += _repaired(scene)
    if not found:
        scene.ledger.catch_up(scene.folder)
    return found, Counter({"kills": not dead.had_ended, "acknowledged actions": len(dead.of("ack"))})


def _repaired(scene: Scene) -> list[str]:
    """Without its file, the project comes back from backup and log as it was."""
    copy = scene.base / "copy"
    shutil.copytree(scene.folder, copy)
    try:
        with Project.open(scene.folder) as project:
            before = project.every_fact()
        if not before:  # killed before anything was said: nothing would be left of it
            return []
        (copy / ".crack-review" / "project.sqlite").unlink()
        repair(copy)
        with Project.open(copy) as project:
            return [] if project.every_fact() == before else ["repair does not bring everything back"]
    except CoreError as error:
        return [f"repair fails: {error}"]
    finally:
        shutil.rmtree(copy)


def training_round(scene: Scene, chance: random.Random, number: int) -> tuple[list[str], Counter[str]]:
    """``crack-review train`` with a small network; a killed run has to go on where it stood."""
    if number % FRESH_EVERY == 0:
        _tag_all(scene.folder)
    run = scene.base / f"run-{scene.run}"
    dead = killed("training", scene, out=run, seed=scene.run, after_ready=chance.uniform(0.5, 9))
    found = half_written(run) if run.is_dir() else []
    states, ends = dead.of("state"), dead.of("end")
    if states and scene.step and states[0]["step"] <= scene.step:
        found.append(f"began at step {states[0]['step']} although {scene.step} was kept")
    scene.step = max([scene.step, *(state["step"] for state in states)])
    kept = run / "state.safetensors"
    if scene.step and (not kept.is_file() or read_metadata(kept)["step"] < scene.step):
        found.append(f"the state of step {scene.step} is lost")
    if dead.had_ended:
        found += [] if ends and ends[0]["code"] == 0 else [f"ended with {ends}: {dead.errors[-600:]}"]
        scene.run, scene.step = scene.run + 1, 0
    seen = Counter({"kills": not dead.had_ended, "states of a run": len(states), "runs that ended": len(ends)})
    return found, seen


def _tag_all(folder: Path) -> None:
    with Project.open(folder) as project:
        project.sync(sorted(folder.glob("*.png")))
        for row in project.photos():
            is_cracked = int(row.path.removesuffix(".png")) % 2 == 1
            project.set_tags([row.id], Tag.CRACKED if is_cracked else Tag.NOT_CRACKED)


_ROUNDS: dict[str, Callable[..., tuple[list[str], Counter[str]]]] = {
    "command": lambda scene, chance, number: commands.one_round(scene, chance),
    "session": session_round,
    "training": training_round,
    "window": window_round,
}

if __name__ == "__main__":
    sys.exit(main())
