"""The bridge to the network: generators that call core.predict, imported when they run.

Whoever imports this module does not load torch; whoever drains one of its generators may.
"""

import logging
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from app.imaging import MapPyramid, PhotoPyramid, map_pyramid, pyramid
from app.models.prediction_order import PredictionOrder, Wanted
from app.power import lower_priority
from core.errors import CoreError
from core.photos import reader
from core.project.content import Content
from core.score import counts
from core.values import CoarseMap, Finished, ModelVersion, Prediction, ProbabilityMap, Progress

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the network runs, as the user set it; ``engine`` is one of ``core.network.engines.ENGINES``."""

    device: str = "auto"
    threads: int | None = None
    engine: str = "auto"


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
    predictor = predictor_for(version.path, machine)
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

    glimpse = predictor.glimpse if photo.is_shown else None
    for event in predict_photo(photo.path, predictor, cache, glimpse=glimpse):
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


@lru_cache(maxsize=3)
def predictor_for(file: Path, machine: Machine) -> Any:
    """Kept between two runs: loading the network takes longer than a small photo. No engine is tried out first."""
    from core.network.shelf import Shelf
    from core.predict.predictor import Predictor

    version = Shelf().find(str(file))
    return Predictor(version, device=machine.device, threads=machine.threads, engine=machine.engine, may_measure=False)


def has_other_engine() -> bool:
    """Whether anything but PyTorch is installed that could run a network."""
    from core.network import openvino

    return openvino.version() is not None


def try_engines(version: ModelVersion, machine: Machine) -> Iterator[Progress | Finished[None]]:
    """Find out which engine is the fastest here, behind all other programs; the next prediction uses it.

    An engine that does not work is no failure: PyTorch goes on.
    """
    from core.network import engines
    from core.network.tensor_file import read_metadata

    lower_priority()
    description = read_metadata(version.path)
    if engines.is_unmeasured(version, description, device=machine.device, threads=machine.threads):
        yield Progress(0, 0, "Trying a faster engine")
        try:
            engines.runner_for(version, description, device=machine.device, threads=machine.threads)
        except (RuntimeError, ImportError, OSError, CoreError):
            _log.warning("no other engine could be tried", exc_info=True)
        predictor_for.cache_clear()
    yield Finished(None)


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
            for event in predict_photo(photos[photo], predictor_for(version.path, machine), cache):
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
    predictor = predictor_for(version.path, machine)
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
