"""A site of small painted photos and a network of a few weights, so that a run takes a second."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from torch import nn

from core.network.unet import CrackUNet, conv_block
from core.train import trainer
from core.train.recipe import Recipe
from core.values import Role, Tag, TaggedPhoto, TrainingPlan

TINY = Recipe(size_px=64, painted=1, clean=1, tagged=1, average_share=0.5, peak_rate=1e-3, steps=3)


class SmallNet(CrackUNet):
    """As the trainer sees it a CrackUNet, with two convolutions."""

    def __init__(self) -> None:
        nn.Module.__init__(self)
        self.body = conv_block(3, 4)
        self.head = nn.Conv2d(4, 1, 3, padding=1)

    def forward(self, images):
        return self.head(self.body(images))


@dataclass(frozen=True)
class Site:
    """A folder of tagged photos, and what makes a plan of it."""

    folder: Path
    photos: tuple[TaggedPhoto, ...]

    def plan(self, out: str = "run", **changes: object) -> TrainingPlan:
        plan = TrainingPlan(self.photos, self.folder / out, start="random", device="cpu", threads=1, steps=3)
        return replace(plan, **changes)


@pytest.fixture
def tagged(tmp_path) -> Callable[..., TaggedPhoto]:
    """Writes a photo of noise with or without a dark line and tags it."""

    def write(name: str, tag: Tag, *, size=(80, 90), source: str = "", role: Role = Role.TRAIN, level: int = 150):
        rng = np.random.default_rng(len(name) + level)
        photo = np.clip(rng.normal(level, 8, (*size, 3)), 0, 255).astype(np.uint8)
        if tag is Tag.CRACKED:
            cv2.line(photo, (0, 10), (size[1], size[0] - 20), (50, 50, 50), 2)
        path = tmp_path / "photos" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(cv2.imencode(path.suffix, photo)[1].tobytes())
        return TaggedPhoto(path, tag, group=name, source=source, role=role)

    return write


@pytest.fixture
def site(tagged, tmp_path) -> Site:
    cracked = [tagged(f"crack{number}.png", Tag.CRACKED) for number in range(8)]
    clean = [tagged(f"clean{number}.png", Tag.NOT_CRACKED) for number in range(8)]
    return Site(tmp_path, tuple(cracked + clean))


@pytest.fixture
def fast(monkeypatch) -> None:
    """The trainer with the small network, three tiny squares a step and two validation squares."""
    monkeypatch.setattr(trainer, "CrackUNet", SmallNet)
    monkeypatch.setattr("core.train.run_state.CrackUNet", SmallNet)
    monkeypatch.setattr(trainer, "recipe_for", lambda plan: TINY)
    monkeypatch.setattr(trainer, "VALIDATION_SQUARES", 2)
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)
