"""Which photos a command line names, and where the results of each go."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UsageError
from core.photos import pairing

LOG = "predictions.csv"


@dataclass(frozen=True, slots=True)
class Placed:
    """A photo, its name for the log (relative, with "/"), and its results without their ends."""

    path: Path
    name: str
    target: Path

    @property
    def mask(self) -> Path:
        """Where its mask goes."""
        return self.target.with_name(f"{self.target.name}_mask.png")

    @property
    def probabilities(self) -> Path:
        """Where its map goes."""
        return self.target.with_name(f"{self.target.name}_prob.png")


def place(paths: Sequence[Path], out: Path) -> list[Placed]:
    """All photos under ``paths`` with their places in ``out``, in natural order.

    Each photo keeps its path relative to the folder that was named; where two would fall on the same name,
    all keep theirs relative to the folder that all share. Results are called ``<stem>_…``, and
    ``<name.ext>_…`` where two photos share a stem.

    Raises:
        UsageError: no photo there, or a result would fall on a photo.
        PhotoError: a folder cannot be read.
    """
    found = _found(paths, out)
    if not found:
        raise UsageError(f"No photo was found in {', '.join(map(str, paths))}; name photos or folders of them.")
    relative = [photo.relative_to(root) for photo, root in found.items()]
    if len(set(relative)) < len(relative):
        shared = os.path.commonpath([photo.parent for photo in found])
        relative = [photo.relative_to(shared) for photo in found]
    placed = [
        Placed(photo, one.as_posix(), out / target)
        for photo, one, target in zip(found, relative, _targets(relative), strict=True)
    ]
    _keep_photos_safe(placed, out)
    return placed


def _found(paths: Iterable[Path], out: Path) -> dict[Path, Path]:
    """Each photo once, with the folder that its place is relative to. Earlier results in ``out`` are no photos."""
    results = _absolute(out)
    found: dict[Path, Path] = {}
    for path in map(_absolute, paths):
        if not path.is_dir():
            found.setdefault(path, path.parent)
            continue
        if path == results:
            raise UsageError(f"The masks would lie among the photos of {out}; choose another folder for --out.")
        for photo in pairing.photos(path):
            if path in results.parents and results in photo.parents:
                continue
            found.setdefault(photo, path)
    return found


def _targets(relative: Sequence[Path]) -> list[Path]:
    """Stems where they are unique, whole names elsewhere; compared as Windows and macOS compare names."""
    targets = [one.with_name(one.stem) for one in relative]
    while True:
        taken = Counter(map(_folded, targets))
        # More than once round: "a.jpg" beside "a.png" takes the name that "a.jpg.png" would have had.
        unique = [target if taken[_folded(target)] == 1 else one for one, target in zip(relative, targets, strict=True)]
        if unique == targets:
            return targets
        targets = unique


def _keep_photos_safe(placed: Sequence[Placed], out: Path) -> None:
    """Results may replace results of an earlier run, which left its log beside them, and nothing else."""
    photos = {photo.path for photo in placed}
    is_rerun = (out / LOG).exists() or (out / f"{LOG}.part").exists()
    for photo in placed:
        results = _absolute(photo.mask), _absolute(photo.probabilities)
        if any(path in photos or (not is_rerun and path.exists()) for path in results):
            raise UsageError(
                f"Results of {photo.path} would overwrite files in {photo.target.parent} that are not from an "
                "earlier run; choose an empty folder for --out."
            )


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (Path.absolute keeps "..")


def _folded(path: Path) -> str:
    return path.as_posix().casefold()
