"""Photos with their cracks measured, for the subcommands that go on from there."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.commands import arguments as shared
from core.commands import engine
from core.commands.truth import absolute
from core.errors import CoreError, UsageError
from core.export.photo import ExportPhoto
from core.measure.marker import find_scale
from core.measure.photo import measure
from core.measure.scale import UNCALIBRATED, Scale, from_mm_per_pixel
from core.photos import metadata, pairing, reader
from core.values import RGB, Mask, Prediction, ProbabilityMap, Tag, cut


@dataclass(frozen=True, slots=True)
class Named:
    """A photo and its path relative to the folder that was named, with /."""

    path: Path
    name: str


def configure(parser: argparse.ArgumentParser, *, paths: bool = True) -> None:
    """Where the cracks come from, and the scale."""
    if paths:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a photo, or a folder of photos")
        parser.add_argument("--masks", type=Path, metavar="DIR", help="masks of the photos; default: the network's")
    scale = parser.add_mutually_exclusive_group()
    scale.add_argument("--mm-per-pixel", type=shared.positive, metavar="MM", help="size of a pixel on the surface")
    scale.add_argument("--marker", type=shared.positive, metavar="MM", help="side of an ArUco marker on each photo")
    shared.add_model(parser)
    shared.add_device(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


class Source:
    """Loads one photo after the other, with the mask from a file or from the network."""

    def __init__(self, paths: list[Path], masks: Path | None, arguments: argparse.Namespace) -> None:
        """Raises UsageError without photos, ScoreError without masks, CheckpointError for the network."""
        self.photos = _photos(paths)
        self._masks = None if masks is None else _masks(paths, absolute(shared.existing_folder(masks, "masks")))
        if self._masks is not None:
            self.photos = [photo for photo in self.photos if photo.path in self._masks]
        self._engine = engine.chosen(arguments) if self._masks is None else None
        self._arguments = arguments

    def load(self, photo: Named) -> tuple[RGB, ExportPhoto]:
        """Read, find, measure. Raises CoreError."""
        rgb = reader.read(photo.path)
        mask, probabilities, threshold = self._mask(photo, rgb)
        facts = metadata.read(photo.path)
        shown = ExportPhoto(
            name=photo.name,
            path=photo.path,
            mask=mask,
            cracks=measure(mask, rgb, probabilities),
            scale=self._scale(rgb),
            tag=None if self._engine else (Tag.CRACKED if mask.any() else Tag.NOT_CRACKED),
            threshold=threshold,
            model=self._engine.version.id if self._engine else "",
            taken=facts.taken,
            gps=facts.gps,
        )
        return rgb, shown

    def _mask(self, photo: Named, rgb: RGB) -> tuple[Mask, ProbabilityMap | None, float | None]:
        if self._engine is None:
            assert self._masks is not None
            height, width = rgb.shape[:2]
            return pairing.read_mask(self._masks[photo.path], (height, width)), None, None
        _, found = next(self._engine.predictions([photo.path]))
        if not isinstance(found, Prediction):
            raise found
        asked = self._arguments.threshold
        threshold = self._engine.version.threshold if asked is None else asked
        return found.probabilities >= cut(threshold), found.probabilities, threshold

    def _scale(self, rgb: RGB) -> Scale:
        if self._arguments.mm_per_pixel is not None:
            return from_mm_per_pixel(self._arguments.mm_per_pixel)
        return UNCALIBRATED if self._arguments.marker is None else find_scale(rgb, self._arguments.marker)


def each(source: Source, *, is_quiet: bool) -> Iterator[tuple[Named, tuple[RGB, ExportPhoto] | CoreError]]:
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


def _photos(paths: list[Path]) -> list[Named]:
    found: dict[Path, Named] = {}
    for path in map(absolute, paths):
        if path.is_dir():
            for photo in pairing.photos(path):
                found.setdefault(photo, Named(photo, photo.relative_to(path).as_posix()))
        else:
            found.setdefault(path, Named(path, path.name))
    if not found:
        raise UsageError(f"No photo was found in {', '.join(map(str, paths))}; name photos or folders of them.")
    return list(found.values())


def _masks(paths: list[Path], masks: Path) -> Mapping[Path, Path]:
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in map(absolute, paths))
    return {photo: mask for folder in folders for photo, mask in pairing.find_masks(folder, masks).items()}
