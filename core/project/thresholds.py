"""Where maps are cut: a photo's own threshold, else its nearest folder's, else the project's, else the model's."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.project.audit import WHOLE_PROJECT, Change, Key
from core.project.database import told_if_damaged
from core.project.project import Project
from core.values import cut

KIND = "threshold"
ROOT = ""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All thresholds of a project at one moment. Folders are relative paths with "/"; "" is the whole project."""

    photos: dict[int, float] = field(default_factory=dict)
    folders: dict[str, float] = field(default_factory=dict)

    def of(self, photo: int, path: str) -> float | None:
        """The threshold of a photo at the relative ``path``; None: the model's own."""
        if photo in self.photos:
            return self.photos[photo]
        folder = path
        while folder:
            folder = folder.rpartition("/")[0]
            if folder in self.folders:
                return self.folders[folder]
        return None


def set_for_photos(project: Project, photos: Iterable[int], threshold: float | None) -> Change:
    """Gives photos a threshold (0..1) of their own, or takes it away, as one action."""
    _check(threshold)
    return project.record(dict.fromkeys((Key(photo, KIND) for photo in photos), threshold), kind=KIND)


def set_for_folder(project: Project, folder: str, threshold: float | None) -> Change:
    """Gives a folder (ROOT: the project) a threshold, or takes it away."""
    _check(threshold)
    return project.record({Key(WHOLE_PROJECT, KIND, folder.strip("/")): threshold}, kind=KIND)


@told_if_damaged
def thresholds(project: Project) -> Thresholds:
    """All that are set now."""
    said = project.facts(KIND)
    return Thresholds(
        photos={key.photo: value for key, value in said.items() if key.photo != WHOLE_PROJECT},
        folders={key.item: value for key, value in said.items() if key.photo == WHOLE_PROJECT},
    )


def _check(threshold: float | None) -> None:
    if threshold is not None:
        cut(threshold)
