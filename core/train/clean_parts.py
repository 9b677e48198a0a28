"""Clean parts of cracked photos: ground to paint on, so that every site's surface gets exact masks.

Masonry is the case: no photo of an uncracked wall may be there at all. Where the network that a run starts from
sees a crack in one place of a photo, what it is sure of elsewhere is taken as clean. These parts are painted on
only; no loss says of them alone that they hold no crack.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.errors import PhotoError
from core.network.device import Engine
from core.photos.reader import read
from core.train.maps import stored_maps, view
from core.train.split import with_clean_parts
from core.values import RGB, TaggedPhoto

# Squares smaller than this show too little of a surface to be worth enlarging.
SMALLEST_PX = 112
# A photo counts once its crack was seen somewhere (of 255); what lies below the second value is clean.
SEEN, CLEAN = 128, 20


@dataclass(frozen=True, slots=True)
class Box:
    """A square of a photo at its own size, in px."""

    top: int
    left: int
    side: int

    def cut(self, photo: RGB) -> RGB:
        """The square (side, side, 3) uint8, or less where the photo is smaller by now."""
        return np.ascontiguousarray(photo[self.top : self.top + self.side, self.left : self.left + self.side])


Parts = Mapping[Path, Box]


def largest_square(is_clean: NDArray[np.bool_]) -> Box | None:
    """The largest square of clean pixels of a map (H, W) bool; None where it is under ``SMALLEST_PX``."""
    rimmed = np.pad(is_clean.astype(np.uint8), 1)
    reach = cv2.distanceTransform(rimmed, cv2.DIST_C, 3)[1:-1, 1:-1]
    row, column = np.unravel_index(int(reach.argmax()), reach.shape)
    radius = int(reach[row, column]) - 1
    side = 2 * radius + 1
    return Box(int(row) - radius, int(column) - radius, side) if side >= SMALLEST_PX else None


def clean_part(network: nn.Module, photo: RGB, engine: Engine) -> Box | None:
    """Where the photo (H, W, 3) uint8 is surely clean, in the part of it that ``view`` shows."""
    seen, (top, left) = view(photo)
    pixels = torch.from_numpy(seen).permute(2, 0, 1)[None]
    (maps,) = stored_maps(network, pixels, engine)
    box = largest_square(maps[0] < CLEAN) if maps[0].max() >= SEEN else None
    return box and Box(box.top + top, box.left + left, box.side)


@torch.no_grad()
def clean_parts(network: nn.Module, photos: Sequence[TaggedPhoto], engine: Engine) -> Iterator[tuple[Path, Box | None]]:
    """Each photo of ``with_clean_parts`` and its part, one after another; a photo that cannot be read has none."""
    for photo in with_clean_parts(photos):
        try:
            yield photo.path, clean_part(network, read(photo.path), engine)
        except PhotoError:
            yield photo.path, None
