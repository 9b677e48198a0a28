"""The way to the disk and back: wishes go to the writer's thread, what came of them arrives in the window's."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.failures import Failure, describe
from app.travel import Action, Travel
from core.errors import CoreError
from core.project.project import Project
from core.project.writer import PATIENCE_S, TagWriter

SETTLED_WITHIN_S = 2.0


def _no_wait(_timeout_s: float) -> None:
    return


class Writing(QObject):
    """Knows which photos have a tag on its way. ``written`` tells for which photos, and what came of it."""

    written = Signal(object, object)
    failed_elsewhere = Signal(Failure)
    trouble = Signal(str)
    relieved = Signal()
    settled = Signal()
    _done = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer: TagWriter | None = None
        self._waiting: Counter[int] = Counter()
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def start(self, project: Project) -> None:
        """From now on, write to this project."""
        self._writer = TagWriter(
            project.folder, on_trouble=lambda error: self.trouble.emit(str(error)), on_relief=self.relieved.emit
        )

    def stop(self, patience_s: float = PATIENCE_S) -> None:
        """Wait until everything that was said is on disk, or give up what is not by then."""
        if self._writer is not None:
            self._writer.close(patience_s)
        self._writer = None
        self._waiting.clear()

    @property
    def is_open(self) -> bool:
        """Whether there is a project to write to."""
        return self._writer is not None

    @property
    def pending(self) -> int:
        """How many photos have a tag that is not on disk yet."""
        return len(self._waiting)

    def is_waiting(self, photo_id: int) -> bool:
        """Whether the photo's tag is not on disk yet."""
        return self._waiting[photo_id] > 0

    def submit(self, action: Action, ids: tuple[int, ...] = ()) -> Future[Any] | None:
        """Let the writer do ``action``; the photos ``ids`` wait for it. None without a project."""
        if self._writer is None:
            return None
        self._waiting.update(ids)
        future: Future[Any] = self._writer.submit(action)
        future.add_done_callback(partial(self._tell, self._writer, ids))
        return future

    def settling(self) -> Callable[[float], None]:
        """How another thread waits until all that was said so far is on disk; raises TimeoutError where it is not."""
        return _no_wait if self._writer is None else self._writer.submit(lambda _: None).result

    def is_settled(self, within_s: float = SETTLED_WITHIN_S) -> bool:
        """Whether all that was said is on disk by then. A drive that is gone makes it wait."""
        try:
            self.settling()(within_s)
        except TimeoutError:
            return False
        except CoreError:  # refused: nothing waits for the disk
            return True
        return True

    def announce_settled(self) -> None:
        """Tell as soon as all that was said so far is on disk."""
        if self._writer is not None:
            self._writer.submit(lambda _: None).add_done_callback(lambda _: self.settled.emit())

    def _tell(self, writer: TagWriter, ids: tuple[int, ...], future: Future[Any]) -> None:
        """Runs in the writer's thread."""
        error = future.exception()
        self._done.emit(writer, ids, describe(error) if error else future.result())

    @Slot(object, object, object)
    def _on_done(self, writer: TagWriter, ids: tuple[int, ...], outcome: Failure | Travel) -> None:
        if writer is not self._writer:  # the folder was left meanwhile: its ids mean other photos now
            if isinstance(outcome, Failure):
                self.failed_elsewhere.emit(outcome)
            return
        self._waiting.subtract(ids)
        self._waiting = +self._waiting
        self.written.emit(ids, outcome)
