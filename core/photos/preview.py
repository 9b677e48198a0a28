"""The small JPEG that cameras put into a photo's EXIF data."""

import io
from typing import Final

from PIL import ExifTags, Image, JpegImagePlugin

_EXIF_START: Final = b"Exif\x00\x00"
_SAME_ASPECT: Final = 0.02
"""Relative difference: cameras round to whole pixels. Letterboxed previews and those of a since cropped photo
differ by more and are not used."""


def embedded(image: Image.Image, longest: int) -> Image.Image | None:
    """The photo's own preview, as stored (not yet upright), or None where there is none of use.

    Of use: a JPEG of at least ``longest`` pixels that shows the same rectangle as the photo.
    """
    if not isinstance(image, JpegImagePlugin.JpegImageFile):
        return None
    try:
        preview = _decoded(image)
    except Exception:
        return None  # a broken preview says nothing about the photo itself
    if preview is None or max(preview.size) < longest or not _same_aspect(preview.size, image.size):
        return None
    return preview


def _decoded(image: Image.Image) -> Image.Image | None:
    blob = image.info.get("exif", b"").removeprefix(_EXIF_START)
    ifd = image.getexif().get_ifd(ExifTags.IFD.IFD1)
    start, length = ifd.get(ExifTags.Base.JpegIFOffset), ifd.get(ExifTags.Base.JpegIFByteCount)
    if not start or not length:
        return None
    preview = Image.open(io.BytesIO(blob[start : start + length]), formats=("JPEG",))
    preview.load()
    return preview


def _same_aspect(preview: tuple[int, int], photo: tuple[int, int]) -> bool:
    ratio = (preview[0] * photo[1]) / (preview[1] * photo[0])
    return abs(ratio - 1.0) <= _SAME_ASPECT
