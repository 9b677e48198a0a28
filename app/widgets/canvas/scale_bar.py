"""A bar of a round length, in pixels of the photo until it is calibrated: the arithmetic, no widget."""

import math
from dataclasses import dataclass

from app.numbers import short

LONGEST_PX = 150
STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """``length`` of ``unit`` is ``screen_px`` long on the screen."""

    length: float
    unit: str
    screen_px: float

    @property
    def text(self) -> str:
        return f"{short(self.length)} {self.unit}"


def scale_bar(zoom: float, mm_per_px: float | None) -> ScaleBar:
    """The longest bar of 1, 2 or 5 times a power of ten units that is at most ``LONGEST_PX`` on the screen.

    ``zoom`` is screen pixels per photo pixel; ``mm_per_px`` is None while the photo is not calibrated.
    """
    unit_px = zoom if mm_per_px is None else zoom / mm_per_px
    length = _round_below(LONGEST_PX / unit_px)
    if mm_per_px is None:
        length = max(length, 1.0)
        return ScaleBar(length, "px", length * unit_px)
    for factor, unit in ((1000, "m"), (10, "cm"), (1, "mm")):
        if length >= factor and (unit != "cm" or length >= 100):
            return ScaleBar(length / factor, unit, length * unit_px)
    return ScaleBar(length, "mm", length * unit_px)


def _round_below(length: float) -> float:
    power = 10.0 ** math.floor(math.log10(length))
    return max(step * power for step in STEPS if step * power <= length * (1 + 1e-9))
