"""``crack-review export``: cracks in the files that other programs open."""

import argparse
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from core.cli import FAILED
from core.commands import arguments as shared
from core.commands import measured
from core.commands.bar import progress_bar
from core.errors import UsageError
from core.record.exporting import Exported, Missed, Target, export, in_the_way
from core.record.formats import FORMATS
from core.values import Finished, Progress


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    measured.configure(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="takes a folder for each format")
    parser.add_argument(
        "--format", required=True, type=formats, metavar="A,B", help=f"one or more of {', '.join(FORMATS)}"
    )
    parser.add_argument("--replace", action="store_true", help="write over files of an earlier export")
    parser.add_argument(
        "--heading",
        type=heading,
        metavar="DEG",
        help="geojson-map: compass direction of the upper edge of photos whose files say none; 0 is north",
    )
    shared.add_classes(parser)


def heading(text: str) -> float:
    """Degrees from 0 to 360."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 360.0:
        raise argparse.ArgumentTypeError(f"degrees from 0 to 360 were expected, not {text!r}")
    return value


def formats(text: str) -> tuple[str, ...]:
    """Formats separated by commas."""
    asked = tuple(dict.fromkeys(text.lower().split(",")))
    unknown = [kind for kind in asked if kind not in FORMATS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(FORMATS)} were expected, not {unknown[0]!r}")
    return asked


def run(arguments: argparse.Namespace) -> int:
    """Write everything; 0 only if every photo was read. What went wrong is said and the rest goes on."""
    source = measured.Source(arguments.paths, arguments.masks, arguments)
    target = Target(arguments.out, arguments.format, heading_deg=arguments.heading)
    target = replace(target, classes=arguments.classes or source.standards.classes)
    there = in_the_way(source.photos, target)
    if there and not arguments.replace:
        raise UsageError(
            f"{there[0]} is there already, and {len(there)} files in all would be replaced; choose another folder "
            "for --out, or add --replace."
        )
    done = _exported(source, target, is_quiet=arguments.quiet)
    lacking = f" {len(done.lacking)} of their files could not be made." if done.lacking else ""
    shared.say(f"{done.count} photos exported to {arguments.out}, {len(done.failed)} were left out.{lacking}")
    return FAILED if done.failed or done.lacking else 0


def _exported(source: measured.Source, target: Target, *, is_quiet: bool) -> Exported:
    done = Exported(0)
    with (
        progress_bar(len(source.photos), "photos", is_quiet=is_quiet) as bar,
        closing(export(source.photos, source.load, target)) as events,
    ):
        for event in events:
            if isinstance(event, Finished):
                done = event.result
            elif isinstance(event, Missed):
                shared.say(f"crack-review: {event.sentence}")
            elif isinstance(event, Progress):
                bar.update(event.done - bar.n)
    return done
