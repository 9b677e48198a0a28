"""From a decoded image of any kind to upright 8-bit RGB."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.values import RGB

_TURNS: Final[Mapping[int, Image.Transpose]] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_SENSOR_BITS: Final = (8, 10, 12, 14, 16, 24, 32)


def upright_rgb(image: Image.Image, orientation: int, background: int) -> RGB:
    """Pixels (H, W, 3) uint8, contiguous, turned by EXIF ``orientation`` 1..8, alpha over ``background``."""
    rgb = as_rgb(image, background)
    turn = _TURNS.get(orientation)
    if turn is not None:
        rgb = rgb.transpose(turn)
    return np.array(rgb, dtype=np.uint8, order="C")


def as_rgb(image: Image.Image, background: int) -> Image.Image:
    """The image in Pillow's mode RGB, whatever its own mode."""
    image.load()
    if image.has_transparency_data:
        return _over(image.convert("RGBA"), background)
    if image.mode == "RGB":
        return image
    if image.mode in ("I", "F") or image.mode.startswith("I;"):
        return Image.fromarray(_to_8_bit(np.asarray(image))).convert("RGB")
    return image.convert("RGB")


def _over(image: Image.Image, background: int) -> Image.Image:
    ground = Image.new("RGBA", image.size, (background, background, background, 255))
    return Image.alpha_composite(ground, image).convert("RGB")


def _to_8_bit(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Grey of more than 8 bits, scaled by its range and not by its content, so that photos stay comparable.

    Cameras store 10, 12 or 14 bits in 16: the range is the smallest of the usual depths that holds the
    brightest value. Floating-point grey up to 1 has the range 0..1.
    """
    grey = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    brightest = float(grey.max(initial=0.0))
    if np.issubdtype(values.dtype, np.floating) and brightest <= 1.0:
        top = 1.0
    else:
        top = next((2.0**bits - 1 for bits in _SENSOR_BITS if brightest <= 2.0**bits - 1), brightest)
    return np.asarray(np.clip(np.rint(grey * (255.0 / top)), 0, 255), dtype=np.uint8)
