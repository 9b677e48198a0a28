"""Pseudo-labels for cracked photos: where a patient teacher is sure, and where it is sure of the opposite.

The teacher is the running average of the student (Tarvainen & Valpola, "Mean teachers", 2017). Seeds grow
into what is connected to them (hysteresis); what lies between sure and impossible is left out.
"""

from collections.abc import Callable

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

SURE, POSSIBLE, IMPOSSIBLE = 0.8, 0.5, 0.2
FAINTEST_SEED = 0.3
LARGEST_SHARE = 0.15
SMALLEST_PX = 30

BACKGROUND, CRACK, UNKNOWN = 0.0, 1.0, -1.0


def label_window(probabilities: NDArray[np.float32], strongest: float) -> NDArray[np.float32]:
    """Labels (H, W) float32, 1 crack, 0 background, -1 unknown, from a cracked photo's probabilities (H, W).

    The tag says that a crack is there: in a photo whose ``strongest`` response is weak, that response is the seed.
    """
    seed_level = max(FAINTEST_SEED, min(SURE, 0.9 * strongest))
    level = min(POSSIBLE, 0.6 * seed_level)
    count, parts, stats, _ = cv2.connectedComponentsWithStats((probabilities >= level).astype(np.uint8), connectivity=8)
    seeded = np.zeros(count, bool)
    seeded[np.unique(parts[probabilities >= seed_level])] = True
    seeded[0] = False
    kept = seeded & (stats[:, cv2.CC_STAT_AREA] >= SMALLEST_PX)
    labels = np.full(probabilities.shape, UNKNOWN, np.float32)
    labels[probabilities < min(IMPOSSIBLE, level / 2)] = BACKGROUND
    crack = kept[parts]
    if crack.mean() <= LARGEST_SHARE:
        labels[crack] = CRACK
    return labels


@torch.no_grad()
def teacher_probabilities(teacher: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
    """Mean over the photo and its mirror image: (N, 3, H, W) -> (N, 1, H, W) float32.

    At this size alone. A look at half of it as well was tried, for wide openings: within 1,700 steps the masks
    of hairlines had become twice as thick, since each round's labels teach the next one.
    """
    straight = teacher(images).float().sigmoid()
    mirrored = teacher(images.flip(-1)).float().sigmoid().flip(-1)
    mean: Tensor = (straight + mirrored) / 2
    return mean


def pseudo_labels(teacher: Callable[[Tensor], Tensor], images: Tensor, bags: Tensor) -> Tensor:
    """Labels (N, 1, H, W) float32 in {-1, 0, 1} for windows (N, 3, H, W) of cracked photos; ``bags`` (N,)."""
    probabilities = teacher_probabilities(teacher, images)[:, 0].cpu()
    strongest = {bag: float(probabilities[bags == bag].max()) for bag in bags.tolist()}
    pairs = zip(probabilities.numpy(), bags.tolist(), strict=True)
    labels = [label_window(window, strongest[bag]) for window, bag in pairs]
    return torch.from_numpy(np.stack(labels))[:, None].to(images.device)
