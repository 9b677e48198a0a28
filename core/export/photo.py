"""One photo's results, ready to be exported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from core.measure.cracks import PhotoCracks
from core.measure.figures import PhotoFigures, photo_figures
from core.measure.scale import UNCALIBRATED, Scale
from core.values import Mask, Tag


@dataclass(frozen=True, slots=True)
class Said:
    """What inspectors said of a photo besides its tag; ``crack_notes`` by the crack's id."""

    structure: str = ""
    element: str = ""
    location: str = ""
    severity: str = ""
    note: str = ""
    reviewed_by: str = ""
    crack_notes: Mapping[str, str] = field(default_factory=dict)


NOTHING_SAID = Said()


@dataclass(frozen=True)
class ExportPhoto:
    """``name`` is the path relative to the photos' folder, with /; ``mask`` (H, W) the final mask.

    ``gps`` is (latitude, longitude) of the photo's middle, ``heading_deg`` the compass direction of its upper edge.
    """

    name: str
    path: Path
    mask: Mask
    cracks: PhotoCracks
    scale: Scale = UNCALIBRATED
    tag: Tag | None = None
    threshold: float | None = None
    model: str = ""
    taken: datetime | None = None
    gps: tuple[float, float] | None = None
    heading_deg: float | None = None
    said: Said = NOTHING_SAID

    @cached_property
    def figures(self) -> PhotoFigures:
        """Every number, worked out once."""
        return photo_figures(self.cracks, self.scale)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width)."""
        return self.cracks.size
