"""``crack-review export``: cracks in the files that other programs open."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from core.cli import FAILED
from core.commands import arguments as shared
from core.commands import measured
from core.errors import CoreError
from core.export import coco, dxf, files, geo, labelling, masks, overlay, tables
from core.export.photo import ExportPhoto
from core.measure.classes import WidthClasses
from core.values import RGB

# A file for each photo: its name's ending, and how it is written.
EACH: Mapping[str, tuple[str, Callable[[Path, ExportPhoto, RGB], None]]] = {
    "png": ("_mask.png", lambda path, photo, _: masks.write_mask(path, photo.mask)),
    "labelme": (".json", lambda path, photo, _: labelling.write_labelme(path, photo)),
    "yolo": (".txt", lambda path, photo, _: labelling.write_yolo(path, photo)),
    "dxf": (".dxf", lambda path, photo, _: dxf.write_dxf(path, photo)),
    "geojson": (".geojson", lambda path, photo, _: geo.write_geojson(path, [photo])),
    "overlay": ("_overlay.jpg", lambda path, photo, rgb: overlay.write_overlay(path, photo, rgb, WidthClasses())),
}

# One file for all photos: its name, and how it is written.
WHOLE: Mapping[str, tuple[str, Callable[[Path, list[ExportPhoto]], None]]] = {
    "csv": ("cracks.csv", lambda path, photos: _csv(path, photos)),
    "xlsx": ("cracks.xlsx", tables.write_xlsx),
    "coco": ("coco.json", coco.write_coco),
    "coco-polygons": (
        "coco_polygons.json",
        lambda path, photos: coco.write_coco(path, photos, coco.Segmentation.POLYGONS),
    ),
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    measured.configure(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="takes a folder for each format")
    every = ", ".join((*EACH, *WHOLE))
    parser.add_argument("--format", required=True, type=formats, metavar="A,B", help=f"one or more of {every}")


def formats(text: str) -> tuple[str, ...]:
    """Formats separated by commas."""
    asked = tuple(dict.fromkeys(text.lower().split(",")))
    unknown = [kind for kind in asked if kind not in EACH and kind not in WHOLE]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join((*EACH, *WHOLE))} were expected, not {unknown[0]!r}")
    return asked


def run(arguments: argparse.Namespace) -> int:
    """Write everything; 0 only if every photo was read. What went wrong is said and the rest goes on."""
    source = measured.Source(arguments.paths, arguments.masks, arguments)
    places = _places(source, arguments)
    photos, failed = [], 0
    for i, (_, found) in enumerate(measured.each(source, is_quiet=arguments.quiet)):
        if isinstance(found, CoreError):
            failed += 1
            continue
        rgb, photo = found
        for kind, targets in places.items():
            EACH[kind][1](targets[i], photo, rgb)
        photos.append(photo)
    for kind in (kind for kind in arguments.format if kind in WHOLE):
        name, write = WHOLE[kind]
        write(arguments.out / name, photos)
    shared.say(f"{len(photos)} photos exported to {arguments.out}, {failed} could not be read.")
    return FAILED if failed else 0


def _places(source: measured.Source, arguments: argparse.Namespace) -> dict[str, list[Path]]:
    names = [photo.name for photo in source.photos]
    kinds = [kind for kind in EACH if kind in arguments.format]
    places = {kind: files.targets(names, arguments.out / kind, EACH[kind][0]) for kind in kinds}
    results = [*(place for targets in places.values() for place in targets), *_whole(arguments)]
    files.keep_photos_safe(results, [photo.path for photo in source.photos])
    return places


def _whole(arguments: argparse.Namespace) -> Iterator[Path]:
    return (arguments.out / WHOLE[kind][0] for kind in arguments.format if kind in WHOLE)


def _csv(path: Path, photos: list[ExportPhoto]) -> None:
    tables.write_csv(path, tables.CRACK_COLUMNS, (row for photo in photos for row in tables.crack_rows(photo)))
    rows = (tables.photo_row(photo) for photo in photos)
    tables.write_csv(path.with_name("photos.csv"), tables.PHOTO_COLUMNS, rows)
