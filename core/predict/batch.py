"""Many photos, one after the other: what the window and the command line both run. Torch-free by itself."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol, cast

from core.errors import PhotoError
from core.network.batches import is_out_of_memory
from core.photos.identity import content_hash
from core.photos.reader import read
from core.predict.cache import MapCache, map_key
from core.values import RGB, CoarseMap, Finished, ModelVersion, Prediction, Progress


class Predicts(Protocol):
    """What makes maps: a loaded network, or a reference without one."""

    @property
    def version(self) -> ModelVersion:
        """Whose maps they are."""

    @property
    def settings(self) -> str:
        """All that shapes a map besides photo and version."""

    def predict_tiles(self, photo: RGB) -> Iterator[Progress | CoarseMap | Prediction]:
        """The map of a photo (H, W, 3), last."""


class PredictsTogether(Predicts, Protocol):
    """What a graphics card runs: the tiles of several photos share batches."""

    @property
    def photos_at_once(self) -> int:
        """How many photos should be handed over together."""

    def predict_together(self, photos: Sequence[RGB]) -> Iterator[tuple[int, Progress | CoarseMap | Prediction]]:
        """The events of several photos, each with its photo's place."""


@dataclass(frozen=True, slots=True)
class PhotoPredicted:
    """A map is there. ``key`` finds it in the cache again; ``was_cached`` tells that no network ran."""

    path: Path
    content_hash: str
    key: str
    prediction: Prediction
    was_cached: bool


@dataclass(frozen=True, slots=True)
class PhotoFailed:
    """A photo that cannot be read, with the sentence for the user; the batch goes on."""

    path: Path
    error: str


PhotoEvent = Progress | CoarseMap | PhotoPredicted | PhotoFailed

# Threads that decode ahead of a graphics card, and how many photos share its batches at most.
_DECODERS = 6
_PHOTOS_AT_ONCE = 8


def predict_photos(
    paths: Iterable[Path],
    predictor: Predicts | PredictsTogether,
    *,
    cache: MapCache | None = None,
    total: int | None = None,
) -> Iterator[PhotoEvent | Finished[int]]:
    """A map for each photo, read from the cache where it is known.

    On a processor ``paths`` is drawn one at a time, so a caller may decide as late as then which photo is next; a
    graphics card is given several at once. Each photo yields Progress tile by tile, then PhotoPredicted or
    PhotoFailed; the last event counts the photos read.
    """
    started, read_count, count = time.monotonic(), 0, 0
    for event in _events(paths, predictor, cache):
        yield event
        if isinstance(event, PhotoPredicted | PhotoFailed):
            count += 1
            read_count += isinstance(event, PhotoPredicted)
            if total is not None:
                each = (time.monotonic() - started) / count
                yield Progress(count, total, event.path.name, each * max(0, total - count))
    yield Finished(read_count)


def _events(
    paths: Iterable[Path], predictor: Predicts | PredictsTogether, cache: MapCache | None
) -> Iterator[PhotoEvent]:
    at_once = min(_PHOTOS_AT_ONCE, getattr(predictor, "photos_at_once", 1))
    if at_once == 1:
        return _in_turn(paths, predictor, cache)
    return _together(paths, cast(PredictsTogether, predictor), cache, at_once=at_once)


def _in_turn(paths: Iterable[Path], predictor: Predicts, cache: MapCache | None) -> Iterator[PhotoEvent]:
    for path in paths:
        try:
            yield from predict_photo(path, predictor, cache)
        except PhotoError as error:
            yield PhotoFailed(path, str(error))
        except (MemoryError, RuntimeError) as error:
            if not is_out_of_memory(error):
                raise
            yield PhotoFailed(
                path, f"{path.name} needs more memory than is free; close other programs, then try again."
            )


def _together(
    paths: Iterable[Path], predictor: PredictsTogether, cache: MapCache | None, *, at_once: int
) -> Iterator[PhotoEvent]:
    """Photos are read by threads while the card works, and their tiles share its batches."""
    coming, drawn = deque[tuple[Path, Future[Prepared]]](), iter(paths)
    with ThreadPoolExecutor(_DECODERS, thread_name_prefix="decoder") as pool:
        try:
            while True:
                for path in islice(drawn, 2 * at_once - len(coming)):
                    coming.append((path, pool.submit(_prepared, path, predictor, cache)))
                if not coming:
                    return
                group = [coming.popleft() for _ in range(min(at_once, len(coming)))]
                yield from _group(group, predictor, cache)
        finally:
            for _, future in coming:
                future.cancel()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A photo whose map is known, or its pixels."""

    path: Path
    content_hash: str
    key: str
    known: Prediction | None
    photo: RGB | None

    def with_map(self, prediction: Prediction) -> PhotoPredicted:
        """The event that tells of its map."""
        return PhotoPredicted(self.path, self.content_hash, self.key, prediction, was_cached=self.known is not None)


def _prepared(path: Path, predictor: Predicts, cache: MapCache | None) -> Prepared:
    """Raises PhotoError."""
    fingerprint = content_hash(path)
    key = map_key(fingerprint, predictor.version.id, predictor.settings)
    known = cache.get(key) if cache else None
    return Prepared(path, fingerprint, key, known, None if known else read(path))


def _group(
    group: list[tuple[Path, Future[Prepared]]], predictor: PredictsTogether, cache: MapCache | None
) -> Iterator[PhotoEvent]:
    waiting: list[Prepared] = []
    for path, future in group:
        try:
            prepared = future.result()
        except PhotoError as error:
            yield PhotoFailed(path, str(error))
            continue
        if prepared.known is not None:
            yield prepared.with_map(prepared.known)
        else:
            waiting.append(prepared)
    if waiting:
        yield from _predicted(waiting, predictor, cache)


def _predicted(waiting: list[Prepared], predictor: PredictsTogether, cache: MapCache | None) -> Iterator[PhotoEvent]:
    done: set[int] = set()
    try:
        photos = [prepared.photo for prepared in waiting if prepared.photo is not None]
        for place, event in predictor.predict_together(photos):
            if isinstance(event, Prediction):
                done.add(place)
                yield _kept(waiting[place], event, cache)
            else:
                yield event
    except (MemoryError, RuntimeError) as error:
        if not is_out_of_memory(error):
            raise
        # One of them may be too large; the others are not to suffer for it.
        yield from _in_turn([one.path for place, one in enumerate(waiting) if place not in done], predictor, cache)


def _kept(prepared: Prepared, prediction: Prediction, cache: MapCache | None) -> PhotoPredicted:
    if cache:
        cache.put(prepared.key, prediction)
    return prepared.with_map(prediction)


def predict_photo(
    path: Path,
    predictor: Predicts,
    cache: MapCache | None,
    *,
    glimpse: Callable[[RGB], CoarseMap | None] | None = None,
) -> Iterator[PhotoEvent]:
    """One photo's map, after what ``glimpse`` (see ``Predictor.glimpse``) saw of it. Raises PhotoError."""
    prepared = _prepared(path, predictor, cache)
    if prepared.photo is None:
        assert prepared.known is not None
        yield prepared.with_map(prepared.known)
        return
    if glimpse is not None and (coarse := glimpse(prepared.photo)):
        yield coarse
    for event in predictor.predict_tiles(prepared.photo):
        yield _kept(prepared, event, cache) if isinstance(event, Prediction) else event
