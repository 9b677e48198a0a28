"""What photos are scored against: masks, tags, or both."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.commands.arguments import existing_folder
from core.errors import ScoreError, UsageError
from core.photos import pairing
from core.photos.folder import natural_key
from core.project.tagcsv import read_training_set
from core.values import Role, Tag, TaggedPhoto


@dataclass(frozen=True, slots=True)
class Scored:
    """A photo, its name in the report (relative, with "/"), and what is true of it."""

    path: Path
    name: str
    group: str = ""
    mask: Path | None = None
    tag: Tag | None = None


def chosen_photos(arguments: argparse.Namespace) -> list[Scored]:
    """The photos under ``--images`` that have a mask or a tag, in natural order.

    Raises:
        UsageError: the arguments contradict each other, or a folder is none.
        ScoreError: no photo has a mask or a tag.
    """
    if arguments.held_out and arguments.tags is None:
        raise UsageError("--held-out chooses among tagged photos; name them with --tags CSV.")
    images = absolute(existing_folder(arguments.images, "photos"))
    tagged = {} if arguments.tags is None else _tagged(images, arguments.tags, held_out=arguments.held_out)
    masks = _masks(images, arguments)
    paths = tagged.keys() if arguments.held_out else tagged.keys() | masks.keys()
    if not paths:
        raise ScoreError(f"No photo under {images} has a mask or a tag to be scored against; check the paths.")
    ordered = sorted(paths, key=lambda path: natural_key(path.relative_to(images)))
    return [_scored(path, images, masks.get(path), tagged.get(path), arguments.group_by) for path in ordered]


def absolute(path: Path) -> Path:
    """The whole path; links stay as they were named."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (Path.absolute keeps "..")


def _masks(images: Path, arguments: argparse.Namespace) -> Mapping[Path, Path]:
    """Masks by photo. Where tags are given too, masks that lie at the usual place are welcome, not needed."""
    if arguments.masks is not None:
        return pairing.find_masks(images, absolute(existing_folder(arguments.masks, "masks")))
    try:
        return pairing.find_masks(images)
    except ScoreError:
        if arguments.tags is None:
            raise
        return {}


def _tagged(images: Path, table: Path, *, held_out: bool) -> dict[Path, TaggedPhoto]:
    """The tagged photos under ``images`` by path."""
    return {
        absolute(photo.path): photo
        for photo in read_training_set(absolute(table), images)
        if (photo.role is Role.HELD_OUT or not held_out) and images in absolute(photo.path).parents
    }


def _scored(path: Path, images: Path, mask: Path | None, tagged: TaggedPhoto | None, group_by: str | None) -> Scored:
    relative = path.relative_to(images)
    group = ""
    if group_by == "folder":
        group = relative.parent.as_posix()
    elif group_by == "source":
        group = (tagged.source if tagged else "") or _source_of(path)
    return Scored(path, relative.as_posix(), group, mask, tagged.tag if tagged else None)


def _source_of(path: Path) -> str:
    """Without a tag table, the folder that names a set: the nearest one that is not called images."""
    return next((parent.name for parent in path.parents if parent.name != pairing.IMAGES), "")
