"""What there is to learn from, and what is too little: decided here, shown by the training dialog."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.models.samples import Sample
from core.score.compare import MIN_PHOTOS
from core.values import Preset, Role, Tag, TaggedPhoto

FEW = 20


@dataclass(frozen=True, slots=True)
class Material:
    """(learning, held out) photos of each kind; ``problem`` forbids the start.

    ``doubtful`` tags contradict the active model: wrong tags teach wrong things, so they are worth a look first.
    ``seconds`` is the time that each preset will take; ``resumable`` says what an interrupted run was, ``machine``
    what of this machine will be used; ``corrected`` counts the photos to learn from that somebody drew on.
    """

    cracked: tuple[int, int] = (0, 0)
    not_cracked: tuple[int, int] = (0, 0)
    unsure: int = 0
    doubtful: int = 0
    problem: str = ""
    advice: tuple[str, ...] = ()
    seconds: Mapping[Preset, float] = field(default_factory=dict)
    resumable: str = ""
    machine: str = ""
    samples: tuple[Sample, ...] = ()
    corrected: int = 0


def material(
    photos: Iterable[TaggedPhoto],
    *,
    seconds: Mapping[Preset, float],
    samples: Sequence[Sample] = (),
    resumable: str = "",
    machine: str = "",
    corrected: int = 0,
) -> Material:
    """Count the photos of each kind and say what is too few."""
    counted = Counter((photo.tag, photo.role) for photo in photos)
    cracked = (counted[Tag.CRACKED, Role.TRAIN], counted[Tag.CRACKED, Role.HELD_OUT])
    clean = (counted[Tag.NOT_CRACKED, Role.TRAIN], counted[Tag.NOT_CRACKED, Role.HELD_OUT])
    return Material(
        cracked=cracked,
        not_cracked=clean,
        unsure=sum(sample.tag is Tag.UNSURE for sample in samples),
        doubtful=sum(sample.is_doubtful for sample in samples),
        problem="" if cracked[0] else _nothing_to_learn_from(),
        advice=tuple(_advice(cracked, clean)),
        seconds=seconds,
        resumable=resumable,
        machine=machine,
        samples=tuple(samples),
        corrected=corrected,
    )


def _nothing_to_learn_from() -> str:
    return QCoreApplication.translate("material", "No photo to learn from is tagged cracked. Tag some with C first.")


def _advice(cracked: tuple[int, int], clean: tuple[int, int]) -> Iterable[str]:
    translate = QCoreApplication.translate
    if 0 < cracked[0] < FEW:
        few = translate(
            "material", "Only %Ln photos tagged cracked: {wanted} or more teach noticeably better.", "", cracked[0]
        )
        yield few.format(wanted=FEW)
    if clean[0] == 0:
        yield translate(
            "material",
            "No photo is tagged not cracked: without them false alarms hardly get fewer. Tag some with N.",
        )
    elif clean[0] < FEW:
        few = translate(
            "material", "Only %Ln photos tagged not cracked: {wanted} or more make false alarms fewer.", "", clean[0]
        )
        yield few.format(wanted=FEW)
    if min(cracked[1], clean[1]) < MIN_PHOTOS:
        short = translate(
            "material",
            "The new version cannot be compared with the active one: that takes {count} held-out photos of either "
            "kind, about {tags} tags of each.",
        )
        yield short.format(count=MIN_PHOTOS, tags=5 * MIN_PHOTOS)
