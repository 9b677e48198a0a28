"""Photos and their masks: ``images/`` beside ``masks/``, or a mask folder of the user's choice."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from core.errors import ScoreError
from core.photos import folder, reader
from core.photos.source import name_of
from core.values import Mask

IMAGES: Final = "images"
MASKS: Final = "masks"

_ABOVE: Final = 127  # not "above 0": masks saved as JPEG are noisy around 0
_BLACK: Final = 0
_LOSSLESS: Final = (".png", ".tif", ".tiff", ".bmp", ".dib")


def photos(root: Path) -> Iterator[Path]:
    """``folder.walk`` without what lies in a ``masks`` folder that stands beside an ``images`` folder.

    Raises:
        PhotoError: ``root`` is no folder or cannot be read.
    """

    @cache
    def is_among_masks(parent: Path) -> bool:
        if parent == root:
            return False
        is_mask_folder = parent.name == MASKS and parent.with_name(IMAGES).is_dir()
        return is_mask_folder or is_among_masks(parent.parent)

    return (path for path in folder.walk(root) if not is_among_masks(path.parent))


def find_masks(images_dir: Path, masks_dir: Path | None = None) -> dict[Path, Path]:
    """The mask of each photo that has one, in the photos' natural order.

    A mask has its photo's place and stem (``a/1.jpg``: ``a/1.png``), or ends in ``_mask`` as ``predict``
    writes them (``a/1_mask.png``, ``a/1.jpg_mask.png``). Without ``masks_dir``, any ``images`` folder at,
    below or around ``images_dir`` has its masks in the ``masks`` folder beside it.

    Raises:
        ScoreError: no photo has a mask.
        PhotoError: a folder cannot be read.
    """
    stems_of = cache(_stems)
    found: dict[Path, Path] = {}
    for photo in photos(images_dir):
        roots = (images_dir, masks_dir) if masks_dir else _roots_by_convention(photo)
        if roots and (mask := _mask_of(photo.relative_to(roots[0]), stems_of(roots[1]), photo)):
            found[photo] = mask
    if not found:
        raise ScoreError(_no_masks(images_dir, masks_dir))
    return found


def read_mask(path: Path, size: tuple[int, int]) -> Mask:
    """A mask (H, W) bool: True where it is lighter than 127 of 255. ``size`` is its photo's (height, width).

    Raises:
        ScoreError: the mask has another size, or holds 0 and 1 instead of 0 and 255.
        PhotoError: the mask cannot be read.
    """
    grey = np.asarray(Image.fromarray(reader.read(path, background=_BLACK)).convert("L"))
    if grey.shape != size:
        raise ScoreError(
            f"The mask {name_of(path)} should be as large as its photo, {size[1]} x {size[0]} pixels, and has "
            f"{grey.shape[1]} x {grey.shape[0]}; save it at the photo's size."
        )
    if grey.max(initial=0) == 1:
        raise ScoreError(
            f"The mask {name_of(path)} should hold 0 and 255 and holds 0 and 1; multiply its values by 255."
        )
    return np.asarray(grey > _ABOVE)


def _roots_by_convention(photo: Path) -> tuple[Path, Path] | None:
    for parent in photo.parents:
        if parent.name == IMAGES and (masks := parent.with_name(MASKS)).is_dir():
            return parent, masks
    return None


def _stems(masks: Path) -> dict[str, Path]:
    """Masks by their relative path without suffix; of two with the same, the one saved without loss."""
    paths = sorted(folder.walk(masks), key=lambda path: path.suffix.lower() in _LOSSLESS)
    return {path.relative_to(masks).with_suffix("").as_posix(): path for path in paths}


def _mask_of(relative: Path, stems: dict[str, Path], photo: Path) -> Path | None:
    stem = relative.with_suffix("").as_posix()
    candidates = (stem, f"{stem}_mask", f"{relative.as_posix()}_mask")
    return next((stems[name] for name in candidates if name in stems and stems[name] != photo), None)


def _no_masks(images_dir: Path, masks_dir: Path | None) -> str:
    if masks_dir:
        return (
            f"{masks_dir} should hold masks of the photos in {images_dir} and holds none of the same names; "
            "choose another folder, or name each mask as its photo."
        )
    return (
        f"{images_dir} should hold photos in a folder images and their masks in a folder masks beside it, and no "
        "mask was found; choose the folder of the masks."
    )
