"""All kinds of statements, and whether one from elsewhere makes sense: it may come from any file."""

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from core.errors import ProjectError
from core.project import (
    calibration,
    comments,
    corrections,
    cracks,
    judgements,
    patterns,
    regions,
    reviews,
    scales,
    thresholds,
)
from core.project.audit import WHOLE_PROJECT, Json, Key
from core.values import Tag

TAG = "tag"
_MOST_TEXT = 1 << 20


def makes_sense(key: Key, said: Json) -> bool:
    """Whether this program could have said it. A kind it does not know does not make sense either."""
    check = _CHECKS.get(key.kind)
    if check is None:
        return False
    with suppress(ValueError, TypeError, KeyError, AttributeError, OverflowError, ProjectError):
        return check(key, said)
    return False


def is_nonsense(key: Key, said: Json) -> bool:
    """Whether a statement of a kind that this program knows is none; a newer program may know more kinds."""
    return key.kind in _CHECKS and not makes_sense(key, said)


def _is_text(said: Json) -> bool:
    return isinstance(said, str) and 0 < len(said) <= _MOST_TEXT


def _is_photos(key: Key, *, item: bool = False) -> bool:
    return key.photo != WHOLE_PROJECT and bool(key.item) == item


def _is_signed(said: Json) -> bool:
    return isinstance(said["who"], str) and datetime.fromisoformat(said["when"]).tzinfo is not None


def _tag(key: Key, said: Json) -> bool:
    return _is_photos(key) and Tag(said) is not None


def _review(key: Key, said: Json) -> bool:
    return _is_photos(key) and _is_signed(said)


def _crack(key: Key, said: Json) -> bool:
    anchor = cracks.Anchor.of_item(key.item)
    return _is_photos(key, item=True) and min(anchor.x, anchor.y) >= 0 and cracks.Verdict(said) is not None


def _region(key: Key, said: Json) -> bool:
    return _is_photos(key, item=True) and len(said) > 2 and all(math.isfinite(x) and math.isfinite(y) for x, y in said)


def _comment(key: Key, said: Json) -> bool:
    if key.item:
        cracks.Anchor.of_item(key.item)
    return key.photo != WHOLE_PROJECT and _is_text(said["text"]) and _is_signed(said)


def _judgement(key: Key, said: Json) -> bool:
    return _is_photos(key, item=True) and judgements.Aspect(key.item) is not None and _is_text(said)


def _threshold(key: Key, said: Json) -> bool:
    return isinstance(said, float | int) and 0 <= said <= 1 and (key.photo == WHOLE_PROJECT or not key.item)


def _correction(key: Key, said: Json) -> bool:
    height, width = said["size"]
    is_size = isinstance(height, int) and isinstance(width, int) and min(height, width) > 0
    return _is_photos(key) and is_size and corrections.NAME.fullmatch(said["file"]) is not None


def _scale(key: Key, said: Json) -> bool:
    return key.photo == WHOLE_PROJECT and scales.read(said) is not None


def _calibration(key: Key, said: Json) -> bool:
    matrix = calibration.read(said).matrix
    return all(map(math.isfinite, matrix)) and (key.photo == WHOLE_PROJECT or not key.item)


def _camera_calibration(key: Key, said: Json) -> bool:
    return key.photo == WHOLE_PROJECT and bool(key.item) and _calibration(key, said)


def _pattern(key: Key, said: Json) -> bool:
    return key.photo == WHOLE_PROJECT and patterns.compiled(said) is not None


_CHECKS: Mapping[str, Callable[[Key, Json], bool]] = {
    TAG: _tag,
    reviews.KIND: _review,
    cracks.KIND: _crack,
    regions.KIND: _region,
    comments.KIND: _comment,
    judgements.KIND: _judgement,
    thresholds.KIND: _threshold,
    corrections.KIND: _correction,
    scales.KIND: _scale,
    calibration.KIND: _calibration,
    calibration.CAMERA_KIND: _camera_calibration,
    patterns.KIND: _pattern,
}
