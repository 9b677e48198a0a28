"""Ignore regions: parts of a photo (a railing, the sky, a ruler) where nothing counts as crack."""

from collections.abc import Iterable, Sequence
from uuid import uuid4

import cv2
import numpy as np

from core.errors import ProjectError
from core.project.audit import Change, Key
from core.project.database import told_if_damaged
from core.project.project import Project
from core.values import Mask

KIND = "ignore"

Polygon = tuple[tuple[float, float], ...]
"""Corners (x, y) in pixels of the upright photo; pixel centres are at whole numbers."""


def add(project: Project, photo: int, corners: Sequence[tuple[float, float]]) -> Change:
    """Ignores what lies inside a polygon.

    Raises:
        ProjectError: fewer than three corners.
    """
    if len(corners) < 3:
        raise ProjectError(f"A region needs at least 3 corners, this one has {len(corners)}; draw it again.")
    # A random name: regions that two inspectors drew do not clash when their projects are merged.
    return project.record({Key(photo, KIND, uuid4().hex): [list(corner) for corner in corners]}, kind=KIND)


def remove(project: Project, photo: int, region: str) -> Change:
    """Looks at a region again."""
    return project.record({Key(photo, KIND, region): None}, kind=KIND)


@told_if_damaged
def regions(project: Project, photo: int) -> dict[str, Polygon]:
    """A photo's ignore regions by their names."""
    return {
        key.item: tuple((float(x), float(y)) for x, y in corners) for key, corners in project.facts(KIND, photo).items()
    }


def without_regions(mask: Mask, polygons: Iterable[Polygon]) -> Mask:
    """``mask`` (H, W) with the regions emptied, their rims included."""
    outlines = [np.rint(np.array(polygon)).astype(np.int32) for polygon in polygons]
    if not outlines:
        return mask
    ignored = np.zeros(mask.shape, np.uint8)
    for outline in outlines:  # one at a time: together, overlapping ones would cancel each other out
        cv2.fillPoly(ignored, [outline], 1)
    kept: Mask = mask & (ignored == 0)
    return kept
