"""The gate is calibrated on held-out photos tagged cracked, and on nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from core.errors import TrainingError
from core.train import release as release_module
from core.train.release import GATE_RECALL, gate_from, release
from core.values import Finished, Prediction, Role, Tag


def test_gate_leaves_nearly_all_cracked_photos_as_they_are():
    scores = np.random.default_rng(0).random(1000)
    assert (scores >= gate_from(scores.tolist())).mean() >= GATE_RECALL
    assert gate_from([0.4]) == 0.4


def test_no_cracked_photo_to_calibrate_on_is_told():
    with pytest.raises(TrainingError, match="held-out photos tagged cracked"):
        gate_from([])


def test_only_held_out_cracked_photos_are_read(site, monkeypatch, tmp_path):
    packed, seen = [], []

    class Scores:
        def __init__(self, version, device):
            pass

        def predict(self, photo):
            return Prediction(np.zeros(photo.shape[:2], np.uint8), 0.5 + len(seen) / 100, "id")

    original = release_module.read
    monkeypatch.setattr(release_module, "read", lambda path: seen.append(path) or original(path))
    monkeypatch.setattr(release_module, "Predictor", Scores)
    monkeypatch.setattr(release_module, "describe", lambda path: None)
    monkeypatch.setattr(release_module, "centre_file", lambda source, target: None)
    monkeypatch.setattr(release_module, "pack_int8", lambda source, target, extra: packed.append((target, extra)))
    held_out = [replace(photo, role=Role.HELD_OUT) for photo in site.photos[2:10]]
    events = list(release(tmp_path / "best", tmp_path / "shipped", [*site.photos[:2], *held_out, *site.photos[10:]]))
    assert seen == [photo.path for photo in held_out if photo.tag is Tag.CRACKED]
    assert events[-1] == Finished(tmp_path / "shipped")
    assert [target.name for target, _ in packed] == ["ungated.safetensors", "shipped"]
    assert packed[0][1]["gate"] is None and packed[1][1]["gate"] == pytest.approx(0.51)
