"""``crack-review compare``: what grew between two dates."""

import argparse
import json
from pathlib import Path

from core.cli import FAILED
from core.commands import arguments as shared
from core.commands import measured
from core.commands.bar import progress_bar
from core.errors import UsageError
from core.export import tables
from core.export.files import write
from core.measure.growth import Growth
from core.record.comparing import COLUMNS, Compared, Spot, compare_all, row, spots
from core.values import Progress

SCHEMA = 1
STANDARD_OUTPUT = Path("-")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("earlier", type=Path, help="a photo, or a folder of photos, of the earlier date")
    parser.add_argument("later", type=Path, help="the same spots later; paired by name, else by GPS")
    parser.add_argument("--earlier-masks", type=Path, metavar="DIR", help="default: the network's")
    parser.add_argument("--later-masks", type=Path, metavar="DIR", help="default: the network's")
    measured.configure(parser, paths=False)
    parser.add_argument("--json", type=shared.table, metavar="FILE", help="write everything; - prints it")
    parser.add_argument("--csv", type=shared.table, metavar="FILE", help="write the growth table, a line for each pair")


def run(arguments: argparse.Namespace) -> int:
    """Compare all pairs; 0 only if every pair could be laid over each other."""
    before = _source(arguments.earlier, arguments.earlier_masks, arguments)
    after = _source(arguments.later, arguments.later_masks, arguments)
    pairs = _pairs(before, after, arguments)
    done: list[Compared] = []
    with progress_bar(len(pairs), "pairs", is_quiet=arguments.quiet) as bar:
        for event in compare_all(pairs, before.load, after.load):
            if isinstance(event, Progress):
                bar.update(event.done - bar.n)
            elif isinstance(event, Compared):
                done.append(event)
                if arguments.json != STANDARD_OUTPUT:
                    bar.write(_line(event))
    _deliver(done, arguments)
    return FAILED if any(one.problem for one in done) else 0


def _source(path: Path, masks: Path | None, arguments: argparse.Namespace) -> measured.Source:
    if not path.exists():
        raise UsageError(f"A photo or a folder of photos was expected, {path} is not there; check the path.")
    return measured.Source([path], masks, arguments)


def _deliver(done: list[Compared], arguments: argparse.Namespace) -> None:
    text = json.dumps({"schema": SCHEMA, "pairs": [_entry(one) for one in done]}, indent=1, allow_nan=False)
    if arguments.json == STANDARD_OUTPUT:
        print(text)
    elif arguments.json is not None:
        write(arguments.json, text.encode("utf-8", "backslashreplace"))
    if arguments.csv is not None:
        tables.write_csv(arguments.csv, COLUMNS, map(row, done))


def _pairs(before: measured.Source, after: measured.Source, arguments: argparse.Namespace) -> tuple[Spot, ...]:
    is_picked = arguments.earlier.is_file() and arguments.later.is_file()
    picked = {before.photos[0].path: after.photos[0].path} if is_picked else None
    found = spots(before.photos, after.photos, picked)
    if not found:
        raise UsageError("No photo of the later date has one of the same name or place earlier; name two photos.")
    shared.say(f"{len(found)} of {len(after.photos)} later photos have an earlier one.")
    return found


def _entry(one: Compared) -> dict[str, object]:
    spot = one.spot
    about = {"earlier": str(spot.earlier.path), "later": str(spot.later.path), "paired_by": spot.by}
    return about | {"error": one.problem or None} | ({} if one.growth is None else _figures(one.growth))


def _figures(growth: Growth) -> dict[str, object]:
    names = ("unit", "length_before", "length_after", "new_length", "gone_length", "found_once_length",
             "widening_mean", "widening_p95", "widening_max", "widest_at")  # fmt: skip
    quality = growth.alignment
    return {name: getattr(growth, name) for name in names} | {
        "alignment": {"inliers": quality.inliers, "share": quality.share, "error_px": quality.error_px,
                      "overlap": quality.overlap},
    }  # fmt: skip


def _line(one: Compared) -> str:
    name, growth = one.spot.later.path.name, one.growth
    if growth is None:
        return f"{name}: {one.problem}"
    widening = (
        "" if growth.widening_mean is None else f", widening {growth.widening_mean:+.2f} {growth.unit} on average"
    )
    return f"{name}: {growth.new_length:.1f} {growth.unit} new{widening}"
