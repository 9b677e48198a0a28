"""Frozen values and array aliases that cross borders between modules.

Arrays: an RGB photo is (H, W, 3) uint8, upright; a map is (H, W) uint8, the stored probability
times 255; a mask is (H, W) bool. Sizes are (height, width); points are (x, y).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

RGB = NDArray[np.uint8]
ProbabilityMap = NDArray[np.uint8]
Mask = NDArray[np.bool_]

Result = TypeVar("Result")


class Tag(StrEnum):
    """What an inspector says of a whole photo. An untagged photo has ``None``."""

    CRACKED = "cracked"
    NOT_CRACKED = "not_cracked"
    UNSURE = "unsure"


class Role(StrEnum):
    """A near-duplicate group's permanent part in every retraining of its project."""

    TRAIN = "train"
    HELD_OUT = "held_out"


class Preset(StrEnum):
    """How long a retraining takes."""

    QUICK = "quick"
    THOROUGH = "thorough"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where long work stands. ``done`` and ``total`` count the same unit; ``eta_s`` is None while unknown."""

    done: int
    total: int
    message: str = ""
    eta_s: float | None = None


@dataclass(frozen=True, slots=True)
class Finished(Generic[Result]):
    """The last event of a generator that came to its end; a generator that was stopped never yields it."""

    result: Result


@dataclass(frozen=True, slots=True)
class Prediction:
    """A finished map of one photo: gate and clean-up are already folded in.

    ``probabilities`` (H, W) uint8; ``photo_score`` in 0..1, the maximum over 448 px windows of the mean of
    the top pixels; ``model_id`` names the network; ``seconds`` is the time that the network took.
    """

    probabilities: ProbabilityMap
    photo_score: float
    model_id: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CoarseMap:
    """What a pass at reduced size saw of a photo of ``size`` (height, width), to be shown until its map is there.

    ``probabilities`` (h, w) uint8 is smaller than the photo.
    """

    probabilities: ProbabilityMap
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TaggedPhoto:
    """One photo to learn from. Photos of one ``group`` never stand on both sides of a split."""

    path: Path
    tag: Tag
    group: str = ""
    source: str = ""
    role: Role = Role.TRAIN


@dataclass(frozen=True, slots=True)
class Correction:
    """What a hand drew and erased on a photo: ``layer`` is a PNG as ``core.project.corrections`` keeps it."""

    photo: Path
    layer: Path


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """All that a training run is told. ``start`` is "shipped", "random" or a checkpoint's path.

    ``steps`` and ``minutes`` override the preset; whichever is reached first ends the run. ``recipe`` names a
    reference to compare with ("" is the program's own), ``rate`` replaces its peak learning rate.
    ``corrections`` are learnt from beside the tags; none unless somebody asked for it.
    """

    photos: tuple[TaggedPhoto, ...]
    out: Path
    start: str = "shipped"
    preset: Preset = Preset.QUICK
    steps: int | None = None
    minutes: float | None = None
    seed: int = 0
    device: str = "auto"
    resume: bool = False
    imagenet_weights: Path | None = None
    threads: int | None = None
    note: str = ""
    recipe: str = ""
    rate: float | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class EpochReport:
    """One point of the live curves: losses are means since the last report, figures are on held-out photos."""

    step: int
    steps: int
    seconds: float
    losses: Mapping[str, float] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)
    eta_s: float | None = None


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """A network on the shelf, read from its file's header alone (no torch).

    ``id`` is the content hash of the file (16 hex digits); ``metadata`` holds format version, architecture,
    normalisation, working scale, threshold, gate, parent, tag snapshot, seed, figures, notes.
    """

    id: str
    path: Path
    name: str
    threshold: float
    is_shipped: bool = False
    metadata: Mapping[str, object] = field(default_factory=dict)


def cut(threshold: float) -> int:
    """The smallest stored value that counts as crack at ``threshold`` (0..1): ceil(255 t).

    The one definition of a mask everywhere is ``map >= cut(t)``.
    """
    if not 0.0 <= threshold <= 1.0:
        raise ValueError(f"A threshold lies between 0 and 1, this one is {threshold}.")
    return math.ceil(255 * threshold)
