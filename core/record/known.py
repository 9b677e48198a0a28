"""The photos at some paths, with what their projects say of them. No project is made where there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import UsageError
from core.photos import pairing
from core.project import place
from core.project.place import absolute
from core.project.project import Project
from core.record.dossier import Dossier, gather
from core.record.standards import Standards, standards


@dataclass(frozen=True, slots=True)
class Known:
    """``dossiers`` in the order of the paths, named relative to them; ``standards`` by the projects' roots."""

    dossiers: tuple[Dossier, ...]
    standards: Mapping[Path, Standards]

    @property
    def model(self) -> str | None:
        """The network that the projects look through. Raises UsageError where they have different ones."""
        models = {each.model for each in self.standards.values()}
        if len(models) > 1:
            raise UsageError("These folders have different active networks; name one with --model.")
        return next(iter(models), None)

    @property
    def common(self) -> Standards:
        """Width classes and grades: the first project's."""
        return next(iter(self.standards.values()), Standards())

    def maps_of(self, dossier: Dossier) -> Path | None:
        """Where maps of the photo may lie already."""
        roots = (root for root in self.standards if root in dossier.path.parents)
        return next((self.standards[root].maps for root in sorted(roots, key=_depth, reverse=True)), None)


def known(paths: Sequence[Path]) -> Known:
    """All photos at or below ``paths``.

    Raises:
        UsageError: there is none. ProjectError: a project cannot be read.
    """
    named = _named(paths)
    said: dict[Path, Dossier] = {}
    held: dict[Path, Standards] = {}
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in map(absolute, paths))
    for root in dict.fromkeys(root for folder in folders if (root := place.known_root(folder)) is not None):
        with Project.open(root) as project:
            held[root] = standards(project)
            rows = [row for row in project.photos() if project.path(row) in named]
            said |= {dossier.path: dossier for dossier in gather(project, rows)}
    dossiers = (replace(said.get(path, Dossier(path, name)), name=name) for path, name in named.items())
    return Known(tuple(dossiers), held)


def _named(paths: Sequence[Path]) -> dict[Path, str]:
    """Each photo once, with its path relative to the folder that was named, with /."""
    found: dict[Path, str] = {}
    for path in map(absolute, paths):
        if path.is_dir():
            for photo in pairing.photos(path):
                found.setdefault(photo, photo.relative_to(path).as_posix())
        else:
            found.setdefault(path, path.name)
    if not found:
        raise UsageError(f"No photo was found in {', '.join(map(str, paths))}; name photos or folders of them.")
    return found


def _depth(root: Path) -> int:
    return len(root.parts)
