"""Whose threshold is in force, and what is written when it moves: pure functions of what is said."""

from collections.abc import Mapping
from enum import StrEnum

from core.project.audit import WHOLE_PROJECT, Key
from core.project.thresholds import KIND, ROOT, Thresholds


class Scope(StrEnum):
    """What a threshold belongs to."""

    PROJECT = "project"
    FOLDER = "folder"
    PHOTO = "photo"


Values = Mapping[Key, float | None]


def scope_in_force(said: Thresholds, photo: int, path: str) -> Scope:
    """What the photo's threshold belongs to."""
    if photo in said.photos:
        return Scope.PHOTO
    folder = _folder(path)
    return Scope.FOLDER if folder and folder in said.folders else Scope.PROJECT


def written(scope: Scope, threshold: float | None, *, photo: int | None, path: str) -> Values:
    """What to record when ``scope`` gets a threshold: what is narrower and would hide it is taken away."""
    own = Key(photo or WHOLE_PROJECT, KIND)
    folder = Key(WHOLE_PROJECT, KIND, _folder(path))
    root = Key(WHOLE_PROJECT, KIND, ROOT)
    if photo is None or scope is Scope.PROJECT:
        return ({} if photo is None else {own: None, folder: None}) | {root: threshold}
    return {own: threshold} if scope is Scope.PHOTO else {own: None, folder: threshold}


def after(said: Thresholds, values: Values) -> Thresholds:
    """What is said once ``values`` are recorded."""
    photos, folders = dict(said.photos), dict(said.folders)
    for key, value in values.items():
        table, place = (folders, key.item) if key.photo == WHOLE_PROJECT else (photos, key.photo)
        table.pop(place, None)
        if value is not None:
            table[place] = value
    return Thresholds(photos, folders)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
