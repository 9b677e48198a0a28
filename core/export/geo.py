"""GeoJSON: outlines and centre lines in photo pixels, or on the map (WGS 84) with GPS, scale and heading."""

import json
import math
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import ExportError
from core.export import outlines
from core.export.files import write
from core.export.photo import ExportPhoto
from core.measure.figures import CrackFigures, Width
from core.measure.pairs import METRES_PER_DEGREE

Place = Callable[[NDArray[np.float64]], list[list[float]]]


def write_geojson(path: Path, photos: Iterable[ExportPhoto], *, on_map: bool = False) -> None:
    """Two features for each crack, its outline and its centre line, with its figures as properties.

    In pixels, x grows to the right and y downwards, and pixel i spans i to i + 1 (not on a map, as RFC 7946
    would have it). Raises ExportError for the map where GPS, scale or heading is missing.
    """
    features = [feature for photo in photos for feature in _features(photo, on_map=on_map)]
    content = {
        "type": "FeatureCollection",
        "coordinates": "WGS 84" if on_map else "photo pixels, x to the right, y down",
        "features": features,
    }
    write(path, json.dumps(content, allow_nan=False).encode())


def _features(photo: ExportPhoto, *, on_map: bool) -> list[dict[str, object]]:
    place = _on_map(photo) if on_map else _in_pixels
    by_box = {(crack.box, crack.area_px): crack for crack in photo.cracks.cracks}
    figures = {crack.id: crack for crack in photo.figures.cracks}
    found = []
    for piece in outlines.pieces(photo.mask):
        height, width = piece.mask.shape
        crack = by_box.get(((piece.left, piece.top, width, height), int(piece.mask.sum())))
        properties = {"photo": photo.name} | (_properties(figures[crack.id]) if crack else {})
        polygons = [[_closed(place(ring.astype(float))) for ring in rings] for rings in outlines.edge_polygons(piece)]
        found.append(_feature("MultiPolygon", polygons, properties | {"kind": "outline"}))
        if crack:
            lines = [place(line.points + 0.5) for line in crack.centre_lines if len(line.points) > 1]
            found.append(_feature("MultiLineString", lines, properties | {"kind": "centre_line"}))
    return found


def _feature(kind: str, coordinates: object, properties: dict[str, object]) -> dict[str, object]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def _properties(crack: CrackFigures) -> dict[str, object]:
    return {
        "crack": crack.id,
        "unit": crack.unit,
        "length": round(crack.length, 3),
        "mean_width": _value(crack.mean_width),
        "max_width": _value(crack.max_width),
        "width_limit": round(crack.max_width.value, 4) if crack.max_width.is_below else None,
        "area": round(crack.area, 3),
    }


def _value(width: Width) -> float | None:
    return None if width.is_below else round(width.value, 4)


def _closed(ring: list[list[float]]) -> list[list[float]]:
    return [*ring, ring[0]]


def _in_pixels(points: NDArray[np.float64]) -> list[list[float]]:
    rounded: list[list[float]] = np.round(points, 3).tolist()
    return rounded


def _on_map(photo: ExportPhoto) -> Place:
    if photo.gps is None or photo.heading_deg is None or photo.scale.unit != "mm":
        raise ExportError(
            f"{photo.name} needs GPS, a scale and the heading of its upper edge to be put on a map; "
            "set what is missing or export in pixels."
        )
    latitude, longitude = photo.gps
    turn = math.radians(photo.heading_deg)
    middle = photo.scale.points(np.array([[photo.size[1] / 2 - 0.5, photo.size[0] / 2 - 0.5]]))
    scale = photo.scale

    def place(points: NDArray[np.float64]) -> list[list[float]]:
        right, down = ((scale.points(points - 0.5) - middle) / 1000).T
        east = right * math.cos(turn) - down * math.sin(turn)
        north = -right * math.sin(turn) - down * math.cos(turn)
        degrees_east = east / (METRES_PER_DEGREE * math.cos(math.radians(latitude)))
        found = np.column_stack([longitude + degrees_east, latitude + north / METRES_PER_DEGREE])
        rounded: list[list[float]] = np.round(found, 9).tolist()
        return rounded

    return place
