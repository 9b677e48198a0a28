"""Lines and regions that are drawn upon a photo, in photo pixels: no Qt."""

import math

from app.numbers import decimal
from app.widgets.canvas.correction import Tool
from app.widgets.canvas.view import Point

Points = tuple[Point, ...]

# A hand that trembles less than this (on the screen) has clicked; points nearer than this add nothing.
CLICK_PX = 4.0
CORNERS = 4


class Sketch:
    """What the ruler and the region tool draw while the button is held, and corners that are clicked one by one."""

    def __init__(self) -> None:
        self.points: Points = ()
        self._tool = Tool.PAN
        self._is_held = False

    @property
    def is_drawing(self) -> bool:
        return self._is_held

    def press(self, place: Point, tool: Tool) -> None:
        goes_on = tool is Tool.CORNERS and self._tool is tool
        self._tool, self._is_held = tool, True
        self.points = (*self.points, place) if goes_on else (place,)

    def move(self, place: Point, *, zoom: float) -> None:
        if self._tool is Tool.CORNERS:
            self.points = (*self.points[:-1], place)
        elif self._tool is Tool.RULER:
            self.points = (self.points[0], place)
        elif math.dist(self.points[-1], place) * zoom >= CLICK_PX:
            self.points = (*self.points, place)

    def release(self) -> Points:
        """The finished line (two points), region (three or more) or corners (four); empty while there are fewer."""
        self._is_held = False
        if self._tool is Tool.CORNERS and len(self.points) < CORNERS:
            return ()
        points, self.points = self.points, ()
        enough = 2 if self._tool is Tool.RULER else 3
        return points if len(points) >= enough else ()

    def forget(self) -> None:
        """Leave what was begun."""
        self.points, self._is_held = (), False


def length_text(points: Points, mm_per_px: float | None) -> str:
    """The length of a line, in millimetres where the photo is calibrated."""
    length = math.dist(points[0], points[-1])
    return f"{decimal(length, 1)} px" if mm_per_px is None else f"{decimal(length * mm_per_px, 1)} mm"
