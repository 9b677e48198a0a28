"""Two versions on the same held-out photos: what got better, and whether chance explains it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.score import figures
from core.score.bootstrap import Interval, interval
from core.score.figures import Columns
from core.score.records import PhotoRecord

MIN_PHOTOS = 20
COMPARED = ("auroc", "false_alarm_area", "dice_cracked")
LOWER_IS_BETTER = frozenset({"false_alarm_area"})


class Verdict(StrEnum):
    """What a comparison says of the candidate; nothing where it has no figures."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of both versions. ``difference`` is candidate minus active, with 95 % intervals."""

    name: str
    candidate: float
    active: float
    difference: float
    candidate_interval: Interval | None
    active_interval: Interval | None
    difference_interval: Interval | None

    @property
    def verdict(self) -> Verdict:
        """Better or worse only where the whole 95 % interval of the difference is."""
        if self.difference_interval is None:
            return Verdict.UNKNOWN
        ends = [-end if self.name in LOWER_IS_BETTER else end for end in self.difference_interval]
        if min(ends) > 0:
            return Verdict.BETTER
        return Verdict.WORSE if max(ends) < 0 else Verdict.UNCLEAR


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two versions did on the photos that both could read. ``reason`` says why there are no figures."""

    photos_cracked: int
    photos_not_cracked: int
    figures: tuple[Compared, ...] = ()
    reason: str = ""

    @property
    def verdict(self) -> Verdict:
        """Better: some figure is clearly better and none clearly worse; worse the other way round."""
        found = {figure.verdict for figure in self.figures}
        if not found or found == {Verdict.UNKNOWN}:
            return Verdict.UNKNOWN
        clear = found & {Verdict.BETTER, Verdict.WORSE}
        return clear.pop() if len(clear) == 1 else Verdict.UNCLEAR


def compare(candidate: Sequence[PhotoRecord], active: Sequence[PhotoRecord], *, seed: int = 0) -> Comparison:
    """Compare two versions, each at the threshold of its records, on the photos that both have by name.

    A figure that either version lacks (Dice without masks) is left out.
    """
    theirs = {record.name: record for record in active}
    pairs = [(record, theirs[record.name]) for record in candidate if record.name in theirs]
    cracked = sum(ours.label is True for ours, _ in pairs)
    clean = sum(ours.label is False for ours, _ in pairs)
    if min(cracked, clean) < MIN_PHOTOS:
        return Comparison(cracked, clean, reason=_too_few(cracked, clean))
    first = figures.columns([ours for ours, _ in pairs])
    second = figures.columns([other for _, other in pairs])
    return Comparison(cracked, clean, figures=_compared(first, second, seed=seed))


def _compared(first: Columns, second: Columns, *, seed: int) -> tuple[Compared, ...]:
    """Resample both versions with the same draws, so that the difficulty of the photos cancels out."""
    ours, others = figures.values(first), figures.values(second)
    drawn, drawn_others = (figures.resampled(photos, COMPARED, seed=seed) for photos in (first, second))
    compared = []
    for name in COMPARED:
        mine, other = ours[name], others[name]
        if mine is None or other is None:
            continue
        spans = (drawn[name], drawn_others[name], drawn[name] - drawn_others[name])
        compared.append(Compared(name, mine, other, mine - other, *(interval(span) for span in spans)))
    return tuple(compared)


def _too_few(cracked: int, clean: int) -> str:
    return (
        f"The versions cannot be compared: it takes {MIN_PHOTOS} held-out photos of either kind, "
        f"there are {cracked} cracked and {clean} not cracked; tag more photos."
    )
