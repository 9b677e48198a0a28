"""From a decoded image of any kind to upright 8-bit RGB."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from core.values import RGB

_STRIP_ROWS: Final = 64
_ON_ITS_SIDE: Final = (5, 6, 7, 8)
_AS_STORED: Final[Mapping[int, Callable[[RGB], RGB]]] = {
    1: lambda upright: upright,
    2: np.fliplr,
    3: lambda upright: np.rot90(upright, 2),
    4: np.flipud,
    5: lambda upright: upright.swapaxes(0, 1),
    6: lambda upright: np.rot90(upright, 1),
    7: lambda upright: np.rot90(upright.swapaxes(0, 1), 2),
    8: lambda upright: np.rot90(upright, -1),
}
"""An upright array, seen (without a copy) as the camera stored it, by EXIF orientation."""

_PHOTOMETRIC_TAG: Final = 262
_WHITE_IS_ZERO: Final = 0
_SENSOR_BITS: Final = (8, 10, 12, 14, 16, 24, 32)


def upright_rgb(image: Image.Image, orientation: int, background: int) -> RGB:
    """Pixels (H, W, 3) uint8, contiguous, turned by EXIF ``orientation`` 1..8, alpha over ``background``."""
    rgb = as_rgb(image, background)
    width, height = rgb.size
    upright = np.empty((width, height, 3) if orientation in _ON_ITS_SIDE else (height, width, 3), np.uint8)
    stored = _AS_STORED[orientation](upright)
    for top in range(0, height, _STRIP_ROWS):  # strips, as a whole copy takes twice the memory
        bottom = min(top + _STRIP_ROWS, height)
        stored[top:bottom] = np.asarray(rgb.crop((0, top, width, bottom)))
    return upright


def as_rgb(image: Image.Image, background: int) -> Image.Image:
    """The image in Pillow's mode RGB, whatever its own mode."""
    image.load()
    if image.has_transparency_data:
        return _over(image.convert("RGBA"), background)
    if image.mode == "RGB":
        return image
    if image.mode in ("I", "F") or image.mode.startswith("I;"):
        grey = _to_8_bit(np.asarray(image))
        return Image.fromarray(255 - grey if _is_white_zero(image) else grey).convert("RGB")
    return image.convert("RGB")


def _is_white_zero(image: Image.Image) -> bool:
    """Whether 0 stands for white: Pillow minds that in 8-bit TIFFs only."""
    return isinstance(image, TiffImageFile) and image.tag_v2.get(_PHOTOMETRIC_TAG) == _WHITE_IS_ZERO


def _over(image: Image.Image, background: int) -> Image.Image:
    ground = Image.new("RGBA", image.size, (background, background, background, 255))
    return Image.alpha_composite(ground, image).convert("RGB")


def _to_8_bit(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Grey of more than 8 bits, scaled by its range and not by its content, so that photos stay comparable.

    Cameras store 10, 12 or 14 bits in 16: the range is the smallest of the usual depths that holds the
    brightest value. Floating-point grey up to 1 has the range 0..1.
    """
    grey = np.nan_to_num(values.astype(np.float32), copy=False, nan=0.0, posinf=0.0, neginf=0.0)
    brightest = float(grey.max(initial=0.0))
    if np.issubdtype(values.dtype, np.floating) and brightest <= 1.0:
        top = 1.0
    else:
        top = next((2.0**bits - 1 for bits in _SENSOR_BITS if brightest <= 2.0**bits - 1), brightest)
    grey *= 255.0 / top
    return np.clip(np.rint(grey, out=grey), 0, 255, out=grey).astype(np.uint8)
