"""The one reader of photos: view, network, masks and export all see the same upright pixels.

Safe to call from several threads at once: two calls share nothing.
"""

from pathlib import Path
from typing import Final

from PIL import Image

from core.photos import preview
from core.photos.formats import SUFFIXES
from core.photos.pixels import as_rgb, upright_rgb
from core.photos.source import MAX_PIXELS, opened, orientation_of, upright_size
from core.values import RGB

__all__ = ["MAX_PIXELS", "SUFFIXES", "read", "read_reduced", "size"]

_WHITE: Final = 255
_REDUCING_GAP: Final = 2.0  # averages down to twice the wanted size first: faster, and the same to the eye


def size(path: Path) -> tuple[int, int]:
    """The (height, width) that ``read`` will return, from the header alone.

    Raises:
        PhotoError: the file is missing, not a photo, or too large.
    """
    with opened(path) as image:
        return upright_size(image)


def read(path: Path, *, background: int = _WHITE) -> RGB:
    """The whole photo, upright, (H, W, 3) uint8 and contiguous.

    EXIF orientation is applied exactly once; grey, palette, CMYK and 16-bit photos become 8-bit RGB;
    what is transparent is laid over ``background`` (0..255), white as other viewers do.

    Raises:
        PhotoError: the file is missing, broken, cut short, too large or of an unknown kind.
    """
    with opened(path) as image:
        return upright_rgb(image, orientation_of(image), background)


def read_reduced(path: Path, longest: int) -> RGB:
    """A small upright version, (h, w, 3) uint8 with max(h, w) at most ``longest``, much faster than ``read``.

    The camera's own preview is taken where it is large enough and shows the whole photo; JPEGs are decoded
    at reduced size otherwise. A photo smaller than ``longest`` keeps its size.

    Raises:
        PhotoError: as ``read``; a broken photo with a sound preview may still give the preview.
    """
    if longest < 1:
        raise ValueError(f"A reduced photo is at least one pixel long, this one should be {longest}.")
    with opened(path) as image:
        orientation = orientation_of(image)
        small = preview.embedded(image, longest) or image
        return upright_rgb(_shrunk(small, longest), orientation, _WHITE)


def _shrunk(image: Image.Image, longest: int) -> Image.Image:
    width, height = image.size
    scale = longest / max(width, height)
    if scale >= 1:
        return image
    target = max(1, round(width * scale)), max(1, round(height * scale))
    image.draft(None, target)
    return as_rgb(image, _WHITE).resize(target, Image.Resampling.BOX, reducing_gap=_REDUCING_GAP)
