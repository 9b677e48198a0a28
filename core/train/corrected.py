"""Corrections as extra supervision: where a hand drew or erased, the label is known; elsewhere nothing is said.

Off unless a plan brings corrections. Their files are read before the run starts and travel as bytes, so that the
guard stays as it is: while a run computes it opens its photos and no other image.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.project.corrections import Layer, Stroke
from core.train.paint.augment import flip
from core.values import RGB, Correction, Mask

BACKGROUND, CRACK, UNKNOWN = 0.0, 1.0, -1.0

Labels = NDArray[np.float32]
"""(H, W): 1 crack, 0 background, -1 unknown."""

SQUARES = 2
"""How many of them a step sees, where there are corrections."""

_PLACES = 256


@dataclass(frozen=True, slots=True)
class Strokes:
    """One photo's layer as it lies on disk, and some of the pixels (x, y) that were touched, (N, 2)."""

    png: bytes
    places: NDArray[np.int32]

    def layer(self) -> Layer:
        """(H, W) of ``Stroke``."""
        return np.asarray(cv2.imdecode(np.frombuffer(self.png, np.uint8), cv2.IMREAD_UNCHANGED), np.uint8)


def read_strokes(corrections: Iterable[Correction], photos: Collection[Path]) -> dict[Path, Strokes]:
    """The strokes on those of ``photos`` that have some, read from disk now.

    Raises:
        TrainingError: a layer is gone or damaged.
    """
    found = {each.photo: _read(each.layer) for each in corrections if each.photo in photos}
    return {photo: strokes for photo, strokes in found.items() if len(strokes.places)}


def square(rng: np.random.Generator, photo: RGB, strokes: Strokes, size: int) -> tuple[RGB, Labels] | None:
    """A square (S, S, 3) of the photo around a stroke and its labels (S, S); None where the photo was exchanged."""
    layer = strokes.layer()
    if layer.shape != photo.shape[:2]:
        return None
    here = _window(rng, strokes.places, layer.shape, size)
    seen, said = photo[here], layer[here]
    if seen.shape[:2] != (size, size):
        seen = np.asarray(cv2.resize(seen, (size, size), interpolation=cv2.INTER_LINEAR), np.uint8)
        said = np.asarray(cv2.resize(said, (size, size), interpolation=cv2.INTER_NEAREST), np.uint8)
    turn = int(rng.integers(2**32))
    pixels, drawn = flip(np.random.default_rng(turn), seen, said == Stroke.DRAWN)
    erased = flip(np.random.default_rng(turn), seen, said == Stroke.ERASED)[1]
    return pixels, _labels(drawn, erased)


def _labels(drawn: Mask, erased: Mask) -> Labels:
    labels = np.full(drawn.shape, UNKNOWN, np.float32)
    labels[drawn], labels[erased] = CRACK, BACKGROUND
    return labels


def _window(
    rng: np.random.Generator, places: NDArray[np.int32], shape: tuple[int, ...], size: int
) -> tuple[slice, slice]:
    """A square of at most ``size`` px that holds one of the places, anywhere in it."""
    side = min(size, *shape)
    x, y = places[int(rng.integers(len(places)))]
    top, left = (
        int(np.clip(place - rng.integers(side), 0, length - side)) for place, length in ((y, shape[0]), (x, shape[1]))
    )
    return slice(top, top + side), slice(left, left + side)


def _read(file: Path) -> Strokes:
    try:
        png = file.read_bytes()
    except OSError as error:
        raise TrainingError(
            f"The correction {file} is gone ({error.strerror}); undo it, or train without corrections."
        ) from error
    layer = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED) if png else None
    if layer is None or layer.ndim != 2 or set(np.unique(layer)) - set(Stroke):
        raise TrainingError(f"The correction {file} is damaged; undo it, or train without corrections.")
    rows, columns = np.nonzero(layer)
    chosen = np.linspace(0, len(rows) - 1, min(_PLACES, len(rows))).astype(int)
    return Strokes(png, np.stack([columns[chosen], rows[chosen]], axis=1).astype(np.int32))
