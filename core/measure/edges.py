"""Width across the grey-level edge, finer than a pixel.

A crack's profile is a box of unknown width and depth, blurred by the lens and averaged over pixels, on a surface
of unknown level and slope. A bank of such boxes is compared with all profiles at once by linear least squares. Where a
crack is narrower than the blur, only depth x width can be seen; then its depth is held near the depth of the
photo's other cracks, which wide stretches show; with none, 0.6 +- 0.2 of the surface's level is assumed.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp, ndtr

from core.measure.profiles import positions

Floats = NDArray[np.floating[Any]]

BLURS_PX = np.geomspace(0.3, 2.5, 14)
BLUR_STEP = float(BLURS_PX[1] / BLURS_PX[0])
FINER_BLURS = 11
EXPECTED_BLUR_PX, BLUR_SPREAD = 0.65, 0.35
DEPTHS = np.linspace(0.1, 0.95, 18)
EXPECTED_DEPTH, DEPTH_SPREAD = 0.6, 0.2
DEPTH_WITHIN_PHOTO = 0.1
DEPTH_WITHIN_PIECE = 0.12
WIDTHS = 72
SMALLEST_WIDTH_PX = 0.15
SMALLEST_NOISE = 0.5
ODD_PIECE = 30.0
CHUNK = 2048


@dataclass(frozen=True, slots=True)
class Optics:
    """What the cracks of one photo share: the blur's sigma in px and the depth as a share of the surface."""

    blur_px: float
    depth: float


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """Boxes of every width in ``widths`` (W,) at every place in ``offsets`` (O,).

    ``shapes`` (S, W * O) are weighted and orthogonal to a sloping surface; ``energy`` (W * O,) their squares.
    """

    widths: NDArray[np.float64]
    offsets: NDArray[np.float64]
    shapes: Floats
    energy: Floats
    weights: Floats
    surface: Floats
    step_px: float


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Profiles seen through a bank: ``fits`` (N, W * O), ``energy`` (N,), ``noise`` (N,) variance per pixel."""

    fits: Floats
    energy: Floats
    noise: Floats


def bank(reach_px: float, blur_px: float, offsets: NDArray[np.float64]) -> Bank:
    """Boxes from 0.15 px to 1.6 times the reach, blurred by ``blur_px``."""
    at = positions(reach_px).astype(float)
    root = np.sqrt(np.clip(1.5 - 1.2 * np.abs(at) / reach_px, 0.3, 1.0))
    widths = np.geomspace(SMALLEST_WIDTH_PX, 1.6 * reach_px, WIDTHS)
    away = at[:, None, None] - offsets[None, None, :]
    half = widths[None, :, None] / 2
    boxes = (_edge(away + half, blur_px) - _edge(away - half, blur_px)).reshape(len(at), -1)
    surface = np.linalg.qr(root[:, None] * np.column_stack([np.ones_like(at), at]))[0]
    shapes = root[:, None] * boxes
    shapes -= surface @ (surface.T @ shapes)
    energy = np.maximum((shapes**2).sum(axis=0), 1e-6)
    lean = [part.astype(np.float32) for part in (shapes, energy, root, surface)]
    return Bank(widths, offsets, lean[0], lean[1], lean[2], lean[3], float(at[1] - at[0]))


def _edge(away: NDArray[np.float64], blur_px: float) -> NDArray[np.float64]:
    """A step seen through a Gaussian blur and a pixel one wide: 0 far to the left, 1 far to the right."""
    left, right = (away - 0.5) / blur_px, (away + 0.5) / blur_px
    rise = right * ndtr(right) - left * ndtr(left)
    bend = (np.exp(-(right**2) / 2) - np.exp(-(left**2) / 2)) / np.sqrt(2 * np.pi)
    return np.asarray(blur_px * (rise + bend))


def seen(profiles: Floats, boxes: Bank) -> Terms:
    """Least-squares terms of ``profiles`` (N, S) in which a crack is a positive box."""
    weighted = profiles * boxes.weights
    flat = weighted - (weighted @ boxes.surface) @ boxes.surface.T
    fits, energy = flat @ boxes.shapes, (flat**2).sum(axis=1)
    rest = energy - (np.maximum(fits, 0) ** 2 / boxes.energy).max(axis=1)
    span = boxes.step_px * float((boxes.weights**2).sum()) - 4
    return Terms(fits, energy, np.maximum(boxes.step_px * rest / span, SMALLEST_NOISE**2))


def costs(terms: Terms, boxes: Bank, depth: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """(N, W * O) misfit of every box in units of the noise, and the depth (N, W * O) that makes it smallest.

    ``depth`` and ``spread`` (N,) say where the depth is expected, in grey levels.
    """
    trust = (boxes.step_px / terms.noise)[:, None]
    hold = 1 / np.maximum(spread, 1e-3)[:, None] ** 2
    pull = trust * terms.fits + hold * depth[:, None]
    stiffness = trust * boxes.energy + hold
    best = np.maximum(pull / stiffness, 0)
    misfit = trust * terms.energy[:, None] + hold * depth[:, None] ** 2 - best * (2 * pull - best * stiffness)
    return misfit, best


def optics(pieces: dict[float, tuple[Floats, Floats]]) -> Optics:
    """Blur and depth that explain all pieces of a photo best: first roughly, then more finely around that.

    ``pieces`` by reach: averaged profiles (M, S) in which cracks are positive, and the surface's level (M,).
    """
    rough, _ = _likeliest(pieces, BLURS_PX)
    finer = rough * np.geomspace(1 / BLUR_STEP, BLUR_STEP, FINER_BLURS)
    return Optics(*_likeliest(pieces, finer))


def _likeliest(pieces: dict[float, tuple[Floats, Floats]], blurs: NDArray[np.float64]) -> tuple[float, float]:
    doubt = (np.log(blurs / EXPECTED_BLUR_PX) / BLUR_SPREAD) ** 2
    misfit = doubt[:, None] + ((DEPTHS - EXPECTED_DEPTH) / DEPTH_SPREAD) ** 2
    for reach, (profiles, surface) in pieces.items():
        misfit = misfit + _misfits(profiles, surface, reach, blurs)
    blur, depth = np.unravel_index(int(misfit.argmin()), misfit.shape)
    return float(blurs[blur]), float(DEPTHS[depth])


def _misfits(profiles: Floats, surface: Floats, reach_px: float, blurs: NDArray[np.float64]) -> NDArray[np.float64]:
    """(blurs, depths) misfit summed over the pieces; one odd piece cannot outvote the others."""
    banks = [bank(reach_px, blur, np.zeros(1)) for blur in blurs]
    terms = [seen(profiles, boxes) for boxes in banks]
    noise = np.min([term.noise for term in terms], axis=0)
    total = np.zeros((len(blurs), len(DEPTHS), len(profiles)))
    for row, (term, boxes) in enumerate(zip(terms, banks, strict=True)):
        quiet = Terms(term.fits, term.energy, noise)
        for column, depth in enumerate(DEPTHS):
            misfit, _ = costs(quiet, boxes, depth * surface, DEPTH_WITHIN_PHOTO * surface)
            total[row, column] = -2 * logsumexp(-misfit.astype(float) / 2, axis=1)
    total -= total.min(axis=(0, 1))
    return np.asarray(np.minimum(total, ODD_PIECE).sum(axis=2), float)


def depths(profiles: Floats, surface: Floats, reach_px: float, shared: Optics) -> Floats:
    """(M,) the depth in grey levels of each piece, near the photo's where the piece itself cannot tell."""
    boxes = bank(reach_px, shared.blur_px, np.zeros(1))
    misfit, depth = costs(seen(profiles, boxes), boxes, shared.depth * surface, DEPTH_WITHIN_PHOTO * surface)
    return np.take_along_axis(depth, misfit.argmin(axis=1)[:, None], axis=1)[:, 0]


def fitted(profiles: Floats, boxes: Bank, depth: Floats, spread: Floats, widest: Floats) -> tuple[Floats, Floats]:
    """(N,) width and (N,) offset in px of the best box for each profile, no wider than ``widest`` (N,)."""
    parts = [
        _fitted(profiles[part], boxes, depth[part], spread[part], widest[part])
        for part in (slice(i, i + CHUNK) for i in range(0, len(profiles), CHUNK))
    ]
    return np.concatenate([w for w, _ in parts]), np.concatenate([o for _, o in parts])


def _fitted(profiles: Floats, boxes: Bank, depth: Floats, spread: Floats, widest: Floats) -> tuple[Floats, Floats]:
    misfit, _ = costs(seen(profiles, boxes), boxes, depth, spread)
    shape = (len(profiles), len(boxes.widths), len(boxes.offsets))
    too_wide = np.repeat(boxes.widths, len(boxes.offsets)) > widest[:, None]
    width, offset = np.unravel_index(np.where(too_wide, np.inf, misfit).argmin(axis=1), shape[1:])
    rows = np.arange(len(profiles))
    misfit = misfit.reshape(shape)
    middle = np.clip(width, 1, shape[1] - 2)
    before, here, after = (misfit[rows, middle + step, offset] for step in (-1, 0, 1))
    bend = before - 2 * here + after
    shift = np.where(bend > 1e-6, (before - after) / np.maximum(2 * bend, 1e-6), 0.0)
    log_widths = np.log(boxes.widths)
    ratio = log_widths[1] - log_widths[0]
    refined = np.exp(log_widths[middle] + ratio * np.clip(shift, -1, 1))
    return np.minimum(refined, widest).astype(np.float32), boxes.offsets[offset].astype(np.float32)
