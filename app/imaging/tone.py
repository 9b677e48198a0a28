"""Brightness and contrast for looking, never for predicting: dark photos are made readable on the screen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Tone:
    """Both in -1..1; 0 leaves the photo as it is."""

    brightness: float = 0.0
    contrast: float = 0.0

    @property
    def is_plain(self) -> bool:
        """Whether every pixel stays as it is."""
        return self == Tone()


def tone_table(tone: Tone) -> NDArray[np.uint8]:
    """What each of the 256 values becomes: a gamma, which lifts shadows without burning lights, then a slope."""
    values = np.arange(256) / 255
    lifted = values**2.0 ** (-1.6 * tone.brightness)
    sloped = (lifted - 0.5) * 2.0 ** (1.6 * tone.contrast) + 0.5
    return np.rint(255 * np.clip(sloped, 0, 1)).astype(np.uint8)
