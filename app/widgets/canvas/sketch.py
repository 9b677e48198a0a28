"""Lines and regions that are drawn upon a photo, in photo pixels: no Qt."""

import math

from app.numbers import decimal
from app.widgets.canvas.correction import Tool
from app.widgets.canvas.view import Point

Points = tuple[Point, ...]

# A hand that trembles less than this (on the screen) has clicked; points nearer than this add nothing.
CLICK_PX = 4.0


class Sketch:
    """What the ruler and the region tool draw while the button is held."""

    def __init__(self) -> None:
        self.points: Points = ()
        self._tool = Tool.PAN

    @property
    def is_drawing(self) -> bool:
        return bool(self.points)

    def press(self, place: Point, tool: Tool) -> None:
        self._tool = tool
        self.points = (place,)

    def move(self, place: Point, *, zoom: float) -> None:
        if self._tool is Tool.RULER:
            self.points = (self.points[0], place)
        elif math.dist(self.points[-1], place) * zoom >= CLICK_PX:
            self.points = (*self.points, place)

    def release(self) -> Points:
        """The finished line (two points) or region (three or more); empty where it was only a click."""
        points, self.points = self.points, ()
        enough = 2 if self._tool is Tool.RULER else 3
        return points if len(points) >= enough else ()


def length_text(points: Points, mm_per_px: float | None) -> str:
    """The length of a line, in millimetres where the photo is calibrated."""
    length = math.dist(points[0], points[-1])
    return f"{decimal(length, 1)} px" if mm_per_px is None else f"{decimal(length * mm_per_px, 1)} mm"
