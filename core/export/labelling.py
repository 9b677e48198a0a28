"""LabelMe JSON and YOLO segmentation labels: one file a photo, polygons through the rim's pixel centres."""

import json
import os
from pathlib import Path

from core.export import outlines
from core.export.files import write
from core.export.photo import ExportPhoto

LABELME_VERSION = "5.5.0"
INSIDE_PIXEL = 0.25
"""Readers of YOLO labels either round or cut off; a quarter pixel past its centre both find the same pixel."""


def write_labelme(path: Path, photo: ExportPhoto) -> None:
    """One shape for each part of a crack; parts of one crack share their group_id."""
    shapes = [
        {
            "label": "crack",
            "points": ring.astype(float).tolist(),
            "group_id": number,
            "description": "",
            "shape_type": "polygon",
            "flags": {},
            "mask": None,
        }
        for number, piece in enumerate(outlines.pieces(photo.mask), start=1)
        for ring in outlines.centre_rings(piece)
    ]
    height, width = photo.size
    content = {
        "version": LABELME_VERSION,
        "flags": {str(photo.tag): True} if photo.tag else {},
        "shapes": shapes,
        "imagePath": _reach(path, photo.path),
        "imageData": None,
        "imageHeight": height,
        "imageWidth": width,
    }
    write(path, json.dumps(content, indent=1).encode())


def write_yolo(path: Path, photo: ExportPhoto) -> None:
    """A line ``0 x y x y …`` for each part, in shares of the photo's width and height; empty without a crack."""
    height, width = photo.size
    lines = [
        " ".join(["0", *(f"{x:.7f} {y:.7f}" for x, y in (ring + INSIDE_PIXEL) / (width, height))])
        for piece in outlines.pieces(photo.mask)
        for ring in outlines.centre_rings(piece)
    ]
    write(path, "".join(f"{line}\n" for line in lines).encode())


def _reach(label: Path, photo: Path) -> str:
    """The photo as seen from its label; on another drive of Windows only by its whole path."""
    try:
        return Path(os.path.relpath(photo, label.parent)).as_posix()
    except ValueError:
        return photo.as_posix()
