"""Programs to be killed: the real session, the real window, the real trainer, kept busy until the end comes.

Run by kills.py: python -m tests.survival.victims session|window|training FOLDER SEED [OUT]. Each line on standard
output says what is on disk by now, written the moment the writer has committed.
"""

import json
import os
import random
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import CoreError
from core.photos import pairing
from core.project import backups, bundle, comments, corrections, cracks, regions, reviews, tagcsv, thresholds
from core.project.project import Project
from core.project.writer import TagWriter
from core.values import Tag
from tests.survival.ledger import standing

SIZE = (48, 64)
TAGS = (*Tag, None)


def say(kind: str, **what: Any) -> None:
    """One line, in one piece, past all buffers."""
    os.write(1, f"{json.dumps({'is': kind, **what})}\n".encode())


def acknowledge() -> None:
    """Every writer of this process tells what it has committed."""
    submit = TagWriter.submit

    @wraps(submit)
    def telling(self: TagWriter, action: Callable[[Project], Any]) -> Any:
        seen: dict[str, Any] = {}

        def noted(project: Project) -> Any:
            answer = action(project)
            seen.update(standing(project))
            return answer

        future = submit(self, noted)
        future.add_done_callback(lambda done: done.exception() is None and say("ack", **seen))
        return future

    TagWriter.submit = telling


def backups_all_the_time() -> None:
    """Not once an hour: a kill shall meet them."""
    backups.EVERY = timedelta(0)


# The headless session


def session(folder: Path, seed: int, out: Path) -> None:
    """Tags, corrects, exports and imports at random, as fast as the disk takes it."""
    chance = random.Random(seed)
    with Project.open(folder) as project:
        project.sync(pairing.photos(folder))
        ids = [row.id for row in project.photos()]
    writer = TagWriter(folder, idle_s=0.01)
    say("ready")
    waiting = []
    while True:
        waiting.append(writer.submit(some_deed(chance, ids)))
        if chance.random() < 0.2:
            with suppress(CoreError):
                _export(chance, folder, out)
        if len(waiting) > 5:
            waiting.pop(0).result()
        if chance.random() < 0.02:  # closed and opened again
            writer.close()
            writer = TagWriter(folder, idle_s=0.01)


def some_deed(chance: random.Random, ids: list[int]) -> Callable[[Project], Any]:
    """What an inspector may do to some photos."""
    photo, some = chance.choice(ids), chance.sample(ids, chance.randint(1, len(ids)))
    tag, layer = chance.choice(TAGS), random_layer(chance)
    deeds: tuple[Callable[[Project], Any], ...] = (
        lambda project: project.set_tags(some, tag),
        lambda project: project.set_tags([photo], tag),
        lambda project: project.undo(),
        lambda project: project.redo(),
        lambda project: corrections.save(project, photo, layer),
        lambda project: comments.comment(project, photo, "wet " * chance.randint(0, 900)),
        lambda project: regions.add(project, photo, ((0, 0), (1, 1), (2, 0))),
        lambda project: cracks.judge(project, photo, [cracks.Anchor(1, 2)], cracks.Verdict.REJECTED),
        lambda project: reviews.accept(project, some),
        lambda project: thresholds.set_for_photos(project, some, round(chance.random(), 3)),
        lambda project: project.set_setting("active_model", f"m{chance.randint(0, 9)}"),
        lambda project: project.go_to(max(0, standing(project)["position"] - chance.randint(0, 9))),
    )
    return chance.choices(deeds, (4, 8, 2, 2, 6, 2, 1, 1, 2, 1, 1, 1))[0]


def random_layer(chance: random.Random) -> np.ndarray:
    """A stroke that no other one equals."""
    layer = np.zeros(SIZE, np.uint8)
    x, y = chance.randrange(SIZE[1]), chance.randrange(SIZE[0])
    layer[y : y + 9, x : x + 9] = chance.choice((127, 255))
    return layer


def _export(chance: random.Random, folder: Path, out: Path) -> None:
    with Project.open(folder) as project:
        if chance.random() < 0.3:
            bundle.export_bundle(project, out / "whole.crackreview")
        elif chance.random() < 0.5:
            backups.make(project)
        else:
            tagcsv.export_tags(project, out / "tags.csv")


# Training, with a network of a few weights


def small_network() -> None:
    """The trainer's own code with two convolutions, and a state written at every step."""
    from core.network import checkpoint
    from core.train import run_state, trainer
    from tests.core.train.conftest import TINY, SmallNet

    trainer.CrackUNet = run_state.CrackUNet = checkpoint.CrackUNet = SmallNet
    trainer.recipe_for = lambda plan: TINY
    trainer.VALIDATION_SQUARES = 2
    trainer.SAVE_EVERY_S = 0.0
    trainer._starting_network = lambda plan: (SmallNet(), None, None)
    save = run_state.RunState.save

    @wraps(save)
    def telling(self: Any, run: Path, key: str) -> None:
        save(self, run, key)
        say("state", step=self.step, run=run.name)

    run_state.RunState.save = telling


def training(folder: Path, seed: int, out: Path) -> None:
    """``crack-review train`` on the folder's tags; goes on where a run was killed."""
    small_network()
    from core import cli

    say("ready")
    steps = (
        "--start",
        "random",
        "--steps",
        "1500",
        "--threads",
        "1",
        "--device",
        "cpu",
        "--quiet",
        "--seed",
        str(seed),
    )
    code = cli.main(["train", "--project", str(folder), "--out", str(out), "--resume", *steps])
    say("end", code=code)


# The window


def window(folder: Path, seed: int, out: Path) -> None:
    """The real ``main`` with somebody at its keyboard who never rests."""
    import cv2  # noqa: F401
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app import jobs
    from app.__main__ import main
    from app.main_window import MainWindow
    from tests.windows import DarkIsCracked

    jobs.predictor_for = lambda file, machine: DarkIsCracked()
    chance = random.Random(seed)

    def begin() -> None:
        shown = next((each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)), None)
        if shown is None or shown.session.current is None:
            QTimer.singleShot(20, begin)
            return
        say("ready")
        if seed % 3 == 0:
            _retrain(shown)
        hands = QTimer(shown, interval=10)
        hands.timeout.connect(lambda: _press(shown, chance, out))
        hands.start()

    # The application is made by main: the first event of its loop is ours.
    application = QApplication(sys.argv[:1])
    QTimer.singleShot(0, application, begin)
    main([str(folder)])


_KEYS = (
    "tag_cracked", "tag_not_cracked", "tag_unsure", "clear_tag", "accept", "withdraw", "undo", "redo", "next_photo",
    "next_photo", "previous_photo", "last_photo", "raise_threshold", "lower_threshold", "next_crack", "reject_crack",
    "mask_style", "select_all", "refresh",
)  # fmt: skip


def _press(shown: Any, chance: random.Random, out: Path) -> None:
    if chance.random() < 0.2:
        shown.area.desk.correcting.keep_layer(random_layer(chance))
    elif chance.random() < 0.03:
        from app.flows.exporting import ExportOrder

        ids = tuple(item.id for item in shown.session.items() if item.score is not None)
        shown.exporting.write(ExportOrder(ids, out / "masks", ("png",), may_replace=True))
    else:
        shown.actions_by_id[chance.choice(_KEYS)].trigger()


def _retrain(shown: Any) -> None:
    """Goes on with the run that the last kill cut short, else begins one."""
    from app.flows import runs
    from core.values import Preset

    small_network()
    if runs.resumable(shown.session.store / "runs") is not None:
        say("resumed")
        shown.retraining.resume()
        return
    shown.retraining.prepared.connect(lambda _: shown.retraining.train(Preset.QUICK, "to be killed"))
    shown.retraining.prepare()


def main(kind: str, folder: str, seed: str, out: str) -> None:
    """The program of that kind."""
    acknowledge()
    backups_all_the_time()
    {"session": session, "training": training, "window": window}[kind](Path(folder), int(seed), Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:])
