"""Masks as polygons and back, without losing a pixel.

Two conventions: *edge* polygons run along pixel edges (pixel i spans i to i + 1; COCO, GeoJSON, DXF),
*centre* polygons run through the centres of the rim's pixels, rim included (LabelMe, YOLO, fillPoly).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.values import Mask

Ring = NDArray[np.int64]
Corner = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A part of a mask: ``mask`` (h, w) at ``left``, ``top`` of the photo."""

    mask: Mask
    left: int
    top: int


def pieces(mask: Mask, *, connectivity: int = 8) -> Iterator[Piece]:
    """Every connected piece of ``mask`` (H, W), in reading order."""
    count, labels, facts, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=connectivity)
    for label in range(1, count):
        x, y, width, height = facts[label, :4]
        crop = labels[y : y + height, x : x + width] == label
        yield Piece(crop, int(x), int(y))


def edge_polygons(piece: Piece) -> list[list[Ring]]:
    """Polygons of a piece: for each part that hangs together by its edges the outer ring, then its holes."""
    return [_rings(_within(part, piece)) for part in pieces(piece.mask, connectivity=4)]


def edge_rings(piece: Piece) -> list[Ring]:
    """Outer rings only, of parts without holes: what formats without holes can hold."""
    return [_rings(part)[0] for part in _without_holes(piece)]


def centre_rings(piece: Piece) -> list[Ring]:
    """Rings (N, 2) of at least three points through the centres of rim pixels, of parts without holes."""
    return [_through_centres(part) for part in _without_holes(piece)]


def _within(part: Piece, whole: Piece) -> Piece:
    return Piece(part.mask, part.left + whole.left, part.top + whole.top)


def _without_holes(piece: Piece) -> Iterator[Piece]:
    """Cut straight down through a hole near the middle, again and again, until no part has one."""
    waiting = [_within(part, piece) for part in pieces(piece.mask, connectivity=4)]
    while waiting:
        part = waiting.pop()
        holes = _rings(part)[1:]
        if not holes:
            yield part
            continue
        middles = np.array([int(hole[:, 0].min() + hole[:, 0].max()) // 2 for hole in holes]) - part.left
        cut = int(middles[np.abs(middles - part.mask.shape[1] / 2).argmin()])
        cut = min(max(cut, 1), part.mask.shape[1] - 1)
        halves = (Piece(part.mask[:, :cut], part.left, part.top), Piece(part.mask[:, cut:], part.left + cut, part.top))
        waiting += [_within(small, half) for half in halves for small in pieces(half.mask, connectivity=4)]


def _rings(part: Piece) -> list[Ring]:
    """Closed rings along the pixel edges of a 4-connected part, the outer one first; corners only."""
    following = _following(np.pad(part.mask, 1))
    rings = []
    while following:
        ring = _walk(following)
        rings.append(_corners(np.array(ring, np.int64)) + np.array([part.left, part.top]))
    return sorted(rings, key=lambda ring: -abs(signed_area(ring)))


def _following(padded: Mask) -> dict[Corner, list[Corner]]:
    """From each corner the next ones, with the crack on the right hand of who walks there (y grows downwards)."""
    following: dict[Corner, list[Corner]] = defaultdict(list)
    here = padded[1:-1, 1:-1]
    for other, start, end in (
        (padded[:-2, 1:-1], (0, 0), (1, 0)),
        (padded[1:-1, 2:], (1, 0), (1, 1)),
        (padded[2:, 1:-1], (1, 1), (0, 1)),
        (padded[1:-1, :-2], (0, 1), (0, 0)),
    ):
        y, x = np.nonzero(here & ~other)
        for a, b in zip(x.tolist(), y.tolist(), strict=True):
            following[a + start[0], b + start[1]].append((a + end[0], b + end[1]))
    return following


def _walk(following: dict[Corner, list[Corner]]) -> list[Corner]:
    """One ring, taken out of ``following``.

    Where two rings touch in a corner it turns left, over to the other pixel: so no ring touches itself.
    """
    start = next(corner for corner, ways in following.items() if len(ways) == 1)
    ring = [start]
    here = following.pop(start)[0]
    while here != start:
        before = ring[-1]
        ring.append(here)
        ways = following[here]
        way = min(ways, key=lambda to, before=before, here=here: _turn(before, here, to))  # type: ignore[misc]
        ways.remove(way)
        if not ways:
            del following[here]
        here = way
    return ring


def _turn(before: Corner, here: Corner, to: Corner) -> int:
    """Positive to the right."""
    return (here[0] - before[0]) * (to[1] - here[1]) - (here[1] - before[1]) * (to[0] - here[0])


def _corners(ring: Ring) -> Ring:
    before, after = ring - np.roll(ring, 1, axis=0), np.roll(ring, -1, axis=0) - ring
    return np.asarray(ring[(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]) != 0])


def signed_area(ring: Ring) -> float:
    """Positive where the ring runs clockwise on the screen (y down): an outer ring."""
    x, y = ring.astype(float).T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def _through_centres(part: Piece) -> Ring:
    contours, _ = cv2.findContours(part.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    ring = contours[0].reshape(-1, 2).astype(np.int64) + np.array([part.left, part.top])
    return ring if len(ring) >= 3 else np.concatenate([ring, np.repeat(ring[-1:], 3 - len(ring), axis=0)])
