"""How many photos each queue holds and each tag has, kept up to date photo by photo."""

from collections import Counter
from collections.abc import Iterable

from app.item import Item
from app.models.queues import QUEUES
from core.values import Tag


class Tally:
    """Counts once over all photos, then only what changes."""

    def __init__(self) -> None:
        self.queues: Counter[str] = Counter()
        self.tags: Counter[Tag | None] = Counter()
        self._known: dict[int, tuple[tuple[str, ...], Tag | None]] = {}

    def count(self, items: Iterable[Item]) -> None:
        """Start again."""
        self.queues.clear()
        self.tags.clear()
        self._known.clear()
        self.update(items)

    def update(self, items: Iterable[Item]) -> None:
        """Take the photos out of where they were counted and into where they belong now."""
        for item in items:
            before = self._known.get(item.id)
            now = (tuple(queue.id for queue in QUEUES if queue.holds(item)), item.tag)
            if before == now:
                continue
            if before is not None:
                self.queues.subtract(before[0])
                self.tags[before[1]] -= 1
            self.queues.update(now[0])
            self.tags[now[1]] += 1
            self._known[item.id] = now
