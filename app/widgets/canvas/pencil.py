"""Brush and eraser: from mouse points to strokes of a ``Correction``. Nothing is copied before the first stroke."""

from app.imaging import MapPyramid
from app.widgets.canvas.correction import Correction, Tool
from app.widgets.canvas.view import Point, Size
from core.project.corrections import Layer

SMALLEST_PX = 1
LARGEST_PX = 400
WHEEL_NOTCH = 120


class Pencil:
    """The tool in hand and the photo that it draws upon."""

    def __init__(self) -> None:
        self.tool = Tool.PAN
        self.diameter_px = 9
        self._size: Size = (1, 1)
        self._base: MapPyramid | None = None
        self._correction: Correction | None = None
        self._last: Point | None = None

    def start(self, size: Size, base: MapPyramid | None, layer: Layer | None) -> None:
        """Another photo, map or layer."""
        self._size, self._base, self._last = size, base, None
        is_empty = layer is None or not layer.any()
        self._correction = None if is_empty else Correction(size, base, layer)

    def rebase(self, base: MapPyramid | None) -> None:
        """Another map below the corrections; a stroke that is being drawn goes on."""
        self._base = base
        if self._correction is not None:
            self._correction = Correction(self._size, base, self._correction.layer)

    @property
    def pyramid(self) -> MapPyramid | None:
        """The model's map, with the corrections folded in where there are any."""
        return self._base if self._correction is None else self._correction.pyramid

    @property
    def layer(self) -> Layer | None:
        """The corrections; None where nothing was drawn."""
        return None if self._correction is None else self._correction.layer

    @property
    def is_drawing(self) -> bool:
        return self._last is not None

    def press(self, place: Point) -> None:
        if self._correction is None:
            self._correction = Correction(self._size, self._base, None)
        self._last = place
        self.move(place)

    def move(self, place: Point) -> None:
        self._correction.draw(self._last, place, diameter_px=self.diameter_px, tool=self.tool)
        self._last = place

    def release(self) -> Layer:
        """Ends the stroke; a copy of the layer, which the caller may keep."""
        self._last = None
        return self._correction.layer.copy()

    def resize(self, wheel: int) -> None:
        """A notch of the wheel (120) makes the brush a fifth larger or smaller, at least one pixel."""
        notches = wheel / WHEEL_NOTCH
        wished = self.diameter_px * 1.2**notches
        step = max(abs(wished - self.diameter_px), 1.0) * (1 if wheel > 0 else -1)
        self.diameter_px = min(max(round(self.diameter_px + step), SMALLEST_PX), LARGEST_PX)
