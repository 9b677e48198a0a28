"""A reference without learning: what any engineer would try first. Torch-free.

Black top-hat (closing minus photo: dark things thinner than the kernel), Otsu's threshold, elongated components.
It has the predictor's interface, so that ``score`` treats it as a network called ``blackhat``.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.predict.photo_score import photo_score
from core.values import RGB, ModelVersion, Prediction, ProbabilityMap

NAME = "blackhat"

_KERNEL_PX = 31
_SMALLEST_PX = 60
_ELONGATION = 3.0
# Otsu's threshold stands at the level that a threshold of 0.5 cuts at.
_AT_OTSU = 128


class BlackHat:
    """Stands where a predictor does."""

    version = ModelVersion(NAME, Path(NAME), "Black-hat and Otsu, elongated components", 0.5)
    settings = f"{NAME};kernel{_KERNEL_PX};smallest{_SMALLEST_PX};elongation{_ELONGATION}"

    def predict_tiles(self, photo: RGB) -> Iterator[Prediction]:
        """The map of a photo (H, W, 3) uint8, at once."""
        started = time.perf_counter()
        levels = black_hat_map(photo)
        yield Prediction(levels, photo_score(levels), NAME, time.perf_counter() - started)


def black_hat_map(photo: RGB) -> ProbabilityMap:
    """(H, W) uint8: at least 128 where Otsu says crack and the component is elongated, below 128 elsewhere."""
    grey = cv2.GaussianBlur(cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY), (0, 0), 1.0)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_KERNEL_PX, _KERNEL_PX))
    hat = np.asarray(cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, kernel), np.uint8)
    otsu = int(cv2.threshold(hat, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[0]) + 1
    levels = np.clip(hat.astype(np.float32) * (_AT_OTSU / otsu), 0, 255).astype(np.uint8)
    rejected = ~_elongated(hat >= otsu)
    levels[rejected] = np.minimum(levels[rejected], _AT_OTSU - 1) // 2
    return np.asarray(levels, np.uint8)


def _elongated(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The components of a mask (H, W) that are large and much longer than wide.

    Length is the diagonal of the bounding box, mean width the area over it: a branching crack stays elongated.
    """
    _, parts, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    area = stats[:, cv2.CC_STAT_AREA]
    length = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    kept = (area >= _SMALLEST_PX) & (length >= _ELONGATION * area / length)
    kept[0] = False
    return np.asarray(kept[parts])
