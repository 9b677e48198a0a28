"""Many photos, one after the other: what the window and the command line both run. Torch-free by itself."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.errors import PhotoError
from core.photos.identity import content_hash
from core.photos.reader import read
from core.predict.cache import MapCache, map_key
from core.values import RGB, Finished, ModelVersion, Prediction, Progress


class Predicts(Protocol):
    """What makes maps: a loaded network, or a reference without one."""

    @property
    def version(self) -> ModelVersion:
        """Whose maps they are."""

    @property
    def settings(self) -> str:
        """All that shapes a map besides photo and version."""

    def predict_tiles(self, photo: RGB) -> Iterator[Progress | Prediction]:
        """The map of a photo (H, W, 3), last."""


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


def predict_photos(
    paths: Iterable[Path], predictor: Predicts, *, cache: MapCache | None = None, total: int | None = None
) -> Iterator[Progress | PhotoPredicted | PhotoFailed | Finished[int]]:
    """A map for each photo, read from the cache where it is known.

    ``paths`` is drawn one at a time, so a caller may decide as late as then which photo is next. Each photo
    yields Progress tile by tile, then PhotoPredicted or PhotoFailed; the last event counts the photos read.
    """
    started, read_count = time.monotonic(), 0
    for count, path in enumerate(paths, start=1):
        try:
            for event in predict_photo(path, predictor, cache):
                if isinstance(event, PhotoPredicted):
                    read_count += 1
                yield event
        except PhotoError as error:
            yield PhotoFailed(path, str(error))
        except (MemoryError, RuntimeError) as error:
            if not _is_out_of_memory(error):
                raise
            yield PhotoFailed(
                path, f"{path.name} needs more memory than is free; close other programs, then try again."
            )
        if total is not None:
            each = (time.monotonic() - started) / count
            yield Progress(count, total, path.name, each * max(0, total - count))
    yield Finished(read_count)


def _is_out_of_memory(error: Exception) -> bool:
    """PyTorch says so in a RuntimeError; other RuntimeErrors are ours and must not be swallowed."""
    said = str(error).lower()
    return isinstance(error, MemoryError) or "out of memory" in said or "not enough memory" in said


def predict_photo(path: Path, predictor: Predicts, cache: MapCache | None) -> Iterator[Progress | PhotoPredicted]:
    """One photo's map. Raises PhotoError."""
    fingerprint = content_hash(path)
    key = map_key(fingerprint, predictor.version.id, predictor.settings)
    known = cache.get(key) if cache else None
    if known is not None:
        yield PhotoPredicted(path, fingerprint, key, known, was_cached=True)
        return
    for event in predictor.predict_tiles(read(path)):
        if isinstance(event, Progress):
            yield event
            continue
        if cache:
            cache.put(key, event)
        yield PhotoPredicted(path, fingerprint, key, event, was_cached=False)
