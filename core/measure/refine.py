"""Widths of centre lines from the grey levels of the photo."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d, median_filter

from core.measure import certainty, curve, edges, lines, profiles
from core.measure.curve import Points
from core.values import Mask

Floats = NDArray[np.floating[Any]]

PIECE_PX = 24
MOST_PIECES = 60
FEWEST_GREY_LEVELS = 3.0
FIRST_OPTICS = edges.Optics(blur_px=0.65, depth=0.6)
LONGEST_TRIM_PX = 5
PAST_TIP_PX = 2
HEADING_PX = 6
SURFACE_PX = 12
NEARLY = 0.98
WIDEST_RATIO, WIDEST_PX = 1.2, 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Refined:
    """A line moved onto the middle of the crack. ``widths_px`` (N,) is None where the photo shows no contrast.

    ``is_seen`` (N,) is False at gaps and faint places of a line, where its width cannot be told.
    """

    points: Points
    widths_px: NDArray[np.float64] | None
    is_seen: NDArray[np.bool_] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """``across`` in which the crack is positive; ``surface`` (N,) around it; ``contrast`` (N,) of its middle."""

    points: Points
    across: profiles.Profiles
    surface: Floats
    contrast: Floats
    reach_px: float
    has_contrast: bool
    sign: float


def refine(
    grey: Floats, mask: Mask, paths: Sequence[lines.Line], *, distance: NDArray[np.float32]
) -> tuple[list[Refined], float | None]:
    """Widths for every path, and the blur of the photo in px (None where no crack has contrast).

    ``grey`` (H, W) brightness, ``mask`` (H, W) and its ``distance`` (H, W) to the background.
    """
    seen = [_placed(grey, mask, path, distance) for path in paths]
    usable = [line for line in seen if line.has_contrast]
    if not usable:
        return [Refined(line.points, None) for line in seen], None
    shared = edges.likeliest(_sample(usable))
    return [_refined(line, shared, distance) for line in seen], shared.blur_px


def _placed(grey: Floats, mask: Mask, path: lines.Line, distance: NDArray[np.float32]) -> _Seen:
    """The path where the photo shows the crack: first near the middle, then on it, then cut off where it ends."""
    reach = profiles.reach_for(float(np.percentile(lines.widths(path.points, distance), 90)))
    line = _seen(grey, mask, path.points, reach)
    if not line.has_contrast:
        return line
    line = _seen(grey, mask, _centred(line, distance), reach)
    points = _finely_centred(line)
    whole = _seen(grey, mask, _lengthened(points, path.is_tip), reach)
    is_same = whole.has_contrast and whole.sign == line.sign
    line = _trimmed(whole, path.is_tip) if is_same else _seen(grey, mask, points, reach)
    return _exact(grey, mask, line) if reach <= profiles.WIDEST_FROM_PIXELS_PX else line


def _seen(grey: Floats, mask: Mask, points: Points, reach_px: float) -> _Seen:
    across = profiles.across(grey, mask, points, curve.normals(points), reach_px=reach_px)
    sixth, half = profiles.SAMPLES // 6, profiles.SAMPLES // 2
    rim = np.concatenate([across.levels[:, :sixth], across.levels[:, -sixth:]], axis=1)
    surface = np.median(rim, axis=1)
    contrast = surface - across.levels[:, half - 2 : half + 3].mean(axis=1)
    typical = float(np.median(contrast))
    needed = max(FEWEST_GREY_LEVELS, 0.3 * float(np.median(rim.std(axis=1))))
    sign = 1.0 if typical >= 0 else -1.0
    positive = profiles.Profiles(-sign * across.levels, across.pixels)
    return _Seen(points, positive, np.maximum(surface, 1.0), sign * contrast, reach_px, abs(typical) >= needed, sign)


def _exact(grey: Floats, mask: Mask, line: _Seen) -> _Seen:
    """The same line with the pixels themselves."""
    found = profiles.beside(grey, mask, line.points, curve.normals(line.points), reach_px=line.reach_px)
    return replace(line, across=profiles.Profiles(-line.sign * found.levels, found.pixels))


def _lengthened(points: Points, is_tip: tuple[bool, bool]) -> Points:
    """Carried on straight at tips by ``PAST_TIP_PX`` points 1 px apart."""
    if len(points) < 2:
        return points
    steps = np.arange(1, PAST_TIP_PX + 1)[:, None]
    parts = [points]
    for end in (end for end in (0, -1) if is_tip[end]):
        inner = points[min(HEADING_PX, len(points) - 1)] if end == 0 else points[-1 - min(HEADING_PX, len(points) - 1)]
        ahead = (points[end] - inner) / max(float(np.linalg.norm(points[end] - inner)), 1e-9)
        beyond = points[end] + steps * ahead
        parts = [beyond[::-1], *parts] if end == 0 else [*parts, beyond]
    return np.concatenate(parts)


def _trimmed(line: _Seen, is_tip: tuple[bool, bool]) -> _Seen:
    """From tip to tip as the photo shows them, to a fraction of a pixel: where the contrast falls to a half.

    ``line`` is lengthened. A tip moves at most 5 px inwards and 2 px outwards from where the mask has it.
    """
    if len(line.points) < 2:
        return line
    count = len(line.points) - 1
    reach = PAST_TIP_PX + min(LONGEST_TRIM_PX, count // 4)
    inner = line.contrast[PAST_TIP_PX * is_tip[0] : count + 1 - PAST_TIP_PX * is_tip[1]]
    contrast = _contrast_at_tips(line, is_tip, reach)
    half = 0.5 * max(float(np.median(inner)), FEWEST_GREY_LEVELS)
    dark = gaussian_filter1d(contrast, 0.7, mode="nearest") / half
    first = _tip(dark[: reach + 1]) if is_tip[0] else 0.0
    last = count - _tip(dark[::-1][: reach + 1]) if is_tip[1] else float(count)
    if last - first < 1:
        first, last = PAST_TIP_PX * float(is_tip[0]), count - PAST_TIP_PX * float(is_tip[1])
    at = np.unique(np.concatenate([[first], np.arange(np.ceil(first), np.floor(last) + 1), [last]]))
    rows = np.clip(np.rint(at).astype(int), 0, count)
    points = np.column_stack([np.interp(at, np.arange(count + 1), line.points[:, axis]) for axis in (0, 1)])
    across = profiles.Profiles(line.across.levels[rows], line.across.pixels[rows])
    return replace(
        line,
        points=points,
        across=across,
        surface=line.surface[rows],
        contrast=contrast[rows],
        has_contrast=bool(np.median(contrast[rows]) > 0),
    )


def _contrast_at_tips(line: _Seen, is_tip: tuple[bool, bool], reach: int) -> Floats:
    """(N,) the contrast with the surface beside the crack further in: past a tip, the mask cuts profiles short."""
    half, surface = profiles.SAMPLES // 2, line.surface.copy()
    if is_tip[0]:
        surface[:reach] = np.median(surface[reach : reach + SURFACE_PX])
    if is_tip[1]:
        surface[-reach:] = np.median(surface[-reach - SURFACE_PX : -reach])
    return np.asarray(line.sign * surface + line.across.levels[:, half - 2 : half + 3].mean(axis=1))


def _tip(dark: Floats) -> float:
    """Where, from the outermost point of ``dark`` on, the crack begins: it is above 1 from there to the innermost.

    Where it is dark all the way, the crack goes on beyond its mask, and the mask's tip holds.
    """
    faint = np.flatnonzero(dark < 1)
    if not len(faint):
        return float(PAST_TIP_PX)
    outside = int(faint[-1])
    if outside == len(dark) - 1:
        return float(outside)
    return outside + float((1 - dark[outside]) / (dark[outside + 1] - dark[outside]))


def _centred(line: _Seen, distance: NDArray[np.float32]) -> Points:
    """The line's points moved across to the middle of the crack, at most to the rim of its mask."""
    limit = np.ceil(float(np.median(lines.widths(line.points, distance))) / 2 + 1)
    offset = _offsets(line, np.arange(-limit, limit + 0.25, 0.5))
    offset = median_filter(offset, size=min(7, len(offset)), mode="nearest")
    return _moved(line.points, offset)


def _finely_centred(line: _Seen) -> Points:
    return _moved(line.points, _offsets(line, np.linspace(-0.75, 0.75, 13)))


def _offsets(line: _Seen, offsets: NDArray[np.float64]) -> NDArray[np.float64]:
    boxes = edges.bank(line.reach_px, FIRST_OPTICS, offsets, every=3)
    anything = np.full(len(line.points), np.inf)
    _, found = edges.fitted(_steadied(line.across, 1.0), boxes, 0.5 * line.surface, line.surface, anything)
    return found.astype(float)


def _moved(points: Points, offset: NDArray[np.float64]) -> Points:
    steady = gaussian_filter1d(offset, certainty.ALONG_PX, mode="nearest")
    return curve.resampled(points + steady[:, None] * curve.normals(points))


def _steadied(across: profiles.Profiles, sigma_px: float) -> profiles.Profiles:
    """Each profile with its neighbours on the line: as many pixels as a Gaussian of ``sigma_px`` has room for."""
    room = 2 * np.sqrt(np.pi) * sigma_px
    pixels = gaussian_filter1d(across.pixels, sigma_px, axis=0, mode="nearest")
    sums = gaussian_filter1d(across.pixels * across.levels, sigma_px, axis=0, mode="nearest")
    return profiles.Profiles(sums / np.maximum(pixels, 1e-6), room * pixels)


def _pieces(line: _Seen) -> tuple[profiles.Profiles, Floats]:
    """What about 24 px of the line show together: M profiles and the surface (M,)."""
    count = max(1, round(len(line.points) / PIECE_PX))
    starts = np.arange(count) * len(line.points) // count
    pixels = np.add.reduceat(line.across.pixels, starts, axis=0)
    sums = np.add.reduceat(line.across.pixels * line.across.levels, starts, axis=0)
    surface = np.array([part.mean() for part in np.split(line.surface, starts[1:])])
    return profiles.Profiles(sums / np.maximum(pixels, 1e-6), pixels), surface


def _sample(seen: list[_Seen]) -> edges.Pieces:
    """At most 60 pieces, spread over all lines, by reach."""
    by_reach: dict[float, list[tuple[profiles.Profiles, Floats]]] = defaultdict(list)
    for line in seen:
        by_reach[line.reach_px].append(_pieces(line))
    count = sum(len(surface) for parts in by_reach.values() for _, surface in parts)
    every = max(1, -(-count // MOST_PIECES))
    return {reach: _joined(parts, every) for reach, parts in by_reach.items()}


def _joined(parts: list[tuple[profiles.Profiles, Floats]], every: int) -> tuple[profiles.Profiles, Floats]:
    levels = np.concatenate([across.levels for across, _ in parts])[::every]
    pixels = np.concatenate([across.pixels for across, _ in parts])[::every]
    return profiles.Profiles(levels, pixels), np.concatenate([surface for _, surface in parts])[::every]


def _refined(line: _Seen, shared: edges.Optics, distance: NDArray[np.float32]) -> Refined:
    """No wider than the mask and a fifth, plus 2 px: what lies further is another dark thing or the surface."""
    if not line.has_contrast:
        return Refined(line.points, None)
    depth = _depth_along(line, shared)
    boxes = edges.bank(line.reach_px, shared, np.arange(-1.0, 1.25, 0.25))
    widest = WIDEST_RATIO * lines.widths(line.points, distance) + WIDEST_PX
    across = _steadied(line.across, certainty.ALONG_PX)
    widths, offsets = edges.fitted(across, boxes, depth, edges.DEPTH_WITHIN_PIECE * depth, widest)
    fit = certainty.Fit(widths, offsets, depth)
    is_seen = _is_seen(line, across, fit, shared.blur_px)
    is_whole = certainty.is_whole(line.points, widths, distance.shape)
    return Refined(line.points, *certainty.steady(widths, is_seen & is_whole & (widths < NEARLY * widest)))


def _depth_along(line: _Seen, shared: edges.Optics) -> Floats:
    """(N,) the crack's depth in grey levels, from piece to piece."""
    by_piece = edges.depths(*_pieces(line), line.reach_px, shared)
    centres = (np.arange(len(by_piece)) + 0.5) * len(line.points) / len(by_piece)
    return np.asarray(np.interp(np.arange(len(line.points)), centres, by_piece))


def _is_seen(line: _Seen, across: profiles.Profiles, fit: certainty.Fit, blur_px: float) -> NDArray[np.bool_]:
    darkness = profiles.Profiles(line.sign * line.surface[:, None] + across.levels, across.pixels)
    is_filled = certainty.is_filled(darkness, fit, reach_px=line.reach_px, blur_px=blur_px)
    return certainty.is_dark(line.contrast, fit.widths) & is_filled
