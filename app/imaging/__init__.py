"""From arrays to pictures: mip levels, colour tables and QImages."""

from app.imaging.pyramids import MapPyramid, PhotoPyramid, map_pyramid, pyramid
from app.imaging.qimages import indexed_image, rgb_from, rgb_image
from app.imaging.tables import (
    MaskColour,
    MaskLook,
    MaskStyle,
    class_table,
    colour_table,
    line_table,
    truth_table,
)
from app.imaging.tone import Tone, tone_table

__all__ = [
    "MapPyramid",
    "MaskColour",
    "MaskLook",
    "MaskStyle",
    "PhotoPyramid",
    "Tone",
    "class_table",
    "colour_table",
    "indexed_image",
    "line_table",
    "map_pyramid",
    "pyramid",
    "rgb_from",
    "rgb_image",
    "tone_table",
    "truth_table",
]
