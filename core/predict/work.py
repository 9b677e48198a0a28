"""One photo on its way to a map: which tiles are looked at, and what they add up to. Torch-free."""

import time
from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from core.predict import cheap, finish, tiles
from core.predict.cheap import Levels
from core.predict.tiles import Tile
from core.values import RGB, CoarseMap, Prediction

# The deepest features of the network stand for squares of so many pixels: tiles are filled up to whole ones.
STRIDE_PX = 32


class Canvas:
    """Tiles of pixels, and their probabilities blended into one array (H, W) float16."""

    def __init__(self, photo: RGB) -> None:
        self.photo = photo
        self.blended = np.zeros(photo.shape[:2], np.float16)

    def square(self, tile: Tile) -> RGB:
        """The pixels of a tile, mirrored at the right and below up to whole strides."""
        cut = self.photo[tile.window]
        height, width = cut.shape[:2]
        padding = -height % STRIDE_PX, -width % STRIDE_PX
        if not any(padding):
            return np.ascontiguousarray(cut)
        return np.asarray(cv2.copyMakeBorder(cut, 0, padding[0], 0, padding[1], cv2.BORDER_REFLECT_101), np.uint8)

    def add(self, tile: Tile, probabilities: Levels) -> None:
        """Blends probabilities in that are as large as the tile or its square."""
        own = probabilities[: len(tile.down), : len(tile.across)]
        self.blended[tile.window] += (own * tile.weights).astype(np.float16)


class PhotoWork:
    """First the reduced photo's tiles (none where every tile is wanted), then those of the photo that need a look."""

    def __init__(self, photo: RGB, *, below: float | None) -> None:
        self.started = time.perf_counter()
        self._below = below
        self._size = photo.shape[0], photo.shape[1]
        self._whole = Canvas(photo)
        self._plan = list(tiles.plan(*self._size))
        self._reduced: Canvas | None = None
        if below is not None and len(self._plan) >= cheap.FEWEST_TILES:
            self._reduced = Canvas(cheap.reduced(photo))
            self._plan = list(tiles.plan(*self._size, largest_px=tiles.CHOSEN_TILE_PX))
        self.done, self.total = 0, len(self._plan)

    def first_look(self) -> list[tuple[Canvas, Tile]]:
        """What the cheap pass looks at."""
        if self._reduced is None:
            return []
        looked = [(self._reduced, tile) for tile in tiles.plan(*self._reduced.photo.shape[:2])]
        self.total = len(looked) + len(self._plan)
        return looked

    def coarse(self) -> CoarseMap | None:
        """What the cheap pass saw, once it is through; None without one."""
        return None if self._reduced is None else CoarseMap(stored(self._reduced.blended), self._size)

    def second_look(self) -> list[tuple[Canvas, Tile]]:
        """The tiles that are computed at full size; the others take what the cheap pass saw, blank ones nothing."""
        seen = None if self._reduced is None else self._reduced.blended.astype(np.float32)
        self._reduced = None
        wanted = [tile for tile in self._plan if self._is_wanted(tile, seen)]
        self.total = self.done + len(wanted)
        return [(self._whole, tile) for tile in wanted]

    def _is_wanted(self, tile: Tile, seen: Levels | None) -> bool:
        if cheap.is_blank(self._whole.photo[tile.window]):
            return False
        if seen is None or self._below is None:
            return True
        if cheap.evidence(cheap.under(tile, seen, self._size)) >= self._below:
            return True
        self._whole.add(tile, cheap.enlarged(tile, seen, self._size))
        return False

    @property
    def blended(self) -> NDArray[np.float16]:
        """What was added up so far, (H, W)."""
        return self._whole.blended

    def finished(self, gate: float | None, model_id: str) -> Prediction:
        """The map as it is stored."""
        probabilities, score = finish.finish(stored(self._whole.blended), gate)
        return Prediction(probabilities, score, model_id, time.perf_counter() - self.started)


def stored(blended: NDArray[np.float16] | Levels) -> NDArray[np.uint8]:
    """Probabilities to stored uint8, band by band so that no float copy of a large photo is made."""
    levels = np.empty(blended.shape, np.uint8)
    for top in range(0, len(blended), 512):
        band = blended[top : top + 512].astype(np.float32)
        levels[top : top + 512] = np.clip(np.round(band * 255), 0, 255)
    return levels


def by_size(looks: list[tuple[Canvas, Tile]]) -> Iterator[list[tuple[Canvas, Tile]]]:
    """Tiles whose squares are equally large, which is what a batch takes; otherwise in their order."""
    groups: dict[tuple[int, int], list[tuple[Canvas, Tile]]] = {}
    for canvas, tile in looks:
        size = -(-len(tile.down) // STRIDE_PX), -(-len(tile.across) // STRIDE_PX)
        groups.setdefault(size, []).append((canvas, tile))
    yield from groups.values()
