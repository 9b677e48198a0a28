"""All cracks of one photo, from its pixels and its final mask."""

from collections import defaultdict

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import MeasureError
from core.measure import curve, lines, refine
from core.measure.cracks import CentreLine, Crack, PhotoCracks, WidthSource
from core.values import RGB, Mask, ProbabilityMap

JUNCTION_MARGIN_PX = 2.0


def measure(mask: Mask, rgb: RGB | None = None, probabilities: ProbabilityMap | None = None) -> PhotoCracks:
    """Trace and measure every 8-connected piece of ``mask`` (H, W).

    ``rgb`` (H, W, 3) gives widths below a pixel; without it, or where it shows no contrast, widths are the
    mask's. ``probabilities`` (H, W) give ids that outlive a change of the threshold. Raises MeasureError where
    the arrays differ in size.
    """
    for name, other in (("photo", rgb), ("map", probabilities)):
        if other is not None and other.shape[:2] != mask.shape:
            raise MeasureError(
                f"A mask as large as its {name}, {_size(other)}, was expected, not {_size(mask)}; choose this photo's."
            )
    if not mask.any():
        return PhotoCracks(mask.shape, ())
    distance = lines.distances(mask)
    paths = lines.trace(mask, distance)
    refined, blur = _refined(rgb, mask, paths, distance)
    cracks = _cracks(mask, paths, refined, distance, distance if probabilities is None else probabilities)
    return PhotoCracks(mask.shape, tuple(sorted(cracks, key=_length, reverse=True)), blur)


def _size(array: NDArray) -> str:
    return f"{array.shape[1]} x {array.shape[0]} px"


def _length(crack: Crack) -> float:
    return sum(curve.length(line.points) for line in crack.centre_lines)


def _refined(
    rgb: RGB | None, mask: Mask, paths: list[lines.Line], distance: NDArray[np.float32]
) -> tuple[list[refine.Refined], float | None]:
    if rgb is None:
        return [refine.Refined(path.points, None) for path in paths], None
    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return refine.refine(grey, mask, paths, distance=distance)


def _cracks(
    mask: Mask,
    paths: list[lines.Line],
    refined: list[refine.Refined],
    distance: NDArray[np.float32],
    strength: NDArray,
) -> list[Crack]:
    _, labels, facts, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    members: dict[int, list[int]] = defaultdict(list)
    for i, path in enumerate(paths):
        members[int(labels[path.seat[1], path.seat[0]])].append(i)
    found = []
    for label, group in members.items():
        own = [paths[i] for i in group]
        x, y, width, height, area = (int(value) for value in facts[label])
        area_of = (slice(y, y + height), slice(x, x + width))
        seat = _strongest(labels[area_of] == label, strength[area_of])
        centre_lines = tuple(_centre_line(paths[i], refined[i], distance) for i in group)
        found.append(
            Crack(
                id=f"{x + seat[0]}-{y + seat[1]}",
                centre_lines=centre_lines,
                area_px=area,
                branches=len(own),
                junctions=len({n for path in own for n, tip in zip(path.nodes, path.is_tip, strict=True) if not tip}),
                end_points=sum(tip for path in own for tip in path.is_tip),
                box=(x, y, width, height),
                width_source=_source([refined[i] for i in group], centre_lines),
            )
        )
    return found


def _source(found: list[refine.Refined], centre_lines: tuple[CentreLine, ...]) -> WidthSource:
    """That of most branches."""
    if 2 * sum(each.widths_px is not None for each in found) <= len(found):
        return WidthSource.MASK
    return WidthSource.GREY_LEVELS if any(line.is_clear.any() for line in centre_lines) else WidthSource.UNCERTAIN


def _strongest(piece: Mask, strength: NDArray) -> tuple[int, int]:
    """x, y of the first pixel of the piece, row by row, where the strength is greatest.

    It stays the same while the threshold moves, for as long as the piece neither joins a stronger one nor vanishes.
    """
    y, x = np.unravel_index(int(np.where(piece, strength.astype(np.float32) + 1, 0).argmax()), piece.shape)
    return int(x), int(y)


def _centre_line(path: lines.Line, found: refine.Refined, distance: NDArray[np.float32]) -> CentreLine:
    of_mask = lines.widths(found.points, distance)
    count = len(found.points)
    clear = np.ones(count, bool)
    for at_end, tip in enumerate(path.is_tip):
        width = of_mask[-1 if at_end else 0]
        margin = min(0 if tip else int(np.ceil(width / 2 + JUNCTION_MARGIN_PX)), count)
        clear[count - margin if at_end else 0 : count if at_end else margin] = False
    if found.is_seen is not None:
        clear &= found.is_seen
    widths = of_mask if found.widths_px is None else found.widths_px
    return CentreLine(found.points, curve.normals(found.points), widths, clear)
