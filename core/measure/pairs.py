"""Which photos of two dates show one spot, and which photos of one pass overlap."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import PhotoError
from core.measure.align import SMALLEST_SHARE, try_align
from core.photos import metadata, reader
from core.values import Finished, Progress

NEAR_M = 3.0
NEIGHBOURS = 3
OVERLAP_LONGEST_PX = 640
FEWEST_INLIERS = 25
SMALLEST_OVERLAP = 0.05
METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two photos of one spot; ``by`` is name, gps or picked."""

    earlier: Path
    later: Path
    by: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two photos of one pass that show the same surface: cracks there would be counted twice."""

    first: Path
    second: Path
    share: float


def pair(
    earlier: Sequence[Path], later: Sequence[Path], *, picked: Mapping[Path, Path] | None = None
) -> tuple[Pair, ...]:
    """Pairs in the order of ``later``: picked by hand, else of one name, else nearest by GPS within 3 m."""
    by_later = {there: here for here, there in (picked or {}).items()}
    names: dict[str, list[Path]] = {}
    for path in earlier:
        names.setdefault(path.stem.casefold(), []).append(path)
    places = {path: place for path in earlier if (place := _gps(path)) is not None}
    pairs = []
    for path in later:
        named = names.get(path.stem.casefold(), [])
        if path in by_later:
            pairs.append(Pair(by_later[path], path, "picked"))
        elif len(named) == 1:
            pairs.append(Pair(named[0], path, "name"))
        elif (near := _nearest(path, places)) is not None:
            pairs.append(Pair(near, path, "gps"))
    return tuple(pairs)


def find_overlaps(photos: Sequence[Path]) -> Iterator[Progress | Finished[tuple[Overlap, ...]]]:
    """Compare every photo with the next three of the pass, on reduced pictures. Unreadable photos are passed over."""
    found: list[Overlap] = []
    window: list[tuple[Path, object]] = []
    for done, path in enumerate(photos):
        yield Progress(done, len(photos), path.name)
        try:
            small = reader.read_reduced(path, OVERLAP_LONGEST_PX)
        except PhotoError:
            continue
        for other, seen in window:
            alignment = try_align(seen, small, longest=OVERLAP_LONGEST_PX)  # type: ignore[arg-type]
            if alignment is None or alignment.inliers < FEWEST_INLIERS or alignment.share < SMALLEST_SHARE:
                continue
            if alignment.overlap >= SMALLEST_OVERLAP:
                found.append(Overlap(other, path, alignment.overlap))
        window = [*window, (path, small)][-NEIGHBOURS:]
    yield Finished(tuple(found))


def _gps(path: Path) -> tuple[float, float] | None:
    try:
        return metadata.read(path).gps
    except PhotoError:
        return None


def _nearest(path: Path, places: Mapping[Path, tuple[float, float]]) -> Path | None:
    here = _gps(path) if places else None
    if here is None:
        return None
    near = min(places, key=lambda other: metres(here, places[other]))
    return near if metres(here, places[near]) <= NEAR_M else None


def metres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Distance of two (latitude, longitude) that lie near each other."""
    north = (second[0] - first[0]) * METRES_PER_DEGREE
    east = (second[1] - first[1]) * METRES_PER_DEGREE * math.cos(math.radians(first[0]))
    return math.hypot(north, east)
