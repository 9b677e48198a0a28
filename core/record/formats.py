"""The files that other programs open: what each is called, and how it is written."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from core.export import coco, dxf, geo, labelling, masks, overlay, tables
from core.export.photo import ExportPhoto
from core.measure.classes import WidthClasses
from core.values import RGB

WriteOne = Callable[[Path, ExportPhoto, RGB, WidthClasses], None]
WriteAll = Callable[[Path, Iterable[ExportPhoto]], None]

# A file for each photo: its name's ending, and how it is written.
EACH: Mapping[str, tuple[str, WriteOne]] = {
    "png": ("_mask.png", lambda path, photo, *_: masks.write_mask(path, photo.mask)),
    "labelme": (".json", lambda path, photo, *_: labelling.write_labelme(path, photo)),
    "yolo": (".txt", lambda path, photo, *_: labelling.write_yolo(path, photo)),
    "dxf": (".dxf", lambda path, photo, *_: dxf.write_dxf(path, photo)),
    "geojson": (".geojson", lambda path, photo, *_: geo.write_geojson(path, [photo])),
    "geojson-map": (".geojson", lambda path, photo, *_: geo.write_geojson(path, [photo], on_map=True)),
    "overlay": (
        "_overlay.jpg",
        lambda path, photo, rgb, classes: overlay.write_overlay(path, photo, rgb, classes),
    ),
}


def write_csv(path: Path, photos: Iterable[ExportPhoto]) -> None:
    """``path`` with a row for each crack, and photos.csv beside it with a row for each photo."""
    cracks: list[list[tables.Cell]] = []
    sums = []
    for photo in photos:
        cracks += tables.crack_rows(photo)
        sums.append(tables.photo_row(photo))
    tables.write_csv(path, tables.CRACK_COLUMNS, cracks)
    tables.write_csv(path.with_name(PHOTOS_CSV), tables.PHOTO_COLUMNS, sums)


PHOTOS_CSV = "photos.csv"

# Files for all photos together: their names (the first is written to), and how they are written.
WHOLE: Mapping[str, tuple[tuple[str, ...], WriteAll]] = {
    "csv": (("cracks.csv", PHOTOS_CSV), write_csv),
    "xlsx": (("cracks.xlsx",), tables.write_xlsx),
    "coco": (("coco.json",), coco.write_coco),
    "coco-polygons": (("coco_polygons.json",), partial(coco.write_coco, kind=coco.Segmentation.POLYGONS)),
}
FORMATS = (*EACH, *WHOLE)
