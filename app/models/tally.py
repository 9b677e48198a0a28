"""How many photos each queue holds and each tag has, kept up to date photo by photo."""

from collections import Counter
from collections.abc import Iterable

from app.item import Item
from app.models.queues import QUEUES
from core.values import Tag

_Kind = tuple[int, Tag | None]


class Tally:
    """Counts once over all photos, then only what changes.

    Photos of one kind (the same queues, the same tag) are counted together; there are few kinds, so that
    100,000 photos cost one look at each.
    """

    def __init__(self) -> None:
        self._kinds: Counter[_Kind] = Counter()
        self._known: dict[int, _Kind] = {}

    def count(self, items: Iterable[Item]) -> None:
        """Start again."""
        self._known = {item.id: _kind(item) for item in items}
        self._kinds = Counter(self._known.values())

    def update(self, items: Iterable[Item]) -> None:
        """Take the photos out of where they were counted and into where they belong now."""
        for item in items:
            now = _kind(item)
            before = self._known.get(item.id)
            if before is not None:
                self._kinds[before] -= 1
            self._kinds[now] += 1
            self._known[item.id] = now

    @property
    def queues(self) -> Counter[str]:
        """How many photos each queue holds."""
        held: Counter[str] = Counter()
        for (queues, _), count in self._kinds.items():
            held.update({queue.id: count for place, queue in enumerate(QUEUES) if queues >> place & 1})
        return held

    @property
    def tags(self) -> Counter[Tag | None]:
        """How many photos have each tag."""
        tagged: Counter[Tag | None] = Counter()
        for (_, tag), count in self._kinds.items():
            tagged[tag] += count
        return tagged


def _kind(item: Item) -> _Kind:
    queues = 0
    for place, queue in enumerate(QUEUES):
        if queue.holds(item):
            queues |= 1 << place
    return queues, item.tag
