"""Colour tables: what each stored value of a map looks like on the screen.

The table of 256 colours *is* the threshold, the opacity and the colour, so a step of the slider costs the
same on 1 and on 100 megapixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

import cv2
import numpy as np

from core.values import cut

CLEAR = 0


class MaskColour(StrEnum):
    """Colours that stand out from concrete, asphalt and brick."""

    ORANGE = "#ff7a28"
    BLUE = "#2f9bff"
    VIOLET = "#b05cff"


class MaskStyle(StrEnum):
    """How a map is laid over the photo."""

    FILL = "fill"
    OUTLINE = "outline"
    HEAT = "heat"


class Agreement(IntEnum):
    """A pixel's prediction against its truth: prediction + 2 x truth."""

    NOTHING = 0
    FALSE_ALARM = 1
    MISSED = 2
    FOUND = 3


# Okabe and Ito, "Color Universal Design" (2008): told apart with every common colour blindness.
AGREEMENT_COLOURS = {
    Agreement.FOUND: "#f0e442",
    Agreement.FALSE_ALARM: "#d55e00",
    Agreement.MISSED: "#56b4e9",
}


@dataclass(frozen=True, slots=True)
class MaskLook:
    """All that decides how the mask looks; ``opacity`` and ``threshold`` lie in 0..1."""

    threshold: float = 0.5
    opacity: float = 0.6
    colour: MaskColour = MaskColour.ORANGE
    style: MaskStyle = MaskStyle.FILL
    is_visible: bool = True


def colour_table(look: MaskLook) -> list[int]:
    """ARGB of the 256 stored values: filled, entry v is transparent exactly when v < cut(threshold)."""
    if look.style is MaskStyle.HEAT:
        return _heat_table(look.opacity)
    shown = _argb(look.colour, look.opacity)
    first = cut(look.threshold)
    return [CLEAR] * first + [shown] * (256 - first)


def line_table(look: MaskLook) -> list[int]:
    """ARGB of 0 (clear) and 1 (the outline, which stays opaque enough to be seen)."""
    return [CLEAR, _argb(look.colour, max(look.opacity, 0.8))]


def class_table(colours: Sequence[tuple[int, int, int]], opacity: float) -> list[int]:
    """ARGB of 0 (clear) and of the numbers from 1 on, each in its colour (red, green, blue)."""
    shown = [_argb("{:02x}{:02x}{:02x}".format(*colour), opacity) for colour in colours]
    return [CLEAR, *shown, *[CLEAR] * (255 - len(shown))]


def truth_table(opacity: float) -> list[int]:
    """ARGB of the four values of ``Agreement``."""
    return [_argb(AGREEMENT_COLOURS[each], opacity) if each else CLEAR for each in Agreement]


def _heat_table(opacity: float) -> list[int]:
    """Inferno, from transparent at 0 to ``opacity`` at a quarter of the range and above."""
    values = np.arange(256, dtype=np.uint8).reshape(-1, 1)
    blue, green, red = cv2.applyColorMap(values, cv2.COLORMAP_INFERNO).reshape(-1, 3).astype(np.uint32).T
    alpha = np.rint(255 * opacity * np.minimum(np.arange(256) / 64, 1)).astype(np.uint32)
    argb = (alpha << 24) | (red << 16) | (green << 8) | blue
    return [int(colour) for colour in argb]


def _argb(hex_colour: str, opacity: float) -> int:
    return (round(255 * opacity) << 24) | int(hex_colour.removeprefix("#"), 16)
