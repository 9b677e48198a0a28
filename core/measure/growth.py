"""What changed between two dates: new length, and widening along the common centre line."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.measure import alike
from core.measure.align import Alignment
from core.measure.cracks import CentreLine, PhotoCracks
from core.measure.scale import UNCALIBRATED, Scale
from core.values import RGB

TOLERANCE_PX = 3.0
PAST_TIP_PX = 0.5
NEXT_PX = 2.0
FURTHEST_SHARE = 2.0
SHORTEST_PIECE_PX = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Growth:
    """Lengths and widths in ``unit`` at the later date's scale.

    Only what both photos show is compared. ``found_once_length`` is of pieces that were found on one date only though
    both photos show them alike: the masks differ there, not the surface. ``new`` and ``gone`` are pieces of centre
    line in pixels of the later photo; ``widening`` is None where no common centre line is; ``widest_at`` is (x, y)
    in the later photo.
    """

    unit: str
    length_before: float
    length_after: float
    new_length: float
    gone_length: float
    found_once_length: float
    widening_mean: float | None
    widening_p95: float | None
    widening_max: float | None
    widest_at: tuple[float, float] | None
    new: tuple[NDArray[np.float64], ...]
    gone: tuple[NDArray[np.float64], ...]
    alignment: Alignment


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """All centre lines of one date in the later photo's pixels; ``piece`` (N,) numbers the line of each point."""

    points: NDArray[np.float64]
    widths: NDArray[np.float64]
    normals: NDArray[np.float64]
    is_clear: NDArray[np.bool_]
    piece: NDArray[np.int64]


def compare(
    earlier: PhotoCracks,
    later: PhotoCracks,
    alignment: Alignment,
    scale: Scale = UNCALIBRATED,
    *,
    photos: tuple[RGB, RGB] | None = None,
) -> Growth:
    """Growth from ``earlier`` to ``later``; ``scale`` is the later photo's.

    With both ``photos`` (H, W, 3), what only one mask holds must also be darker (or lighter) on that photo only.
    """
    before = _clipped(_moved(earlier, alignment), later.size)
    after = _clipped(_drawn(later), earlier.size, alignment.inverse())
    (near_before, past_before), (near_after, past_after) = _beside(after, before), _beside(before, after)
    new, gone = _pieces(after, ~near_before, past_before), _pieces(before, ~near_after, past_after)
    once: list[NDArray[np.float64]] = []
    if photos is not None:
        new, more = _changed(new, alike.Sight(photos[1]), alike.Sight(photos[0], alignment.inverse()))
        gone, less = _changed(gone, alike.Sight(photos[0], alignment.inverse()), alike.Sight(photos[1]))
        once = [*more, *less]
    widening = _widening(before, after, near_before, scale)
    largest = int(widening[0].argmax()) if len(widening[0]) else None
    return Growth(
        unit=scale.unit,
        length_before=_length(_whole(before), scale),
        length_after=_length(_whole(after), scale),
        new_length=_length(new, scale),
        gone_length=_length(gone, scale),
        found_once_length=_length(once, scale),
        widening_mean=None if largest is None else float(widening[0].mean()),
        widening_p95=None if largest is None else float(np.percentile(widening[0], 95)),
        widening_max=None if largest is None else float(widening[0][largest]),
        widest_at=None if largest is None else (float(widening[1][largest, 0]), float(widening[1][largest, 1])),
        new=tuple(new),
        gone=tuple(gone),
        alignment=alignment,
    )


def _changed(
    pieces: list[NDArray[np.float64]], here: alike.Sight, there: alike.Sight
) -> tuple[list[NDArray[np.float64]], list[NDArray[np.float64]]]:
    """The parts of the pieces that ``there`` shows less than ``here``, and those that it shows as well."""
    parts: dict[bool, list[NDArray[np.float64]]] = {True: [], False: []}
    for piece in pieces:
        is_there = alike.shows(piece, here, there)
        starts = [0, *(np.flatnonzero(np.diff(is_there)) + 1), len(piece)]
        for first, end in pairwise(starts):
            parts[bool(is_there[first])].append(piece[max(first - 1, 0) : end])
    return parts[False], parts[True]


def _lines(photo: PhotoCracks) -> list[CentreLine]:
    return [line for crack in photo.cracks for line in crack.centre_lines]


def _drawn(photo: PhotoCracks) -> _Drawn:
    lines = _lines(photo)
    if not lines:
        return _Drawn(np.zeros((0, 2)), np.zeros(0), np.zeros((0, 2)), np.zeros(0, bool), np.zeros(0, np.int64))
    return _Drawn(
        np.concatenate([line.points for line in lines]),
        np.concatenate([line.widths_px for line in lines]),
        np.concatenate([line.normals for line in lines]),
        np.concatenate([line.is_clear for line in lines]),
        np.repeat(np.arange(len(lines)), [len(line.points) for line in lines]),
    )


def _moved(photo: PhotoCracks, alignment: Alignment) -> _Drawn:
    drawn = _drawn(photo)
    if not len(drawn.points):
        return drawn
    step = 0.5 * drawn.normals
    across = alignment.points(drawn.points + step) - alignment.points(drawn.points - step)
    stretch = np.linalg.norm(across, axis=1)
    normals = across / np.maximum(stretch, 1e-9)[:, None]
    return _Drawn(alignment.points(drawn.points), drawn.widths * stretch, normals, drawn.is_clear, drawn.piece)


def _clipped(drawn: _Drawn, size: tuple[int, int], back: Alignment | None = None) -> _Drawn:
    """Only the points that the other photo, of ``size``, shows too; ``back`` maps the points onto it.

    Nearer to its rim than the tolerance, what lies beside them may be off that photo.
    """
    places = back.points(drawn.points) if back is not None and len(drawn.points) else drawn.points
    furthest = np.array(size[::-1]) - 1 - TOLERANCE_PX
    inside = ((places >= TOLERANCE_PX) & (places <= furthest)).all(axis=1)
    return _Drawn(*(getattr(drawn, name)[inside] for name in _Drawn.__slots__))


def _beside(these: _Drawn, others: _Drawn) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Which points of ``these`` lie beside a crack of ``others``, and how far the rest of them are past its tip.

    Beside is within 3 px and half its width, not past its tip; what lies further to the side is infinitely far past.
    """
    if not len(others.points) or not len(these.points):
        return np.zeros(len(these.points), bool), np.full(len(these.points), np.inf)
    nearest = _nearest(these.points, others.points)
    away, normals = these.points - others.points[nearest], others.normals[nearest]
    is_abreast = np.abs((away * normals).sum(axis=1)) <= TOLERANCE_PX + others.widths[nearest] / 2
    along = np.abs(away[:, 0] * normals[:, 1] - away[:, 1] * normals[:, 0])
    return is_abreast & (along <= PAST_TIP_PX), np.where(is_abreast, along, np.inf)


def _nearest(points: NDArray[np.float64], among: NDArray[np.float64]) -> NDArray[np.intp]:
    """(N,) which of ``among`` (M, 2) lies nearest to each of ``points`` (N, 2)."""
    from scipy.spatial import cKDTree  # a third of a second, which the window's start does not wait for

    return np.asarray(cKDTree(among).query(points)[1])


def _pieces(
    drawn: _Drawn, wanted: NDArray[np.bool_], past_px: NDArray[np.float64], *, shortest: float = SHORTEST_PIECE_PX
) -> list[NDArray[np.float64]]:
    """Runs of wanted points along each line, from the place where the other crack ends.

    Shorter ones than ``shortest`` px are the noise of two masks.
    """
    breaks = np.flatnonzero(np.diff(wanted.astype(int)) | np.diff(drawn.piece)) + 1
    runs = np.split(np.arange(len(wanted)), breaks)
    found = [_from_end_to_end(drawn, run, past_px) for run in runs if len(run) and wanted[run[0]]]
    return [points for points in found if shortest == 0 or _length([points], UNCALIBRATED) >= shortest]


def _whole(drawn: _Drawn) -> list[NDArray[np.float64]]:
    every = np.ones(len(drawn.points), bool)
    return _pieces(drawn, every, np.full(len(every), np.inf), shortest=0)


def _from_end_to_end(drawn: _Drawn, run: NDArray[np.intp], past_px: NDArray[np.float64]) -> NDArray[np.float64]:
    """The run with the step to the points beside it, of which it gets what lies past the other crack's tip."""
    parts = [drawn.points[run]]
    first, last = int(run[0]), int(run[-1])
    if _is_next(drawn, first - 1, first):
        parts.insert(0, _towards(drawn, first, first - 1, past_px[first]))
    if _is_next(drawn, last + 1, last):
        parts.append(_towards(drawn, last, last + 1, past_px[last]))
    return np.concatenate(parts)


def _towards(drawn: _Drawn, point: int, other: int, how_far_px: float) -> NDArray[np.float64]:
    """(1, 2) the place so far from ``point``; at most that of the ``other`` point where no tip lies between."""
    step = drawn.points[other] - drawn.points[point]
    distance = float(np.linalg.norm(step))
    share = 1.0 if not np.isfinite(how_far_px) or distance == 0 else how_far_px / distance
    return np.asarray(drawn.points[point] + min(share, FURTHEST_SHARE) * step)[None]


def _is_next(drawn: _Drawn, other: int, point: int) -> bool:
    """On the same line, and not beyond a gap that clipping left."""
    if not 0 <= other < len(drawn.points) or drawn.piece[other] != drawn.piece[point]:
        return False
    return bool(np.linalg.norm(drawn.points[other] - drawn.points[point]) <= NEXT_PX)


def _length(pieces: list[NDArray[np.float64]], scale: Scale) -> float:
    steps = [np.linalg.norm(np.diff(scale.points(points), axis=0), axis=1).sum() for points in pieces if len(points)]
    return float(sum(steps))


def _widening(
    before: _Drawn, after: _Drawn, common: NDArray[np.bool_], scale: Scale
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(N,) widening in the scale's unit at the clear common points (N, 2) of the later centre line."""
    chosen = common & after.is_clear
    if not chosen.any():
        return np.zeros(0), np.zeros((0, 2))
    nearest = _nearest(after.points[chosen], before.points)
    clear = before.is_clear[nearest]
    points, normals = after.points[chosen][clear], after.normals[chosen][clear]
    difference = after.widths[chosen][clear] - before.widths[nearest][clear]
    return difference * scale.along(points, normals), points
