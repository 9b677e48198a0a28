"""Which photos a queue holds and in which order, as one declared table of pure functions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.item import Item
from core.values import Tag

Order = Callable[[Item], tuple]


def by_name(item: Item) -> tuple:
    """Natural order of the paths, as the folder was listed."""
    return (item.order,)


def by_doubt(item: Item) -> tuple:
    """Least sure first."""
    return (item.doubt, item.order)


def by_dice(item: Item) -> tuple:
    """Lowest Dice first."""
    return (2.0 if item.dice is None else item.dice, item.order)


def _by_score(item: Item) -> tuple:
    return (1.0 if item.score is None else -item.score, item.order)


def _by_area(item: Item) -> tuple:
    return (1.0 if item.area is None else -item.area, item.order)


def _by_date(item: Item) -> tuple:
    return (item.taken or "9", item.order)


@dataclass(frozen=True, slots=True)
class Queue:
    """One chip of the top bar. ``is_always_shown`` is False for chips that hide while they count nothing.

    ``hides_when_full``: it says nothing while it holds every photo.
    """

    id: str
    title: str
    holds: Callable[[Item], bool]
    order: Order = by_name
    empty: str = "Nothing here."
    is_always_shown: bool = True
    hides_when_full: bool = False
    colour: str = ""


QUEUES: tuple[Queue, ...] = (
    Queue("all", "All", lambda _: True, empty="Open a folder of photos: Ctrl+O, or drop one here."),
    Queue("untagged", "Untagged", lambda item: item.tag is None, empty="Every photo has its tag."),
    Queue("cracked", "Cracked", lambda item: item.tag is Tag.CRACKED, empty="No photo is tagged cracked yet: C."),
    Queue(
        "not_cracked",
        "Not cracked",
        lambda item: item.tag is Tag.NOT_CRACKED,
        empty="No photo is tagged not cracked yet: N.",
    ),
    Queue("unsure", "Unsure", lambda item: item.tag is Tag.UNSURE, empty="No photo is tagged unsure."),
    Queue(
        "unreviewed",
        "Unreviewed",
        lambda item: not item.is_reviewed,
        empty="Every photo is reviewed.",
        is_always_shown=False,
        hides_when_full=True,
    ),
    Queue(
        "contradicts",
        "Contradict model",
        lambda item: item.contradicts,
        by_doubt,
        "No tag contradicts the model.",
        is_always_shown=False,
        colour="unsure",
    ),
    Queue(
        "uncertain",
        "Most uncertain",
        lambda item: item.tag is None and item.score is not None and item.doubt <= 0.25,
        by_doubt,
        "The model is sure of every photo that has no tag.",
        is_always_shown=False,
    ),
    Queue(
        "lowest_dice",
        "Lowest Dice",
        lambda item: item.dice is not None,
        by_dice,
        "No photo has both a true mask and a prediction.",
        is_always_shown=False,
    ),
    Queue(
        "unreadable",
        "Unreadable",
        lambda item: bool(item.error),
        empty="Every photo could be read.",
        is_always_shown=False,
        colour="cracked",
    ),
)

BY_ID: Mapping[str, Queue] = {queue.id: queue for queue in QUEUES}

SORTS: Mapping[str, tuple[str, Order | None]] = {
    "queue": ("queue order", None),
    "name": ("by name", by_name),
    "score": ("by crack score", _by_score),
    "area": ("by crack area", _by_area),
    "doubt": ("by uncertainty", by_doubt),
    "dice": ("by Dice", by_dice),
    "date": ("by date taken", _by_date),
}
