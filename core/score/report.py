"""The report of ``crack-review score``: plain values, strict JSON, undefined is null."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from core.score import curves, figures
from core.score.records import PhotoRecord, UnreadPhoto

SCHEMA = 1

PHOTO_COLUMNS = (
    "photo",
    "status",
    "error",
    "group",
    "tag",
    "width",
    "height",
    "photo_score",
    "crack_area",
    "cracked",
    "dice",
    "iou",
    "precision",
    "recall",
    "tolerance_f1",
    "cldice",
    "seconds",
)

Report = dict[str, Any]


def report(
    records: Sequence[PhotoRecord],
    *,
    model: str,
    settings: Mapping[str, object],
    threshold: float,
    unread: Sequence[UnreadPhoto] = (),
    seed: int = 0,
) -> Report:
    """Every figure of a set of photos, of each of its groups, and of each photo.

    Groups are those that the records name; a record without a group is in none.
    """
    groups = sorted({record.group for record in records if record.group})
    return {
        "schema": SCHEMA,
        "model": model,
        "settings": dict(settings),
        "threshold": threshold,
        **summary(records, seed=seed),
        "curves": _curves(records),
        "groups": {name: summary([r for r in records if r.group == name], seed=seed) for name in groups},
        "per_photo": [_photo(record) for record in records] + [_unread(photo) for photo in unread],
    }


def summary(records: Sequence[PhotoRecord], *, seed: int = 0) -> Report:
    """The figures of one set of photos, with 95 % intervals bootstrapped over photos."""
    photos = figures.columns(records)
    tables = [record.against_truth for record in records if record.against_truth is not None]
    best = curves.oracle(tables)
    return {
        "photos": len(records),
        "photos_cracked": sum(record.is_cracked is True for record in records),
        **figures.values(photos),
        "oracle_threshold": best.threshold if best else None,
        "dice_cracked_oracle": best.dice if best else None,
        "intervals": {name: _pair(found) for name, found in figures.intervals(photos, seed=seed).items()},
        "seconds_per_megapixel": _seconds_per_megapixel(records),
    }


def _curves(records: Sequence[PhotoRecord]) -> Report | None:
    """What figures at every threshold are drawn from; None where no photo has a mask.

    ``pooled``: pixels of the background and of cracks at each of the 256 levels. ``dice_cracked``: at each cut.
    """
    tables = [record.against_truth for record in records if record.against_truth is not None]
    if not tables:
        return None
    means = curves.mean_dice_cracked(tables)
    return {
        "pooled": np.sum(tables, axis=0).tolist(),
        "dice_cracked": None if means is None else [round(value, 6) for value in means.tolist()],
    }


def to_json(made: Report) -> str:
    """Strict JSON, one line a value; a NaN that slipped in is a bug and raises ValueError."""
    return json.dumps(made, indent=2, allow_nan=False, ensure_ascii=False) + "\n"


def to_csv(made: Report) -> str:
    """One line a photo, the columns of :data:`PHOTO_COLUMNS`; undefined is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, PHOTO_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(made["per_photo"])
    return text.getvalue()


def _photo(record: PhotoRecord) -> Report:
    found = record.counts
    return {
        "photo": record.name,
        "status": "ok",
        "error": None,
        "group": record.group or None,
        "tag": record.tag.value if record.tag else None,
        "width": record.size[1],
        "height": record.size[0],
        "photo_score": record.photo_score,
        "crack_area": record.area,
        "cracked": record.is_cracked,
        "dice": found.dice if found else None,
        "iou": found.iou if found else None,
        "precision": found.precision if found else None,
        "recall": found.recall if found else None,
        "tolerance_f1": record.near.f1 if record.near else None,
        "cldice": record.cldice,
        "seconds": record.seconds,
    }


def _unread(photo: UnreadPhoto) -> Report:
    empty: Report = dict.fromkeys(PHOTO_COLUMNS)
    return empty | {
        "photo": photo.name,
        "status": "failed",
        "error": photo.error,
        "group": photo.group or None,
    }


def _pair(found: tuple[float, float] | None) -> list[float] | None:
    return None if found is None else list(found)


def _seconds_per_megapixel(records: Sequence[PhotoRecord]) -> float | None:
    """The network's time over the megapixels that took it; photos from a cache (0 s) count in neither."""
    timed = [record for record in records if record.seconds > 0]
    megapixels = sum(record.size[0] * record.size[1] for record in timed) / 1e6
    return sum(record.seconds for record in timed) / megapixels if megapixels else None
