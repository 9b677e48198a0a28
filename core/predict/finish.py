"""What is folded into a map before it is stored: clean-up and the photo gate. Torch-free.

Both attenuate and neither erases: no pixel is raised, and one above 0 stays above 0, so that a lower threshold
brings everything back into view. The gate keeps the order of all pixels; clean-up that within each component.
"""

import cv2
import numpy as np

from core.predict.photo_score import photo_score
from core.values import ProbabilityMap

VERSION = "clean2"
# Speckles are judged where the network is at least this sure; below it nothing is ever shown by default.
_LEVEL = 64
_SMALLEST_PX = 24
_SMALL_PX = 160
_ROUND_SHARE = 0.55
_ATTENUATION = 0.3
GATE_FLOOR = 0.25


def _is_speckle(stats: np.ndarray) -> np.ndarray:
    """Which components (N, 5) of OpenCV's statistics are too small or too round to be a crack."""
    area = stats[:, cv2.CC_STAT_AREA]
    longest = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    is_round = area > _ROUND_SHARE * np.square(longest)
    return np.asarray((area < _SMALLEST_PX) | ((area < _SMALL_PX) & is_round))


def clean_up(probabilities: ProbabilityMap) -> ProbabilityMap:
    """Attenuates tiny and round components of a map (H, W) uint8; cracks are long."""
    count, parts, stats, _ = cv2.connectedComponentsWithStats(
        (probabilities >= _LEVEL).astype(np.uint8), connectivity=8, ltype=cv2.CV_32S
    )
    speckles = _is_speckle(stats)
    speckles[0] = False
    if count == 1 or not speckles.any():
        return probabilities
    weak = speckles[parts]
    cleaned = probabilities.copy()
    cleaned[weak] = (cleaned[weak] * _ATTENUATION).astype(np.uint8)
    return cleaned


def gate(probabilities: ProbabilityMap, score: float, gate_score: float | None) -> ProbabilityMap:
    """Attenuates the map of a photo whose score is below the gate: by nothing at it, to a quarter at 0."""
    if gate_score is None or score >= gate_score:
        return probabilities
    factor = GATE_FLOOR + (1 - GATE_FLOOR) * score / gate_score
    levels = np.arange(256)
    table = np.maximum(np.round(levels * factor), np.minimum(levels, 1)).astype(np.uint8)
    return np.asarray(table[probabilities], np.uint8)


def finish(probabilities: ProbabilityMap, gate_score: float | None) -> tuple[ProbabilityMap, float]:
    """The map as it is stored, and the photo score, which is taken before the gate."""
    cleaned = clean_up(probabilities)
    score = photo_score(cleaned)
    return gate(cleaned, score, gate_score), score
