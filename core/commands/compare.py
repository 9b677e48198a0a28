"""``crack-review compare``: what grew between two dates."""

import argparse
import json
from pathlib import Path

from core.cli import FAILED
from core.commands import arguments as shared
from core.commands import measured
from core.commands.bar import progress_bar
from core.commands.files import write
from core.errors import CoreError, UsageError
from core.measure.align import align
from core.measure.growth import Growth, compare
from core.measure.pairs import Pair, pair

SCHEMA = 1
STANDARD_OUTPUT = Path("-")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("earlier", type=Path, help="a photo, or a folder of photos, of the earlier date")
    parser.add_argument("later", type=Path, help="the same spots later; paired by name, else by GPS")
    parser.add_argument("--earlier-masks", type=Path, metavar="DIR", help="default: the network's")
    parser.add_argument("--later-masks", type=Path, metavar="DIR", help="default: the network's")
    measured.configure(parser, paths=False)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything; - prints it")


def run(arguments: argparse.Namespace) -> int:
    """Compare all pairs; 0 only if every pair could be laid over each other."""
    before = measured.Source([arguments.earlier], arguments.earlier_masks, arguments)
    after = measured.Source([arguments.later], arguments.later_masks, arguments)
    pairs = _pairs(before, after, arguments)
    rows = []
    with progress_bar(len(pairs), "pairs", is_quiet=arguments.quiet) as bar:
        for one in pairs:
            rows.append(_row(one, before, after))
            if arguments.json != STANDARD_OUTPUT:
                bar.write(_line(rows[-1]))
            bar.update(1)
    text = json.dumps({"schema": SCHEMA, "pairs": rows}, indent=1, allow_nan=False)
    if arguments.json == STANDARD_OUTPUT:
        print(text)
    elif arguments.json is not None:
        write(arguments.json, text.encode("utf-8", "backslashreplace"))
    return FAILED if any(row["error"] for row in rows) else 0


def _pairs(before: measured.Source, after: measured.Source, arguments: argparse.Namespace) -> tuple[Pair, ...]:
    earlier, later = [photo.path for photo in before.photos], [photo.path for photo in after.photos]
    picked = {earlier[0]: later[0]} if arguments.earlier.is_file() and arguments.later.is_file() else None
    found = pair(earlier, later, picked=picked)
    if not found:
        raise UsageError("No photo of the later date has one of the same name or place earlier; name two photos.")
    shared.say(f"{len(found)} of {len(later)} later photos have an earlier one.")
    return found


def _row(one: Pair, before: measured.Source, after: measured.Source) -> dict[str, object]:
    about: dict[str, object] = {"earlier": str(one.earlier), "later": str(one.later), "paired_by": one.by}
    try:
        old, first = before.load(before.dossier(one.earlier))
        new, second = after.load(after.dossier(one.later))
        growth = compare(first.cracks, second.cracks, align(old, new), second.scale)
    except CoreError as error:
        return about | {"error": str(error)}
    return about | {"error": None} | _figures(growth)


def _figures(growth: Growth) -> dict[str, object]:
    names = ("unit", "length_before", "length_after", "new_length", "gone_length", "widening_mean", "widening_p95",
             "widening_max", "widest_at")  # fmt: skip
    quality = growth.alignment
    return {name: getattr(growth, name) for name in names} | {
        "alignment": {"inliers": quality.inliers, "share": quality.share, "error_px": quality.error_px,
                      "overlap": quality.overlap},
    }  # fmt: skip


def _line(row: dict[str, object]) -> str:
    name = Path(str(row["later"])).name
    if row["error"]:
        return f"{name}: {row['error']}"
    widening = (
        "" if row["widening_mean"] is None else f", widening {row['widening_mean']:+.2f} {row['unit']} on average"
    )
    return f"{name}: {row['new_length']:.1f} {row['unit']} new{widening}"
