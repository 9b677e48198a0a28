"""What a run's network says about itself, and what must be equal for a run to be resumed. Torch-free."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from core.train.recipe import Recipe
from core.values import Role, Tag, TaggedPhoto, TrainingPlan


def plan_key(plan: TrainingPlan, steps: int) -> str:
    """A fingerprint of all that decides what the steps of a run do."""
    said = [plan.start, plan.preset.value, str(steps), str(plan.seed), tag_snapshot(plan), plan.recipe, str(plan.rate)]
    # A layer's file is named by its content. Nothing is added where there are none, so that older runs go on.
    said += sorted(f"{each.photo}\t{each.layer}" for each in plan.corrections)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def tag_snapshot(plan: TrainingPlan) -> str:
    """A fingerprint of all tags that the run saw."""
    lines = sorted(f"{photo.path}\t{photo.tag}\t{photo.role}" for photo in plan.photos)
    return hashlib.sha256("\n".join(lines).encode(errors="surrogateescape")).hexdigest()[:16]


def metadata(
    plan: TrainingPlan, recipe: Recipe, learning: Sequence[TaggedPhoto], *, figures: Mapping[str, float]
) -> dict[str, object]:
    """What of a network's description follows from its plan and its figures."""
    return {
        # Every network is centred before it is kept; see ``core.network.calibration``.
        "threshold": 0.5,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": plan.seed,
        "recipe": {"name": plan.recipe or "painted cracks and tags", **asdict(recipe)},
        "tags": {
            "cracked": sum(photo.tag is Tag.CRACKED for photo in learning),
            "not_cracked": sum(photo.tag is Tag.NOT_CRACKED for photo in learning),
            "held_out": sum(photo.role is Role.HELD_OUT for photo in plan.photos),
            "sources": sorted({photo.source for photo in learning if photo.source}),
            "snapshot": tag_snapshot(plan),
        },
        "corrected_photos": len(plan.corrections),
        "figures": {name: round(value, 5) for name, value in figures.items()},
        "note": plan.note,
    }
