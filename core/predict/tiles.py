"""Cutting a large photo into equal, overlapping tiles and blending them without a seam. Torch-free."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MAX_TILE_PX = 1024
# Where a cheap pass chooses among tiles, smaller ones are left out more often.
CHOSEN_TILE_PX = 512
OVERLAP_PX = 64
_STRIDE_PX = 32


@dataclass(frozen=True, slots=True)
class Tile:
    """A rectangle of the photo and its blending weights, (height,) down and (width,) across."""

    top: int
    left: int
    down: NDArray[np.float32]
    across: NDArray[np.float32]

    @property
    def window(self) -> tuple[slice, slice]:
        """Where the tile lies in the photo."""
        return slice(self.top, self.top + len(self.down)), slice(self.left, self.left + len(self.across))

    @property
    def weights(self) -> NDArray[np.float32]:
        """(height, width) float32; the weights of all tiles over a pixel sum to 1."""
        return np.asarray(np.outer(self.down, self.across), np.float32)


def _spans(length: int, largest_px: int) -> list[tuple[int, int]]:
    """Starts and sizes of equal tiles along one side, with no more overlap than blending needs."""
    if length <= largest_px:
        return [(0, length)]
    count = -(-(length - OVERLAP_PX) // (largest_px - OVERLAP_PX))
    exact = (length + (count - 1) * OVERLAP_PX) / count
    size = min(largest_px, int(np.ceil(exact / _STRIDE_PX)) * _STRIDE_PX)
    starts = np.round(np.linspace(0, length - size, count)).astype(int)
    # Strides of the network's deepest features: shifted by less, the same crack would look different.
    starts[1:-1] = starts[1:-1] // _STRIDE_PX * _STRIDE_PX
    return [(int(start), size) for start in starts]


def _ramp(overlap: int) -> NDArray[np.float32]:
    """0 on the first third of an overlap, 1 on the last: the pixels next to a tile's border see least."""
    return np.clip(np.linspace(-1, 2, overlap + 2, dtype=np.float32)[1:-1], 0, 1)


def _weights(spans: list[tuple[int, int]]) -> list[NDArray[np.float32]]:
    weights = [np.ones(size, np.float32) for _, size in spans]
    for index in range(1, len(spans)):
        overlap = spans[index - 1][0] + spans[index - 1][1] - spans[index][0]
        rising = _ramp(overlap)
        weights[index][:overlap] *= rising
        weights[index - 1][-overlap:] *= 1 - rising
    return weights


def plan(height: int, width: int, *, largest_px: int | None = None) -> Iterator[Tile]:
    """Tiles of at most ``largest_px`` (None: ``MAX_TILE_PX``) a side that cover (height, width), row by row."""
    largest = largest_px or MAX_TILE_PX
    rows, columns = _spans(height, largest), _spans(width, largest)
    for (top, _), down in zip(rows, _weights(rows), strict=True):
        for (left, _), across in zip(columns, _weights(columns), strict=True):
            yield Tile(top, left, down, across)
