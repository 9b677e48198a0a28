"""The network itself as a runner: torch, on a processor or a graphics card."""

import os
from collections.abc import Callable
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray

from core.network.allocation import give_back, keep_blocks
from core.network.batches import Maps
from core.network.device import Engine
from core.network.folding import for_inference
from core.network.unet import CrackUNet

# Squares that are tried at once on a graphics card; half as many after each time that its memory runs out.
GPU_BATCH = 32


class TorchRunner:
    """The network itself, folded, in the engine's precision."""

    def __init__(self, network: CrackUNet, engine: Engine, *, threads: int | None = None) -> None:
        torch.set_num_threads(threads or os.cpu_count() or 1)
        if engine.device.type == "cpu":
            keep_blocks()
        self.network = for_inference(network, engine.device, engine.dtype)
        self._device = engine.device
        self.name = engine.name
        self.batch = 1 if engine.device.type == "cpu" else GPU_BATCH

    def start(self, images: NDArray[np.uint8]) -> Callable[[], Maps]:
        """On a graphics card the work is queued and comes back later; a processor does it when it is asked."""
        if self._device.type == "cpu":
            return lambda: self._computed(torch.from_numpy(images)).numpy()
        squares = torch.from_numpy(images)
        if self._device.type == "cuda":
            squares = squares.pin_memory()
        return partial(_fetched, self._computed(squares.to(self._device, non_blocking=True)))

    @torch.inference_mode()
    def _computed(self, squares: torch.Tensor) -> torch.Tensor:
        images = squares.permute(0, 3, 1, 2).float().div_(255)
        logits: torch.Tensor = self.network(images)[:, 0]
        return logits.float().sigmoid()

    def tidy(self) -> None:
        """Blocks that were kept for the next layer go back."""
        if self._device.type == "cuda":
            torch.cuda.empty_cache()
        elif self._device.type == "cpu":
            give_back()


def _fetched(probabilities: torch.Tensor) -> Maps:
    return np.asarray(probabilities.cpu().numpy())
