"""The cheap pass: the photo at half its size says which tiles cannot hold a crack. Torch-free.

A tile is computed at full size unless its evidence in the reduced map stays below a level that 99.5 % of held-out
cracked photos exceed. ``crack-review models pack`` measures that level and declares it in the network's description,
if most uncracked photos stay below it; without one there is no cheap pass. What the reduced pass saw stands in
the map of the tiles that are left out, so that a lower threshold still finds something there.
"""

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from core.predict.tiles import Tile
from core.values import RGB

SCALE = 2
# Photos of fewer tiles are computed whole: the pass would cost more than it may save.
FEWEST_TILES = 3
KEY = "cheap_below"
_TOP_PX = 5

Levels = NDArray[np.float32]


def level_of(metadata: Mapping[str, object]) -> float | None:
    """The evidence below which a tile is left out, as the network's description declares it; None for no pass."""
    declared = metadata.get(KEY)
    return float(declared) if isinstance(declared, int | float) else None


def reduced(photo: RGB) -> RGB:
    """The photo at half its size, each pixel the mean of four."""
    height, width = (max(1, round(length / SCALE)) for length in photo.shape[:2])
    return np.asarray(cv2.resize(photo, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def evidence(probabilities: Levels) -> float:
    """How surely a reduced map (h, w) shows a crack anywhere, 0..1: the mean of its five highest values."""
    values = probabilities.ravel()
    top = min(_TOP_PX, values.size)
    return float(np.partition(values, values.size - top)[-top:].mean())


def is_blank(square: RGB) -> bool:
    """Whether all pixels are alike: burnt-out sky, the border of a mosaic, a lens cap. The network is not asked."""
    return _is_even(square[::16, ::16]) and _is_even(square)


def _is_even(pixels: RGB) -> bool:
    """Within one level a channel; a few pixels are looked at first, which settles it for every real surface."""
    flat = pixels.reshape(-1, 3)
    return bool((flat.max(axis=0) - flat.min(axis=0) <= 1).all())


def under(tile: Tile, probabilities: Levels, size: tuple[int, int]) -> Levels:
    """The part of a reduced map (h, w) that lies under a tile of the photo of ``size``."""
    rows, columns = tile.window
    down, across = probabilities.shape[0] / size[0], probabilities.shape[1] / size[1]
    first_row, first_column = int(rows.start * down), int(columns.start * across)
    last_row, last_column = int(np.ceil(rows.stop * down)), int(np.ceil(columns.stop * across))
    return probabilities[first_row : max(last_row, first_row + 1), first_column : max(last_column, first_column + 1)]


def enlarged(tile: Tile, probabilities: Levels, size: tuple[int, int]) -> Levels:
    """The reduced map at the tile's own size, (height, width) float32, without a seam to the next tile's."""
    rows, columns = tile.window
    down, across = probabilities.shape[0] / size[0], probabilities.shape[1] / size[1]
    shift_x, shift_y = (columns.start + 0.5) * across - 0.5, (rows.start + 0.5) * down - 0.5
    matrix = np.asarray([[across, 0, shift_x], [0, down, shift_y]], np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    target = (columns.stop - columns.start, rows.stop - rows.start)
    warped = cv2.warpAffine(probabilities, matrix, target, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, np.float32)
