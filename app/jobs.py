"""The only bridge to the network: generators that call core.predict and core.train, imported when they run.

Whoever imports this module does not load torch; whoever drains one of its generators may.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from app.imaging import MapPyramid, PhotoPyramid, map_pyramid, pyramid
from app.models.prediction_order import PredictionOrder, Wanted
from app.power import lower_priority
from core.errors import CoreError
from core.photos import identity, pairing, reader
from core.project import corrections
from core.project.content import Content, Description, fingerprints
from core.project.project import Project
from core.project.roles import LEARNT
from core.score import counts
from core.score.compare import MIN_PHOTOS, Comparison, compare
from core.score.records import PhotoRecord, measure
from core.values import (
    CoarseMap,
    Correction,
    Finished,
    ModelVersion,
    Prediction,
    Preset,
    ProbabilityMap,
    Progress,
    Tag,
    TaggedPhoto,
    TrainingPlan,
)

FINGERPRINT_PX = 256
STEPS_BEFORE_ETA = 4


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the network runs, as the user set it."""

    device: str = "auto"
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class Maps:
    """Where the maps of a project are kept, and how many bytes they may take."""

    folder: Path
    cap_bytes: int


@dataclass(frozen=True, slots=True, eq=False)
class Predicted:
    """What the network said of one photo; the map itself lies in the cache under ``key``."""

    id: int
    model_id: str
    key: str
    score: float
    levels: NDArray[np.int64]
    content: Content
    probabilities: ProbabilityMap
    seconds: float


@dataclass(frozen=True, slots=True)
class NotPredicted:
    """A photo that could not be read, and why."""

    id: int
    sentence: str


@dataclass(frozen=True, slots=True, eq=False)
class Glimpsed:
    """What a look at the reduced photo found, as large as the photo; the finished map follows."""

    id: int
    probabilities: ProbabilityMap


PredictEvent = Progress | Glimpsed | Predicted | NotPredicted | Finished[None]


def predict(order: PredictionOrder, version: ModelVersion, maps: Maps, machine: Machine) -> Iterator[PredictEvent]:
    """Predict what ``order`` hands out until it has nothing left."""
    from core.predict.cache import MapCache

    yield Progress(0, 0, "Loading the network")
    predictor = _predictor(version.path, machine)
    cache = MapCache(maps.folder, maps.cap_bytes)
    begun, (first, _) = time.monotonic(), order.counts
    while (photo := order.take()) is not None:
        standing = _standing(order, photo.path.name, first=first, begun=begun)
        yield standing
        try:
            yield from _predicted(photo, standing, predictor=predictor, cache=cache)
        except CoreError as error:
            yield NotPredicted(photo.id, str(error))
        except GeneratorExit:
            order.want_again(photo.id)
            raise
    yield Finished(None)


def _predicted(photo: Wanted, standing: Progress, *, predictor: Any, cache: Any) -> Iterator[PredictEvent]:
    from core.predict.batch import predict_photo

    for event in predict_photo(photo.path, predictor, cache):
        if isinstance(event, Progress):
            yield standing  # between two tiles a cancel is heard
        elif isinstance(event, CoarseMap):
            yield _glimpsed(photo, event)
        else:
            yield _kept(photo, event)


def _glimpsed(photo: Wanted, coarse: CoarseMap) -> Glimpsed:
    height, width = coarse.size
    whole = cv2.resize(coarse.probabilities, (width, height), interpolation=cv2.INTER_LINEAR)
    return Glimpsed(photo.id, np.asarray(whole, np.uint8))


def _kept(photo: Wanted, event: Any) -> Predicted:
    facts = photo.path.stat()
    prediction: Prediction = event.prediction
    return Predicted(
        id=photo.id,
        model_id=prediction.model_id,
        key=event.key,
        score=prediction.photo_score,
        levels=counts.histogram(prediction.probabilities),
        content=Content(event.content_hash, facts.st_size, facts.st_mtime_ns),
        probabilities=prediction.probabilities,
        seconds=0.0 if event.was_cached else prediction.seconds,
    )


def _standing(order: PredictionOrder, name: str, *, first: int, begun: float) -> Progress:
    taken, total = order.counts
    done = taken - 1
    each = (time.monotonic() - begun) / max(done - first, 1)
    return Progress(done, total, name, (total - done) * each if done > first else None)


@lru_cache(maxsize=2)
def _predictor(file: Path, machine: Machine) -> Any:
    """Kept between two runs: loading the network takes longer than a small photo."""
    from core.network.shelf import Shelf
    from core.predict.predictor import Predictor

    return Predictor(Shelf().find(str(file)), device=machine.device, threads=machine.threads)


def kept_map(maps: Maps, key: str) -> ProbabilityMap | None:
    """A map that was made before; reads the disk and never loads torch."""
    from core.predict.cache import MapCache

    found = MapCache(maps.folder, maps.cap_bytes).get(key)
    return None if found is None else found.probabilities


def missing_maps(
    photos: Mapping[int, Path], known: Mapping[int, str], *, version: ModelVersion, maps: Maps, machine: Machine
) -> Iterator[Progress | Finished[dict[int, str]]]:
    """Where the map of each photo lies in the cache; those that are ``known`` and still there are not made again.

    A photo that cannot be read has none.
    """
    from core.predict.batch import predict_photo
    from core.predict.cache import MapCache

    cache = MapCache(maps.folder, maps.cap_bytes)
    keys = {photo: key for photo, key in known.items() if cache.header(key) is not None}
    wanted = [photo for photo in photos if photo not in keys]
    if wanted:
        yield Progress(0, 0, "Loading the network")
    for done, photo in enumerate(wanted):
        standing = Progress(done, len(wanted), photos[photo].name)
        yield standing
        try:
            for event in predict_photo(photos[photo], _predictor(version.path, machine), cache):
                if isinstance(event, Progress | CoarseMap):
                    yield standing
                else:
                    keys[photo] = event.key
        except CoreError:
            continue
    yield Finished(keys)


def map_of(photo: Path, version: ModelVersion, maps: Maps, machine: Machine) -> Iterator[Progress | Finished[Any]]:
    """What any version says of a photo, as a pyramid; from the cache where it was asked before."""
    from core.predict.batch import predict_photo
    from core.predict.cache import MapCache

    yield Progress(0, 0, "Loading the network")
    predictor = _predictor(version.path, machine)
    for event in predict_photo(photo, predictor, MapCache(maps.folder, maps.cap_bytes)):
        if isinstance(event, Progress):
            yield event
        elif not isinstance(event, CoarseMap):
            yield Finished(map_pyramid(event.prediction.probabilities))


@dataclass(frozen=True, slots=True, eq=False)
class SeenByBoth:
    """A photo and what each of two versions says of it."""

    photo: PhotoPyramid
    maps: tuple[MapPyramid, MapPyramid]


def seen_by_both(
    photo: Path, versions: tuple[ModelVersion, ModelVersion], maps: Maps, machine: Machine
) -> Iterator[Progress | Finished[SeenByBoth]]:
    """Ask both versions of a photo; from the cache where they were asked before."""
    found = []
    for version in versions:
        for event in map_of(photo, version, maps, machine):
            if isinstance(event, Finished):
                found.append(event.result)
            else:
                yield event
    yield Finished(SeenByBoth(pyramid(reader.read(photo)), (found[0], found[1])))


def versions() -> Iterator[Finished[list[ModelVersion]]]:
    """All versions on the shelf, the shipped one first."""
    from core.network.shelf import Shelf

    yield Finished(Shelf().versions())


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


def add_version(file: Path) -> Iterator[Finished[ModelVersion]]:
    """Copy a network file onto the shelf after checking it."""
    from core.network.shelf import Shelf

    yield Finished(Shelf().add(file))


def label_version(
    version_id: str, *, name: str | None = None, note: str | None = None
) -> Iterator[Finished[ModelVersion]]:
    """Give a version another name or note."""
    from core.network.shelf import Shelf

    yield Finished(Shelf().label(version_id, name=name, note=note))


def export_version(version_id: str, target: Path) -> Iterator[Finished[None]]:
    """Copy a version to a file."""
    from core.network.shelf import Shelf

    Shelf().export(version_id, target)
    yield Finished(None)


def remove_version(version_id: str) -> Iterator[Finished[None]]:
    """Take a version off the shelf for good."""
    from core.network.shelf import Shelf

    Shelf().remove(version_id)
    yield Finished(None)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The photos to learn from with their permanent roles, and how long each preset will take.

    ``corrections`` are what was drawn on those photos, for whoever wants them learnt from as well.
    """

    photos: tuple[TaggedPhoto, ...]
    seconds: dict[Preset, float]
    corrections: tuple[Correction, ...] = ()


def prepare_training(folder: Path, machine: Machine) -> Iterator[Progress | Finished[Prepared]]:
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


def _seconds(photos: tuple[TaggedPhoto, ...], preset: Preset, machine: Machine) -> float:
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
    maps: Maps
    machine: Machine


def examine(best: Path, active: ModelVersion, exam: Exam) -> Iterator[Progress | Finished[Outcome]]:
    """Put the trained network on the shelf and hold it against the active one on photos that neither saw."""
    from core.network.shelf import Shelf

    candidate = Shelf().add(best)
    cracked = sum(photo.tag is Tag.CRACKED for photo in exam.photos)
    clean = sum(photo.tag is Tag.NOT_CRACKED for photo in exam.photos)
    if min(cracked, clean) < MIN_PHOTOS:
        told = Comparison(cracked, clean, reason=_too_few(cracked, clean))
        yield Finished(Outcome(candidate, told, exam.photos))
        return
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

    predictor = _predictor(version.path, exam.machine)
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
