"""From thirty tagged photos to a version that is there after a restart, in the packaged program."""

import json
from pathlib import Path

import cv2
import numpy as np

from core.project.project import Project

PHOTOS = 30
STEPS = 4


def painted(folder: Path) -> Path:
    """Small grey surfaces, every other one with a dark line."""
    folder.mkdir()
    for number in range(PHOTOS):
        surface = np.random.default_rng(number).normal(150, 15, (160, 192, 3)).clip(0, 255).astype(np.uint8)
        if number % 2:
            cv2.line(surface, (5, 20 + 4 * number), (185, 60 + 2 * number), (40, 40, 40), 2)
        (folder / f"{number:02}.png").write_bytes(cv2.imencode(".png", surface)[1].tobytes())
    return folder


def test_a_version_is_trained_compared_activated_and_there_after_a_restart(bare, tmp_path):
    site, run = painted(tmp_path / "Brücke Süd"), tmp_path / "Lauf 1"
    names = [f"{number:02}.png" for number in range(PHOTOS)]
    bare.passed("tags", "set", site, "cracked", *names[1::2])
    bare.passed("tags", "set", site, "not_cracked", *names[::2])
    bare.passed("tags", "export", site, tmp_path / "tags.csv")
    bare.passed("train", "--project", site, "--out", run, "--steps", STEPS, "--seed", "1", "--device", "cpu", "--quiet")

    added = json.loads(bare.passed("models", "import", run / "best.safetensors", "--json"))
    for model in ("shipped", added["id"]):
        report = tmp_path / f"{model}.json"
        given = ["--images", site, "--tags", tmp_path / "tags.csv", "--model", model, "--device", "cpu", "--quiet"]
        bare.passed("score", *given, "--json", report)
        said = json.loads(report.read_text("utf-8"))
        assert model == "shipped" or said["model"] == added["id"]

    bare.passed("models", "activate", added["id"], "--project", site)
    versions = json.loads(bare.passed("models", "list", "--json"))
    assert [version["is_shipped"] for version in versions] == [True, False]
    assert versions[1]["id"] == added["id"]
    with Project.open(site) as project:
        assert project.active_model == added["id"]
