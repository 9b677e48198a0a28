"""A cracked photo as a bag of windows: the tag holds for the photo, not for each window of it.

Multiple-instance learning (Dietterich et al., 1997). A photo of a few windows is seen whole; of a large one
a step sees those that look most like holding dark lines, and some others.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.values import RGB

# A window may show a little more than its share of the photo, so that 1.2 windows still count as one.
_STRETCH = 1.2
_EVIDENCE_PX_PER_WINDOW = 128


def _count(length: int, size: int) -> int:
    return max(1, int(np.ceil(length / (size * _STRETCH))))


def _cut(photo: RGB, centre: tuple[float, float], wanted: int, size: int) -> RGB:
    """The square of ``wanted`` px nearest to ``centre`` (relative, 0..1), brought to ``size`` px."""
    height, width = photo.shape[:2]
    side = min(wanted, height, width)
    top = int(np.clip(centre[0] * height - side / 2, 0, height - side))
    left = int(np.clip(centre[1] * width - side / 2, 0, width - side))
    square = photo[top : top + side, left : left + side]
    # Scaling to one size keeps a small photo free of mirrored borders, which look like symmetric cracks.
    method = cv2.INTER_AREA if side > size else cv2.INTER_LINEAR
    scaled = square if side == size else cv2.resize(square, (size, size), interpolation=method)
    return np.ascontiguousarray(scaled)


def dark_line_evidence(photo: RGB, rows: int, columns: int) -> NDArray[np.float64]:
    """How much each of rows x columns windows looks like holding dark lines, (rows, columns), at least 1.

    The 99th percentile of a black top-hat at reduced size.
    """
    height, width = photo.shape[:2]
    reduced = min(1.0, _EVIDENCE_PX_PER_WINDOW * max(rows, columns) / max(height, width))
    grey = cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)
    grey = cv2.resize(grey, None, fx=reduced, fy=reduced, interpolation=cv2.INTER_AREA)
    hat = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (11, 11)))
    bands = np.array_split(hat, rows)
    cells = [[np.percentile(cell, 99) for cell in np.array_split(band, columns, axis=1)] for band in bands]
    return np.asarray(np.maximum(cells, 1.0), np.float64)


def _chosen(rng: np.random.Generator, photo: RGB, rows: int, columns: int, slots: int) -> NDArray[np.int64]:
    """Flat indices of the windows to see: all, or drawn by their evidence."""
    if rows * columns <= slots:
        return np.arange(rows * columns)
    weights = np.square(dark_line_evidence(photo, rows, columns)).ravel()
    return rng.choice(rows * columns, slots, replace=False, p=weights / weights.sum())


def halved(photo: RGB) -> RGB:
    """The photo at half its size: hairlines fade, but a wide crack is seen with what lies around it."""
    return np.asarray(cv2.resize(photo, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)


def windows(rng: np.random.Generator, photo: RGB, size: int, *, slots: int) -> list[RGB]:
    """At most ``slots`` squares (size, size, 3) of a cracked photo; together all of it where it is small."""
    height, width = photo.shape[:2]
    rows, columns = _count(height, size), _count(width, size)
    wanted = max(size, int(np.ceil(max(height / rows, width / columns))))
    wanted = int(wanted * rng.uniform(0.95, 1.1))
    found = []
    for index in _chosen(rng, photo, rows, columns, slots):
        row, column = divmod(int(index), columns)
        jitter = rng.uniform(-0.1, 0.1, 2)
        centre = ((row + 0.5 + jitter[0]) / rows, (column + 0.5 + jitter[1]) / columns)
        found.append(_cut(photo, centre, wanted, size))
    return found
