"""From a run's best network to one that can be shipped: int8 weights and what held-out tags say of it.

That is its gate, the ranges that int8 arithmetic needs, and the level of the cheap pass.
"""

import math
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.errors import TrainingError
from core.network.calibration import centre_file
from core.network.checkpoint import pack_int8
from core.network.openvino import RANGES
from core.network.ranges import watched
from core.network.shelf import describe
from core.photos.reader import read
from core.predict import cheap
from core.predict.predictor import Predictor
from core.values import RGB, Finished, Progress, Role, Tag, TaggedPhoto

# Share of the cracked photos whose map the gate must leave as it is.
GATE_RECALL = 0.995
# Share of the cracked photos with a crack drawn in them that the cheap pass must leave to the full pass.
CHEAP_RECALL = 0.995
# The cheap pass costs a quarter: it is worth it where it spares at least half of the uncracked photos.
CHEAP_GAIN = 0.5
_SEEN = 0.5
_CLEAN_LIMIT = 200


def gate_from(scores: Sequence[float]) -> float:
    """The photo score that ``GATE_RECALL`` of these cracked photos reach. Raises TrainingError for none."""
    if not scores:
        raise TrainingError("The gate is calibrated on held-out photos tagged cracked, and there are none.")
    return float(np.quantile(np.asarray(scores), 1 - GATE_RECALL, method="lower"))


def cheap_level(cracked: Sequence[tuple[float, float]], clean: Sequence[float]) -> float | None:
    """The level of the cheap pass, or None where it would spare too little.

    ``cracked`` are photo scores and evidences; a crack that the full pass does not see either cannot be lost.
    ``clean`` are the evidences of uncracked photos.
    """
    seen = [evidence for score, evidence in cracked if score >= _SEEN]
    if not seen or not clean:
        return None
    level = float(np.quantile(np.asarray(seen), 1 - CHEAP_RECALL, method="lower"))
    is_worth_it = float(np.mean(np.asarray(clean) < level)) >= CHEAP_GAIN
    return math.floor(level * 1e4) / 1e4 if is_worth_it else None


def release(
    source: Path, target: Path, photos: Sequence[TaggedPhoto], *, device: str = "auto"
) -> Iterator[Progress | Finished[Path]]:
    """Writes ``target`` from a run's network; only held-out photos are read.

    Raises TrainingError, CheckpointError, PhotoError.
    """
    held_out = [photo for photo in photos if photo.role is Role.HELD_OUT]
    cracked = [photo for photo in held_out if photo.tag is Tag.CRACKED]
    clean = [photo for photo in held_out if photo.tag is Tag.NOT_CRACKED]
    clean = clean[:: -(-len(clean) // _CLEAN_LIMIT) or 1]
    total = len(cracked) + len(clean)
    with tempfile.TemporaryDirectory() as folder:
        whole, ungated = Path(folder) / "centred.safetensors", Path(folder) / "ungated.safetensors"
        centre_file(source, whole)
        pack_int8(whole, ungated, {"gate": None})
        predictor = Predictor(describe(ungated), device=device, engine="torch", every_tile=True)
        scores, evidences = [], []
        with watched(predictor.network) as ranges:
            for done, photo in enumerate(cracked, start=1):
                pixels = read(photo.path)
                scores.append(predictor.predict(pixels).photo_score)
                evidences.append(_evidence(predictor, pixels))
                yield Progress(done, total, "Calibrating the gate")
            spared = []
            for done, photo in enumerate(clean, start=len(cracked) + 1):
                spared.append(_evidence(predictor, read(photo.path)))
                yield Progress(done, total, "Calibrating the cheap pass")
        declared = {
            "gate": round(gate_from(scores), 4),
            "gate_recall": GATE_RECALL,
            cheap.KEY: cheap_level(list(zip(scores, evidences, strict=True)), spared),
            RANGES: dict(ranges),
            "name": "Shipped",
        }
        pack_int8(whole, target, declared)
    yield Finished(target)


def _evidence(predictor: Predictor, photo: RGB) -> float:
    return cheap.evidence(predictor.probabilities(cheap.reduced(photo)))
