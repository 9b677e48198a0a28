"""Where a painted crack runs and how wide it is. Geometry only; no pixel is touched here.

Random walks with kinks, fractal lines by midpoint displacement, branches, meshes (Voronoi edges), and
stair-steps along mortar joints.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import QhullError, Voronoi

from core.train.paint.noise import smooth_walk

Points = NDArray[np.float32]

STEP_PX = 4.0


@dataclass(frozen=True, slots=True)
class CrackStyle:
    """Ranges that cracks are drawn from; validation uses other ranges than training.

    Widths are log-normal around ``median_width_px`` and cut to ``width_range_px``.
    """

    median_width_px: float = 3.5
    width_spread: float = 0.8
    width_range_px: tuple[float, float] = (1.2, 28.0)
    wander: float = 0.15
    mesh_share: float = 0.08
    branches_max: int = 3
    straight_share: float = 0.1
    band_share: float = 0.15
    band_width_px: tuple[float, float] = (9.0, 40.0)


TRAINING_STYLE = CrackStyle()
VALIDATION_STYLE = CrackStyle(
    median_width_px=2.6,
    width_spread=0.6,
    wander=0.2,
    mesh_share=0.12,
    branches_max=2,
    band_share=0.1,
    band_width_px=(8.0, 30.0),
)


@dataclass(frozen=True, slots=True)
class Crack:
    """A centre line: ``points`` (N, 2) as (x, y) in px and the width in px at each of them, (N,)."""

    points: Points
    widths: NDArray[np.float32]


def wandering_line(
    rng: np.random.Generator, start: Points, *, heading: float, length_px: float, wander: float
) -> Points:
    """A walk of ``STEP_PX`` steps whose heading drifts, returns, and now and then kinks."""
    count = max(4, int(length_px / STEP_PX))
    drift = np.cumsum(rng.normal(0.0, wander, count))
    # Without a pull back to the first heading a long crack curls up, which real ones do not.
    pull = np.linspace(0.0, drift[-1], count)
    kinks = np.where(rng.random(count) < 0.08, rng.normal(0.0, 0.7, count), 0.0)
    angles = heading + drift - 0.7 * pull + kinks
    steps = STEP_PX * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return np.asarray(start + np.concatenate([np.zeros((1, 2)), np.cumsum(steps, axis=0)]), np.float32)


def fractal_line(rng: np.random.Generator, start: Points, end: Points, *, roughness: float) -> Points:
    """Midpoint displacement between two points; ``roughness`` is the first displacement over the length."""
    points = np.stack([start, end]).astype(np.float32)
    spread = roughness * float(np.linalg.norm(end - start))
    while np.linalg.norm(points[1] - points[0]) > STEP_PX and len(points) < 257:
        middles = (points[1:] + points[:-1]) / 2 + rng.normal(0.0, spread, (len(points) - 1, 2))
        merged = np.empty((len(points) + len(middles), 2), np.float32)
        merged[0::2], merged[1::2] = points, middles
        points, spread = merged, spread * 0.55
    return points


def widths_along(rng: np.random.Generator, count: int, *, width_px: float, tapers: bool) -> NDArray[np.float32]:
    """Width at each point: varying smoothly, thinning out towards the tip where the crack ends in the photo."""
    swing = rng.uniform(0.1, 0.5)
    widths = width_px * np.exp(swing * smooth_walk(rng, count, knots=max(2, count // 8)))
    if tapers:
        widths *= np.clip(np.linspace(3.0, 0.2, count), 0.0, 1.0)
    return np.asarray(np.clip(widths, 0.5, 3 * width_px), np.float32)


def _border_start(rng: np.random.Generator, size: int) -> tuple[Points, float]:
    """A point on the border and a heading into the photo."""
    along, side = rng.uniform(0.05, 0.95) * size, int(rng.integers(4))
    start = ((0.0, along), (along, 0.0), (float(size), along), (along, float(size)))[side]
    return np.asarray(start, np.float32), side * np.pi / 2 + rng.normal(0.0, 0.5)


def _draw_width(rng: np.random.Generator, style: CrackStyle) -> float:
    width = rng.lognormal(np.log(style.median_width_px), style.width_spread)
    return float(np.clip(width, *style.width_range_px))


def _trunk(rng: np.random.Generator, size: int, style: CrackStyle) -> Crack:
    start, heading = _border_start(rng, size)
    length = float(rng.uniform(0.35, 1.6)) * size
    kind = rng.random()
    if kind < 0.4:
        end = start + length * np.asarray([np.cos(heading), np.sin(heading)])
        # Some are nearly straight, as cracks through bricks and along reinforcement are.
        roughness = rng.uniform(0.005, 0.03) if kind < style.straight_share else rng.uniform(0.05, 0.2)
        points = fractal_line(rng, start, end.astype(np.float32), roughness=roughness)
    else:
        points = wandering_line(
            rng, start, heading=heading, length_px=length, wander=style.wander * rng.uniform(0.3, 1.6)
        )
    widths = widths_along(rng, len(points), width_px=_draw_width(rng, style), tapers=rng.random() < 0.6)
    return Crack(points, widths)


def _branch(rng: np.random.Generator, trunk: Crack, *, size: int, style: CrackStyle) -> Crack:
    at = int(rng.integers(len(trunk.points) // 5, max(2, 4 * len(trunk.points) // 5)))
    before, here = trunk.points[max(0, at - 3)], trunk.points[at]
    along = float(np.arctan2(here[1] - before[1], here[0] - before[0]))
    heading = along + rng.choice([-1.0, 1.0]) * rng.uniform(0.3, 1.4)
    length = float(rng.uniform(0.15, 0.7)) * size
    points = wandering_line(rng, here, heading=heading, length_px=length, wander=style.wander)
    width = float(trunk.widths[at]) * rng.uniform(0.3, 0.9)
    return Crack(points, widths_along(rng, len(points), width_px=max(1.0, width), tapers=True))


def _mesh(rng: np.random.Generator, size: int, style: CrackStyle) -> list[Crack]:
    """Alligator cracking: the edges of a Voronoi diagram, each made rough."""
    seeds = rng.uniform(-0.2, 1.2, (int(rng.integers(10, 28)), 2)) * size
    try:
        diagram = Voronoi(seeds)
    except QhullError:
        return []
    width = min(_draw_width(rng, style), 6.0)
    cracks = []
    for first, second in diagram.ridge_vertices:
        if first < 0 or second < 0 or rng.random() < 0.25:
            continue
        ends = diagram.vertices[[first, second]].astype(np.float32)
        if np.abs(ends).max() < 3 * size:
            points = fractal_line(rng, ends[0], ends[1], roughness=0.08)
            cracks.append(Crack(points, widths_along(rng, len(points), width_px=width, tapers=False)))
    return cracks


def cracks(rng: np.random.Generator, size: int, *, style: CrackStyle = TRAINING_STYLE) -> list[Crack]:
    """One photo's cracks for a square of ``size`` px: trunks with branches, now and then a mesh."""
    if rng.random() < style.mesh_share:
        return _mesh(rng, size, style)
    found: list[Crack] = []
    for _ in range(int(rng.choice([1, 2, 3], p=[0.7, 0.22, 0.08]))):
        trunk = _trunk(rng, size, style)
        found.append(trunk)
        count = int(rng.integers(0, style.branches_max + 1)) if rng.random() < 0.5 else 0
        found += [_branch(rng, trunk, size=size, style=style) for _ in range(count)]
    return found


def band(rng: np.random.Generator, size: int, *, style: CrackStyle = TRAINING_STYLE) -> list[Crack]:
    """One wide opening, as old cracks in pavement are, now and then with a branch."""
    wide = replace(
        style,
        median_width_px=float(rng.uniform(*style.band_width_px)),
        width_spread=0.2,
        width_range_px=style.band_width_px,
    )
    trunk = _trunk(rng, size, wide)
    return [trunk, _branch(rng, trunk, size=size, style=wide)] if rng.random() < 0.3 else [trunk]


def stair_crack(rng: np.random.Generator, joints: "Joints", *, size: int, style: CrackStyle) -> Crack:
    """A crack that climbs along the joints of a wall, as masonry cracks do."""
    row, column = int(rng.integers(-1, 2)), int(rng.integers(-1, max(1, int(size // joints.length_px))))
    rightwards = 1 if rng.random() < 0.5 else -1
    corners: list[tuple[float, float]] = []
    while row * joints.height_px < size + joints.height_px:
        offset = joints.shift_px * (row % 2)
        x = column * joints.length_px + offset
        corners += [(x, row * joints.height_px), (x, (row + 1) * joints.height_px)]
        column += int(rng.integers(0, 2)) * rightwards + (rightwards if row % 2 and rightwards > 0 else 0)
        row += 1
    polyline = np.asarray(corners, np.float32) + np.asarray([joints.origin], np.float32)
    pieces = [fractal_line(rng, a, b, roughness=0.02) for a, b in pairwise(polyline)]
    points = np.concatenate(pieces)
    width = min(_draw_width(rng, style) * 1.3, joints.height_px / 3)
    return Crack(points, widths_along(rng, len(points), width_px=width, tapers=rng.random() < 0.5))


@dataclass(frozen=True, slots=True)
class Joints:
    """The lattice of a brick wall or a tiled floor, all in px; every second course is shifted."""

    length_px: float
    height_px: float
    shift_px: float
    origin: tuple[float, float]
