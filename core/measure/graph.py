"""The centre lines of a mask as a graph: branches of pixels between end points and junctions.

skan gives the same graph, but brings numba and LLVM (over 100 MB) into the packaged program.
"""

from collections import defaultdict
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.morphology import skeletonize

from core.values import Mask

Pixels = NDArray[np.int32]
SPUR_RATIO, SPUR_PX = 1.5, 1.0
LARGEST_PINHOLE_PX = 12
_STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """``pixels`` (N, 2) int32 x, y in order, its nodes included; ``start`` and ``end`` name the nodes.

    A node that no other branch shares is an end point; a ring without a junction starts and ends at one node.
    """

    pixels: Pixels
    start: int
    end: int

    @property
    def length_px(self) -> float:
        steps = np.diff(self.pixels.astype(float), axis=0)
        return float(np.hypot(steps[:, 0], steps[:, 1]).sum())

    def reversed(self) -> "Branch":
        return Branch(self.pixels[::-1], self.end, self.start)


def branches(mask: Mask, distance: NDArray[np.float32]) -> list[Branch]:
    """The pruned skeleton of ``mask`` (H, W); ``distance`` (H, W) is each pixel's distance to the background.

    Side branches up to 1.5 times the half width where they leave, plus 1 px, are bumps of the rim, not cracks.
    """
    skeleton = _skeleton(_without_pinholes(mask))
    y, x = np.nonzero(skeleton)
    if not len(x):
        return []
    found = _trace(np.column_stack([x, y]).astype(np.int32), _neighbours(skeleton, y, x))
    return _prune(found, distance)


def degrees(found: list[Branch]) -> dict[int, int]:
    """How many branch ends meet at each node."""
    count: dict[int, int] = defaultdict(int)
    for branch in found:
        count[branch.start] += 1
        count[branch.end] += 1
    return count


def _without_pinholes(mask: Mask) -> Mask:
    """Holes of a few pixels are frayed rims, not meshes; each would become a ring.

    Where one lies between two pieces, on the photo's rim or round an island, both pieces stay what they are.
    """
    _, labels, facts, _ = cv2.connectedComponentsWithStats((~mask).astype(np.uint8), connectivity=4)
    y, x = np.nonzero((facts[:, cv2.CC_STAT_AREA] <= LARGEST_PINHOLE_PX)[labels] & ~mask)
    cracks = np.pad(cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)[1], 1)
    around = np.stack([cracks[y + 1 + dy, x + 1 + dx] for dy, dx in _STEPS])
    nothing = int(cracks.max()) + 1
    first, last = np.full(len(facts), nothing), np.zeros(len(facts), np.int64)
    np.minimum.at(first, labels[y, x], np.where(around > 0, around, nothing).min(axis=0))
    np.maximum.at(last, labels[y, x], around.max(axis=0))
    filled = mask.copy()
    filled[y, x] = (first >= last)[labels[y, x]]
    return filled


def _skeleton(mask: Mask) -> Mask:
    x, y, width, height = cv2.boundingRect(mask.astype(np.uint8))
    thin = np.zeros(mask.shape, bool)
    box = np.pad(mask[y : y + height, x : x + width], 1)
    # Lee's: the faster method of Zhang and Suen eats diagonal lines of two pixels.
    thin[y : y + height, x : x + width] = skeletonize(box, method="lee")[1:-1, 1:-1] > 0
    return thin


def _neighbours(skeleton: Mask, y: NDArray[np.intp], x: NDArray[np.intp]) -> NDArray[np.int64]:
    """(N, 8) index of each neighbour or -1; a diagonal counts only where no straight step leads there."""
    index = np.full((skeleton.shape[0] + 2, skeleton.shape[1] + 2), -1, np.int64)
    index[y + 1, x + 1] = np.arange(len(x))
    found = np.stack([index[y + 1 + dy, x + 1 + dx] for dy, dx in _STEPS], axis=1)
    for column, (dy, dx) in enumerate(_STEPS[4:], start=4):
        detour = (index[y + 1 + dy, x + 1] >= 0) | (index[y + 1, x + 1 + dx] >= 0)
        found[detour, column] = -1
    return found


def _trace(places: Pixels, neighbours: NDArray[np.int64]) -> list[Branch]:
    links = [[j for j in row if j >= 0] for row in neighbours.tolist()]
    nodes = _nodes(links)
    paths = _paths(links, nodes)
    middles = _middles(places, nodes)
    return [
        Branch(_through(middles, places[path], nodes[path[0]], nodes[path[-1]]), nodes[path[0]], nodes[path[-1]])
        for path in paths
    ]


def _nodes(links: list[list[int]]) -> dict[int, int]:
    """Node number by pixel: end points, lone pixels, and junction pixels, of which touching ones are one node."""
    nodes = {i: i for i, near in enumerate(links) if len(near) < 2}
    crossing = {i for i, near in enumerate(links) if len(near) > 2}
    while crossing:
        first = crossing.pop()
        waiting = [first]
        while waiting:
            pixel = waiting.pop()
            nodes[pixel] = first
            touching = crossing.intersection(links[pixel])
            crossing -= touching
            waiting.extend(touching)
    return nodes


def _paths(links: list[list[int]], nodes: dict[int, int]) -> list[list[int]]:
    """Pixel paths from node to node; lone pixels; last the rings, each of which is given a node first."""
    paths = [[i] for i in nodes if not links[i]]
    seen: set[tuple[int, int]] = set()
    for start in list(nodes):
        for step in links[start]:
            if (start, step) in seen or nodes.get(step) == nodes[start]:
                continue
            path = _walk(start, step, links, nodes)
            seen.update({(path[0], path[1]), (path[-1], path[-2])})
            paths.append(path)
    visited = {i for path in paths for i in path} | set(nodes)
    for start in range(len(links)):
        if start not in visited:
            nodes[start] = start
            paths.append(_walk(start, links[start][0], links, nodes))
            visited.update(paths[-1])
    return paths


def _walk(start: int, step: int, links: list[list[int]], nodes: dict[int, int]) -> list[int]:
    path = [start, step]
    while path[-1] not in nodes:
        before, here = path[-2:]
        path.append(next(j for j in links[here] if j != before))
    return path


def _middles(places: Pixels, nodes: dict[int, int]) -> dict[int, Pixels]:
    members: dict[int, list[int]] = defaultdict(list)
    for pixel, node in nodes.items():
        members[node].append(pixel)
    return {node: places[group].mean(axis=0).round().astype(np.int32) for node, group in members.items()}


def _through(middles: dict[int, Pixels], path: Pixels, start: int, end: int) -> Pixels:
    """The path from the middle of one node to the middle of the other, so that no length is lost in a junction."""
    whole = np.concatenate([middles[start][None], path, middles[end][None]])
    moved = np.ones(len(whole), bool)
    moved[1:] = (np.diff(whole, axis=0) != 0).any(axis=1)
    return whole[moved]


def _prune(found: list[Branch], distance: NDArray[np.float32]) -> list[Branch]:
    """Take away the spurs of every junction and join what then runs straight on, until none is left."""
    while True:
        spurs = _spurs(found, distance)
        if not spurs:
            return found
        found = _merged([branch for i, branch in enumerate(found) if i not in spurs])


def _spurs(found: list[Branch], distance: NDArray[np.float32]) -> set[int]:
    """Indices of the spurs; where a junction has nothing but spurs, only of the shortest."""
    meeting = degrees(found)
    at: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, branch in enumerate(found):
        if {meeting[branch.start] == 1, meeting[branch.end] == 1} != {True, False}:
            continue
        at_start = meeting[branch.end] == 1
        x, y = branch.pixels[0 if at_start else -1]
        if branch.length_px <= SPUR_RATIO * float(distance[y, x]) + SPUR_PX:
            at[branch.start if at_start else branch.end].append((branch.length_px, i))
    return {i for junction, spurs in at.items() for _, i in (spurs if len(spurs) < meeting[junction] else [min(spurs)])}


def _merged(found: list[Branch]) -> list[Branch]:
    """Join pairs of branches that meet in a node where nothing else does."""
    meeting = degrees(found)
    at: dict[int, list[Branch]] = defaultdict(list)
    kept = dict.fromkeys(found)
    for branch in found:
        at[branch.start].append(branch)
        at[branch.end].append(branch)
    for node, pair in at.items():
        if meeting[node] != 2 or pair[0] is pair[1]:
            continue
        first = pair[0] if pair[0].end == node else pair[0].reversed()
        second = pair[1] if pair[1].start == node else pair[1].reversed()
        joined = Branch(np.concatenate([first.pixels, second.pixels[1:]]), first.start, second.end)
        for branch in pair:
            kept.pop(branch)
            for other in (branch.start, branch.end):
                at[other] = [joined if known is branch else known for known in at[other]]
        kept[joined] = None
    return list(kept)
