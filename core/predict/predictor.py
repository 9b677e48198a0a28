"""From an upright photo to its finished map: tiles, blending, clean-up, gate."""

import os
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

from core.network.checkpoint import load
from core.network.device import Engine, choose_engine
from core.network.folding import for_inference
from core.predict import finish, tiles
from core.values import RGB, ModelVersion, Prediction, Progress


def inference_settings(metadata: dict[str, Any] | Any, engine: Engine) -> str:
    """What shapes a map besides the photo and the network; part of the cache key."""
    return f"{engine.name};tile{tiles.MAX_TILE_PX}o{tiles.OVERLAP_PX};{finish.VERSION};gate{metadata.get('gate')}"


class Predictor:
    """A loaded network. Use one per thread; memory is bounded by one tile and the map itself."""

    def __init__(self, version: ModelVersion, *, device: str = "auto", threads: int | None = None) -> None:
        torch.set_num_threads(threads or os.cpu_count() or 1)
        self.version = version
        self.engine = choose_engine(device)
        network, metadata = load(version.path)
        self._network = for_inference(network, self.engine.device, self.engine.dtype)
        gate_score = metadata.get("gate")
        self._gate = float(gate_score) if gate_score is not None else None
        self.settings = inference_settings(metadata, self.engine)

    def predict(self, photo: RGB) -> Prediction:
        """The finished map of a photo (H, W, 3) uint8 upright. May raise RuntimeError (out of memory)."""
        *_, last = self.predict_tiles(photo)
        assert isinstance(last, Prediction)
        return last

    def predict_tiles(self, photo: RGB) -> Iterator[Progress | Prediction]:
        """The same with a Progress after every tile; the Prediction comes last."""
        started = time.perf_counter()
        height, width = photo.shape[:2]
        blended = np.zeros((height, width), np.float16)
        plan = list(tiles.plan(height, width))
        for done, tile in enumerate(plan, start=1):
            blended[tile.window] += (self._probabilities(photo[tile.window]) * tile.weights).astype(np.float16)
            yield Progress(done, len(plan), "Predicting")
        stored, score = finish.finish(_quantised(blended), self._gate)
        yield Prediction(stored, score, self.version.id, time.perf_counter() - started)

    @torch.inference_mode()
    def _probabilities(self, square: RGB) -> np.ndarray:
        """(H, W) float32 of one tile (H, W, 3) uint8."""
        images = torch.from_numpy(np.ascontiguousarray(square)).to(self.engine.device)
        images = images.permute(2, 0, 1)[None].float().div_(255).contiguous(memory_format=torch.channels_last)
        logits = self._network(images)
        return np.asarray(logits.float().sigmoid()[0, 0].cpu().numpy())


def _quantised(blended: np.ndarray) -> np.ndarray:
    """float16 probabilities to stored uint8, band by band so that no float copy of a large photo is made."""
    stored = np.empty(blended.shape, np.uint8)
    for top in range(0, len(blended), 512):
        band = blended[top : top + 512].astype(np.float32)
        stored[top : top + 512] = np.clip(np.round(band * 255), 0, 255)
    return stored
