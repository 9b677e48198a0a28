"""Generators that prepare a training, run it and hold its result against the active version; torch is imported late."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import jobs
from app.power import lower_priority
from core.errors import CoreError
from core.photos import identity, pairing, reader
from core.project import corrections
from core.project.content import Description, fingerprints
from core.project.project import Project
from core.project.roles import LEARNT
from core.score.compare import MIN_PHOTOS, Comparison, compare
from core.score.records import PhotoRecord, measure
from core.values import Correction, Finished, ModelVersion, Prediction, Preset, Progress, Tag, TaggedPhoto, TrainingPlan

FINGERPRINT_PX = 256
STEPS_BEFORE_ETA = 4


def train(plan: TrainingPlan) -> Iterator[Any]:
    """Train as planned: see core.train. Before a few steps are done nobody can say how long the rest takes.

    A run that goes on begins with what it reported before.
    """
    from core.train.run_state import reports_so_far
    from core.train.trainer import train as run

    lower_priority()
    if plan.resume:
        yield from reports_so_far(plan.out)
    first = None
    with closing(run(plan)) as events:  # a run that is stopped keeps its state as it closes
        for event in events:
            if isinstance(event, Progress):
                first = event.done if first is None else first
                event = event if event.done - first >= STEPS_BEFORE_ETA else replace(event, eta_s=None)
            yield event


@dataclass(frozen=True, slots=True)
class Prepared:
    """The photos to learn from with their permanent roles, and how long each preset will take.

    ``corrections`` are what was drawn on those photos, for whoever wants them learnt from as well.
    """

    photos: tuple[TaggedPhoto, ...]
    seconds: dict[Preset, float]
    corrections: tuple[Correction, ...] = ()


def prepare_training(folder: Path, machine: jobs.Machine) -> Iterator[Progress | Finished[Prepared]]:
    """Find near-duplicates among the tagged photos, give each group its permanent role, and estimate the time."""
    with Project.open(folder) as project:
        yield from _fingerprint(project)
        project.assign_roles()
        photos = project.training_photos()
        drawn = corrections.for_training(project)
    learnt = {photo.path for photo in photos}
    known = tuple(each for each in drawn if each.photo in learnt)
    yield Finished(Prepared(photos, {preset: _seconds(photos, preset, machine) for preset in Preset}, known))


def _fingerprint(project: Project) -> Iterator[Progress]:
    known = fingerprints(project.connection)
    wanted = (row for row in project.photos() if row.tag in LEARNT and not row.error)
    rows = [row for row in wanted if row.id not in known]
    for done, row in enumerate(rows):
        yield Progress(done, len(rows), row.path)
        try:
            small = reader.read_reduced(project.path(row), FINGERPRINT_PX)
        except CoreError as error:
            project.describe(row.id, Description(error=str(error)))
        else:
            project.describe(row.id, Description(fingerprint=identity.fingerprint(small)))


def _seconds(photos: tuple[TaggedPhoto, ...], preset: Preset, machine: jobs.Machine) -> float:
    from core.train.estimate import seconds_for

    plan = TrainingPlan(photos, Path(), preset=preset, device=machine.device, threads=machine.threads)
    return seconds_for(plan)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A trained version, on the shelf but not active, and how it did beside the active one."""

    candidate: ModelVersion
    comparison: Comparison
    held_out: tuple[TaggedPhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class Exam:
    """Held-out photos, the masks of those that have one, and where maps are kept."""

    photos: tuple[TaggedPhoto, ...]
    masks: Mapping[Path, Path]
    maps: jobs.Maps
    machine: jobs.Machine


def examine(best: Path, active: ModelVersion, exam: Exam) -> Iterator[Progress | Finished[Outcome]]:
    """Put the trained network on the shelf and hold it against the active one on photos that neither saw.

    Both are run by the same engine: the new one was not measured yet, and int8 moves a figure a little.
    """
    from core.network.shelf import Shelf

    candidate = Shelf().add(best)
    cracked = sum(photo.tag is Tag.CRACKED for photo in exam.photos)
    clean = sum(photo.tag is Tag.NOT_CRACKED for photo in exam.photos)
    if min(cracked, clean) < MIN_PHOTOS:
        told = Comparison(cracked, clean, reason=_too_few(cracked, clean))
        yield Finished(Outcome(candidate, told, exam.photos))
        return
    exam = replace(exam, machine=replace(exam.machine, engine="torch"))
    records: dict[str, list[PhotoRecord]] = {candidate.id: [], active.id: []}
    total = 2 * len(exam.photos)
    for number, version in enumerate((candidate, active)):
        for done, photo in enumerate(exam.photos):
            yield Progress(number * len(exam.photos) + done, total, photo.path.name)
            records[version.id].extend(_record(photo, version, exam))
    yield Finished(Outcome(candidate, compare(records[candidate.id], records[active.id]), exam.photos))


def _record(photo: TaggedPhoto, version: ModelVersion, exam: Exam) -> list[PhotoRecord]:
    """One record, none where the photo cannot be read."""
    from core.predict.cache import MapCache

    predictor = jobs.predictor_for(version.path, exam.machine)
    cache = MapCache(exam.maps.folder, exam.maps.cap_bytes)
    try:
        prediction = _prediction(photo.path, predictor, cache)
        mask = exam.masks.get(photo.path)
        truth = None if mask is None else pairing.read_mask(mask, prediction.probabilities.shape)
    except CoreError:
        return []
    return [measure(prediction, truth, name=str(photo.path), threshold=version.threshold, tag=photo.tag)]


def _prediction(path: Path, predictor: Any, cache: Any) -> Prediction:
    from core.predict.batch import PhotoPredicted, predict_photo

    found = [event for event in predict_photo(path, predictor, cache) if isinstance(event, PhotoPredicted)]
    return found[-1].prediction


def _too_few(cracked: int, clean: int) -> str:
    sentence = QCoreApplication.translate(
        "jobs",
        "The versions cannot be compared: it takes {wanted} held-out photos of either kind, there are "
        "{cracked} tagged cracked and {clean} tagged not cracked. Tag more photos; one in five is held out.",
    )
    return sentence.format(wanted=MIN_PHOTOS, cracked=cracked, clean=clean)
