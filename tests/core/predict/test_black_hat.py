"""The reference without learning finds what is plain to see, through the interface of a network."""

import json
import subprocess
import sys

import cv2
import numpy as np
import pytest

from core.predict.batch import PhotoPredicted, predict_photos
from core.predict.black_hat import NAME, BlackHat, black_hat_map


def wall(seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return np.clip(rng.normal(150, 5, (120, 160, 1)), 0, 255).astype(np.uint8).repeat(3, axis=2)


def test_a_dark_line_is_found_and_a_dark_disc_is_not():
    photo = wall()
    cv2.line(photo, (5, 20), (150, 60), (60, 60, 60), 3)
    cv2.circle(photo, (120, 100), 7, (50, 50, 50), -1)
    mask = black_hat_map(photo) >= 128
    line, disc = np.zeros((120, 160), np.uint8), np.zeros((120, 160), np.uint8)
    cv2.line(line, (5, 20), (150, 60), 1, 3)
    cv2.circle(disc, (120, 100), 6, 1, -1)
    assert mask[line > 0].mean() > 0.8
    assert not mask[disc > 0].any()
    assert 2 * (mask & (line > 0)).sum() / (mask.sum() + line.sum()) > 0.7


@pytest.mark.parametrize("photo", [np.zeros((9, 5, 3), np.uint8), np.full((40, 40, 3), 255, np.uint8)])
def test_a_photo_of_one_colour_has_no_crack(photo):
    levels = black_hat_map(photo)
    assert levels.shape == photo.shape[:2] and levels.dtype == np.uint8
    assert not (levels >= 128).any()


def test_it_stands_in_a_batch_like_a_network(paint, tmp_path):
    photo = paint(tmp_path / "a.png")
    (found,) = (event for event in predict_photos([photo], BlackHat()) if isinstance(event, PhotoPredicted))
    assert found.prediction.model_id == NAME and found.prediction.photo_score > 0.5


def test_score_takes_it_for_a_model(cli, paint, tmp_path):
    for number, thickness in enumerate((3, 0)):
        name = f"{number}.png"
        paint(tmp_path / "images" / name, thickness=thickness, size=(60, 90), mask=tmp_path / "masks" / name)
    code, *_ = cli("score", "--images", tmp_path / "images", "--model", NAME, "--json", tmp_path / "s.json", "--quiet")
    made = json.loads((tmp_path / "s.json").read_text())
    assert code == 0
    assert (made["model"], made["threshold"]) == (NAME, 0.5)
    assert made["dice_cracked"] > 0.6 and made["auroc"] == 1.0


def test_it_needs_no_torch():
    script = "import sys; import core.predict.black_hat, core.predict.batch; print('torch' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
