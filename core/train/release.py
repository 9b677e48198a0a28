"""From a run's best network to one that can be shipped: int8 weights and a gate calibrated on held-out tags."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.errors import TrainingError
from core.network.calibration import centre_file
from core.network.checkpoint import pack_int8
from core.network.shelf import describe
from core.photos.reader import read
from core.predict.predictor import Predictor
from core.values import Finished, Progress, Role, Tag, TaggedPhoto

# Share of the cracked photos whose map the gate must leave as it is.
GATE_RECALL = 0.995


def gate_from(scores: Sequence[float]) -> float:
    """The photo score that ``GATE_RECALL`` of these cracked photos reach. Raises TrainingError for none."""
    if not scores:
        raise TrainingError("The gate is calibrated on held-out photos tagged cracked, and there are none.")
    return float(np.quantile(np.asarray(scores), 1 - GATE_RECALL, method="lower"))


def release(
    source: Path, target: Path, photos: Sequence[TaggedPhoto], *, device: str = "auto"
) -> Iterator[Progress | Finished[Path]]:
    """Writes ``target`` from a run's network; only held-out cracked photos are read.

    Raises TrainingError, CheckpointError, PhotoError.
    """
    held_out = [photo for photo in photos if photo.role is Role.HELD_OUT and photo.tag is Tag.CRACKED]
    with tempfile.TemporaryDirectory() as folder:
        whole, ungated = Path(folder) / "centred.safetensors", Path(folder) / "ungated.safetensors"
        centre_file(source, whole)
        pack_int8(whole, ungated, {"gate": None})
        predictor = Predictor(describe(ungated), device=device)
        scores = []
        for done, photo in enumerate(held_out, start=1):
            scores.append(predictor.predict(read(photo.path)).photo_score)
            yield Progress(done, len(held_out), "Calibrating the gate")
        gate = round(gate_from(scores), 4)
        pack_int8(whole, target, {"gate": gate, "gate_recall": GATE_RECALL, "name": "Shipped"})
    yield Finished(target)
