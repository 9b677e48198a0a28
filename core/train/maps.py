"""A network's maps of photos at their own size, as they are stored: for validation and for clean parts."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.network.device import Engine
from core.values import RGB

_BATCH = 8
_SQUARE_PX = 448


@torch.no_grad()
def stored_maps(network: nn.Module, images: Tensor, engine: Engine) -> Iterator[NDArray[np.uint8]]:
    """Probabilities (n, H, W) uint8 of images (N, 3, H, W) uint8, a few images at a time."""
    for start in range(0, len(images), _BATCH):
        part = images[start : start + _BATCH].to(engine.device).float().div(255)
        with engine.autocast():
            logits = network(part.contiguous(memory_format=torch.channels_last))
        yield (logits.float().sigmoid() * 255).round().byte().cpu().numpy()[:, 0]


def view(photo: RGB) -> tuple[RGB, tuple[int, int]]:
    """The middle square of a large photo, all of a small one, at native scale; and its (top, left) in the photo."""
    height, width = photo.shape[:2]
    top, left = max(0, (height - _SQUARE_PX) // 2), max(0, (width - _SQUARE_PX) // 2)
    return np.ascontiguousarray(photo[top : top + _SQUARE_PX, left : left + _SQUARE_PX]), (top, left)
