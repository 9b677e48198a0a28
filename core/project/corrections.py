"""Corrections: what inspectors drew and erased, a layer of its own that no batch run ever touches.

Each state of a photo's layer is a PNG file of its own, named by its content; which one holds is a fact like any
other. So a stroke is undone by naming the file before, and a file once written never changes.
"""

import hashlib
import re
from collections.abc import Callable
from enum import IntEnum
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import ProjectError
from core.project.audit import Change, Json, Key
from core.project.database import StorageError, told_if_damaged
from core.project.files import write_atomically
from core.project.place import LAYER_FOLDER
from core.project.project import Project
from core.values import Correction, Mask

KIND = "correction"
FOLDER = LAYER_FOLDER
NAME = re.compile(r"[0-9a-f]{32}\.png")
"""What files are called: the hash of their content."""

Layer = NDArray[np.uint8]
"""(H, W) of the upright photo, each pixel one of ``Stroke``."""


class Stroke(IntEnum):
    """What a pixel of a layer says. The values are those of the PNG, to be seen in any viewer."""

    NOTHING = 0
    ERASED = 127
    DRAWN = 255


def save(project: Project, photo: int, layer: Layer) -> Change:
    """Keeps a layer as one action, on disk before it is said; an empty one takes the correction away.

    Raises:
        StorageError: the file could not be written; the layer before still holds.
    """
    key = Key(photo, KIND)
    if not layer.any():
        return project.record({key: None}, kind=KIND)
    return project.record({key: stored(project, layer)}, kind=KIND)


def stored(project: Project, layer: Layer) -> Json:
    """Puts a layer on disk, in any thread that has the project open; what is returned is what a fact says of it.

    Raises:
        StorageError: the file could not be written.
    """
    _check(layer)
    name = _store(project, cv2.imencode(".png", layer)[1].tobytes())
    return {"file": name, "size": list(layer.shape)}


def load(project: Project, photo: int) -> Layer | None:
    """A photo's layer, None where nothing was drawn.

    Raises:
        ProjectError: its file is gone or damaged.
    """
    return reader(project, photo)()


def reader(project: Project, photo: int) -> Callable[[], Layer | None]:
    """How to ``load`` the layer that holds now: the project is asked here, the file is read later, in any thread."""
    said = _said(project, photo)
    return _nothing if said is None else partial(_read, folder(project) / said[0], said[1])


def corrected_photos(project: Project) -> set[int]:
    """The photos that have a layer."""
    return {key.photo for key in project.facts(KIND)}


@told_if_damaged
def files(project: Project) -> set[str]:
    """The names of all files that hold now; others are there for undo."""
    return {said["file"] for said in project.facts(KIND).values()}


def for_training(project: Project) -> tuple[Correction, ...]:
    """The layers that hold now, each with its photo, for a training that is asked to learn from them too."""
    return tuple(
        Correction(project.path(project.photo(photo)), folder(project) / said[0])
        for photo in sorted(corrected_photos(project))
        if (said := _said(project, photo)) is not None
    )


def folder(project: Project) -> Path:
    """Where the files lie."""
    return project.place.store / FOLDER


def corrected(mask: Mask, layer: Layer) -> Mask:
    """``mask`` (H, W) with what was drawn and without what was erased.

    Raises:
        ProjectError: the layer belongs to a photo of another size.
    """
    check_size(layer, mask.shape)
    kept: Mask = (mask & (layer != Stroke.ERASED)) | (layer == Stroke.DRAWN)
    return kept


def _nothing() -> None:
    return None


def check_size(layer: Layer, size: tuple[int, ...]) -> None:
    """Raises ProjectError where a layer is not of a photo of ``size`` (height, width)."""
    if layer.shape != size:
        raise ProjectError(
            f"The correction has {layer.shape[1]} x {layer.shape[0]} pixels, the photo {size[1]} x {size[0]}; "
            "the photo was exchanged, draw the correction anew or undo it."
        )


@told_if_damaged
def _said(project: Project, photo: int) -> tuple[str, tuple[int, ...]] | None:
    said = project.fact(Key(photo, KIND))
    if said is None:
        return None
    if NAME.fullmatch(said["file"]) is None:
        raise ValueError("a name that this program never gives")
    return said["file"], tuple(said["size"])


def _check(layer: Layer) -> None:
    is_image = layer.ndim == 2 and layer.dtype == np.uint8
    # The histogram of 100 megapixels takes a twentieth of a second, np.unique many.
    if not is_image or set(np.flatnonzero(cv2.calcHist([layer], [0], None, [256], [0, 256]))) - set(Stroke):
        raise ValueError(f"A layer is (H, W) uint8 of {[int(stroke) for stroke in Stroke]}.")


def _store(project: Project, png: bytes) -> str:
    name = f"{hashlib.blake2b(png, digest_size=16).hexdigest()}.png"
    path = folder(project) / name
    try:
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            write_atomically(path, png)
    except OSError as error:
        raise StorageError(
            f"The correction could not be written to {path.parent} ({error.strerror}); make space or check the drive."
        ) from error
    return name


def _read(path: Path, size: tuple[int, ...]) -> Layer:
    try:
        png = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError as error:
        raise ProjectError(f"The correction {path} is gone ({error.strerror}); bring it back or undo it.") from error
    layer = cv2.imdecode(png, cv2.IMREAD_UNCHANGED) if png.size else None
    if layer is None or layer.shape != size or layer.dtype != np.uint8:
        raise ProjectError(f"The correction {path} is damaged; restore it from a copy or undo it.")
    return np.asarray(layer, np.uint8)
