"""What there is to learn from, and what is too little: decided here, shown by the training dialog."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.score.compare import MIN_PHOTOS
from core.values import Preset, Role, Tag, TaggedPhoto

FEW = 20


@dataclass(frozen=True, slots=True)
class Material:
    """(learning, held out) photos of each kind; ``problem`` forbids the start.

    ``doubtful`` tags contradict the active model: wrong tags teach wrong things, so they are worth a look first.
    ``seconds`` is the time that each preset will take; ``resumable`` says what an interrupted run was.
    """

    cracked: tuple[int, int] = (0, 0)
    not_cracked: tuple[int, int] = (0, 0)
    unsure: int = 0
    doubtful: int = 0
    problem: str = ""
    advice: tuple[str, ...] = ()
    seconds: Mapping[Preset, float] = field(default_factory=dict)
    resumable: str = ""


def material(
    photos: Iterable[TaggedPhoto],
    *,
    unsure: int,
    seconds: Mapping[Preset, float],
    doubtful: int = 0,
    resumable: str = "",
) -> Material:
    """Count the photos of each kind and say what is too few."""
    counted = Counter((photo.tag, photo.role) for photo in photos)
    cracked = (counted[Tag.CRACKED, Role.TRAIN], counted[Tag.CRACKED, Role.HELD_OUT])
    clean = (counted[Tag.NOT_CRACKED, Role.TRAIN], counted[Tag.NOT_CRACKED, Role.HELD_OUT])
    return Material(
        cracked=cracked,
        not_cracked=clean,
        unsure=unsure,
        doubtful=doubtful,
        problem="" if cracked[0] else "No photo to learn from is tagged cracked. Tag some with C first.",
        advice=tuple(_advice(cracked, clean)),
        seconds=seconds,
        resumable=resumable,
    )


def _advice(cracked: tuple[int, int], clean: tuple[int, int]) -> Iterable[str]:
    if 0 < cracked[0] < FEW:
        yield f"Only {cracked[0]} photos tagged cracked: {FEW} or more teach noticeably better."
    if clean[0] == 0:
        yield "No photo is tagged not cracked: without them false alarms hardly get fewer. Tag some with N."
    elif clean[0] < FEW:
        yield f"Only {clean[0]} photos tagged not cracked: {FEW} or more make false alarms fewer."
    if min(cracked[1], clean[1]) < MIN_PHOTOS:
        yield (
            f"The new version cannot be compared with the active one: that takes {MIN_PHOTOS} held-out photos of "
            f"either kind, about {5 * MIN_PHOTOS} tags of each."
        )
