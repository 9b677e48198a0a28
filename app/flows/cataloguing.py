"""What is in the files, found out in the background: hashes, sizes, dates, and fingerprints of near-duplicates.

It never delays a tag or the list. A hash finds photos that were moved; a new hash at an old path marks the photo
as changed.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Slot

from app.flows.centre import Handlers, TaskCentre
from app.session import Session
from core.errors import CoreError
from core.photos import identity, metadata, reader
from core.project.content import RELINKED, Content, Description
from core.project.project import Project
from core.values import Finished, Progress

TITLE = QT_TRANSLATE_NOOP("tasks", "Reading photo facts")
FINGERPRINT_PX = 256
_BATCH_S = 1.0


@dataclass(frozen=True, slots=True)
class Catalogued:
    """What was read of one photo; without ``content`` the file could not even be opened."""

    id: int
    content: Content | None
    description: Description


class Cataloguing(QObject):
    """Runs after each walk, over the photos that are new or whose file was changed."""

    def __init__(self, session: Session, centre: TaskCentre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._centre = centre
        self._has_news = False

    @Slot()
    def start(self) -> None:
        """Read what is not known yet."""
        project = self._session.project
        if project is not None and not self._centre.is_running(TITLE):
            self._has_news = False
            handlers = Handlers(event=self._on_event, success=self._on_end)
            self._centre.start(partial(catalogue, project.folder), TITLE, handlers, is_quiet=True)

    def _on_event(self, event: object) -> None:
        if isinstance(event, tuple):
            self._has_news = True
            self._session.write(partial(_keep, event))
            for found in event:
                if found.description.error:
                    self._session.set_error(found.id, found.description.error)
                else:
                    self._session.set_taken(found.id, found.description.taken or "")

    def _on_end(self, _: object) -> None:
        # A hash may have shown that a photo was moved: its row is the old one now.
        if self._has_news:
            self._session.reload_after_writes()


def catalogue(folder: Path) -> Iterator[Progress | tuple[Catalogued, ...] | Finished[None]]:
    """Read new and changed photos, in batches of about a second; runs in a thread of its own."""
    with Project.open(folder) as project:
        photos = [*project.unhashed(), *project.outdated()]
    batch: list[Catalogued] = []
    sent = time.monotonic()
    for done, (photo_id, path) in enumerate(photos):
        batch.append(read(photo_id, path))
        yield Progress(done, len(photos), path.name)
        if time.monotonic() - sent > _BATCH_S:
            yield tuple(batch)
            batch, sent = [], time.monotonic()
    if batch:
        yield tuple(batch)
    yield Finished(None)


def read(photo_id: int, path: Path) -> Catalogued:
    """Hash, size, date and fingerprint of one photo, or why it cannot be read."""
    content = None
    try:
        facts = path.stat()
        content = Content(identity.content_hash(path), facts.st_size, facts.st_mtime_ns)
        known = metadata.read(path)
        print_ = identity.fingerprint(reader.read_reduced(path, FINGERPRINT_PX))
    except (CoreError, OSError) as error:
        return Catalogued(photo_id, content, Description(error=str(error)))
    height, width = known.size
    taken = None if known.taken is None else known.taken.isoformat()
    return Catalogued(photo_id, content, Description(height, width, taken, print_, ""))


def _keep(found: Iterable[Catalogued], project: Project) -> None:
    """Runs in the writer's thread, as one transaction."""
    for each in found:
        kept = each.id
        if each.content is not None:
            change = project.set_content(each.id, each.content)
            kept = change.photos[0] if change.kind == RELINKED else kept
        project.describe(kept, each.description)
