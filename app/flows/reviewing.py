"""Going through the photos: which queue, which photo next, what is counted."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.models import search
from app.models.photo_list import PhotoList
from app.models.queues import QUEUES, SORTS
from app.models.tally import Tally
from app.session import Session
from app.settings import Settings
from core.errors import UsageError
from core.project import reviews
from core.values import Tag


class Reviewing(QObject):
    """Turns keys into tags and moves on to the photo that the queue shows next."""

    queue_changed = Signal(str)
    search_refused = Signal(str)
    queue_counts_changed = Signal(object)
    tag_counts_changed = Signal(object)

    queue_ids = tuple(queue.id for queue in QUEUES)

    def __init__(self, session: Session, photos: PhotoList, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._photos = photos
        self._settings = settings
        self._tally = Tally()
        self._recount = QTimer(self, singleShot=True, interval=0)
        self._recount.timeout.connect(self._announce)
        session.photos_changed.connect(self._on_photos)
        session.items_changed.connect(self._on_items)
        session.travelled.connect(self._on_travel)

    @property
    def counts(self) -> Counter[Tag | None]:
        """How many photos have which tag."""
        return self._tally.tags

    @Slot(str)
    def set_queue(self, queue_id: str) -> None:
        """Show another queue, at its first photo unless it shows the one that is looked at."""
        self._photos.set_queue(queue_id)
        self._look_at_shown()
        self.queue_changed.emit(queue_id)

    @Slot(str)
    def set_search(self, text: str) -> None:
        """Show only what the search line asks for; say so where it cannot be read."""
        try:
            found = search.parse(text)
        except UsageError as error:
            self.search_refused.emit(str(error))
            return
        self.search_refused.emit("")
        self._photos.set_search(found)
        self._look_at_shown()

    @Slot(str)
    def set_sort(self, sort: str) -> None:
        """Sort the list otherwise."""
        self._photos.set_sort(SORTS[sort][1])

    def tag(self, selected: Sequence[int], tag: Tag | None) -> None:
        """Tag the selected photos (else the one looked at), then go on to the next one that is shown.

        The step is taken first: a photo that leaves the queue with its tag has no place there to go on from.
        """
        ids = list(selected) or [self._session.current]
        if not self._session.has(ids[0]):
            return
        if tag is not None and self._settings.value("review/auto_advance"):
            following = self._photos.after(ids)
            if following is not None:
                self._session.set_current(following)
        self._session.tag(ids, tag)

    def accept(self, selected: Sequence[int], *, is_accepted: bool = True) -> None:
        """Stand by what is shown of the selected photos (else of the one looked at), and go on."""
        ids = list(selected) or [self._session.current]
        if not self._session.has(ids[0]):
            return
        following = self._photos.after(ids) if is_accepted else None
        if following is not None:
            self._session.set_current(following)
        say = reviews.accept if is_accepted else reviews.withdraw
        self._session.say(lambda project: say(project, ids))

    def go(self, step: int) -> None:
        """Look at the photo ``step`` rows further on."""
        target = self._photos.neighbour(self._session.current, step)
        if target is not None:
            self._session.set_current(target)

    def ahead(self) -> tuple[int, ...]:
        """The photos that will be wanted next."""
        following = self._photos.neighbour(self._session.current, 1)
        return () if following in (None, self._session.current) else (following,)

    @Slot()
    def choose_first(self) -> None:
        """Look at something as soon as the queue shows anything."""
        if self._session.current is None:
            self._session.set_current(self._photos.neighbour(None, 0))

    def _look_at_shown(self) -> None:
        current = self._session.current
        if current is None or not self._photos.index_of(current).isValid():
            self._session.set_current(self._photos.neighbour(None, 0))

    @Slot()
    def _on_photos(self) -> None:
        self._tally.count(self._session.items())
        self._recount.start()

    @Slot(object)
    def _on_items(self, ids: Sequence[int]) -> None:
        self._tally.update(self._session.item(photo_id) for photo_id in ids)
        self._recount.start()

    @Slot()
    def _announce(self) -> None:
        self.queue_counts_changed.emit(self._tally.queues)
        self.tag_counts_changed.emit(self._tally.tags)

    @Slot(object)
    def _on_travel(self, photos: Sequence[int]) -> None:
        """After undo and redo, look at what changed."""
        if photos and self._session.has(photos[0]):
            self._session.set_current(photos[0])
