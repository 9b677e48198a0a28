"""``crack-review measure``: lengths, widths and areas of the cracks on photos."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from core.cli import FAILED
from core.commands import arguments as shared
from core.commands import measured
from core.errors import CoreError
from core.export import tables
from core.export.files import write
from core.export.photo import ExportPhoto
from core.record.dossier import Dossier
from core.record.pages import Overlaps

SCHEMA = 2
STANDARD_OUTPUT = Path("-")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    measured.configure(parser)
    parser.add_argument("--json", type=shared.table, metavar="FILE", help="write everything; - prints it")
    parser.add_argument("--csv", type=shared.table, metavar="FILE", help="write a line for each crack")


def run(arguments: argparse.Namespace) -> int:
    """Measure all photos; 0 only if every one was read. Photos that overlap are named: sums count them twice."""
    source = measured.Source(arguments.paths, arguments.masks, arguments)
    photos: list[dict[str, object]] = []
    rows: list[list[tables.Cell]] = []
    failed = 0
    for dossier, found in measured.each(source, is_quiet=arguments.quiet):
        if isinstance(found, CoreError):
            failed += 1
            photos.append({"photo": dossier.name, "error": str(found)})
            continue
        _, photo = found
        photos.append(_entry(dossier, photo))
        rows += tables.crack_rows(photo)
        if arguments.json != STANDARD_OUTPUT:
            print(_line(photo))
    double = measured.overlaps(source)
    if double:
        pairs = "; ".join(f"{first} – {second}" for first, second in double)
        shared.say(f"These photos overlap, so a sum of their lengths counts cracks on both twice: {pairs}")
    if arguments.csv is not None:
        tables.write_csv(arguments.csv, tables.CRACK_COLUMNS, rows)
    _deliver(_document(photos, double), arguments.json)
    return FAILED if failed else 0


def _document(photos: list[dict[str, object]], double: Overlaps) -> str:
    return json.dumps({"schema": SCHEMA, "photos": photos, "overlaps": double}, indent=1, allow_nan=False)


def _entry(dossier: Dossier, photo: ExportPhoto) -> dict[str, object]:
    """What is known of a photo, and its figures."""
    review = dossier.standing.review
    about = {
        "photo": photo.name,
        "error": None,
        "tag": photo.tag,
        **asdict(dossier.standing.judgement),
        "notes": dossier.notes,
        "reviewed_by": None if review is None else review.who,
        "threshold": photo.threshold,
        "model": photo.model,
        "scale": photo.scale.method,
    }
    return about | asdict(photo.figures)


def _line(photo: ExportPhoto) -> str:
    found = photo.figures
    if found.widest is None:
        return f"{photo.name}: no crack"
    width = found.widest.max_width
    said = f"{'below ' if width.is_below else ''}{width.value:.2f} {width.unit}"
    return f"{photo.name}: {len(found.cracks)} cracks, {found.length:.1f} {found.unit}, widest {said}"


def _deliver(text: str, target: Path | None) -> None:
    if target == STANDARD_OUTPUT:
        print(text)
    elif target is not None:
        write(target, text.encode("utf-8", "backslashreplace"))
        shared.say(f"Written: {target}.")
