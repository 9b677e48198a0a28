"""How fast this machine trained so far: a small file in the per-user folder. Torch-free."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.project.place import user_folder
from core.values import TrainingPlan

_FILE = "training-speed.json"


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds per megapixel that a step learns from, and that a validation looks at."""

    step: float
    validation: float


def machine_key(plan: TrainingPlan) -> str:
    """What a measured speed holds for: the device and the number of threads."""
    return f"{plan.device}/{plan.threads or os.cpu_count() or 1}"


def known(plan: TrainingPlan) -> Speed | None:
    """What the last run on this device measured; None before the first, or where the file is damaged."""
    try:
        found = _stored()[machine_key(plan)]
        speed = Speed(float(found["step"]), float(found["validation"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return speed if speed.step > 0 and speed.validation > 0 else None


def keep(plan: TrainingPlan, speed: Speed) -> None:
    """Remembers what a run measured. A full or unwritable disk is no error."""
    try:
        stored = _stored()
    except (OSError, ValueError, RecursionError):
        stored = {}
    staged = _path().with_name(f"{_FILE}.{os.getpid()}.part")
    try:
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_text(json.dumps({**stored, machine_key(plan): asdict(speed)}, indent=2))
        staged.replace(_path())
    except OSError:
        return


def _path() -> Path:
    return user_folder() / _FILE


def _stored() -> dict[str, Any]:
    found = json.loads(_path().read_text())
    if not isinstance(found, dict):
        raise ValueError("a table was expected")
    return found
