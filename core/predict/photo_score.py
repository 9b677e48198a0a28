"""One number a photo: how surely it shows a crack anywhere. Torch-free."""

import numpy as np

from core.values import ProbabilityMap

WINDOW_PX = 448
TOP_PX = 200


def _top_mean(window: ProbabilityMap) -> float:
    """Mean of the ``TOP_PX`` highest stored values, from the histogram: no sorting of pixels."""
    counts = np.bincount(window.ravel(), minlength=256)[::-1]
    wanted = min(TOP_PX, window.size)
    taken = np.minimum(counts, np.maximum(0, wanted - np.concatenate(([0], counts.cumsum()[:-1]))))
    return float((taken * np.arange(255, -1, -1)).sum() / wanted)


def photo_score(probabilities: ProbabilityMap) -> float:
    """Maximum over fixed windows of 448 px (half overlapping) of the mean of their top 200 px, in 0..1.

    A number of pixels, not a share: 1 % of a 12-megapixel photo is 120,000 px, which no hairline fills.
    """
    height, width = probabilities.shape
    half = WINDOW_PX // 2
    tops = range(0, max(1, height - half), half)
    lefts = range(0, max(1, width - half), half)
    best = 0.0
    for top in tops:
        strip = probabilities[top : top + WINDOW_PX]
        best = max(best, *(_top_mean(strip[:, left : left + WINDOW_PX]) for left in lefts))
    return best / 255
