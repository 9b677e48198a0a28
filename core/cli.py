"""The command line: arguments in, core calls, exit codes. Free of Qt.

Exit codes: 0 all went well; 1 something failed or could not be read; 2 the arguments are wrong; 130 Ctrl-C.
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from typing import Protocol

from core.errors import CoreError, UsageError

SUMMARIES: Mapping[str, str] = {
    "predict": "find the cracks in photos and write their masks",
    "score": "score a network against masks, tags or both",
    "figures": "draw curves and a contact sheet from what score wrote",
    "train": "train a network from tags",
    "measure": "measure the cracks on photos: lengths, widths, areas",
    "export": "write cracks as masks, tables, COCO, LabelMe, YOLO, GeoJSON, DXF or overlays",
    "report": "write an inspection report as HTML or PDF",
    "compare": "say what grew between two dates",
    "tags": "export, import or set the tags of a folder",
    "repair": "restore a damaged project from its backups and its log",
    "models": "list, activate, export or import networks",
    "doctor": "say what is installed, where data lies and whether the shipped network loads",
    "selftest": "predict, train, save and reload, to see that the program works here",
}

SUBCOMMANDS = frozenset(SUMMARIES)

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130

_DESCRIPTION = """\
Find cracks in photos of concrete, pavement and masonry.

  crack-review [FOLDER]        open a window on a folder of photos
  crack-review COMMAND …       do one thing without a window (crack-review COMMAND --help)

A folder that is called like a command opens as ./FOLDER.
"""


class Command(Protocol):
    """What a module in ``core.commands`` offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit code."""


def main(argv: Sequence[str]) -> int:
    """Run one subcommand (or ``--help``, ``--version``) and return the exit code. Never raises SystemExit."""
    try:
        return _run(argv)
    except SystemExit as exit_:  # how argparse ends after --help (0) and after wrong arguments (2)
        return exit_.code if isinstance(exit_.code, int) else 0
    except UsageError as error:
        return _complain(error, WRONG_USE)
    except CoreError as error:
        return _complain(error, FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) is gone; Python must not flush into the closed pipe once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _run(argv: Sequence[str]) -> int:
    arguments = _parser(argv[0] if argv else "").parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    return run(arguments)


def _parser(chosen: str) -> argparse.ArgumentParser:
    """All subcommands by name; only the chosen one is loaded and declares its arguments."""
    parser = argparse.ArgumentParser(
        "crack-review", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in SUMMARIES.items():
        child = commands.add_parser(name, help=summary, description=summary[:1].upper() + summary[1:] + ".")
        if name == chosen:
            command = _load(name)
            command.configure(child)
            child.set_defaults(run=command.run)
    return parser


def version() -> str:
    """This program's version, "unknown" where its metadata was not installed."""
    try:
        return metadata.version("crack-review")
    except metadata.PackageNotFoundError:
        return "unknown"


def _load(name: str) -> Command:
    """Import statements, not names put together: a packager has to see them."""
    match name:
        case "predict":
            from core.commands import predict

            return predict
        case "score":
            from core.commands import score

            return score
        case "figures":
            from core.commands import figures

            return figures
        case "train":
            from core.commands import train

            return train
        case "measure" | "export" | "report" | "compare":
            return _load_record(name)
        case _:
            return _load_upkeep(name)


def _load_record(name: str) -> Command:
    """The commands that go from cracks to what an inspector hands over."""
    match name:
        case "measure":
            from core.commands import measure

            return measure
        case "export":
            from core.commands import export

            return export
        case "report":
            from core.commands import report

            return report
        case _:
            from core.commands import compare

            return compare


def _load_upkeep(name: str) -> Command:
    """The commands that look after the program and its projects."""
    match name:
        case "tags":
            from core.commands import tags

            return tags
        case "repair":
            from core.commands import repair

            return repair
        case "models":
            from core.commands import models

            return models
        case "doctor":
            from core.commands import doctor

            return doctor
        case _:
            from core.commands import selftest

            return selftest


def _complain(error: CoreError, code: int) -> int:
    print(f"crack-review: {error}", file=sys.stderr)
    return code
