"""One of the processes that ``test_distributed`` starts: trains a little as told by torchrun's variables.

Not a test by itself. Arguments: a folder with photos, and the run's folder.
"""

import sys
from pathlib import Path

import torch
from torch import nn

from core.network.unet import CrackUNet, conv_block
from core.train import run_state, trainer
from core.train.recipe import Recipe
from core.train.trainer import train
from core.values import Tag, TaggedPhoto, TrainingPlan

# Squares of one photo in three bags, a number that two processes cannot share evenly.
RECIPE = Recipe(size_px=48, painted=2, clean=1, tagged=4, average_share=0.5, peak_rate=1e-3)


class SmallNet(CrackUNet):
    """Batch norm frozen: each process would see the statistics of its own share."""

    def __init__(self) -> None:
        nn.Module.__init__(self)
        self.body = nn.Sequential(conv_block(3, 4), conv_block(4, 4))
        self.head = nn.Conv2d(4, 1, 3, padding=1)

    def train(self, mode: bool = True) -> "SmallNet":
        super().train(mode)
        for part in self.modules():
            if isinstance(part, nn.BatchNorm2d):
                part.training = False
        return self

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return self.head(self.body(images))


def main(photos: Path, out: Path) -> None:
    trainer.CrackUNet = run_state.CrackUNet = SmallNet
    trainer.recipe_for = lambda plan: RECIPE
    trainer.VALIDATION_SQUARES = 2
    torch.cpu._is_avx512_bf16_supported = lambda: False
    tags = {"crack": Tag.CRACKED, "clean": Tag.NOT_CRACKED}
    tagged = tuple(TaggedPhoto(path, tags[path.name[:5]], path.name) for path in sorted(photos.iterdir()))
    list(train(TrainingPlan(tagged, out, start="random", device="cpu", threads=1, steps=3, seed=2)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
