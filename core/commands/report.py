"""``crack-review report``: an inspection report as HTML or PDF."""

import argparse
import json
from functools import partial
from pathlib import Path, PurePosixPath

from core.commands import arguments as shared
from core.commands import measured
from core.commands.bar import progress_bar
from core.errors import PhotoError, UsageError
from core.measure.pairs import find_overlaps
from core.photos import metadata
from core.report.model import Order, Paper, ReportOptions, ReportPhoto, Style
from core.report.report import write
from core.report.texts import Language
from core.values import Finished, Progress


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    measured.configure(parser)
    parser.add_argument(
        "--out",
        required=True,
        action="append",
        type=Path,
        metavar="FILE",
        help="ends in .html or .pdf; may be repeated",
    )
    for name in ("title", "site", "client", "inspector"):
        parser.add_argument(f"--{name}", default="", metavar="TEXT")
    parser.add_argument("--logo", type=Path, metavar="FILE", help="PNG or JPEG for the cover")
    parser.add_argument("--language", type=Language, choices=list(Language), default=Language.ENGLISH)
    parser.add_argument("--paper", type=Paper, choices=list(Paper), default=Paper.A4)
    parser.add_argument("--order", type=Order, choices=[Order.GIVEN, Order.ELEMENT, Order.WIDEST], default=Order.GIVEN)
    parser.add_argument("--style", type=Path, metavar="FILE", help="TOML with colours and a font")
    parser.add_argument("--template", type=Path, metavar="FILE", help="Jinja template that replaces the HTML report's")
    parser.add_argument("--json", action="store_true", help="print what was written as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the report. A photo that cannot be read stands in it with its reason."""
    source = measured.Source(arguments.paths, arguments.masks, arguments)
    originals = {photo.path for photo in source.photos}
    if any(target.resolve() in originals for target in arguments.out):
        raise UsageError("A report must not replace a photo; choose another name for --out.")
    photos = [_photo(source, photo) for photo in source.photos]
    done: tuple[Path, ...] = ()
    with progress_bar(len(photos) * (1 + len(arguments.out)), "pages", is_quiet=arguments.quiet) as bar:
        for event in write(photos, arguments.out, _options(source, arguments)):
            if isinstance(event, Finished):
                done = event.result
            else:
                bar.update(event.done - bar.n)
    if arguments.json:
        print(json.dumps({"photos": len(photos), "written": [str(path) for path in done]}))
    shared.say(f"Written: {', '.join(map(str, done))}.")
    return 0


def _photo(source: measured.Source, photo: measured.Named) -> ReportPhoto:
    """The folder of a photo names the element that it shows."""
    folder = PurePosixPath(photo.name).parent
    try:
        camera = metadata.read(photo.path).camera or ""
    except PhotoError:
        camera = ""
    element = "" if folder == PurePosixPath(".") else str(folder)
    return ReportPhoto(photo.name, partial(source.load, photo), element=element, camera=camera)


def _options(source: measured.Source, arguments: argparse.Namespace) -> ReportOptions:
    return ReportOptions(
        title=arguments.title,
        site=arguments.site,
        client=arguments.client,
        inspector=arguments.inspector,
        logo=arguments.logo,
        language=arguments.language,
        paper=arguments.paper,
        order=arguments.order,
        overlaps=_overlaps(source),
        template=arguments.template,
        style=Style() if arguments.style is None else Style.read(arguments.style),
    )


def _overlaps(source: measured.Source) -> tuple[tuple[str, str], ...]:
    names = {photo.path: photo.name for photo in source.photos}
    for event in find_overlaps(list(names)):
        if not isinstance(event, Progress):
            return tuple((names[one.first], names[one.second]) for one in event.result)
    return ()
