"""What networks said of the photos: score and histogram here, the maps themselves in the cache."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.project.database import told_if_damaged, transaction
from core.values import cut

LEVELS = 256
_STORED = np.dtype("<u4")  # the reader refuses photos with more pixels than this can count

Histogram = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class StoredPrediction:
    """One network's answer for one photo: a score and the histogram (256,) of its map, or why there is none."""

    photo: int
    model: str
    cache_key: str = ""
    photo_score: float | None = None
    histogram: Histogram | None = None
    error: str | None = None


def record(connection: sqlite3.Connection, predictions: Iterable[StoredPrediction]) -> None:
    """Keeps answers in one transaction. A photo that is gone from the register meanwhile is left out."""
    with transaction(connection):
        connection.executemany(
            "INSERT OR REPLACE INTO predictions (photo, model, cache_key, photo_score, histogram, error)"
            " SELECT id, ?, ?, ?, ?, ? FROM photos WHERE id = ?",
            [
                (each.model, each.cache_key, each.photo_score, _packed(each.histogram), each.error, each.photo)
                for each in predictions
            ],
        )


@told_if_damaged
def find(connection: sqlite3.Connection, photo: int, model: str) -> StoredPrediction | None:
    """What ``model`` said of a photo."""
    row = connection.execute(
        "SELECT cache_key, photo_score, histogram, error FROM predictions WHERE photo = ? AND model = ?",
        (photo, model),
    ).fetchone()
    if row is None:
        return None
    cache_key, photo_score, packed, error = row
    return StoredPrediction(
        photo=photo,
        model=model,
        cache_key=cache_key,
        photo_score=photo_score,
        histogram=_unpacked(packed),
        error=error,
    )


@told_if_damaged
def crack_areas(connection: sqlite3.Connection, model: str, threshold: float) -> dict[int, float]:
    """The share of each photo's pixels that is crack at ``threshold``, 0..1."""
    rows = connection.execute(
        "SELECT photo, histogram FROM predictions WHERE model = ? AND histogram IS NOT NULL", (model,)
    ).fetchall()
    if not rows:
        return {}
    counts = np.frombuffer(b"".join(packed for _, packed in rows), _STORED).reshape(-1, LEVELS)
    areas = counts[:, cut(threshold) :].sum(axis=1) / np.maximum(counts.sum(axis=1), 1)
    return dict(zip((photo for photo, _ in rows), areas.tolist(), strict=True))


def _packed(histogram: Histogram | None) -> bytes | None:
    if histogram is None:
        return None
    if histogram.shape != (LEVELS,):
        raise ValueError(f"A histogram has {LEVELS} levels, this one has the shape {histogram.shape}.")
    return histogram.astype(_STORED).tobytes()


def _unpacked(packed: bytes | None) -> Histogram | None:
    return None if packed is None else np.frombuffer(packed, _STORED).astype(np.int64)
