"""Masks from other programs become corrections: what the hand says of a photo, which no prediction touches."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

import numpy as np

from core.errors import CoreError, ImportFileError
from core.export.incoming import mask_from_labelme, masks_from_coco, tags_from_folders
from core.photos import pairing, reader
from core.project import corrections
from core.project.audit import Json, Key
from core.project.corrections import Layer, Stroke
from core.project.project import Project
from core.values import Finished, Mask, Progress, Tag

KIND = corrections.KIND
MASK_ACTION, TAG_ACTION = "import masks", "import tags"
"""What the history calls the two."""
_JSON = ".json"


class Taking(StrEnum):
    """What a mask from elsewhere does to what is shown: takes its place, or is drawn upon it."""

    REPLACE = "replace"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """``values`` are the facts to record, ``photos`` how many they are of, ``left_out`` (name, why) the others."""

    values: Mapping[Key, Json]
    photos: int
    left_out: tuple[tuple[str, str], ...] = ()


def take_in(
    project: Project, source: Path, taking: Taking, *, has_tags: bool = False
) -> Iterator[Progress | Finished[TakenIn]]:
    """Masks of the project's photos from ``source``, put on disk and not yet said.

    ``source`` is a folder of PNG masks or of LabelMe files, a COCO file, or one LabelMe or mask file. With
    ``has_tags``, photos are tagged cracked or not cracked by their masks.

    Raises:
        ImportFileError: it is none of these, or holds no mask of a photo here.
    """
    photos = {row.path: row for row in project.photos()}
    values: dict[Key, Json] = {}
    left_out: list[tuple[str, str]] = []
    wanted = _masks(source, project)
    for done, (name, read) in enumerate(wanted):
        yield Progress(done, 0, name)
        try:
            path = _match(name, photos)
            mask = read(reader.size(project.root / path))
            values |= _said(project, photos[path].id, mask, taking, has_tags=has_tags)
        except CoreError as error:
            left_out.append((name, str(error)))
    if not values:
        reason = left_out[0][1] if left_out else "it holds no mask"
        raise ImportFileError(f"No mask of {source} can be used: {reason}")
    yield Finished(TakenIn(values, sum(key.kind == KIND for key in values), tuple(left_out)))


def _masks(source: Path, project: Project) -> Iterator[tuple[str, "partial[Mask]"]]:
    """The photo's name of each mask, and how the mask is read for a photo of a size."""
    if source.is_dir():
        files = sorted(source.rglob(f"*{_JSON}"))
        if files:
            yield from (_of_labelme(file) for file in files)
            return
        for photo, mask in pairing.find_masks(project.folder, source).items():
            yield photo.relative_to(project.root).as_posix(), partial(pairing.read_mask, mask)
    elif source.suffix.lower() != _JSON:
        yield source.name, partial(pairing.read_mask, source)
    elif _is_coco(source):
        for found in masks_from_coco(source):
            yield found.photo, partial(_checked, found.mask)
    else:
        yield _of_labelme(source)


def _of_labelme(file: Path) -> tuple[str, "partial[Mask]"]:
    try:
        found = mask_from_labelme(file)
    except ImportFileError as error:
        return file.name, partial(_refuse, error)
    return found.photo, partial(_checked, found.mask)


def _is_coco(file: Path) -> bool:
    try:
        return "annotations" in json.loads(file.read_bytes())
    except (OSError, ValueError, TypeError) as error:
        raise ImportFileError(
            f"{file} should be a COCO or LabelMe file and is not ({error}); export it again."
        ) from error


def _match(name: str, photos: Mapping[str, object]) -> str:
    """The photo of that relative path, else the only one of that file name or stem."""
    if name in photos:
        return name
    file = name.rsplit("/", 1)[-1]
    stem = file.rsplit(".", 1)[0].removesuffix("_mask")
    for fits in (lambda path: path.rsplit("/", 1)[-1] == file, lambda path: _stem(path) == stem):
        found = [path for path in photos if fits(path)]
        if len(found) == 1:
            return found[0]
    raise ImportFileError(f"No photo here, or more than one, is called {name}; name the mask as its photo.")


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _checked(mask: Mask, size: tuple[int, int]) -> Mask:
    if mask.shape != size:
        raise ImportFileError(
            f"The mask has {mask.shape[1]} x {mask.shape[0]} pixels, its photo {size[1]} x {size[0]}; "
            "export it at the photo's size."
        )
    return mask


def _refuse(error: ImportFileError, _: tuple[int, int]) -> Mask:
    raise error


def _said(project: Project, photo: int, mask: Mask, taking: Taking, *, has_tags: bool) -> dict[Key, Json]:
    layer: Layer = np.where(mask, np.uint8(Stroke.DRAWN), np.uint8(Stroke.ERASED))
    if taking is Taking.ADD:
        before = corrections.load(project, photo)
        layer = np.where(mask, np.uint8(Stroke.DRAWN), np.uint8(0) if before is None else before)
    said: dict[Key, Json] = {}
    if layer.any():
        said[Key(photo, KIND)] = corrections.stored(project, layer)
    if has_tags:
        said[Key(photo, "tag")] = (Tag.CRACKED if mask.any() else Tag.NOT_CRACKED).value
    return said


def tags_by_folder(project: Project) -> TakenIn:
    """The tags that folders' names say (cracked, not_cracked, Positive, Negative …), not yet said.

    Raises:
        ImportFileError: no photo lies in a folder of such a name.
    """
    photos = {project.path(row): row.id for row in project.photos()}
    found = tags_from_folders(project.root, photos)
    values: dict[Key, Json] = {Key(photos[path], "tag"): tag.value for path, tag in found.items()}
    return TakenIn(values, len(values))
