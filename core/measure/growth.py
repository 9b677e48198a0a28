"""What changed between two dates: new length, and widening along the common centre line."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.measure.align import Alignment
from core.measure.cracks import CentreLine, PhotoCracks
from core.measure.scale import UNCALIBRATED, Scale

TOLERANCE_PX = 3.0
PAST_TIP_PX = 0.5
NEXT_PX = 2.0
SHORTEST_PIECE_PX = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Growth:
    """Lengths and widths in ``unit`` at the later date's scale.

    Only what both photos show is compared. ``new`` and ``gone`` are pieces of centre line in pixels of the
    later photo; ``widening`` is None where no common centre line is; ``widest_at`` is (x, y) in the later photo.
    """

    unit: str
    length_before: float
    length_after: float
    new_length: float
    gone_length: float
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


def compare(earlier: PhotoCracks, later: PhotoCracks, alignment: Alignment, scale: Scale = UNCALIBRATED) -> Growth:
    """Growth from ``earlier`` to ``later``; ``scale`` is the later photo's."""
    before = _clipped(_moved(earlier, alignment), later.size)
    after = _clipped(_drawn(later), earlier.size, alignment.inverse())
    near_before, near_after = _near(after, before), _near(before, after)
    new, gone = _pieces(after, ~near_before), _pieces(before, ~near_after)
    widening = _widening(before, after, near_before, scale)
    largest = int(widening[0].argmax()) if len(widening[0]) else None
    return Growth(
        unit=scale.unit,
        length_before=_length(_pieces(before, np.ones(len(before.points), bool), shortest=0), scale),
        length_after=_length(_pieces(after, np.ones(len(after.points), bool), shortest=0), scale),
        new_length=_length(new, scale),
        gone_length=_length(gone, scale),
        widening_mean=None if largest is None else float(widening[0].mean()),
        widening_p95=None if largest is None else float(np.percentile(widening[0], 95)),
        widening_max=None if largest is None else float(widening[0][largest]),
        widest_at=None if largest is None else (float(widening[1][largest, 0]), float(widening[1][largest, 1])),
        new=tuple(new),
        gone=tuple(gone),
        alignment=alignment,
    )


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
    """Only the points that the other photo, of ``size``, shows too; ``back`` maps the points onto it."""
    places = back.points(drawn.points) if back is not None and len(drawn.points) else drawn.points
    inside = (places >= -0.5).all(axis=1) & (places[:, 0] < size[1] - 0.5) & (places[:, 1] < size[0] - 0.5)
    return _Drawn(*(getattr(drawn, name)[inside] for name in _Drawn.__slots__))


def _near(these: _Drawn, others: _Drawn) -> NDArray[np.bool_]:
    """Which points of ``these`` lie beside a crack of ``others``: within 3 px and half its width, not past its tip."""
    if not len(others.points) or not len(these.points):
        return np.zeros(len(these.points), bool)
    nearest = _nearest(these.points, others.points)
    away, normals = these.points - others.points[nearest], others.normals[nearest]
    across = np.abs((away * normals).sum(axis=1))
    along = np.abs(away[:, 0] * normals[:, 1] - away[:, 1] * normals[:, 0])
    return np.asarray((across <= TOLERANCE_PX + others.widths[nearest] / 2) & (along <= PAST_TIP_PX))


def _nearest(points: NDArray[np.float64], among: NDArray[np.float64]) -> NDArray[np.intp]:
    """(N,) which of ``among`` (M, 2) lies nearest to each of ``points`` (N, 2)."""
    from scipy.spatial import cKDTree  # a third of a second, which the window's start does not wait for

    return np.asarray(cKDTree(among).query(points)[1])


def _pieces(
    drawn: _Drawn, wanted: NDArray[np.bool_], *, shortest: float = SHORTEST_PIECE_PX
) -> list[NDArray[np.float64]]:
    """Runs of wanted points along each line, from the last point before to the first behind them.

    Shorter ones than ``shortest`` px are the noise of two masks.
    """
    breaks = np.flatnonzero(np.diff(wanted.astype(int)) | np.diff(drawn.piece)) + 1
    runs = np.split(np.arange(len(wanted)), breaks)
    found = [drawn.points[_with_neighbours(drawn, run)] for run in runs if len(run) and wanted[run[0]]]
    return [points for points in found if shortest == 0 or _length([points], UNCALIBRATED) >= shortest]


def _with_neighbours(drawn: _Drawn, run: NDArray[np.intp]) -> NDArray[np.intp]:
    """The step on to the next point belongs to the run as well: else each end would lose about a pixel."""
    first, last = int(run[0]), int(run[-1])
    return np.arange(first - _is_next(drawn, first - 1, first), last + 1 + _is_next(drawn, last + 1, last))


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
