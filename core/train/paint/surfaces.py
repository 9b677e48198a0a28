"""Surfaces that need no photo: concrete, asphalt, plaster, brick walls, tiled floors.

They stand in where no not-cracked photo of a kind exists (no source of tags has an uncracked wall of
bricks), and they are all that an installed program has to replay while it learns a new site.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.train.paint.cracks import Joints
from core.train.paint.noise import Field, as_photo, fractal_noise, smooth_noise
from core.values import RGB


@dataclass(frozen=True, slots=True)
class Surface:
    """An uncracked surface: ``photo`` (H, W, 3) uint8, and its joints where it has any."""

    photo: RGB
    joints: Joints | None = None


def _shade(base: NDArray[np.float32], relief: Field) -> RGB:
    return as_photo(base * (1 + relief[..., None]))


def _plain(size: int, colour: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.broadcast_to(colour.astype(np.float32), (size, size, 3)).copy()


def _grey(rng: np.random.Generator, low: float, high: float) -> NDArray[np.float32]:
    return np.asarray(rng.uniform(low, high) * (1 + rng.normal(0, 0.04, 3)), np.float32)


def concrete(rng: np.random.Generator, size: int) -> Surface:
    """Cloudy, fine-grained, with pores and now and then formwork streaks."""
    shape = (size, size)
    relief = 0.08 * fractal_noise(rng, shape, coarsest_px=size / 2, octaves=6, falloff=0.7)
    relief += rng.uniform(0.01, 0.06) * rng.standard_normal(shape, dtype=np.float32)
    if rng.random() < 0.3:
        streaks = cv2.resize(smooth_noise(rng, (4, size), grain_px=6), (size, size))
        relief += 0.06 * (streaks if rng.random() < 0.5 else streaks.T)
    pores = smooth_noise(rng, shape, grain_px=float(rng.uniform(4, 9))) > rng.uniform(2.0, 3.0)
    relief -= rng.uniform(0.1, 0.5) * cv2.GaussianBlur(pores.astype(np.float32), (0, 0), 0.8)
    return Surface(_shade(_plain(size, _grey(rng, 60, 210)), relief))


def asphalt(rng: np.random.Generator, size: int) -> Surface:
    """Stones of one size and their dark gaps, from thresholded noise at two scales."""
    shape, grain = (size, size), float(rng.uniform(2.0, 10.0))
    stones = smooth_noise(rng, shape, grain_px=grain)
    relief = rng.uniform(0.08, 0.3) * np.tanh(1.5 * stones)
    relief += rng.uniform(0.03, 0.15) * smooth_noise(rng, shape, grain_px=max(1.0, grain / 3))
    relief += 0.05 * fractal_noise(rng, shape, coarsest_px=size / 2, octaves=2)
    bright = smooth_noise(rng, shape, grain_px=grain) > rng.uniform(1.2, 2.2)
    relief += rng.uniform(0.1, 0.6) * cv2.GaussianBlur(bright.astype(np.float32), (0, 0), 0.7)
    return Surface(_shade(_plain(size, _grey(rng, 40, 150)), relief.astype(np.float32)))


def plaster(rng: np.random.Generator, size: int) -> Surface:
    """A painted or rendered wall: any pale colour, faint relief, soft light from one side."""
    shape = (size, size)
    colour = np.asarray(rng.uniform(90, 235, 3) * 0.4 + rng.uniform(90, 235) * 0.6, np.float32)
    relief = rng.uniform(0.01, 0.07) * fractal_noise(rng, shape, coarsest_px=float(rng.uniform(6, 60)))
    ramp = np.linspace(-1, 1, size, dtype=np.float32) * np.float32(rng.uniform(0, 0.15))
    relief += ramp[None, :] if rng.random() < 0.5 else ramp[:, None]
    return Surface(_shade(_plain(size, colour), relief.astype(np.float32)))


def _lattice(rng: np.random.Generator, *, length: tuple[float, float], flat: tuple[float, float]) -> Joints:
    length_px = float(rng.uniform(*length))
    height_px = length_px * float(rng.uniform(*flat))
    origin = (-float(rng.uniform(0, length_px)), -float(rng.uniform(0, height_px)))
    return Joints(length_px, height_px, length_px / 2 if rng.random() < 0.8 else 0.0, origin)


def _cells(joints: Joints, rows: Field, columns: Field) -> tuple[NDArray[np.int32], Field]:
    """Which brick each pixel belongs to, and its distance in px to the nearest joint's centre line."""
    down = rows - joints.origin[1]
    course = np.floor(down / joints.height_px)
    along = columns - joints.origin[0] - joints.shift_px * np.mod(course, 2)
    place = np.floor(along / joints.length_px)
    to_bed = np.abs(np.mod(down + joints.height_px / 2, joints.height_px) - joints.height_px / 2)
    to_head = np.abs(np.mod(along + joints.length_px / 2, joints.length_px) - joints.length_px / 2)
    brick = (course * 31 + place * 17).astype(np.int32) % 997
    return brick, np.minimum(to_bed, to_head).astype(np.float32)


def _masonry(
    rng: np.random.Generator, size: int, joints: Joints, colour: NDArray[np.float32], joint_px: float
) -> Surface:
    shape = (size, size)
    rows, columns = np.indices(shape, dtype=np.float32)
    fray = float(rng.uniform(0.2, 1.5))
    rows += fray * smooth_noise(rng, shape, grain_px=8)
    columns += fray * smooth_noise(rng, shape, grain_px=8)
    brick, distance = _cells(joints, rows, columns)
    tones = 1 + rng.normal(0, rng.uniform(0.03, 0.15), (997, 1)) + rng.normal(0, 0.03, (997, 3))
    body = colour * tones[brick].astype(np.float32)
    mortar = np.clip((joint_px / 2 - distance) + 0.5, 0, 1)[..., None]
    filling = np.asarray(rng.uniform(0.35, 1.7) * colour.mean() * (1 + rng.normal(0, 0.05, 3)), np.float32)
    photo = body * (1 - mortar) + filling * mortar
    if rng.random() < 0.6:
        # Raked joints throw a shadow along one edge of every brick: dark lines that are not cracks.
        edge = np.exp(-np.square((distance - joint_px / 2) / rng.uniform(0.6, 2.0)))
        photo *= 1 - rng.uniform(0.1, 0.6) * edge[..., None]
    relief = rng.uniform(0.03, 0.12) * fractal_noise(rng, shape, coarsest_px=24, octaves=5, falloff=0.8)
    relief += rng.uniform(0.01, 0.05) * rng.standard_normal(shape, dtype=np.float32)
    return Surface(_shade(photo.astype(np.float32), relief.astype(np.float32)), joints)


def bricks(rng: np.random.Generator, size: int) -> Surface:
    """A wall of bricks or blocks with mortar lighter or darker than they are."""
    red = np.asarray([rng.uniform(120, 200), rng.uniform(60, 120), rng.uniform(40, 100)], np.float32)
    colour = red if rng.random() < 0.65 else _grey(rng, 70, 210)
    joints = _lattice(rng, length=(0.18 * size, 1.1 * size), flat=(0.28, 0.5))
    return _masonry(rng, size, joints, colour, joint_px=float(rng.uniform(0.06, 0.2)) * joints.height_px)


def tiles(rng: np.random.Generator, size: int) -> Surface:
    """Slabs, paving stones or tiles with narrow joints."""
    joints = _lattice(rng, length=(0.2 * size, 0.9 * size), flat=(0.8, 1.2))
    return _masonry(rng, size, joints, _grey(rng, 80, 220), joint_px=float(rng.uniform(1.5, 7)))


SURFACES: tuple[tuple[Callable[[np.random.Generator, int], Surface], float], ...] = (
    (concrete, 0.22),
    (asphalt, 0.22),
    (plaster, 0.12),
    (bricks, 0.32),
    (tiles, 0.12),
)


def surface(rng: np.random.Generator, size: int) -> Surface:
    """A random uncracked surface of ``size`` x ``size`` px."""
    index = rng.choice(len(SURFACES), p=[share for _, share in SURFACES])
    return SURFACES[index][0](rng, size)
