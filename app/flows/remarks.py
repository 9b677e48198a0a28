"""What inspectors said of one photo, and the map that it leaves standing: what the canvas shows is what is exported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from app.widgets.canvas.correction import folded
from core.project import comments, corrections, cracks, finalmask, regions
from core.project.corrections import Layer, Stroke
from core.project.cracks import Anchor, FoundCrack, Verdict
from core.project.project import Project
from core.project.regions import Polygon
from core.score import counts
from core.score.counts import Histogram
from core.values import Mask, ProbabilityMap, cut

MOST_CRACKS = 99


def _no_layer() -> None:
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Remarks:
    """All statements of a photo. ``notes`` are of the whole photo (None) and of cracks; ``read_layer`` reads a file."""

    verdicts: Mapping[Anchor, Verdict] = field(default_factory=dict)
    regions: Mapping[str, Polygon] = field(default_factory=dict)
    notes: Mapping[Anchor | None, str] = field(default_factory=dict)
    read_layer: Callable[[], Layer | None] = _no_layer


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """``map`` (H, W) with what was refused taken out, its cracks, and ``levels``: the histogram with the strokes in."""

    map: ProbabilityMap
    cracks: tuple[FoundCrack, ...]
    levels: Histogram


def read(project: Project, photo: int) -> Remarks:
    """Ask the project, in its own thread.

    Raises:
        ProjectError: it cannot be read.
    """
    said = comments.comments(project, photo).get(photo, ())
    return Remarks(
        verdicts=cracks.verdicts(project, photo),
        regions=regions.regions(project, photo),
        notes={comment.anchor: comment.text for comment in said},
        read_layer=corrections.reader(project, photo),
    )


def standing(raw: ProbabilityMap, threshold: float, remarks: Remarks, layer: Layer | None) -> Standing:
    """What is left of the model's map (H, W) at a threshold; in whichever thread has the time."""
    mask: Mask = raw >= cut(threshold)
    left = finalmask.standing_map(raw, threshold, remarks.verdicts, remarks.regions)
    return Standing(left, cracks.found(raw, mask, remarks.verdicts, MOST_CRACKS), _levels(left, layer))


def final_map(raw: ProbabilityMap, threshold: float, remarks: Remarks, layer: Layer | None) -> ProbabilityMap:
    """The map (H, W) that, cut at ``threshold``, is the final mask: refused parts out, the hand's layer over it."""
    left = finalmask.standing_map(raw, threshold, remarks.verdicts, remarks.regions)
    return left if layer is None else folded(left, layer)


def final_levels(raw: ProbabilityMap, threshold: float, remarks: Remarks) -> Histogram:
    """The histogram (256,) of ``final_map``. Raises ProjectError where the layer is damaged or of another photo."""
    layer = remarks.read_layer()
    if layer is not None:
        corrections.check_size(layer, raw.shape)
    left = finalmask.standing_map(raw, threshold, remarks.verdicts, remarks.regions)
    return _levels(left, layer)


def crack_at(
    raw: ProbabilityMap, threshold: float, found: tuple[FoundCrack, ...], place: tuple[int, int]
) -> int | None:
    """Which of the cracks found at ``threshold`` lies under a pixel (x, y); touches their boxes only."""
    for number, crack in enumerate(found):
        left, top, width, height = crack.box
        inside = (place[0] - left, place[1] - top)
        if not (0 <= inside[0] < width and 0 <= inside[1] < height):
            continue
        window = raw[top : top + height, left : left + width]
        if cracks.anchor_at(window, window >= cut(threshold), inside) == Anchor(
            crack.anchor.x - left, crack.anchor.y - top
        ):
            return number
    return None


def region_at(remarks: Remarks, place: tuple[int, int]) -> str | None:
    """The name of the ignore region around a pixel (x, y)."""
    return next(filter(partial(_holds, remarks.regions, place), remarks.regions), None)


def _holds(polygons: Mapping[str, Polygon], place: tuple[int, int], name: str) -> bool:
    """Even-odd rule."""
    (x, y), corners, is_inside = place, polygons[name], False
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            is_inside = not is_inside
    return is_inside


def _levels(left: ProbabilityMap, layer: Layer | None) -> Histogram:
    """The histogram (256,) with drawn pixels certain and erased ones impossible."""
    levels = counts.histogram(left)
    if layer is None:
        return levels
    touched = layer > 0
    drawn = int((layer == Stroke.DRAWN).sum())
    levels = levels - counts.histogram(left[touched].reshape(1, -1))
    levels[255] += drawn
    levels[0] += int(touched.sum()) - drawn
    return levels
