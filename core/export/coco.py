"""COCO: one JSON file for all photos, each crack as RLE or as polygons along its pixel edges."""

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import numpy as np

from core.export import outlines
from core.export.files import staged
from core.export.photo import ExportPhoto
from core.values import Mask


class Segmentation(StrEnum):
    """How a crack's pixels are given; only RLE keeps cracks with holes in one part."""

    RLE = "rle"
    POLYGONS = "polygons"


def write_coco(path: Path, photos: Iterable[ExportPhoto], kind: Segmentation = Segmentation.RLE) -> None:
    """All photos and their cracks. Only the text of the annotations is held in memory, never the masks."""
    images: list[dict[str, object]] = []
    annotations: list[dict[str, object]] = []
    for image_id, photo in enumerate(photos, start=1):
        height, width = photo.size
        images.append({"id": image_id, "file_name": photo.name, "width": width, "height": height})
        names = {(crack.box_px, int(source.area_px)): crack.id for crack, source in _both(photo)}
        for piece in outlines.pieces(photo.mask):
            about = _annotation(piece, photo.size, kind, names)
            annotations.append({"id": len(annotations) + 1, "image_id": image_id, "category_id": 1, **about})
    content = {
        "info": {"description": "Cracks found with Crack Review", "version": "1"},
        "licenses": [],
        "images": images,
        "annotations": annotations,
        "categories": [{"id": 1, "name": "crack", "supercategory": "damage"}],
    }
    with staged(path) as part, part.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=True)


def _both(photo: ExportPhoto) -> Iterable[tuple]:
    return zip(photo.figures.cracks, photo.cracks.cracks, strict=True)


def _annotation(
    piece: outlines.Piece, size: tuple[int, int], kind: Segmentation, names: dict[tuple, str]
) -> dict[str, object]:
    height, width = piece.mask.shape
    box, area = (piece.left, piece.top, width, height), int(piece.mask.sum())
    if kind is Segmentation.RLE:
        segmentation: object = encoded(_on_photo(piece, size))
    else:
        segmentation = [ring.ravel().tolist() for ring in outlines.edge_rings(piece)]
    return {
        "segmentation": segmentation,
        "bbox": list(box),
        "area": area,
        "iscrowd": 0,
        "attributes": {"crack": names.get((box, area), "")},
    }


def encoded(mask: Mask) -> dict[str, object]:
    """``mask`` (H, W) as compressed run lengths."""
    from pycocotools import mask as coco_mask

    runs = coco_mask.encode(np.asfortranarray(mask, dtype=np.uint8))
    return {"size": [int(side) for side in runs["size"]], "counts": runs["counts"].decode("ascii")}


def _on_photo(piece: outlines.Piece, size: tuple[int, int]) -> Mask:
    whole = np.zeros(size, bool)
    height, width = piece.mask.shape
    whole[piece.top : piece.top + height, piece.left : piece.left + width] = piece.mask
    return whole
