"""Smooth random fields, the raw material of surfaces, widths and edges."""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.values import RGB

Field = NDArray[np.float32]


def as_photo(pixels: NDArray[np.floating]) -> RGB:
    """Any float pixels (H, W, 3) cut to what a photo can hold, uint8."""
    return np.asarray(np.clip(pixels, 0, 255), np.uint8)


def smooth_noise(rng: np.random.Generator, shape: tuple[int, int], *, grain_px: float) -> Field:
    """Gaussian noise (H, W) float32 of unit variance at its nodes, about ``grain_px`` from hill to hill."""
    height, width = shape
    nodes = (max(2, round(height / grain_px) + 1), max(2, round(width / grain_px) + 1))
    coarse = rng.standard_normal(nodes, dtype=np.float32)
    return np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def fractal_noise(
    rng: np.random.Generator,
    shape: tuple[int, int],
    *,
    coarsest_px: float,
    octaves: int = 4,
    falloff: float = 0.6,
) -> Field:
    """Sum of ever finer smooth noise (H, W) float32, about unit variance."""
    total = np.zeros(shape, np.float32)
    power = 0.0
    for octave in range(octaves):
        weight = falloff**octave
        total += weight * smooth_noise(rng, shape, grain_px=max(1.0, coarsest_px / 2**octave))
        power += weight**2
    return total / np.float32(np.sqrt(power))


def smooth_walk(rng: np.random.Generator, count: int, *, knots: int) -> Field:
    """A smooth random curve of ``count`` values around 0 with about unit variance."""
    heights = rng.standard_normal(max(2, knots), dtype=np.float32)
    return np.interp(np.linspace(0, len(heights) - 1, count), np.arange(len(heights)), heights).astype(np.float32)
