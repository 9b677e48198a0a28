"""What a user does, step by step, for faults.py to disturb. Each scene: how its folder is made, and the steps."""

import io
import json
import random
import shlex
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout, suppress
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core.errors import CoreError
from core.photos import pairing
from core.predict.cache import MapCache
from core.project import backups, bundle, comments, corrections, merge, tagcsv, thresholds
from core.project.predictions import StoredPrediction
from core.project.project import Project
from core.project.repair import repair
from core.project.writer import TagWriter
from core.values import Prediction, Tag
from tests.survival import command_scenes
from tests.survival.ledger import standing
from tests.survival.victims import random_layer, small_network

TOLD = (CoreError,)
PHOTOS = 4
PROMISED = "promised.json"
"""What a scene says of the project that it begins by damaging."""

Step = Callable[[str, Callable[[], Any]], Any]
Tell = Callable[..., None]


def photos(base: Path, *, size: tuple[int, int] = (48, 64)) -> None:
    """Four small photos, every other one cracked."""
    (base / "photos").mkdir(parents=True)
    (base / "out").mkdir()
    for number in range(PHOTOS):
        pixels = np.random.default_rng(number).integers(140, 250, (*size, 3), np.uint8)
        pixels[20:23] = 20 if number % 2 else 200
        cv2.imwrite(str(base / "photos" / f"{number}.png"), pixels)


def tagged(base: Path, *, size: tuple[int, int] = (48, 64), count: int = PHOTOS) -> None:
    """The same with a project in which they are tagged, and a colleague's bundle of it."""
    photos(base, size=size)
    with Project.open(base / "photos", "ana") as project:
        project.sync(pairing.photos(base / "photos"))
        for row in project.photos():
            is_cracked = int(row.path[0]) % 2 == 1
            project.set_tags([row.id], Tag.CRACKED if is_cracked else Tag.NOT_CRACKED)
        corrections.save(project, 1, random_layer(random.Random(1)))
        backups.make(project)
        bundle.export_bundle(project, base / "colleague.crackreview")
        tagcsv.export_tags(project, base / "tags.csv")
        project.undo()


def session(base: Path, step: Step, tell: Tell) -> None:
    """A headless session: all that an inspector says, then what is done with it."""
    folder, out = base / "photos", base / "out"
    if step("open", lambda: _sync(folder)) is None:
        return
    writer = step("writer", lambda: TagWriter(folder, user="ben", retry_s=0.01))
    if writer is None:
        return
    try:
        for name, deed in _deeds().items():
            step(name, partial(_acknowledged, writer, deed, tell))
        tell(back=True)
    finally:
        given_up = step("close", lambda: writer.close(patience_s=10.0))
        assert not given_up, f"{given_up} actions were given up although the drive was back"
    step("after", lambda: _with(folder, lambda project: _leave(base, out, project, step)))


def _sync(folder: Path) -> bool:
    with Project.open(folder, "ben") as project:
        project.sync(pairing.photos(folder))
    return True


def _deeds() -> Mapping[str, Callable[[Project], Any]]:
    layer = random_layer(random.Random(7))
    return {
        "tag": lambda project: project.set_tags([1, 2], Tag.UNSURE),
        "undo": lambda project: project.undo(),
        "tag one": lambda project: project.set_tags([3], Tag.CRACKED),
        "correct": lambda project: corrections.save(project, 2, layer),
        "note": lambda project: comments.comment(project, 1, "damp " * 2000),
        "threshold": lambda project: thresholds.set_for_photos(project, [1], 0.3),
        "setting": lambda project: project.set_setting("active_model", "m"),
        "prediction": lambda project: project.record_predictions([StoredPrediction(1, "m", histogram=np.arange(256))]),
    }


def _acknowledged(writer: TagWriter, deed: Callable[[Project], Any], tell: Tell) -> None:
    seen: dict[str, Any] = {}

    def noted(project: Project) -> None:
        deed(project)
        seen.update(standing(project))

    future = writer.submit(noted)
    future.add_done_callback(lambda done: done.exception() is None and tell(ack=seen))
    with suppress(TimeoutError):  # it waits until the drive is back
        future.result(0.3)


def _with(folder: Path, act: Callable[[Project], Any]) -> Any:
    with Project.open(folder, "ben") as project:
        return act(project)


def _leave(base: Path, out: Path, project: Project, step: Step) -> None:
    step("back up", lambda: backups.make(project))
    step("bundle", lambda: bundle.export_bundle(project, out / "whole.crackreview"))
    step("export tags", lambda: tagcsv.export_tags(project, out / "tags.csv"))
    step("import tags", lambda: tagcsv.import_tags(project, base / "tags.csv"))
    step("merge", lambda: _merge(project, base / "colleague.crackreview"))
    step("keep a map", lambda: _keep_map(project))


def _merge(project: Project, file: Path) -> None:
    with bundle.opened(file) as theirs:
        merge.merge(project, theirs, {})


def _keep_map(project: Project) -> None:
    """A full disk is no error here: the map is just not remembered. A damaged one is never handed out."""
    cache = MapCache(project.place.store / "maps")
    pixels = np.full((9, 9), 7, np.uint8)
    cache.put("ab" * 20, Prediction(pixels, 0.5, "m"))
    kept = cache.get("ab" * 20)
    assert kept is None or (kept.probabilities == pixels).all()


# Damage and repair


def broken(base: Path) -> None:
    """A project whose file is gone."""
    tagged(base)
    with Project.open(base / "photos") as project:
        (base / PROMISED).write_text(json.dumps(standing(project)))
    (base / "photos" / ".crack-review" / "project.sqlite").write_bytes(b"nonsense" * 1000)


def repairing(base: Path, step: Step, tell: Tell) -> None:
    """A repair that is itself disturbed is done once more."""
    step("repair", lambda: repair(base / "photos"))


# Training


def trainable(base: Path) -> None:
    """Photos large enough for a square to be cut from them."""
    tagged(base, size=(80, 90))


def training(base: Path, step: Step, tell: Tell) -> None:
    """``crack-review train`` with a network of a few weights, then its version on the shelf."""
    small_network()
    line = (
        f"train --project {base}/photos --out {base}/out/run --start random --steps 3 --device cpu --threads 1 --quiet"
    )
    tell(code=step("train", partial(command_scenes.run, shlex.split(line))))
    best = base / "out" / "run" / "best.safetensors"
    if best.is_file():
        with redirect_stdout(io.StringIO()):  # the last words are those of the training
            step("shelf", partial(command_scenes.run, ["models", "import", str(best)]))


SCENES: Mapping[str, tuple[Callable[[Path], None], Callable[[Path, Step, Tell], None]]] = {
    "session": (tagged, session),
    "repairing": (broken, repairing),
    "training": (trainable, training),
    **{name: (command_scenes.prepared(tagged, name), command_scenes.scene(name)) for name in command_scenes.LINES},
}
