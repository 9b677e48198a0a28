"""From centre lines to pixels: the painted crack and its exact mask.

Declared width rule: a label is ``LABEL_EXTRA_PX`` wider than the opening that was painted (an annotator
includes the blurred rim) and never thinner than ``LABEL_MINIMUM_PX``.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from core.train.paint.cracks import Crack
from core.train.paint.noise import Field, as_photo, fractal_noise, smooth_noise
from core.values import RGB, Mask

LABEL_EXTRA_PX = 1.0
LABEL_MINIMUM_PX = 3.0
_OVERSAMPLING = 3


def _stroke(cracks: Sequence[Crack], shape: tuple[int, int], *, extra_px: float, minimum_px: float) -> Field:
    """Coverage (H, W) float32 in 0..1 of all cracks, anti-aliased by oversampling."""
    height, width = shape
    canvas = np.zeros((height * _OVERSAMPLING, width * _OVERSAMPLING), np.uint8)
    for crack in cracks:
        corners = np.round(crack.points * _OVERSAMPLING).astype(np.int32)
        strokes = np.maximum(crack.widths + extra_px, minimum_px) * _OVERSAMPLING
        thickness = np.maximum(1, np.round(strokes)).astype(int)
        for start, end, px in zip(corners[:-1].tolist(), corners[1:].tolist(), thickness[1:].tolist(), strict=True):
            cv2.line(canvas, start, end, 255, px)
    reduced = cv2.resize(canvas, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(reduced, np.float32) / np.float32(255)


def _roughen(rng: np.random.Generator, fields: Sequence[Field], amplitude_px: float, *, grain_px: float) -> list[Field]:
    """Displaces all fields by the same fine noise, so that edges fray and label and paint stay together."""
    shape = fields[0].shape[0], fields[0].shape[1]
    rows, columns = np.indices(shape, dtype=np.float32)
    across = columns + amplitude_px * smooth_noise(rng, shape, grain_px=grain_px)
    down = rows + amplitude_px * smooth_noise(rng, shape, grain_px=grain_px)
    return [np.asarray(cv2.remap(one, across, down, cv2.INTER_LINEAR), np.float32) for one in fields]


def render(
    rng: np.random.Generator, cracks: Sequence[Crack], shape: tuple[int, int], *, is_torn: bool = False
) -> tuple[Field, Mask]:
    """Coverage (H, W) float32 in 0..1 of the opening, and its label mask (H, W) bool.

    The edges of what ``is_torn`` have broken off between the stones.
    """
    opening = _stroke(cracks, shape, extra_px=0.0, minimum_px=0.0)
    label = _stroke(cracks, shape, extra_px=LABEL_EXTRA_PX, minimum_px=LABEL_MINIMUM_PX)
    if is_torn or rng.random() < 0.6:
        amplitude_px = float(rng.uniform(1.0, 4.0) if is_torn else rng.uniform(0.3, 1.6))
        opening, label = _roughen(rng, [opening, label], amplitude_px, grain_px=10 if is_torn else 4)
    return opening, label >= 0.5


def _interior(rng: np.random.Generator, surface: NDArray[np.float32]) -> NDArray[np.float32]:
    """What one sees inside a crack: the surroundings' mean, darker (one in ten lighter), with its own texture."""
    shape = surface.shape[0], surface.shape[1]
    around = cv2.blur(surface, (31, 31))
    # On a rough surface a faint crack drowns in the texture and would be a label that nobody can see.
    contrast = float(surface.std(axis=(0, 1)).mean() / (surface.mean() + 1))
    faintest = float(np.clip(1.3 * contrast, 0.15, 0.7))
    is_lighter = rng.random() < 0.1
    level = 1 + rng.uniform(faintest, faintest + 0.45) if is_lighter else 1 - rng.uniform(faintest, 0.92)
    texture = 1 + rng.uniform(0.02, 0.25) * fractal_noise(rng, shape, coarsest_px=12)
    tint = 1 + rng.normal(0.0, 0.05, 3).astype(np.float32)
    return np.asarray(around * np.float32(level) * texture[..., None] * tint, np.float32)


def _grit(rng: np.random.Generator, surface: NDArray[np.float32]) -> NDArray[np.float32]:
    """Soil and crushed stone in an old crack: dark, coarse, with or without the surface's own stones among it."""
    shape = surface.shape[0], surface.shape[1]
    contrast = float(surface.std(axis=(0, 1)).mean() / (surface.mean() + 1))
    level = min(float(rng.uniform(0.3, 0.65)), 1 - 0.7 * min(contrast, 0.8))
    ground = cv2.blur(surface, (31, 31)) if rng.random() < 0.5 else surface
    stones = np.tanh(1.5 * smooth_noise(rng, shape, grain_px=float(rng.uniform(1.5, 6))))
    texture = 1 + rng.uniform(0.1, 0.45) * stones
    tint = 1 + rng.normal(0.0, 0.07, 3).astype(np.float32)
    return np.asarray(ground * np.float32(level) * texture[..., None] * tint, np.float32)


def _light_rim(rng: np.random.Generator, opening: Field) -> Field:
    """The lit edge opposite the light: the opening shifted by a pixel or two, less itself."""
    dx, dy = rng.uniform(-2.0, 2.0, 2)
    shift = np.asarray([[1, 0, dx], [0, 1, dy]], np.float32)
    moved = cv2.warpAffine(opening, shift, (opening.shape[1], opening.shape[0]))
    return np.asarray(np.clip(moved - opening, 0, 1), np.float32)


def paint(rng: np.random.Generator, surface: RGB, opening: Field, *, is_gritty: bool = False) -> RGB:
    """The surface with the opening painted in, (H, W, 3) uint8; pixels far from it stay as they are."""
    photo = surface.astype(np.float32)
    # A lens blurs the edge of an opening; a hairline's contrast sinks with it, as in a photo.
    soft = cv2.GaussianBlur(opening, (0, 0), float(rng.uniform(0.3, 1.1)))[..., None]
    if rng.random() < 0.35:
        # Rough openings are dark in their depth and let some surface show through elsewhere.
        patchy = 0.55 + 0.45 * smooth_noise(rng, opening.shape[:2], grain_px=float(rng.uniform(3, 12)))
        soft = soft * np.clip(patchy, 0.25, 1.0)[..., None]
    inside = _grit(rng, photo) if is_gritty else _interior(rng, photo)
    painted = photo * (1 - soft) + inside * soft
    if rng.random() < 0.3:
        painted *= 1 + rng.uniform(0.1, 0.5) * _light_rim(rng, opening)[..., None]
    return as_photo(painted)
