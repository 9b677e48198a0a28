"""How good a network is without any true mask: painted cracks it was not trained on, and tags."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.network.device import Engine
from core.photos.reader import read
from core.predict.finish import clean_up
from core.predict.photo_score import photo_score
from core.score.counts import table
from core.score.ranking import auroc
from core.train.sampling import Batch
from core.values import RGB, Tag, TaggedPhoto

_BATCH = 8
_SQUARE_PX = 448


@torch.no_grad()
def stored_maps(network: nn.Module, images: Tensor, engine: Engine) -> NDArray[np.uint8]:
    """Probabilities (N, H, W) uint8 of images (N, 3, H, W) uint8."""
    maps = []
    for start in range(0, len(images), _BATCH):
        part = images[start : start + _BATCH].to(engine.device).float().div(255)
        with engine.autocast():
            logits = network(part.contiguous(memory_format=torch.channels_last))
        maps.append((logits.float().sigmoid() * 255).round().byte().cpu().numpy()[:, 0])
    return np.concatenate(maps)


def painted_figures(network: nn.Module, batch: Batch, engine: Engine) -> dict[str, float]:
    """Dice (mean over cracked squares) at the best threshold of the painted set, and what goes with it."""
    maps = stored_maps(network, batch.images, engine)
    tables = [table(one, mask) for one, mask in zip(maps, batch.masks[:, 0].numpy().astype(bool), strict=False)]
    positives = np.stack([t[1][::-1].cumsum()[::-1] for t in tables]).astype(float)
    alarms = np.stack([t[0][::-1].cumsum()[::-1] for t in tables]).astype(float)
    truth = positives[:, :1]
    present = truth[:, 0] > 0
    dice = (2 * positives / np.maximum(positives + alarms + truth, 1))[present].mean(axis=0)
    best = int(dice[1:].argmax()) + 1
    clean = maps[batch.painted :]
    return {
        "painted_dice": float(dice[best]),
        "painted_threshold": best / 255,
        "painted_dice_at_half": float(dice[128]),
        "clean_false_alarm": float((clean >= best).mean()) if len(clean) else 0.0,
    }


def _view(photo: RGB) -> RGB:
    """The middle square of a large photo, all of a small one, at native scale in a fixed frame."""
    height, width = photo.shape[:2]
    top, left = max(0, (height - _SQUARE_PX) // 2), max(0, (width - _SQUARE_PX) // 2)
    return photo[top : top + _SQUARE_PX, left : left + _SQUARE_PX]


def tag_figures(network: nn.Module, photos: Sequence[TaggedPhoto], engine: Engine) -> dict[str, float]:
    """AUROC of the photo score against the tags, where both tags are present."""
    labels = np.asarray([photo.tag is Tag.CRACKED for photo in photos])
    if len(labels) == 0 or labels.all() or not labels.any():
        return {}
    scores = []
    for photo in photos:
        pixels = np.ascontiguousarray(_view(read(photo.path)))
        images = torch.from_numpy(pixels).permute(2, 0, 1)[None]
        scores.append(photo_score(clean_up(stored_maps(network, images, engine)[0])))
    value = auroc(np.asarray(scores), labels)
    return {} if value is None else {"tag_auroc": float(value)}
