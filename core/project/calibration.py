"""How large a pixel is: scales that inspectors gave photos, folders and cameras, each an action that can be undone."""

from collections.abc import Iterable, Mapping

from core.errors import CoreError, ProjectError
from core.measure.scale import UNCALIBRATED, Method, Scale
from core.measure.scale_book import ScaleBook
from core.project.audit import WHOLE_PROJECT, Change, Json, Key
from core.project.database import told_if_damaged
from core.project.project import Project

KIND = "scale"
CAMERA_KIND = "camera scale"
KINDS = frozenset({KIND, CAMERA_KIND})
_HERE = "."
"""What ``ScaleBook`` calls the folder that paths are relative to; facts call it ""."""


def set_for_photos(project: Project, photos: Iterable[int], scale: Scale | None) -> Change:
    """Gives photos a scale of their own, or takes it away, as one action."""
    return project.record(dict.fromkeys((Key(photo, KIND) for photo in photos), _value(scale)), kind=KIND)


def set_each(project: Project, scales: Mapping[int, Scale]) -> Change:
    """Gives each photo the scale that was found on it, as one action."""
    return project.record({Key(photo, KIND): _value(scale) for photo, scale in scales.items()}, kind=KIND)


def set_for_folder(project: Project, folder: str, scale: Scale | None) -> Change:
    """Gives a folder ("": the project) a scale, or takes it away."""
    return project.record({Key(WHOLE_PROJECT, KIND, folder.strip("/")): _value(scale)}, kind=KIND)


def set_for_camera(project: Project, camera: str, scale: Scale | None) -> Change:
    """Gives all photos of a camera a scale, or takes it away; those with an own or a folder's keep theirs."""
    return project.record({Key(WHOLE_PROJECT, CAMERA_KIND, camera): _value(scale)}, kind=CAMERA_KIND)


@told_if_damaged
def book(project: Project) -> ScaleBook:
    """All scales that are set now; ``ScaleBook.find`` tells which one counts for a photo."""
    photos: dict[str, Scale] = {}
    folders: dict[str, Scale] = {}
    said = project.facts(KIND)
    paths = {row.id: row.path for row in project.photos(with_missing=True)} if said else {}
    for key, value in said.items():
        if key.photo == WHOLE_PROJECT:
            folders[key.item or _HERE] = read(value)
        elif key.photo in paths:
            photos[paths[key.photo]] = read(value)
    cameras = {key.item: read(value) for key, value in project.facts(CAMERA_KIND).items()}
    return ScaleBook(photos, folders, cameras)


def read(said: Json) -> Scale:
    """A scale as facts hold it.

    Raises:
        ProjectError: it is none.
    """
    try:
        return ScaleBook.from_json({"photos": {"it": said}, "folders": {}, "cameras": {}}).photos["it"]
    except CoreError as error:
        raise ProjectError(str(error)) from error


def _value(scale: Scale | None) -> Json:
    if scale is None or scale == UNCALIBRATED or scale.method is Method.NONE:
        return None
    return {"matrix": list(scale.matrix), "method": scale.method.value}
