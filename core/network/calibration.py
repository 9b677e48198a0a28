"""Moving a network's own threshold to one half, without changing any mask.

Trained with soft Dice, a network's best cut may lie anywhere. A shift of the last bias is a monotone change of
every probability: the order of pixels stays, the slider gets the same room on both sides of the model's own
threshold, and the 256 stored levels are finest where cuts are made.
"""

import copy
import math
from pathlib import Path

import torch

from core.network.checkpoint import load, save
from core.network.unet import CrackUNet

CENTRE = 0.5


def centred(network: CrackUNet, level: int) -> CrackUNet:
    """A copy whose stored value 128 is what ``level`` (1..255) was, so that its threshold is ``CENTRE``.

    A probability is stored as round(255 p): the border below ``level`` moves to the border below 128.
    """
    border = (level - 0.5) / 255
    shifted = copy.deepcopy(network)
    with torch.no_grad():
        shifted.head.bias.sub_(math.log(border / (1 - border)))  # type: ignore[union-attr]
    return shifted


def centre_file(source: Path, target: Path) -> None:
    """Writes ``target`` as ``source`` with its threshold at ``CENTRE``. Raises CheckpointError."""
    network, metadata = load(source)
    level = round(255 * float(metadata["threshold"]))
    if metadata["threshold"] != CENTRE:
        network = centred(network, min(255, max(1, level)))
    save(target, network, {**metadata, "threshold": CENTRE})
