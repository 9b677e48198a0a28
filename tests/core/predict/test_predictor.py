"""From a photo to its finished map, with a small network in the large one's place."""

import cv2
import numpy as np
import pytest

from core.network.shelf import Shelf
from core.predict import predictor as predictor_module
from core.predict import tiles
from core.predict.predictor import Predictor
from core.values import CoarseMap, ModelVersion, Prediction, Progress


class DarkLines:
    """Answers to what is darker than its surroundings: sees 17 px far, like a network without depth."""

    name, batch = "dark-lines", 1

    def __init__(self):
        self.asked = []

    def start(self, images):
        self.asked.append(images.shape)
        return lambda: np.stack([self.probabilities(image) for image in images])

    def probabilities(self, image):
        grey = image.astype(np.float32).mean(axis=2) / 255
        logits = 30 * (cv2.blur(grey, (17, 17)) - grey) - 3
        return 1 / (1 + np.exp(-logits))

    def tidy(self):
        """Holds nothing."""


@pytest.fixture
def version(tmp_path) -> ModelVersion:
    return ModelVersion("feedfacefeedface", tmp_path / "none.safetensors", "Dark lines", 0.5)


@pytest.fixture
def runner(monkeypatch) -> DarkLines:
    """What ``Predictor`` runs."""
    lines = DarkLines()
    monkeypatch.setattr(predictor_module, "runner_for", lambda *_, **__: lines)
    return lines


@pytest.fixture
def described(monkeypatch, runner) -> dict:
    """The description of the network that ``Predictor`` loads, to be changed by a test before it does."""
    metadata = {"gate": None, "working_scale": 1.0}
    monkeypatch.setattr(predictor_module, "read_metadata", lambda path: metadata)
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


def test_settings_name_all_that_shapes_a_map(version, described, runner, monkeypatch):
    def settings(**options):
        return Predictor(version, device="cpu", threads=1, **options).settings

    seen = {settings()}
    described["cheap_below"] = 0.04
    seen |= {settings(), settings(every_tile=True)}
    described["gate"] = 0.3
    seen.add(settings())
    monkeypatch.setattr(tiles, "OVERLAP_PX", 96)
    seen.add(settings())
    monkeypatch.setattr("core.predict.finish.VERSION", "clean-other")
    seen.add(settings())
    runner.name = "another engine"
    seen.add(settings())
    assert len(seen) == 6  # without a level and with every tile are one


def small_tiles(monkeypatch, described):
    """A photo of 600 x 900 as if it were a large one, with a cheap pass."""
    monkeypatch.setattr(tiles, "MAX_TILE_PX", 320)
    monkeypatch.setattr(tiles, "CHOSEN_TILE_PX", 160)
    described["cheap_below"] = 0.2


def full_size(runner):
    """How many squares the network saw at full size, after those of the reduced photo."""
    return sum(shape[1] == 160 or shape[2] == 160 for shape in runner.asked)


def test_tiles_that_cannot_hold_a_crack_are_never_computed(version, described, runner, monkeypatch):
    small_tiles(monkeypatch, described)
    photo = cracked(600, 900)
    chosen = Predictor(version).predict(photo)
    few = len(runner.asked)
    runner.asked.clear()
    every = Predictor(version, every_tile=True).predict(photo)
    planned = len(list(tiles.plan(600, 900, largest_px=160)))
    assert few < planned / 2
    assert len(runner.asked) == len(list(tiles.plan(600, 900)))
    assert dice(chosen.probabilities >= 128, every.probabilities >= 128) > 0.99


def test_the_cheap_pass_is_shown_before_the_first_tile_at_full_size(version, described, monkeypatch):
    small_tiles(monkeypatch, described)
    events = list(Predictor(version).predict_tiles(cracked(600, 900)))
    (place,) = [place for place, event in enumerate(events) if isinstance(event, CoarseMap)]
    coarse = events[place]
    assert coarse.size == (600, 900) and coarse.probabilities.shape == (300, 450)
    assert coarse.probabilities.max() > 128
    looked = len(list(tiles.plan(300, 450)))
    assert [event.done for event in events[:place]] == list(range(1, looked + 1))
    last = events[-2]
    assert last.done == last.total > looked


def test_a_large_photo_is_glimpsed_in_a_sixteenth_of_its_pixels(version, described, runner, monkeypatch):
    monkeypatch.setattr(predictor_module, "GLIMPSED_PX", 500_000)
    photo = cracked(600, 900)
    coarse = Predictor(version).glimpse(photo)
    assert coarse.size == (600, 900) and coarse.probabilities.shape == (150, 225)
    assert coarse.probabilities.max() > 128
    assert len(runner.asked) == len(list(tiles.plan(150, 225)))
    assert Predictor(version).glimpse(cracked(300, 500)) is None


def test_a_photo_of_one_or_two_tiles_skips_the_cheap_pass(version, described, monkeypatch):
    small_tiles(monkeypatch, described)
    events = list(Predictor(version).predict_tiles(cracked(300, 500)))
    assert not any(isinstance(event, CoarseMap) for event in events)
    assert len(events) == 1 + 2


def test_what_is_left_out_shows_what_the_reduced_pass_saw(version, described, monkeypatch):
    small_tiles(monkeypatch, described)
    described["cheap_below"] = 1.1
    found = Predictor(version).predict(cracked(600, 900)).probabilities
    assert found.max() > 0
    every = Predictor(version, every_tile=True).predict(cracked(600, 900)).probabilities
    assert dice(found >= 60, every >= 60) > 0.5


def test_blank_tiles_are_never_computed(version, described, runner, monkeypatch):
    monkeypatch.setattr(tiles, "MAX_TILE_PX", 160)
    photo = cracked(300, 460)
    photo[:, 150:] = (120, 160, 230)
    found = Predictor(version).predict(photo)
    assert 0 < len(runner.asked) < len(list(tiles.plan(300, 460)))
    assert found.probabilities[:, 330:].max() == 0


def test_a_photo_that_is_blank_all_over_needs_no_network(version, described, runner):
    found = Predictor(version).predict(np.full((50, 70, 3), 255, np.uint8))
    assert not runner.asked
    assert found.probabilities.max() == 0 and found.photo_score == 0


def test_tiles_of_several_photos_share_batches(version, described, runner):
    runner.batch = 8
    photos = [cracked(64, 96) for _ in range(3)] + [cracked(60, 90)]
    events = list(Predictor(version).predict_together(photos))
    assert runner.asked == [(4, 64, 96, 3)]
    maps = [event.probabilities for _, event in events if isinstance(event, Prediction)]
    assert [found.shape for found in maps] == [(64, 96)] * 3 + [(60, 90)]
    runner.batch = 1
    alone = Predictor(version).predict(photos[3]).probabilities
    assert (alone == maps[3]).all()


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
