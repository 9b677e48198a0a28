"""Which photos something is done for."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from app.item import Item
from core.values import Tag


class Which(StrEnum):
    """As the dialogs offer them."""

    ALL = "all"
    SHOWN = "shown"
    SELECTED = "selected"
    CRACKED = "cracked"


class Reach(StrEnum):
    """Whose scale is set."""

    PHOTO = "photo"
    SELECTED = "selected"
    FOLDER = "folder"
    CAMERA = "camera"


Pick = dict[Which, tuple[int, ...]]


def picks(items: Iterable[Item], shown: Sequence[int], selected: Sequence[int]) -> Pick:
    """The photos of each choice; those of the list in the order of the list."""
    items = list(items)
    chosen = set(selected)
    return {
        Which.ALL: tuple(item.id for item in items),
        Which.SHOWN: tuple(shown),
        Which.SELECTED: tuple(id_ for id_ in shown if id_ in chosen),
        Which.CRACKED: tuple(item.id for item in items if item.tag is Tag.CRACKED),
    }
