"""Pseudo-labels for cracked photos: where a patient teacher is sure, and where it is sure of the opposite.

The teacher is the running average of the student (Tarvainen & Valpola, "Mean teachers", 2017). Seeds grow
into what is connected to them (hysteresis); what lies between sure and impossible is left out. How wide a crack is
says the photo, not the teacher: without that each round's labels come out wider than the last one's.
"""

from collections.abc import Callable

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.values import RGB

SURE, POSSIBLE, IMPOSSIBLE = 0.8, 0.5, 0.2
FAINTEST_SEED = 0.3
LARGEST_SHARE = 0.15
SMALLEST_PX = 30

# Openings up to twice this are measured by their darkness; a wider one is not dark beside its middle.
WIDEST_PX = 12
_DEEPEST_WITHIN_PX = 9
_DOUBTFUL_PX = 2
_NOISE_PX = 1.2

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


def trimmed(labels: NDArray[np.float32], photo: RGB) -> NDArray[np.float32]:
    """``labels`` (H, W) with cracks as wide as the dark line under them in the ``photo`` (H, W, 3).

    A crack reaches to where its darkness (black-hat: Meyer, 1979) is half of the deepest nearby. What lies close to
    that becomes unknown, what lies farther out background. Wide openings stay as they are.
    """
    crack = labels == CRACK
    grey = cv2.GaussianBlur(cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY), (0, 0), _NOISE_PX)
    darkness = np.where(crack, cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, _disc(WIDEST_PX)), 0).astype(np.float32)
    deepest = cv2.dilate(darkness, _disc(_DEEPEST_WITHIN_PX))
    line = (crack & (2 * darkness >= deepest)).astype(np.uint8)
    radius = cv2.distanceTransform(crack.astype(np.uint8), cv2.DIST_L2, 5)
    wide = cv2.dilate((radius >= WIDEST_PX).astype(np.uint8), _disc(WIDEST_PX))
    doubtful = cv2.dilate(line, _disc(_DOUBTFUL_PX)) | wide
    narrower = labels.copy()
    narrower[crack & (doubtful == 0)] = BACKGROUND
    sure = cv2.morphologyEx(line, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)) | wide
    narrower[crack & (doubtful > 0) & (sure == 0)] = UNKNOWN
    return narrower


def _disc(radius_px: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius_px + 1,) * 2), np.uint8)


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
    photos = images.mul(255).round().byte().permute(0, 2, 3, 1).cpu().contiguous().numpy()
    windows = zip(probabilities.numpy(), photos, bags.tolist(), strict=True)
    labels = [trimmed(label_window(window, strongest[bag]), photo) for window, photo, bag in windows]
    return torch.from_numpy(np.stack(labels))[:, None].to(images.device)
