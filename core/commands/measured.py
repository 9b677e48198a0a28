"""Photos with their cracks measured, for the subcommands that go on from there."""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.commands import arguments as shared
from core.commands import engine
from core.commands.truth import absolute
from core.errors import CoreError, UsageError
from core.export.photo import ExportPhoto
from core.measure.marker import find_scale
from core.measure.scale import Scale, from_mm_per_pixel
from core.photos import pairing
from core.record import pages
from core.record.choice import Choice, chosen
from core.record.dossier import Dossier
from core.record.known import known
from core.record.measured import Loader, Mapped
from core.values import RGB, Finished, Mask, Prediction

Loaded = tuple[RGB, ExportPhoto]


def configure(parser: argparse.ArgumentParser, *, paths: bool = True) -> None:
    """Where the cracks come from, and the scale."""
    if paths:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a photo, or a folder of photos")
        parser.add_argument("--masks", type=Path, metavar="DIR", help="masks of the photos; default: the network's")
        parser.add_argument(
            "--only", type=Choice, choices=list(Choice), default=Choice.ALL, help="photos that inspectors called so"
        )
    scale = parser.add_mutually_exclusive_group()
    scale.add_argument(
        "--mm-per-pixel",
        type=shared.positive,
        metavar="MM",
        help="size of a pixel on the surface; default: the scales that the folder's project keeps",
    )
    scale.add_argument("--marker", type=shared.positive, metavar="MM", help="side of an ArUco marker on each photo")
    shared.add_model(parser)
    shared.add_device(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


class Source:
    """Loads one photo after the other, with the mask from a file or from the network.

    What the project of a photo says of it counts: its threshold, rejected cracks, ignored regions, strokes, scale,
    tag, judgement and notes. A mask from a file is final as it is.
    """

    def __init__(self, paths: list[Path], masks: Path | None, arguments: argparse.Namespace) -> None:
        """Raises UsageError without photos, ScoreError without masks, CheckpointError for the network."""
        self._known = known(paths)
        self.standards = self._known.common
        self._masks = None if masks is None else _masks(paths, absolute(shared.existing_folder(masks, "masks")))
        found = self._known.dossiers if self._masks is None else _with_mask(self._known.dossiers, self._masks)
        asked = getattr(arguments, "threshold", None)
        dossiers = chosen(found, getattr(arguments, "only", Choice.ALL))
        self.photos = [each if asked is None else replace(each, threshold=asked) for each in dossiers]
        self._engine = None if self._masks is not None else _engine(arguments, self._known.model)
        self.load = Loader(self._find, _scale_of(arguments))

    def _find(self, photo: Dossier, rgb: RGB) -> Mapped | Mask:
        if self._masks is not None:
            height, width = rgb.shape[:2]
            return pairing.read_mask(self._masks[photo.path], (height, width))
        assert self._engine is not None
        _, found = next(self._engine.predictions([photo.path], self._known.maps_of(photo)))
        if not isinstance(found, Prediction):
            raise found
        return Mapped(found.probabilities, self._engine.version.id, self._engine.version.threshold)


def each(source: Source, *, is_quiet: bool) -> Iterator[tuple[Dossier, Loaded | CoreError]]:
    """All photos in turn under a progress bar; an unreadable one with its reason."""
    from core.commands.bar import progress_bar

    with progress_bar(len(source.photos), "photos", is_quiet=is_quiet) as bar:
        for photo in source.photos:
            try:
                yield photo, source.load(photo)
            except CoreError as error:
                shared.say(f"crack-review: {error}")
                yield photo, error
            bar.update(1)


def overlaps(source: Source) -> pages.Overlaps:
    """Pairs of photos of one pass that show the same surface, by name."""
    *_, found = pages.overlaps(source.photos)
    return found.result if isinstance(found, Finished) else ()


def _engine(arguments: argparse.Namespace, model: str | None) -> engine.Engine:
    """The network that was named, else the one that the window would look through."""
    if arguments.model is not None or model is None:
        return engine.chosen(arguments)
    return engine.chosen(argparse.Namespace(**{**vars(arguments), "model": model}))


def _scale_of(arguments: argparse.Namespace) -> Callable[[RGB], Scale] | None:
    if arguments.mm_per_pixel is not None:
        scale = from_mm_per_pixel(arguments.mm_per_pixel)
        return lambda _: scale
    return None if arguments.marker is None else partial(find_scale, side_mm=arguments.marker)


def _with_mask(dossiers: Sequence[Dossier], masks: Mapping[Path, Path]) -> list[Dossier]:
    """The photos that have a mask; how many have none is said. Raises UsageError where none has one."""
    found = [dossier for dossier in dossiers if dossier.path in masks]
    if not found:
        raise UsageError("None of the named photos has a mask there; name each mask as its photo.")
    if len(found) < len(dossiers):
        first = next(dossier.name for dossier in dossiers if dossier.path not in masks)
        shared.say(f"{len(dossiers) - len(found)} of {len(dossiers)} photos have no mask there, {first} for one.")
    return found


def _masks(paths: list[Path], masks: Path) -> Mapping[Path, Path]:
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in map(absolute, paths))
    return {photo: mask for folder in folders for photo, mask in pairing.find_masks(folder, masks).items()}
