"""Which photos a run learns from and which it validates on. Held-out photos are in neither."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import TrainingError
from core.values import Role, Tag, TaggedPhoto

# Squares with painted cracks that each validation looks at, and how many validations a run has at least and at most.
VALIDATION_SQUARES = 32
REPORTS = (6, 20)
_VALIDATION_LIMIT = 24
_PARTS_PER_SOURCE = 150


@dataclass(frozen=True, slots=True)
class Split:
    """``learning`` and ``validation`` never share a group of near-duplicates."""

    learning: tuple[TaggedPhoto, ...]
    validation: tuple[TaggedPhoto, ...]


def _lot(photo: TaggedPhoto) -> int:
    """A number 0..9 that depends on the group alone, and not on the rule that holds photos out."""
    group = photo.group or str(photo.path)
    return int(hashlib.sha256(f"validation:{group}".encode()).hexdigest(), 16) % 10


def _limited(photos: Sequence[TaggedPhoto], tag: Tag) -> list[TaggedPhoto]:
    """At most ``_VALIDATION_LIMIT`` photos of a tag, spread over the whole list."""
    chosen = [photo for photo in photos if photo.tag is tag]
    stride = max(1, -(-len(chosen) // _VALIDATION_LIMIT))
    return chosen[::stride]


def split(photos: Sequence[TaggedPhoto]) -> Split:
    """A tenth of the groups validates. Raises TrainingError where no photo is tagged cracked."""
    usable = [photo for photo in photos if photo.role is Role.TRAIN and photo.tag is not Tag.UNSURE]
    if not any(photo.tag is Tag.CRACKED for photo in usable):
        raise TrainingError(
            "Retraining needs photos tagged cracked, and there are none (held-out photos do not count); tag some first."
        )
    reserved = [photo for photo in usable if _lot(photo) == 0]
    learning = tuple(photo for photo in usable if _lot(photo) != 0) or tuple(usable)
    return Split(learning, tuple(_limited(reserved, Tag.CRACKED) + _limited(reserved, Tag.NOT_CRACKED)))


def with_clean_parts(photos: Sequence[TaggedPhoto]) -> list[TaggedPhoto]:
    """Cracked photos to look for clean surface in: at most ``_PARTS_PER_SOURCE`` of each source, spread over all."""
    by_source: dict[str, list[TaggedPhoto]] = defaultdict(list)
    for photo in photos:
        if photo.tag is Tag.CRACKED:
            by_source[photo.source].append(photo)
    strides = {source: -(-len(found) // _PARTS_PER_SOURCE) for source, found in by_source.items()}
    return [photo for source, found in sorted(by_source.items()) for photo in found[:: strides[source]]]
