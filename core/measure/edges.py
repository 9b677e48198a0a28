"""Width across the grey-level edge, finer than a pixel.

A crack's profile is a box of unknown width and depth, blurred by the lens and averaged over pixels, on a surface
of unknown level and slope. Lens and sensor mix *light*, and the camera's tone curve comes after, which makes dark
cracks look narrower; pictures that were made smaller later on have mixed displayed levels: both are tried. A bank of
such boxes is compared with all profiles at once by weighted linear least squares. Where a crack is narrower than the
blur, only depth x width can be seen; then its depth is held near the depth of the photo's other cracks, which
wide stretches show; with none, 0.6 +- 0.2 of the surface's level is assumed.

Where light was mixed, tone, blur and depth explain narrow profiles in each other's place: with all three known, widths
of 2-4 px are met within 0.1 px; left to themselves, cracks up to 40 % darker than the surface come out up to 0.3 px,
cracks 60 % darker up to 0.7 px too narrow.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp, ndtr

from core.measure.profiles import SAMPLES, Profiles, positions

Floats = NDArray[np.floating[Any]]

BLURS_PX = np.geomspace(0.3, 2.5, 11)
BLUR_STEP = float(BLURS_PX[1] / BLURS_PX[0])
FINER_BLURS = 9
EXPECTED_BLUR_PX, BLUR_SPREAD = 0.65, 0.35
DEPTHS = np.linspace(0.15, 0.95, 9)
EXPECTED_DEPTH, DEPTH_SPREAD = 0.6, 0.2
SHAPES_EVERY = 2
TONES = np.array([1.0, 1.5])
SELDOM = np.array([0.0, 2.0])
"""How unexpected a tone is, as a misfit. No tone curve is 1.5 (they are about 2.2), but sharpening looks like one: this
halves the error of photos whose light was mixed, and adds as little to that of the others."""
TELLING_WIDTH_PX = 1.75
"""Narrower cracks show no bottom, so their profiles say nothing about the tone."""
DEPTH_WITHIN_PHOTO = 0.1
DEPTH_WITHIN_PIECE = 0.12
WIDTHS = 72
SMALLEST_WIDTH_PX = 0.15
SMALLEST_NOISE = 0.5
ODD_PIECE = 30.0
DOUBT = 3.0
"""How much less sure than its noise says a fit is, for a real crack is no box."""
CHUNK = 2048


@dataclass(frozen=True, slots=True)
class Optics:
    """What the cracks of one photo share.

    ``blur_px`` is the blur's sigma, ``depth`` the crack's as a share of the surface, ``tone`` the exponent from
    displayed levels to the light that was mixed.
    """

    blur_px: float
    depth: float
    tone: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """Boxes of every width in ``widths`` (W,) at every place in ``offsets`` (O,), as ``shapes`` (S, W * O)."""

    widths: NDArray[np.float64]
    offsets: NDArray[np.float64]
    shapes: Floats
    taper: Floats
    at: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Profiles beside a bank's boxes, level and slope of the surface taken out of both.

    ``fits`` (N, W * O) products with the boxes, ``boxes`` (N, W * O) their squares, ``energy`` (N,) the profiles'
    own, ``noise`` (N,) variance of a pixel.
    """

    fits: Floats
    boxes: Floats
    energy: Floats
    noise: Floats


def bank(reach_px: float, optics: Optics, offsets: NDArray[np.float64], *, every: int = 1) -> Bank:
    """Boxes from 0.15 px to 1.6 times the reach, or only ``every`` so many of them, as the optics show them."""
    at = positions(reach_px)
    taper = np.clip(1.5 - 1.2 * np.abs(at) / reach_px, 0.3, 1.0) ** 2
    widths = _widths(reach_px)[::every]
    cover = _cover(reach_px, optics.blur_px, tuple(offsets.tolist()), every)
    return Bank(widths, offsets, _shown(cover, optics).astype(np.float32), taper.astype(np.float32), at)


def _widths(reach_px: float) -> NDArray[np.float64]:
    return np.geomspace(SMALLEST_WIDTH_PX, 1.6 * reach_px, WIDTHS)


@lru_cache(maxsize=64)
def _cover(reach_px: float, blur_px: float, offsets: tuple[float, ...], every: int) -> NDArray[np.float64]:
    """(S, W * O) which share of the light at each place comes from the crack."""
    away = positions(reach_px).astype(float)[:, None, None] - np.array(offsets)[None, None, :]
    half = _widths(reach_px)[::every][None, :, None] / 2
    return (_edge(away + half, blur_px) - _edge(away - half, blur_px)).reshape(SAMPLES, -1)


def _edge(away: NDArray[np.float64], blur_px: float) -> NDArray[np.float64]:
    """A step seen through a Gaussian blur and a pixel one wide: 0 far to the left, 1 far to the right."""
    left, right = (away - 0.5) / blur_px, (away + 0.5) / blur_px
    rise = right * ndtr(right) - left * ndtr(left)
    bend = (np.exp(-(right**2) / 2) - np.exp(-(left**2) / 2)) / np.sqrt(2 * np.pi)
    return np.asarray(blur_px * (rise + bend))


def _shown(cover: NDArray[np.float64], optics: Optics) -> NDArray[np.float64]:
    """How much darker than the surface, as a share of the depth, a pixel is of which ``cover`` is crack."""
    if optics.tone == 1.0:
        return cover
    light = 1 - cover * (1 - (1 - optics.depth) ** optics.tone)
    return np.asarray((1 - np.clip(light, 0, 1) ** (1 / optics.tone)) / optics.depth)


def seen(profiles: Profiles, boxes: Bank) -> Terms:
    """Least-squares terms of ``profiles`` (N, S) in which a crack is a positive box."""
    weights = profiles.pixels * boxes.taper
    total = np.maximum(weights.sum(axis=1, keepdims=True), 1e-6)
    levels = profiles.levels - (weights * profiles.levels).sum(axis=1, keepdims=True) / total
    middle = (weights @ boxes.at)[:, None] / total
    slope = weights * (boxes.at - middle)
    lever = np.sqrt(np.maximum((slope * (boxes.at - middle)).sum(axis=1, keepdims=True), 1e-6))
    drop = (slope * levels).sum(axis=1, keepdims=True) / lever
    level, lean = weights @ boxes.shapes / np.sqrt(total), slope @ boxes.shapes / lever
    squares = np.maximum(weights @ boxes.shapes**2 - level**2 - lean**2, 1e-6)
    fits = (weights * levels) @ boxes.shapes - drop * lean
    energy = (weights * levels**2).sum(axis=1) - drop[:, 0] ** 2
    rest = energy - (np.maximum(fits, 0) ** 2 / squares).max(axis=1)
    freedom = np.maximum((np.minimum(profiles.pixels, 1) * boxes.taper).sum(axis=1) - 4, 1)
    return Terms(fits, squares, energy, np.maximum(rest / freedom, SMALLEST_NOISE**2))


def costs(terms: Terms, depth: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """(N, W * O) misfit of every box in units of the noise, and the depth (N, W * O) that makes it smallest.

    ``depth`` and ``spread`` (N,) say where the depth is expected, in grey levels.
    """
    trust = (1 / terms.noise)[:, None]
    hold = 1 / np.maximum(spread, 1e-3)[:, None] ** 2
    pull = trust * terms.fits + hold * depth[:, None]
    stiffness = trust * terms.boxes + hold
    best = np.maximum(pull / stiffness, 0)
    misfit = trust * terms.energy[:, None] + hold * depth[:, None] ** 2 - best * (2 * pull - best * stiffness)
    return misfit, best


Pieces = dict[float, tuple[Profiles, Floats]]
"""By reach: averaged profiles (M, S) in which cracks are positive, and the surface's level (M,)."""


def likeliest(pieces: Pieces) -> Optics:
    """What explains all pieces of a photo best: first roughly, then more finely around that."""
    rough = _likeliest(pieces, BLURS_PX, TONES, SELDOM)
    finer = rough.blur_px * np.geomspace(1 / BLUR_STEP, BLUR_STEP, FINER_BLURS)
    return _likeliest(pieces, finer, np.array([rough.tone]), np.zeros(1))


def _likeliest(pieces: Pieces, blurs: Floats, tones: Floats, seldom: Floats) -> Optics:
    """The mean tone and depth of all that may be, by how likely it is, and the blur that goes best with them."""
    doubt = (np.log(blurs / EXPECTED_BLUR_PX) / BLUR_SPREAD) ** 2
    misfit = seldom[:, None, None] + doubt[:, None] + ((DEPTHS - EXPECTED_DEPTH) / DEPTH_SPREAD) ** 2
    for reach, (profiles, surface) in pieces.items():
        misfit = misfit + _misfits(profiles, surface, reach, optics=(tones, blurs)) / DOUBT
    chance = np.exp(-(misfit - misfit.min()) / 2)
    chance /= chance.sum()
    tone = float(np.exp((chance.sum(axis=(1, 2)) * np.log(tones)).sum()))
    depth = float((chance.sum(axis=(0, 1)) * DEPTHS).sum())
    nearest = np.abs(tones - tone).argmin(), np.abs(DEPTHS - depth).argmin()
    return Optics(float(blurs[misfit[nearest[0], :, nearest[1]].argmin()]), depth, tone)


def _misfits(profiles: Profiles, surface: Floats, reach_px: float, *, optics: tuple[Floats, Floats]) -> Floats:
    """(tones, blurs, depths) misfit summed over the pieces; one odd piece cannot outvote the others."""
    tones, blurs = optics
    terms = [_terms(profiles, reach_px, float(tone), float(blur)) for tone in tones for blur in blurs]
    noise = np.min([term.noise for by_depth in terms for term in by_depth], axis=0)
    spread = DEPTH_WITHIN_PHOTO * surface
    flat = [
        _misfit(term, depth * surface, spread, noise=noise)
        for by_depth in terms
        for depth, term in zip(DEPTHS, by_depth, strict=True)
    ]
    found = np.array(flat).reshape(len(tones), len(blurs), len(DEPTHS), len(surface))
    hidden = _rough_widths(profiles, surface, reach_px) < TELLING_WIDTH_PX
    found[..., hidden] -= found[..., hidden].min(axis=(1, 2), keepdims=True)
    found -= found.min(axis=(0, 1, 2))
    return np.asarray(np.minimum(found, ODD_PIECE).sum(axis=-1), float)


def _terms(profiles: Profiles, reach_px: float, tone: float, blur_px: float) -> list[Terms]:
    """For every depth; as long as displayed levels are mixed, the shape is the same for all of them."""
    tried = DEPTHS[::SHAPES_EVERY] if tone != 1.0 else DEPTHS[:1]
    found = [seen(profiles, bank(reach_px, Optics(blur_px, float(depth), tone), np.zeros(1))) for depth in tried]
    return [found[min(i // SHAPES_EVERY, len(found) - 1)] for i in range(len(DEPTHS))]


def _misfit(terms: Terms, depth: Floats, spread: Floats, *, noise: Floats) -> Floats:
    """(M,) over all widths."""
    misfit, _ = costs(replace(terms, noise=noise), depth, spread)
    return np.asarray(-2 * logsumexp(-misfit.astype(float) / 2, axis=1))


def _rough_widths(profiles: Profiles, surface: Floats, reach_px: float) -> Floats:
    """(M,) px under the optics that photos usually have."""
    usual = bank(reach_px, Optics(EXPECTED_BLUR_PX, EXPECTED_DEPTH), np.zeros(1))
    misfit, _ = costs(seen(profiles, usual), EXPECTED_DEPTH * surface, DEPTH_WITHIN_PHOTO * surface)
    return np.asarray(usual.widths[misfit.argmin(axis=1)])


def depths(profiles: Profiles, surface: Floats, reach_px: float, shared: Optics) -> Floats:
    """(M,) the depth in grey levels of each piece, near the photo's where the piece itself cannot tell."""
    boxes = bank(reach_px, shared, np.zeros(1))
    misfit, depth = costs(seen(profiles, boxes), shared.depth * surface, DEPTH_WITHIN_PHOTO * surface)
    return np.take_along_axis(depth, misfit.argmin(axis=1)[:, None], axis=1)[:, 0]


def fitted(profiles: Profiles, boxes: Bank, depth: Floats, spread: Floats, widest: Floats) -> tuple[Floats, Floats]:
    """(N,) width and (N,) offset in px of the best box for each profile, no wider than ``widest`` (N,)."""
    parts = [
        _fitted(Profiles(profiles.levels[part], profiles.pixels[part]), boxes, depth[part], spread[part], widest[part])
        for part in (slice(i, i + CHUNK) for i in range(0, len(profiles.levels), CHUNK))
    ]
    return np.concatenate([w for w, _ in parts]), np.concatenate([o for _, o in parts])


def _fitted(profiles: Profiles, boxes: Bank, depth: Floats, spread: Floats, widest: Floats) -> tuple[Floats, Floats]:
    misfit, _ = costs(seen(profiles, boxes), depth, spread)
    shape = (len(profiles.levels), len(boxes.widths), len(boxes.offsets))
    too_wide = np.repeat(boxes.widths, len(boxes.offsets)) > widest[:, None]
    width, offset = np.unravel_index(np.where(too_wide, np.inf, misfit).argmin(axis=1), shape[1:])
    rows = np.arange(shape[0])
    misfit = misfit.reshape(shape)
    middle = np.clip(width, 1, shape[1] - 2)
    before, here, after = (misfit[rows, middle + step, offset] for step in (-1, 0, 1))
    bend = before - 2 * here + after
    shift = np.where(bend > 1e-6, (before - after) / np.maximum(2 * bend, 1e-6), 0.0)
    log_widths = np.log(boxes.widths)
    ratio = log_widths[1] - log_widths[0]
    refined = np.exp(log_widths[middle] + ratio * np.clip(shift, -1, 1))
    return np.minimum(refined, widest).astype(np.float32), boxes.offsets[offset].astype(np.float32)
