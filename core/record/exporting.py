"""Photos to files of any number of formats, one photo in memory at a time."""

import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np

from core.errors import CoreError, ExportError, UsageError
from core.export import files
from core.export.photo import ExportPhoto
from core.measure.classes import WidthClasses
from core.record.dossier import Dossier
from core.record.formats import EACH, FORMATS, WHOLE
from core.values import RGB, Finished, Progress

Load = Callable[[Dossier], tuple[RGB, ExportPhoto]]
_NO_MASK = np.zeros((0, 0), bool)


@dataclass(frozen=True, slots=True)
class Target:
    """Where an export goes. Each format that has a file for each photo gets a folder of its own below ``out``.

    ``heading_deg`` is the compass direction of the upper edge of photos whose files say none.
    """

    out: Path
    formats: tuple[str, ...]
    classes: WidthClasses = field(default_factory=WidthClasses)
    heading_deg: float | None = None

    def __post_init__(self) -> None:
        """Raises UsageError for no format, for one that is not known, and for a heading that is none."""
        if self.heading_deg is not None and not 0 <= self.heading_deg <= 360:
            raise UsageError(f"A heading from 0 to 360 degrees was expected, not {self.heading_deg:g}; correct it.")
        odd = [kind for kind in self.formats if kind not in FORMATS]
        if odd or not self.formats:
            raise UsageError(f"One or more of {', '.join(FORMATS)} were expected, not {', '.join(odd) or 'nothing'}.")


@dataclass(frozen=True, slots=True)
class Exported:
    """How many photos were written, and why the others were not: (name, sentence).

    ``lacking`` names each file of a written photo that could not be made, and why: on the map without GPS, say.
    """

    count: int
    failed: tuple[tuple[str, str], ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Missed:
    """A photo that could not be read, or one of its files that could not be made; the others go on."""

    name: str
    sentence: str


def places(photos: Sequence[Dossier], target: Target) -> dict[str, list[Path]]:
    """Every file that an export would write, by format.

    Raises:
        ExportError: one would lie over a photo.
    """
    names = [photo.name for photo in photos]
    found = {
        kind: files.targets(names, target.out / kind, EACH[kind][0]) for kind in target.formats if kind in EACH
    } | {kind: [target.out / name for name in WHOLE[kind][0]] for kind in target.formats if kind in WHOLE}
    files.keep_photos_safe([path for paths in found.values() for path in paths], [photo.path for photo in photos])
    return found


def in_the_way(photos: Sequence[Dossier], target: Target) -> list[Path]:
    """Files that are there already and that an export would replace. Raises ExportError as ``places``."""
    return [path for paths in places(photos, target).values() for path in paths if path.exists()]


def export(
    photos: Sequence[Dossier], load: Load, target: Target
) -> Generator[Progress | Missed | Finished[Exported], None, None]:
    """Write all formats. A photo that cannot be read is told and costs only itself.

    Raises:
        ExportError: a result would lie over a photo, or the disk refuses.
    """
    results = places(photos, target)
    kept: list[_Packed] = []
    failed: list[tuple[str, str]] = []
    lacking: list[tuple[str, str]] = []
    each = [kind for kind in target.formats if kind in EACH]
    total, begun = len(photos), time.monotonic()
    for number, photo in enumerate(photos):
        left = (time.monotonic() - begun) / number * (total - number) if number else None
        yield Progress(number, total, photo.name, left)
        try:
            rgb, loaded = _loaded(load, photo, target)
        except CoreError as error:
            failed.append((photo.name, str(error)))
            yield Missed(photo.name, str(error))
            continue
        for sentence in _write(rgb, loaded, {kind: results[kind][number] for kind in each}, target.classes):
            lacking.append((photo.name, sentence))
            yield Missed(photo.name, sentence)
        kept.append(_Packed.of(loaded))
    for kind in (kind for kind in target.formats if kind in WHOLE):
        yield Progress(total, total, results[kind][0].name)
        WHOLE[kind][1](results[kind][0], (each.unpacked() for each in kept))
    yield Finished(Exported(len(kept), tuple(failed), tuple(lacking)))


@dataclass(frozen=True, slots=True, eq=False)
class _Packed:
    """A photo whose mask takes kilobytes instead of megabytes."""

    photo: ExportPhoto
    png: bytes

    @staticmethod
    def of(photo: ExportPhoto) -> "_Packed":
        png = cv2.imencode(".png", photo.mask.astype(np.uint8), [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes()
        return _Packed(replace(photo, mask=_NO_MASK), png)

    def unpacked(self) -> ExportPhoto:
        mask = np.asarray(cv2.imdecode(np.frombuffer(self.png, np.uint8), cv2.IMREAD_UNCHANGED))
        return replace(self.photo, mask=np.asarray(mask > 0))


def _loaded(load: Load, photo: Dossier, target: Target) -> tuple[RGB, ExportPhoto]:
    rgb, found = load(photo)
    if found.heading_deg is None and target.heading_deg is not None:
        return rgb, replace(found, heading_deg=target.heading_deg)
    return rgb, found


def _write(rgb: RGB, photo: ExportPhoto, paths: Mapping[str, Path], classes: WidthClasses) -> Iterator[str]:
    """All files of one photo; why one of them cannot be made does not keep the others from it."""
    for kind, path in paths.items():
        try:
            EACH[kind][1](path, photo, rgb, classes)
        except ExportError as error:
            if isinstance(error.__cause__, OSError):
                raise  # the disk: it will refuse the next one, too
            yield str(error)
