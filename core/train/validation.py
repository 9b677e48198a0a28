"""How good a network is without any true mask: painted cracks it was not trained on, and tags."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.errors import PhotoError
from core.network.device import Engine
from core.photos.reader import read
from core.predict.finish import clean_up
from core.predict.photo_score import photo_score
from core.score.counts import table
from core.score.ranking import auroc
from core.train.maps import stored_maps, view
from core.train.sampling import Batch
from core.values import Tag, TaggedPhoto


def painted_figures(maps: NDArray[np.uint8], batch: Batch) -> dict[str, float]:
    """Dice (mean over cracked squares) at the best threshold of the painted set, and what goes with it.

    ``maps`` (N, H, W) are those of the batch's images.
    """
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


def photo_scores(
    network: nn.Module, photos: Sequence[TaggedPhoto], engine: Engine
) -> Iterator[tuple[TaggedPhoto, float | PhotoError]]:
    """The score of each photo, or why it cannot be read. Without photos of both tags there is nothing to score."""
    if len({photo.tag for photo in photos}) < 2:
        return
    for photo in photos:
        try:
            pixels, _ = view(read(photo.path))
        except PhotoError as error:
            yield photo, error
            continue
        images = torch.from_numpy(pixels).permute(2, 0, 1)[None]
        (maps,) = stored_maps(network, images, engine)
        yield photo, photo_score(clean_up(maps[0]))


def tag_figures(scored: Sequence[tuple[TaggedPhoto, float | PhotoError]]) -> dict[str, float]:
    """AUROC of the photo score against the tags, where both tags are present."""
    read_ones = [(photo.tag is Tag.CRACKED, score) for photo, score in scored if not isinstance(score, PhotoError)]
    labels = np.asarray([label for label, _ in read_ones], bool)
    value = auroc(np.asarray([score for _, score in read_ones], float), labels)
    return {} if value is None else {"tag_auroc": float(value)}
