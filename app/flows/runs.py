"""Training runs on disk: what each was told, and whether one was cut short and can go on."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from core.project.files import write_atomically
from core.values import Correction, Preset, Role, Tag, TaggedPhoto, TrainingPlan

PLAN_FILE = "plan.json"
BEST_FILE = "best.safetensors"
STATE_FILE = "state.safetensors"
DONE_FILE = "done"


def new_folder(runs: Path, now: datetime) -> Path:
    """A folder that no other run has."""
    return runs / f"{now:%Y%m%d-%H%M%S}"


def begin(plan: TrainingPlan) -> None:
    """Write down what the run is told, so that it can go on after a kill.

    Raises:
        OSError: the folder does not take files.
    """
    plan.out.mkdir(parents=True, exist_ok=True)
    write_atomically(plan.out / PLAN_FILE, json.dumps(_as_json(plan), indent=1).encode())


def end(folder: Path) -> None:
    """Mark a run as done with: it is not offered again, and its large state goes. A full disk is no error."""
    with suppress(OSError):
        (folder / DONE_FILE).touch()
        (folder / STATE_FILE).unlink(missing_ok=True)


def shelved(folder: Path) -> None:
    """The best of a run lies on the shelf now: its copy here goes."""
    with suppress(OSError):
        (folder / BEST_FILE).unlink(missing_ok=True)


def fail(folder: Path) -> None:
    """A run ended with an error: without a state there is nothing to go on with."""
    if not (folder / STATE_FILE).is_file():
        end(folder)


def resumable(runs: Path) -> TrainingPlan | None:
    """The youngest run that was cut short, ready to go on (or to begin anew, where it had kept nothing yet)."""
    for folder in sorted(runs.glob("*/"), reverse=True):
        if not (folder / DONE_FILE).exists():
            plan = _read(folder)
            if plan is not None:
                return replace(plan, resume=True)
    return None


def _read(folder: Path) -> TrainingPlan | None:
    try:
        return _from_json(json.loads((folder / PLAN_FILE).read_text("utf-8")), folder)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # not ours, or damaged: nothing to resume
        return None


def _as_json(plan: TrainingPlan) -> dict[str, Any]:
    return {
        "photos": [_photo_as_json(photo) for photo in plan.photos],
        "start": plan.start,
        "preset": plan.preset,
        "seed": plan.seed,
        "device": plan.device,
        "threads": plan.threads,
        "note": plan.note,
        "corrections": [[str(each.photo), str(each.layer)] for each in plan.corrections],
    }


def _photo_as_json(photo: TaggedPhoto) -> list[str]:
    return [str(photo.path), photo.tag, photo.group, photo.source, photo.role]


def _from_json(said: dict[str, Any], out: Path) -> TrainingPlan:
    return TrainingPlan(
        photos=tuple(_photos(said["photos"])),
        out=out,
        start=said["start"],
        preset=Preset(said["preset"]),
        seed=int(said["seed"]),
        device=said["device"],
        threads=said["threads"],
        note=said["note"],
        corrections=tuple(Correction(Path(photo), Path(layer)) for photo, layer in said.get("corrections", ())),
    )


def _photos(said: Iterable[list[str]]) -> Iterable[TaggedPhoto]:
    for path, tag, group, source, role in said:
        yield TaggedPhoto(Path(path), Tag(tag), group=group, source=source, role=Role(role))
