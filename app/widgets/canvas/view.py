"""Where the photo lies in the widget: pure arithmetic, no Qt.

Screen lengths are **device pixels**; photo lengths are photo pixels; points are (x, y), sizes are
(height, width).
"""

import math
from dataclasses import dataclass, replace

Point = tuple[float, float]
Size = tuple[int, int]

FIT_MARGIN = 0.94
MAX_ZOOM = 64.0
MIN_SHOWN_PX = 32


@dataclass(frozen=True, slots=True)
class Box:
    """Whole pixels from ``left``/``top`` up to, not including, ``right``/``bottom``."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def is_empty(self) -> bool:
        return self.width <= 0 or self.height <= 0


@dataclass(frozen=True, slots=True)
class View:
    """``zoom`` is screen pixels per photo pixel; (``left``, ``top``) is the place of the photo's corner.

    The corner lies on whole screen pixels, so that 1:1 shows each photo pixel as exactly one screen pixel.
    """

    zoom: float
    left: int
    top: int

    def to_photo(self, screen: Point) -> Point:
        return (screen[0] - self.left) / self.zoom, (screen[1] - self.top) / self.zoom

    def to_screen(self, photo: Point) -> Point:
        return photo[0] * self.zoom + self.left, photo[1] * self.zoom + self.top


def fitted(photo: Size, viewport: Size) -> View:
    """The whole photo in the middle, as large as it fits."""
    room = min(viewport[0] / photo[0], viewport[1] / photo[1]) * FIT_MARGIN
    return centred(photo, viewport, zoom=max(room, 1e-6))


def centred(photo: Size, viewport: Size, *, zoom: float, middle: Point | None = None) -> View:
    """The photo's point ``middle`` (its centre by default) in the middle of the viewport."""
    x, y = middle or (photo[1] / 2, photo[0] / 2)
    return View(zoom, round(viewport[1] / 2 - x * zoom), round(viewport[0] / 2 - y * zoom))


def zoomed(view: View, screen: Point, *, zoom: float) -> View:
    """Another zoom with the photo's point under ``screen`` kept where it is."""
    x, y = view.to_photo(screen)
    return View(zoom, round(screen[0] - x * zoom), round(screen[1] - y * zoom))


def bounded_zoom(zoom: float, photo: Size, viewport: Size) -> float:
    """``zoom`` kept between a thumbnail (or the fitted size, where smaller) and ``MAX_ZOOM``."""
    smallest = min(MIN_SHOWN_PX / max(photo), fitted(photo, viewport).zoom, 1.0)
    return min(max(zoom, smallest), MAX_ZOOM)


def panned(view: View, dx: float, dy: float) -> View:
    return replace(view, left=view.left + round(dx), top=view.top + round(dy))


def clamped(view: View, photo: Size, viewport: Size) -> View:
    """Keeps the photo in sight: its middle half-screen can reach every edge, but it never gets lost."""
    return View(
        view.zoom,
        _clamp(view.left, photo[1] * view.zoom, viewport[1]),
        _clamp(view.top, photo[0] * view.zoom, viewport[0]),
    )


def _clamp(start: int, length: float, room: int) -> int:
    keep = max(min(length, room) / 2, 1)
    return min(max(start, math.ceil(keep - length)), math.floor(room - keep))


def visible_box(view: View, photo: Size, viewport: Size) -> Box:
    """The screen pixels of the viewport that show any part of the photo."""
    right = view.left + math.ceil(photo[1] * view.zoom)
    bottom = view.top + math.ceil(photo[0] * view.zoom)
    return Box(max(view.left, 0), max(view.top, 0), min(right, viewport[1]), min(bottom, viewport[0]))


def level_for(zoom: float, levels: int) -> int:
    """The coarsest mip level that is still at least as fine as the screen."""
    if zoom >= 1:
        return 0
    return min(math.floor(-math.log2(zoom) + 1e-9), levels - 1)
