"""A renderer of cracks with exactly known width and length, to judge measurements.

It shares no code with anything that trains or measures: a crack is the set of points closer than half its
width to a curve, sampled 8 x 8 times in every pixel, then blurred, lit unevenly and made noisy.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from scipy.spatial import cKDTree

SUBPIXELS = 8


@dataclass(frozen=True)
class Crack:
    """What is drawn: ``angle_deg`` of the chord, ``bend`` 0 is straight, 1 a half wave as high as 1/6 of it."""

    width_px: float
    length_px: float = 160.0
    angle_deg: float = 0.0
    bend: float = 0.0
    surface: float = 150.0
    inside: float = 60.0
    blur_px: float = 0.6
    noise: float = 4.0
    linear_light: bool = False
    seed: int = 0


@dataclass(frozen=True)
class Rendered:
    """``rgb`` (H, W, 3) uint8, ``coverage`` (H, W) 0..1, ``curve`` (N, 2) x, y, and the curve's true length."""

    rgb: np.ndarray
    coverage: np.ndarray
    curve: np.ndarray
    length_px: float

    def mask(self, kind: str, *, seed: int = 0) -> np.ndarray:
        """A mask as one gets it: ``exact``, ``loose`` (1 px too wide all round) or ``ragged`` (its rim frays)."""
        core = self.coverage >= 0.5
        core |= _pixels_of(self.curve, core.shape)
        if kind == "exact":
            return core
        loose = cv2.dilate(core.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        if kind == "loose":
            return loose
        field = np.random.default_rng(seed).standard_normal(core.shape)
        return core | (loose & (cv2.GaussianBlur(field, (0, 0), 1.5) > 0))


def render(crack: Crack) -> Rendered:
    """Draw one crack with flat ends on a square photo that leaves 30 px around it."""
    curve, length = _curve(crack)
    low = curve.min(axis=0) - 30 - crack.width_px
    curve = curve - np.floor(low)
    size = np.ceil(curve.max(axis=0) + 30 + crack.width_px).astype(int)
    coverage = _coverage(curve, crack.width_px, height=int(size[1]), width_px=int(size[0]))
    return Rendered(_photograph(coverage, crack), coverage, curve, length)


def _curve(crack: Crack) -> tuple[np.ndarray, float]:
    rng = np.random.default_rng(crack.seed)
    along = np.linspace(0, crack.length_px, int(crack.length_px * 8) + 1)
    across = crack.bend * crack.length_px / 6 * np.sin(np.pi * along / crack.length_px)
    angle = np.deg2rad(crack.angle_deg)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    curve = np.column_stack([along, across]) @ turn + rng.uniform(0, 1, 2)
    return curve, float(np.linalg.norm(np.diff(curve, axis=0), axis=1).sum())


def _coverage(curve: np.ndarray, width: float, *, height: int, width_px: int) -> np.ndarray:
    """The share of each pixel (pixel i spans i to i + 1) that lies inside the crack."""
    y, x = np.nonzero(cv2.dilate(_pixels_of(curve, (height, width_px)).astype(np.uint8), _disc(width)))
    steps = (np.arange(SUBPIXELS) + 0.5) / SUBPIXELS
    offsets = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    samples = (np.column_stack([x, y])[:, None] + offsets).reshape(-1, 2)
    tangents = np.gradient(curve, axis=0)
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    nearest = cKDTree(curve).query(samples)[1]
    away = samples - curve[nearest]
    along = np.einsum("ij,ij->i", away, tangents[nearest])
    across = tangents[nearest, 0] * away[:, 1] - tangents[nearest, 1] * away[:, 0]
    beyond = ((nearest == 0) & (along < 0)) | ((nearest == len(curve) - 1) & (along > 0))
    inside = (np.abs(across) <= width / 2) & ~beyond
    coverage = np.zeros((height, width_px))
    coverage[y, x] = inside.reshape(-1, SUBPIXELS**2).mean(axis=1)
    return coverage


def _photograph(coverage: np.ndarray, crack: Crack) -> np.ndarray:
    rng = np.random.default_rng(crack.seed + 1)
    light = _to_linear if crack.linear_light else (lambda grey: grey)
    surface, inside = light(np.float64(crack.surface)), light(np.float64(crack.inside))
    grey = surface + (inside - surface) * coverage
    if crack.blur_px:
        grey = cv2.GaussianBlur(grey, (0, 0), crack.blur_px)
    grey = _to_encoded(grey) if crack.linear_light else grey
    shade = np.linspace(-6, 6, grey.shape[1])[None] + np.linspace(-4, 4, grey.shape[0])[:, None]
    grain = crack.noise * rng.standard_normal(grey.shape)
    grey = np.clip(np.rint(grey + shade + grain), 0, 255).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=2)


def _to_linear(grey: np.ndarray) -> np.ndarray:
    return (grey / 255) ** 2.2


def _to_encoded(light: np.ndarray) -> np.ndarray:
    return 255 * np.clip(light, 0, 1) ** (1 / 2.2)


def _disc(width: float) -> np.ndarray:
    side = 2 * int(np.ceil(width / 2) + 2) + 1
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))


def _pixels_of(curve: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    hit = np.zeros(shape, bool)
    x, y = np.floor(curve).astype(int).T
    hit[y, x] = True
    return hit
