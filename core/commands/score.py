"""``crack-review score``: how well a network does, against masks, tags or both."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.cli import FAILED
from core.commands import arguments as shared
from core.commands import engine
from core.commands.bar import progress_bar
from core.commands.engine import Engine
from core.commands.truth import Scored, absolute, chosen_photos
from core.errors import CoreError
from core.export.files import write
from core.photos import pairing
from core.score import report
from core.score.bootstrap import RESAMPLES
from core.score.records import PhotoRecord, UnreadPhoto, measure
from core.score.tolerance import TOLERANCE_PX
from core.values import Prediction

STANDARD_OUTPUT = Path("-")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--images", required=True, type=Path, metavar="DIR", help="folder of photos")
    parser.add_argument(
        "--masks", type=Path, metavar="DIR", help="their masks; default: the folder masks beside a folder images"
    )
    parser.add_argument(
        "--tags", type=Path, metavar="CSV", help="image,tag[,source,photo], relative to DIR or to the CSV's folder"
    )
    parser.add_argument(
        "--held-out", action="store_true", help="only tagged photos with sha256(photo) %% 10 == 0, which never train"
    )
    shared.add_model(parser)
    parser.add_argument("--group-by", choices=("source", "folder"), help="figures of each group besides")
    parser.add_argument("--json", type=shared.table, metavar="FILE", help="write the whole report; - prints it")
    parser.add_argument("--csv", type=shared.table, metavar="FILE", help="write a line for each photo")
    parser.add_argument("--seed", type=int, default=0, help="of the bootstrap; default: 0")
    shared.add_device(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(arguments: argparse.Namespace) -> int:
    """Score all photos that have a mask or a tag; 0 only if every one was read."""
    photos = chosen_photos(arguments)
    chosen = engine.chosen(arguments)
    threshold = chosen.version.threshold if arguments.threshold is None else arguments.threshold
    found = list(_measured(photos, chosen, threshold, is_quiet=arguments.quiet))
    unread = [photo for photo in found if isinstance(photo, UnreadPhoto)]
    made = report.report(
        [record for record in found if isinstance(record, PhotoRecord)],
        model=chosen.version.id,
        settings=_settings(arguments, chosen),
        threshold=threshold,
        unread=unread,
        seed=arguments.seed,
    )
    _deliver(made, arguments)
    return FAILED if unread else 0


def _measured(
    photos: Sequence[Scored], chosen: Engine, threshold: float, *, is_quiet: bool
) -> Iterator[PhotoRecord | UnreadPhoto]:
    """Predict and reduce one photo after the other, in their order."""
    by_path = {photo.path: photo for photo in photos}
    with progress_bar(len(photos), "photos", is_quiet=is_quiet) as bar:
        for path, found in chosen.predictions(list(by_path)):
            record = _record(by_path[path], found, threshold)
            if isinstance(record, UnreadPhoto):
                bar.write(f"crack-review: {record.error}", file=sys.stderr)
            yield record
            bar.update(1)


def _record(photo: Scored, found: Prediction | CoreError, threshold: float) -> PhotoRecord | UnreadPhoto:
    """A photo whose mask is missing or does not fit is as good as unread."""
    if isinstance(found, CoreError):
        return UnreadPhoto(photo.name, str(found), photo.group)
    height, width = found.probabilities.shape
    try:
        truth = None if photo.mask is None else pairing.read_mask(photo.mask, (height, width))
    except CoreError as error:
        return UnreadPhoto(photo.name, str(error), photo.group)
    return measure(found, truth, name=photo.name, threshold=threshold, tag=photo.tag, group=photo.group)


def _settings(arguments: argparse.Namespace, chosen: Engine) -> dict[str, object]:
    """What else the figures depend on."""
    return {
        "inference": chosen.settings,
        "model_name": chosen.version.name,
        "model_path": str(chosen.version.path),
        "images": str(absolute(arguments.images)),
        "masks": None if arguments.masks is None else str(absolute(arguments.masks)),
        "group_by": arguments.group_by,
        "held_out": arguments.held_out,
        "tolerance_px": TOLERANCE_PX,
        "bootstrap_resamples": RESAMPLES,
        "bootstrap_seed": arguments.seed,
    }


def _deliver(made: report.Report, arguments: argparse.Namespace) -> None:
    """The files that were asked for, and every key for people unless JSON goes to standard output."""
    if arguments.csv is not None:
        write(arguments.csv, report.to_csv(made).encode("utf-8", "surrogateescape"))
    if arguments.json == STANDARD_OUTPUT:
        print(report.to_json(made), end="")
        return
    if arguments.json is not None:
        write(arguments.json, report.to_json(made).encode("utf-8", "backslashreplace"))
    print("\n".join(_lines(made)))


def _lines(made: report.Report) -> Iterator[str]:
    """Every key of the report, a line each; figures with their intervals."""
    for key, value in made.items():
        if key == "per_photo":
            yield f"{key:22} {len(value)} photos (--csv or --json FILE writes them)"
        elif key == "curves":
            yield f"{key:22} at every threshold (--json FILE writes them, crack-review figures draws them)"
        elif key == "groups":
            yield from (f"{key:22} {name}: {_brief(group)}" for name, group in value.items())
            yield from () if value else (f"{key:22} none (--group-by makes them)",)
        elif key == "intervals":
            yield from (f"{key:22} {name} {_span(span)}" for name, span in value.items())
        else:
            yield f"{key:22} {_said(value)}"


def _brief(group: report.Report) -> str:
    return ", ".join(f"{key} {_said(value)}" for key, value in group.items() if not isinstance(value, dict))


def _span(span: list[float] | None) -> str:
    return "undefined" if span is None else f"{span[0]:.4f} to {span[1]:.4f}"


def _said(value: object) -> str:
    if value is None:
        return "undefined"
    if isinstance(value, dict):
        return json.dumps(value)
    return f"{value:.4f}" if isinstance(value, float) else str(value)
