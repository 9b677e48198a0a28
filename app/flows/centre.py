"""Everything that runs in the background: started here, shown at the bottom, stopped when the window closes."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.failures import Failure
from app.task import Task
from core.values import EpochReport, Progress

Handler = Callable[[Any], None]

LONG_S = 60.0
CANCELLED = "cancelled"


class Running(QObject):
    """One task with its title and what to do with its events; its slots run in the window's thread."""

    progressed = Signal(object, Progress)
    ended = Signal(object, str)
    let_go = Signal(object)
    failed = Signal(Failure)

    def __init__(
        self, task: Task, title: str, handlers: "Handlers", *, centre: "TaskCentre", is_quiet: bool = False
    ) -> None:
        super().__init__(centre)
        self._centre = centre
        self.task = task
        self.title = title
        self.is_quiet = is_quiet
        self.begun = time.monotonic()
        self._handlers = handlers
        self._is_dropped = False
        task.progressed.connect(self._on_event)
        task.succeeded.connect(self._on_success)
        task.failed.connect(self._on_failure)
        task.cancelled.connect(self._on_cancel)
        task.finished.connect(self._on_finished)

    @property
    def is_dropped(self) -> bool:
        """Whether nobody wants to hear of it any more."""
        return self._is_dropped

    def drop(self) -> None:
        """Cancel, and hear nothing of it any more: it belongs to a folder that was left."""
        self._is_dropped = True
        self.task.cancel()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if self._centre.is_closing or self._is_dropped:
            return
        if isinstance(event, Progress):
            self.progressed.emit(self, event)
        elif isinstance(event, EpochReport):
            self.progressed.emit(self, Progress(event.step, event.steps, "", event.eta_s))
        self._handlers.event(event)

    @Slot(object)
    def _on_success(self, result: object) -> None:
        self._end(self._handlers.success, result, "")

    @Slot(Failure)
    def _on_failure(self, failure: Failure) -> None:
        if not self._is_dropped:
            self.failed.emit(failure)
        self._end(self._handlers.failure, failure, failure.message)

    @Slot()
    def _on_cancel(self) -> None:
        self._end(self._handlers.cancel, None, CANCELLED)

    @Slot()
    def _on_finished(self) -> None:
        self.let_go.emit(self)

    def _end(self, handle: Handler, outcome: object, how: str) -> None:
        # Once the window closes, what comes in late has nobody to go to.
        if not self._centre.is_closing:
            self.ended.emit(self, how)
            if not self._is_dropped:
                handle(outcome)


def _ignore(_: object) -> None:
    return


class Handlers:
    """What to do with a task's events and with its one end."""

    def __init__(
        self,
        *,
        event: Handler = _ignore,
        success: Handler = _ignore,
        failure: Handler = _ignore,
        cancel: Handler = _ignore,
    ) -> None:
        self.event = event
        self.success = success
        self.failure = failure
        self.cancel = cancel


class TaskCentre(QObject):
    """Shows the task that was started last and leaves the others running."""

    progress_changed = Signal(str, Progress)
    became_idle = Signal(str)
    failed = Signal(Failure)
    ended = Signal(str, str)
    long_work_ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Running] = []
        self._ending: list[Running] = []
        self.is_closing = False

    def start(
        self, work: Callable[[], Iterator[Any]], title: str, handlers: Handlers, *, is_quiet: bool = False
    ) -> Task:
        """Start ``work()`` in a thread of its own. Quiet work shows only while nothing else runs."""
        task = Task(work, title, self)
        running = Running(task, title, handlers, centre=self, is_quiet=is_quiet)
        running.progressed.connect(self._on_progress)
        running.ended.connect(self._on_end)
        running.let_go.connect(self._on_let_go)
        running.failed.connect(self.failed)
        self._running.insert(0 if is_quiet else len(self._running), running)
        task.start()
        return task

    def is_running(self, title: str) -> bool:
        """Whether work of that title runs."""
        return title in self.titles

    def drop_all(self) -> None:
        """Another folder is opened: what runs for this one ends unheard. Its photos' ids mean others there."""
        for running in self._running:
            running.drop()

    @property
    def titles(self) -> list[str]:
        """What runs."""
        return [running.title for running in self._running if not running.is_dropped]

    @Slot()
    def cancel_shown(self) -> None:
        """Cancel the task that the bar shows."""
        if self._running:
            self._running[-1].task.cancel()

    def cancel_all(self) -> None:
        """Nothing is heard of any task any more; each ends at its next event."""
        self.is_closing = True
        for running in self._running:
            running.task.cancel()

    def close(self) -> None:
        """Cancel everything and wait for it."""
        self.cancel_all()
        for running in (*self._running, *self._ending):
            running.task.wait()

    @Slot(object)
    def _on_let_go(self, running: Running) -> None:
        """The thread itself is done: only now may its object go."""
        if running in self._ending:
            self._ending.remove(running)
            running.task.wait()
            running.task.deleteLater()
            running.deleteLater()

    @Slot(object, Progress)
    def _on_progress(self, running: Running, progress: Progress) -> None:
        if running is self._running[-1]:
            self.progress_changed.emit(running.title, progress)

    @Slot(object, str)
    def _on_end(self, running: Running, how: str) -> None:
        self._running.remove(running)
        self._ending.append(running)
        self.ended.emit(running.title, how)
        if time.monotonic() - running.begun > LONG_S and how != CANCELLED:
            self.long_work_ended.emit(running.title)
        if not self._running:
            self.became_idle.emit(self._cancelled_words(running) if how == CANCELLED else how)

    def _cancelled_words(self, running: Running) -> str:
        """Quiet work is begun by itself, and cancelled by itself where something else is wanted: not worth a word."""
        task = QCoreApplication.translate("tasks", running.title)
        return "" if running.is_quiet else self.tr("{task}: cancelled").format(task=task)
