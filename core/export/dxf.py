"""DXF for CAD: centre lines and outlines on layers, widths as attributes and as drawn widths."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.export import outlines
from core.export.files import staged
from core.export.photo import ExportPhoto
from core.measure.cracks import CentreLine
from core.measure.figures import CrackFigures

APPLICATION = "CRACK_REVIEW"
CENTRE_LINES, OUTLINES, LABELS = "CRACK_CENTRE_LINES", "CRACK_OUTLINES", "CRACK_LABELS"
MILLIMETRES, UNITLESS = 4, 0
_TEXT_CODE, _REAL_CODE = 1000, 1040


def write_dxf(path: Path, photo: ExportPhoto) -> None:
    """One drawing a photo, y upwards, in mm, or in pixels (unitless) without a scale.

    Each centre line is a LWPOLYLINE whose vertices carry the local width, with id, length, mean and maximum
    width and unit as extended data of the application CRACK_REVIEW.
    """
    import ezdxf

    drawing = ezdxf.new("R2010", setup=False)
    drawing.header["$INSUNITS"] = MILLIMETRES if photo.scale.unit == "mm" else UNITLESS
    drawing.appids.add(APPLICATION)
    for layer, colour in ((CENTRE_LINES, 1), (OUTLINES, 8), (LABELS, 7)):
        drawing.layers.add(layer, color=colour)
    space = drawing.modelspace()
    for crack, figures in zip(photo.cracks.cracks, photo.figures.cracks, strict=True):
        for line in crack.centre_lines:
            _add_line(space, photo, line, figures)
        _add_label(space, photo, figures)
    for piece in outlines.pieces(photo.mask):
        for ring in (ring for rings in outlines.edge_polygons(piece) for ring in rings):
            space.add_lwpolyline(_placed(photo, ring - 0.5), close=True, dxfattribs={"layer": OUTLINES})
    with staged(path) as part:
        drawing.saveas(part)


def _add_line(space: Any, photo: ExportPhoto, line: CentreLine, crack: CrackFigures) -> None:
    if len(line.points) < 2:
        return
    widths = line.widths_px * photo.scale.along(line.points, line.normals)
    vertices = [(*place, width, width) for place, width in zip(_placed(photo, line.points), widths, strict=True)]
    drawn = space.add_lwpolyline(vertices, format="xyse", dxfattribs={"layer": CENTRE_LINES})
    drawn.set_xdata(APPLICATION, _attributes(crack))


def _add_label(space: Any, photo: ExportPhoto, crack: CrackFigures) -> None:
    height = 12 * photo.scale.per_pixel(crack.max_width_at)
    label = space.add_text(crack.id, height=height, dxfattribs={"layer": LABELS})
    label.set_placement(_placed(photo, np.array([crack.max_width_at]))[0])
    label.set_xdata(APPLICATION, _attributes(crack))


def _attributes(crack: CrackFigures) -> list[tuple[int, str | float]]:
    below = "yes" if crack.max_width.is_below else "no"
    return [
        (_TEXT_CODE, f"id={crack.id}"),
        (_TEXT_CODE, f"unit={crack.unit}"),
        (_TEXT_CODE, "length"),
        (_REAL_CODE, crack.length),
        (_TEXT_CODE, "mean_width"),
        (_REAL_CODE, crack.mean_width.value),
        (_TEXT_CODE, f"max_width, below what the photo resolves: {below}"),
        (_REAL_CODE, crack.max_width.value),
    ]


def _placed(photo: ExportPhoto, points: NDArray[np.floating | np.integer]) -> list[tuple[float, float]]:
    places = photo.scale.points(points.astype(float))
    return [(float(x), float(-y)) for x, y in places]
