"""The gate is calibrated on held-out photos tagged cracked, and on nothing else."""

from dataclasses import replace
from typing import ClassVar

import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.train import release as release_module
from core.train.release import CHEAP_RECALL, GATE_RECALL, cheap_level, gate_from, release
from core.values import Finished, Prediction, Role, Tag


def test_gate_leaves_nearly_all_cracked_photos_as_they_are():
    scores = np.random.default_rng(0).random(1000)
    assert (scores >= gate_from(scores.tolist())).mean() >= GATE_RECALL
    assert gate_from([0.4]) == 0.4


def test_no_cracked_photo_to_calibrate_on_is_told():
    with pytest.raises(TrainingError, match="held-out photos tagged cracked"):
        gate_from([])


def test_cheap_level_keeps_nearly_all_cracked_photos_and_must_spare_most_of_the_others():
    evidence = np.linspace(0.1, 0.9, 1000)
    level = cheap_level([(0.9, value) for value in evidence], clean=[0.01, 0.02, 0.5])
    assert (evidence >= level).mean() >= CHEAP_RECALL
    assert cheap_level([(0.9, value) for value in evidence], clean=[0.01, 0.2, 0.5]) is None
    assert cheap_level([], clean=[0.01]) is None and cheap_level([(0.9, 0.3)], clean=[]) is None


def test_a_crack_that_the_full_pass_does_not_see_does_not_lower_the_cheap_level():
    assert cheap_level([(0.9, 0.3), (0.2, 0.01)], clean=[0.1]) == pytest.approx(0.3)


class Scores:
    """Stands where the predictor does; what it was given is in ``options``."""

    options: ClassVar[list] = []

    def __init__(self, version, **options):
        self.options.append(options)
        self.network = torch.nn.Module()
        self.asked = 0

    def predict(self, photo):
        self.asked += 1
        return Prediction(np.zeros(photo.shape[:2], np.uint8), 0.5 + self.asked / 100, "id")

    def probabilities(self, photo):
        return np.full(photo.shape[:2], 0.4 if self.asked < 99 else 0.0, np.float32)


def test_only_held_out_photos_are_read(site, monkeypatch, tmp_path):
    packed, seen = [], []

    original = release_module.read
    monkeypatch.setattr(release_module, "read", lambda path: seen.append(path) or original(path))
    monkeypatch.setattr(release_module, "Predictor", Scores)
    monkeypatch.setattr(release_module, "describe", lambda path: None)
    monkeypatch.setattr(release_module, "centre_file", lambda source, target: None)
    monkeypatch.setattr(release_module, "pack_int8", lambda source, target, extra: packed.append((target, extra)))
    held_out = [replace(photo, role=Role.HELD_OUT) for photo in site.photos[2:10]]
    events = list(release(tmp_path / "best", tmp_path / "shipped", [*site.photos[:2], *held_out, *site.photos[10:]]))
    cracked = [photo.path for photo in held_out if photo.tag is Tag.CRACKED]
    assert seen[: len(cracked)] == cracked
    assert sorted(seen) == sorted(photo.path for photo in held_out)
    assert Scores.options[-1] == {"device": "auto", "engine": "torch", "every_tile": True}
    assert events[-1] == Finished(tmp_path / "shipped")
    assert [target.name for target, _ in packed] == ["ungated.safetensors", "shipped"]
    assert packed[0][1]["gate"] is None and packed[1][1]["gate"] == pytest.approx(0.51)
    assert packed[1][1]["cheap_below"] is None and packed[1][1]["ranges"] == {}
