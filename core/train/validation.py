"""How good a network is without any true mask: painted cracks it was not trained on, and tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.errors import PhotoError
from core.network.calibration import centred
from core.network.device import Engine
from core.network.ranges import watched
from core.network.unet import CrackUNet
from core.photos.reader import read
from core.predict.finish import clean_up
from core.predict.photo_score import photo_score
from core.score.counts import table
from core.score.ranking import auroc
from core.train.maps import stored_maps, view
from core.train.sampling import Batch
from core.values import Tag, TaggedPhoto

Scored = tuple[TaggedPhoto, float | PhotoError]


@dataclass(frozen=True, slots=True)
class Judged:
    """A network as it will be used, its threshold at one half, with what was found out about it."""

    network: CrackUNet
    figures: dict[str, float]
    gate: float | None
    ranges: dict[str, float]


def judged(
    teacher: CrackUNet, batch: Batch, photos: Sequence[TaggedPhoto], engine: Engine, *, gate: float | None
) -> Iterator[str | Judged]:
    """What ``teacher`` is worth on a painted ``batch`` and on tagged ``photos``; ``gate`` is its parent's.

    Before that it yields after each part so that a cancel is heard: the sentence of an unreadable photo, or "".
    """
    maps, scored = [], list[Scored]()
    with watched(teacher) as before:
        for part in stored_maps(teacher, batch.images, engine):
            maps.append(part)
            yield ""
    painted = painted_figures(np.concatenate(maps), batch)
    candidate = centred(teacher, round(255 * painted["painted_threshold"]))
    with watched(candidate) as after:
        for photo, score in photo_scores(candidate, photos, engine):
            scored.append((photo, score))
            yield str(score) if isinstance(score, PhotoError) else ""
    ranges = dict(before) | {name: max(value, before.get(name, 0.0)) for name, value in after.items()}
    yield Judged(candidate, painted | tag_figures(scored), lowered(gate, scored), ranges)


def lowered(gate: float | None, scored: Sequence[Scored]) -> float | None:
    """The parent's gate, or a lower one where cracked photos of this site would not reach it."""
    reached = [score for photo, score in scored if photo.tag is Tag.CRACKED and isinstance(score, float)]
    return gate if gate is None or not reached else min(gate, *reached)


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


def photo_scores(network: nn.Module, photos: Sequence[TaggedPhoto], engine: Engine) -> Iterator[Scored]:
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


def tag_figures(scored: Sequence[Scored]) -> dict[str, float]:
    """AUROC of the photo score against the tags, where both tags are present."""
    read_ones = [(photo.tag is Tag.CRACKED, score) for photo, score in scored if not isinstance(score, PhotoError)]
    labels = np.asarray([label for label, _ in read_ones], bool)
    value = auroc(np.asarray([score for _, score in read_ones], float), labels)
    return {} if value is None else {"tag_auroc": float(value)}
