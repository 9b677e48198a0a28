"""From a photo to its finished map, with a small network in the large one's place."""

import cv2
import numpy as np
import pytest
import torch
from torch import nn

from core.network.device import Engine
from core.network.shelf import Shelf
from core.predict import predictor as predictor_module
from core.predict import tiles
from core.predict.predictor import Predictor
from core.values import ModelVersion, Prediction, Progress


class DarkLines(nn.Module):
    """Answers to what is darker than its surroundings: sees 17 px far, like a network without depth."""

    def __init__(self) -> None:
        super().__init__()
        self.blur = nn.AvgPool2d(17, stride=1, padding=8, count_include_pad=False)

    def forward(self, images):
        grey = images.float().mean(dim=1, keepdim=True)
        return 30 * (self.blur(grey) - grey) - 3


@pytest.fixture
def version(tmp_path) -> ModelVersion:
    return ModelVersion("feedfacefeedface", tmp_path / "none.safetensors", "Dark lines", 0.5)


@pytest.fixture
def described(monkeypatch) -> dict:
    """The description of the network that ``Predictor`` loads, to be changed by a test before it does."""
    metadata = {"gate": None, "working_scale": 1.0}
    monkeypatch.setattr(predictor_module, "load", lambda path: (DarkLines(), metadata))
    return metadata


def cracked(height: int, width: int) -> np.ndarray:
    """A grey wall with one long crack."""
    rng = np.random.default_rng(0)
    photo = np.clip(rng.normal(150, 6, (height, width, 1)), 0, 255).astype(np.uint8).repeat(3, axis=2)
    points = np.stack([np.linspace(0, width, 60), height / 2 + np.cumsum(rng.normal(0, 9, 60))], axis=1)
    cv2.polylines(photo, [points.astype(np.int32)], False, (60, 60, 60), 3)
    return photo


def dice(first: np.ndarray, second: np.ndarray) -> float:
    return 2 * (first & second).sum() / (first.sum() + second.sum())


def test_map_has_the_photos_size_and_the_networks_name(version, described):
    found = Predictor(version, device="cpu", threads=1).predict(cracked(61, 95))
    assert found.probabilities.shape == (61, 95) and found.probabilities.dtype == np.uint8
    assert found.model_id == version.id and found.seconds > 0
    assert found.probabilities.max() > 128


def test_whole_and_tiled_agree(version, described, monkeypatch):
    photo = cracked(300, 460)
    predictor = Predictor(version, device="cpu", threads=1)
    whole = predictor.predict(photo).probabilities
    monkeypatch.setattr(tiles, "MAX_TILE_PX", 160)
    *progress, last = predictor.predict_tiles(photo)
    assert len(progress) == len(list(tiles.plan(300, 460))) > 4
    assert all(isinstance(event, Progress) for event in progress) and isinstance(last, Prediction)
    assert dice(whole >= 128, last.probabilities >= 128) >= 0.995
    # Clean-up judges a speck at one level, so that a step of one level can change a few pixels more.
    assert (np.abs(whole.astype(int) - last.probabilities) > 2).mean() < 1e-3


def test_prediction_stops_between_two_tiles(version, described, monkeypatch):
    monkeypatch.setattr(tiles, "MAX_TILE_PX", 160)
    events = Predictor(version, device="cpu", threads=1).predict_tiles(cracked(300, 460))
    assert isinstance(next(events), Progress)
    events.close()


def test_photo_is_not_changed(version, described):
    photo = cracked(50, 50)
    copy = photo.copy()
    Predictor(version, device="cpu", threads=1).predict(photo)
    assert (photo == copy).all()


def test_gate_is_folded_into_the_map_and_not_into_the_score(version, described):
    photo = cracked(61, 95)
    open_ = Predictor(version, device="cpu", threads=1).predict(photo)
    described["gate"] = 1.0
    gated = Predictor(version, device="cpu", threads=1).predict(photo)
    assert gated.photo_score == open_.photo_score < 1
    assert gated.probabilities.max() < open_.probabilities.max()


def test_settings_name_all_that_shapes_a_map(version, described, monkeypatch):
    def settings():
        return Predictor(version, device="cpu", threads=1).settings

    seen = {settings()}
    described["gate"] = 0.3
    seen.add(settings())
    monkeypatch.setattr(tiles, "OVERLAP_PX", 64)
    seen.add(settings())
    monkeypatch.setattr("core.predict.finish.VERSION", "clean-other")
    seen.add(settings())
    monkeypatch.setattr(predictor_module, "choose_engine", lambda device: Engine(torch.device("cpu"), torch.float16))
    seen.add(settings())
    assert len(seen) == 5


@pytest.mark.slow
def test_whole_and_tiled_agree_with_the_shipped_weights(monkeypatch):
    version = Shelf().shipped()
    if int(version.metadata.get("step", 0)) < 500:
        pytest.skip("the network in resources/model is an untrained stand-in")
    photo = cracked(640, 700)
    predictor = Predictor(version, device="cpu")
    whole = predictor.predict(photo).probabilities >= np.ceil(255 * version.threshold)
    monkeypatch.setattr(tiles, "MAX_TILE_PX", 480)
    tiled = predictor.predict(photo).probabilities >= np.ceil(255 * version.threshold)
    assert whole.any()
    assert dice(whole, tiled) >= 0.995
