"""``crack-review figures``: curves and a contact sheet from what ``score --json`` wrote."""

import argparse
import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.commands import arguments as shared
from core.commands import engine
from core.commands.bar import progress_bar
from core.errors import PhotoError, ScoreError, UsageError
from core.export.files import told, write
from core.photos import pairing, reader
from core.score import curves
from core.score.report import SCHEMA
from core.values import RGB, Mask, cut

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_TRUTH, _PREDICTION = (60, 200, 90), (230, 70, 60)
_LONGEST_PX = 640
_DPI = 110
_BINS = 15


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--score", required=True, type=Path, metavar="FILE", help="what score --json wrote")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="takes the figures, as PNG")
    parser.add_argument("--rows", type=shared.count, default=4, metavar="N", help="photos of each kind; default: 4")
    parser.add_argument("--model", metavar="ID|PATH", help="default: the network that was scored")
    shared.add_engine(parser)
    shared.add_device(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(arguments: argparse.Namespace) -> int:
    """Draw all four."""
    _require_matplotlib()
    made = read_report(arguments.score)
    out: Path = arguments.out
    with told(out):
        out.mkdir(parents=True, exist_ok=True)
    drawn = {
        "precision-recall.png": _curve(_precision_recall, made),
        "dice-threshold.png": _curve(_dice_threshold, made),
        "reliability.png": _curve(_reliability, made),
        "contact-sheet.png": _contact_sheet(made, arguments),
    }
    for name, figure in drawn.items():
        write(out / name, _png(figure))
        print(out / name)
    return 0


def _png(figure: "Figure") -> bytes:
    drawn = BytesIO()
    figure.savefig(drawn, format="png", dpi=_DPI)
    return drawn.getvalue()


def read_report(path: Path) -> dict[str, Any]:
    """What ``score`` wrote. Raises ScoreError for another file, or one without masks."""
    try:
        made = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ScoreError(f"{path} should be a report that score --json wrote, and cannot be read: {error}.") from error
    if not isinstance(made, dict) or made.get("schema") != SCHEMA:
        raise ScoreError(f"{path} is no report of this version's score; write it anew with score --json.")
    if not made.get("curves"):
        raise ScoreError(f"{path} holds no photo with a mask, and figures need masks; score photos that have some.")
    return made


def chosen_rows(per_photo: Sequence[dict[str, Any]], count: int) -> dict[str, list[dict[str, Any]]]:
    """The best, median and worst cracked photos by Dice, none twice."""
    ranked = sorted(
        (row for row in per_photo if row["cracked"] and row["dice"] is not None), key=lambda row: -row["dice"]
    )
    best, rest = ranked[:count], ranked[count:]
    worst, rest = rest[max(0, len(rest) - count) :], rest[: max(0, len(rest) - count)]
    middle = max(0, (len(rest) - count) // 2)
    return {"best": best, "median": rest[middle : middle + count], "worst": worst}


def _require_matplotlib() -> None:
    try:
        import matplotlib.figure  # noqa: F401  optional: nothing else draws with it
    except ImportError as error:
        raise UsageError(
            "Figures are drawn with matplotlib, which is not installed; add crack-review[figures]."
        ) from error


def _curve(draw: Any, made: dict[str, Any]) -> "Figure":
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 5), layout="constrained")
    axes = figure.add_subplot()
    draw(axes, made)
    axes.set(xlim=(0, 1), ylim=(0, 1))
    axes.grid(alpha=0.3)
    axes.legend()
    return figure


def _precision_recall(axes: "Axes", made: dict[str, Any]) -> None:
    pooled = np.asarray(made["curves"]["pooled"])
    precision, recall = curves.precision_recall(pooled)
    axes.plot(recall[1:], precision[1:], label="all pixels pooled")
    at = cut(made["threshold"])
    axes.plot(recall[at], precision[at], "o", label=f"threshold {made['threshold']:.3f}")
    axes.set(xlabel="recall", ylabel="precision", title=f"{made['model']}, {made['photos']} photos")


def _dice_threshold(axes: "Axes", made: dict[str, Any]) -> None:
    pooled = np.asarray(made["curves"]["pooled"])
    if made["curves"]["dice_cracked"] is not None:
        axes.plot(curves.thresholds()[1:], made["curves"]["dice_cracked"][1:], label="mean over cracked photos")
    axes.plot(curves.thresholds()[1:], curves.dice(pooled)[1:], label="pooled")
    axes.axvline(made["threshold"], linestyle="--", color="grey", label=f"scored at {made['threshold']:.3f}")
    axes.set(xlabel="threshold", ylabel="Dice", title=f"{made['model']}, {made['photos']} photos")


def reliability(pooled: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean probability, share of crack pixels and number of pixels of each bin of levels that is not empty."""
    counts = np.asarray(pooled, float)
    bins = np.minimum(np.arange(256) * _BINS // 256, _BINS - 1)
    pixels = np.bincount(bins, counts.sum(axis=0), _BINS)
    said = np.bincount(bins, counts.sum(axis=0) * curves.thresholds(), _BINS)
    true = np.bincount(bins, counts[1], _BINS)
    filled = pixels > 0
    return said[filled] / pixels[filled], true[filled] / pixels[filled], pixels[filled]


def _reliability(axes: "Axes", made: dict[str, Any]) -> None:
    said, true, _ = reliability(made["curves"]["pooled"])
    axes.plot((0, 1), (0, 1), "--", color="grey", label="as sure as right")
    axes.plot(said, true, "o-", label="all pixels pooled")
    axes.set(xlabel="probability that the map states", ylabel="share of crack pixels", title=f"{made['model']}")


def _contact_sheet(made: dict[str, Any], arguments: argparse.Namespace) -> "Figure":
    """A row a photo: as it is, its truth, what was predicted."""
    from matplotlib.figure import Figure

    rows = [(kind, row) for kind, found in chosen_rows(made["per_photo"], arguments.rows).items() for row in found]
    figure = Figure(figsize=(12, 3.2 * max(1, len(rows))), layout="constrained")
    grid = figure.subplots(max(1, len(rows)), 3, squeeze=False)
    network = _network(made, arguments)
    images = Path(made["settings"]["images"])
    masks = pairing.find_masks(images, Path(made["settings"]["masks"]) if made["settings"]["masks"] else None)
    with progress_bar(len(rows), "photos", is_quiet=arguments.quiet) as bar:
        for (kind, row), axes in zip(rows, grid, strict=False):
            photo, truth, predicted = _looked_at(images / row["photo"], masks, network, made["threshold"])
            titles = (f"{kind}: {row['photo']}", "truth", f"prediction, Dice {row['dice']:.3f}")
            shown = (photo, _tinted(photo, truth, _TRUTH), _tinted(photo, predicted, _PREDICTION))
            for one, pixels, title in zip(axes, shown, titles, strict=True):
                one.imshow(_reduced(pixels))
                one.set_title(title, fontsize=9)
            bar.update(1)
    for one in grid.ravel():
        one.set_axis_off()
    return figure


def _network(made: dict[str, Any], arguments: argparse.Namespace) -> engine.Engine:
    """The network that was scored. Raises UsageError where another one was named."""
    scored = made["settings"]["model_path"]
    if arguments.model is None:
        arguments.model = scored if Path(scored).is_file() else made["model"]
    network = engine.chosen(arguments)
    if network.version.id != made["model"]:
        raise UsageError(f"The report is of the network {made['model']}, not of {network.version.id}; name that one.")
    return network


def _looked_at(path: Path, masks: dict[Path, Path], network: engine.Engine, threshold: float) -> tuple[RGB, Mask, Mask]:
    """A photo, its true mask, and the predicted one."""
    ((_, found),) = network.predictions([path])
    if isinstance(found, PhotoError):
        raise found
    if path not in masks:
        raise ScoreError(f"The mask of {path} is not there any more; put it back, or score anew.")
    levels = found.probabilities
    return (
        reader.read(path),
        pairing.read_mask(masks[path], (levels.shape[0], levels.shape[1])),
        levels >= cut(threshold),
    )


def _tinted(photo: RGB, mask: Mask, colour: tuple[int, int, int]) -> RGB:
    tinted = photo.copy()
    tinted[mask] = (0.25 * tinted[mask] + 0.75 * np.asarray(colour)).astype(np.uint8)
    return tinted


def _reduced(photo: RGB) -> RGB:
    """At most ``_LONGEST_PX`` long; nearest pixels would lose hairlines, so areas are averaged."""
    import cv2

    scale = min(1.0, _LONGEST_PX / max(photo.shape[:2]))
    return (
        photo
        if scale == 1
        else np.asarray(cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    )
