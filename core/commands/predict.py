"""``crack-review predict``: masks of photos and a log of what was found in each."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.cli import FAILED, INTERRUPTED
from core.commands import arguments as shared
from core.commands import engine
from core.commands.bar import progress_bar
from core.commands.engine import Engine
from core.commands.layout import LOG, Placed, place
from core.commands.log import COLUMNS, Log, Row
from core.export.files import write
from core.score.counts import histogram, share_at
from core.values import Prediction, cut


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a photo, or a folder of photos")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="takes the masks and the log")
    shared.add_model(parser)
    parser.add_argument("--probabilities", action="store_true", help="also write each map as an 8-bit …_prob.png")
    shared.add_device(parser)
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each photo")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(arguments: argparse.Namespace) -> int:
    """Predict all photos; 0 only if every one was read. What is done when Ctrl-C comes is kept."""
    placed = {photo.path: photo for photo in place(arguments.paths, arguments.out)}
    chosen = engine.chosen(arguments)
    with Log(arguments.out / LOG) as log:
        try:
            for row in _rows(placed, chosen, arguments):
                log.add(row)
                if arguments.json:
                    print(json.dumps(row), flush=True)
        except KeyboardInterrupt:
            shared.say(f"Stopped; what was done is in {arguments.out}.")
            return INTERRUPTED
    shared.say(f"{log.read} photos done, {log.failed} could not be read; see {arguments.out / LOG}.")
    return FAILED if log.failed else 0


def _rows(placed: Mapping[Path, Placed], chosen: Engine, arguments: argparse.Namespace) -> Iterator[Row]:
    """Predict and write one photo after the other."""
    version = chosen.version
    threshold = version.threshold if arguments.threshold is None else arguments.threshold
    about = {"threshold": threshold, "model": version.id}
    with progress_bar(len(placed), "photos", is_quiet=arguments.quiet) as bar:
        for path, found in chosen.predictions(list(placed)):
            row = dict.fromkeys(COLUMNS) | about | {"photo": placed[path].name}
            if isinstance(found, Prediction):
                _write_images(placed[path], found, threshold, with_map=arguments.probabilities)
                yield row | _figures(found, threshold)
            else:
                bar.write(f"crack-review: {found}", file=sys.stderr)
                yield row | {"status": "failed", "error": str(found)}
            bar.update(1)


def _write_images(photo: Placed, found: Prediction, threshold: float, *, with_map: bool) -> None:
    write(photo.mask, _png(np.where(found.probabilities >= cut(threshold), np.uint8(255), np.uint8(0))))
    if with_map:
        write(photo.probabilities, _png(found.probabilities))


def _png(grey: NDArray[np.uint8]) -> bytes:
    encoded: NDArray[np.uint8] = cv2.imencode(".png", grey)[1]
    return encoded.tobytes()


def _figures(found: Prediction, threshold: float) -> Row:
    height, width = found.probabilities.shape
    return {
        "status": "ok",
        "width": width,
        "height": height,
        "photo_score": found.photo_score,
        "crack_area": share_at(histogram(found.probabilities), threshold),
        "seconds": round(found.seconds, 4),
    }
