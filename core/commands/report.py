"""``crack-review report``: an inspection report as HTML or PDF."""

import argparse
import json
from datetime import date
from pathlib import Path

from core.commands import arguments as shared
from core.commands import measured
from core.commands.bar import progress_bar
from core.errors import UsageError
from core.record.pages import report_photos
from core.report.model import Order, Paper, ReportOptions, Style
from core.report.report import write
from core.report.texts import Language
from core.values import Finished


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
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="on the cover; default: today")
    parser.add_argument("--logo", type=Path, metavar="FILE", help="PNG or JPEG for the cover")
    parser.add_argument("--language", type=Language, choices=list(Language), default=Language.ENGLISH)
    parser.add_argument("--paper", type=Paper, choices=list(Paper), default=Paper.A4)
    parser.add_argument("--order", type=Order, choices=list(Order), default=Order.GIVEN)
    parser.add_argument("--style", type=Path, metavar="FILE", help="TOML with colours and a font")
    parser.add_argument("--template", type=Path, metavar="FILE", help="Jinja template that replaces the HTML report's")
    parser.add_argument("--json", action="store_true", help="print what was written as JSON")
    shared.add_classes(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the report. A photo that cannot be read stands in it with its reason."""
    source = measured.Source(arguments.paths, arguments.masks, arguments)
    originals = {photo.path for photo in source.photos}
    if any(target.resolve() in originals for target in arguments.out):
        raise UsageError("A report must not replace a photo; choose another name for --out.")
    photos = report_photos(source.photos, source.load)
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


def _options(source: measured.Source, arguments: argparse.Namespace) -> ReportOptions:
    return ReportOptions(
        title=arguments.title,
        site=arguments.site,
        client=arguments.client,
        inspector=arguments.inspector,
        date=arguments.date or date.today(),
        logo=arguments.logo,
        language=arguments.language,
        paper=arguments.paper,
        order=arguments.order,
        classes=arguments.classes or source.standards.classes,
        severities=source.standards.severities,
        overlaps=measured.overlaps(source),
        template=arguments.template,
        style=Style() if arguments.style is None else Style.read(arguments.style),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day as YYYY-MM-DD was expected, not {text!r}") from error
