"""Arguments that several subcommands share, and their types."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import CoreError, UsageError

if TYPE_CHECKING:
    from core.measure.classes import WidthClasses


def threshold(text: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"a number from 0 to 1 was expected, not {text!r}")
    return value


def positive(text: str) -> float:
    """A number above 0."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"a number above 0 was expected, not {text!r}")
    return value


def count(text: str) -> int:
    """A whole number above 0."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"a whole number above 0 was expected, not {text!r}")
    return value


def table(text: str) -> Path:
    """A file to write numbers to; a photo's name there is a slip that would cost the photo."""
    from core.photos.formats import SUFFIXES

    path = Path(text)
    if path.suffix.lower() in SUFFIXES:
        raise argparse.ArgumentTypeError(f"a file for numbers was expected, and {text!r} is named as a photo")
    return path


def width_classes(text: str) -> "WidthClasses":
    """Limits in millimetres, separated by commas."""
    from core.record.standards import classes_of

    try:
        return classes_of([float(part) for part in text.split(",")])
    except (ValueError, CoreError) as error:
        raise argparse.ArgumentTypeError(f"growing limits in mm such as 0.1,0.2,0.5 were expected ({error})") from error


def add_classes(parser: argparse.ArgumentParser) -> None:
    """How widths are told apart."""
    parser.add_argument(
        "--classes",
        type=width_classes,
        metavar="MM,MM",
        help="upper limits of the width classes; default: the project's, else 0.1,0.2,0.3,0.5",
    )


def add_device(parser: argparse.ArgumentParser) -> None:
    """Where the network runs."""
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="default: the fastest there is"
    )
    parser.add_argument("--threads", type=count, metavar="N", help="processor threads; default: all cores")


def add_engine(parser: argparse.ArgumentParser) -> None:
    """How the network is run."""
    parser.add_argument("--every-tile", action="store_true", help="no cheap pass: all of a photo at full size")
    parser.add_argument(
        "--engine",
        choices=("auto", "torch", "openvino"),
        default="auto",
        help="default: the fastest installed",
    )


def add_model(parser: argparse.ArgumentParser) -> None:
    """Which network, and where its map is cut."""
    parser.add_argument(
        "--model",
        metavar="ID|PATH",
        help="a network's id (its beginning is enough) or file; default: the shipped one; blackhat: a reference "
        "without a network",
    )
    add_engine(parser)
    parser.add_argument("--threshold", type=threshold, metavar="T", help="0 to 1; default: the network's own threshold")


def existing_folder(path: Path, what: str) -> Path:
    """The folder, or a UsageError that says what it was to hold."""
    if not path.is_dir():
        raise UsageError(f"A folder of {what} was expected, {path} is none; check the path.")
    return path


def say(text: str) -> None:
    """A remark for people, apart from the results on standard output."""
    if sys.stderr is not None:  # None in a packaged program without a console
        print(text, file=sys.stderr)
