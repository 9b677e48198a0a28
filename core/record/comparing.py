"""Two dates: which photos show one spot, and what grew there, as a table that window and command line share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import CoreError
from core.export.photo import ExportPhoto
from core.export.tables import Cell
from core.measure import growth as measure
from core.measure.align import align
from core.measure.growth import Growth
from core.measure.pairs import pair
from core.record.dossier import Dossier
from core.values import RGB, Finished, Progress

Load = Callable[[Dossier], tuple[RGB, ExportPhoto]]

COLUMNS = (
    "later", "earlier", "paired_by", "unit", "length_before", "length_after", "new_length", "gone_length",
    "found_once_length", "widening_mean", "widening_p95", "widening_max", "widest_x_px", "widest_y_px", "inliers",
    "share", "error_px", "overlap", "problem",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """A photo of the later date and the one of the earlier date that shows the same; ``by`` is name, gps or picked."""

    earlier: Dossier
    later: Dossier
    by: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What grew at a spot; without ``growth``, ``problem`` says why the two cannot be compared."""

    spot: Spot
    growth: Growth | None = None
    problem: str = ""


def spots(
    earlier: Sequence[Dossier], later: Sequence[Dossier], picked: Mapping[Path, Path] | None = None
) -> tuple[Spot, ...]:
    """Pairs in the order of ``later``; ``picked`` maps earlier to later photos by hand. No photo pairs with itself."""
    before, after = ({each.path: each for each in dossiers} for dossiers in (earlier, later))
    found = pair(list(before), list(after), picked=picked)
    return tuple(Spot(before[one.earlier], after[one.later], one.by) for one in found if one.earlier != one.later)


def compare(spot: Spot, load_earlier: Load, load_later: Load) -> Compared:
    """Lay one photo over the other and measure what grew, at the later photo's scale."""
    try:
        old, first = load_earlier(spot.earlier)
        new, second = load_later(spot.later)
        found = measure.compare(first.cracks, second.cracks, align(old, new), second.scale, photos=(old, new))
    except CoreError as error:
        return Compared(spot, problem=str(error))
    return Compared(spot, found)


def compare_all(
    found: Sequence[Spot], load_earlier: Load, load_later: Load
) -> Iterator[Progress | Compared | Finished[tuple[Compared, ...]]]:
    """All spots in turn. One that cannot be compared says why, and the rest goes on."""
    done: list[Compared] = []
    for number, spot in enumerate(found):
        yield Progress(number, len(found), spot.later.name)
        done.append(compare(spot, load_earlier, load_later))
        yield done[-1]
    yield Finished(tuple(done))


def row(found: Compared) -> list[Cell]:
    """One line of the growth table, as COLUMNS."""
    spot, grown = found.spot, found.growth
    names: list[Cell] = [spot.later.name, spot.earlier.name, spot.by]
    if grown is None:
        return [*names, *[None] * (len(COLUMNS) - len(names) - 1), found.problem]
    quality, place = grown.alignment, grown.widest_at or (None, None)
    values = (grown.length_before, grown.length_after, grown.new_length, grown.gone_length,
              grown.found_once_length, grown.widening_mean, grown.widening_p95, grown.widening_max, *place)  # fmt: skip
    fit = (quality.share, quality.error_px, quality.overlap)
    return [*names, grown.unit, *map(_rounded, values), quality.inliers, *map(_rounded, fit), None]


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.5g}")
