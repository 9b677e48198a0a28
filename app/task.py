"""One long piece of work in a thread of its own: a core generator, drained event by event."""

import threading
from collections.abc import Callable, Generator, Iterator
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from app.failures import Failure, describe
from core.values import Finished


class Task(QThread):
    """Drain ``start_work()``: any number of ``progressed``, then exactly one of the three ends.

    The generator is made and closed inside the thread, so whatever it holds lives and dies there. Its
    result is the ``Finished`` event; a generator that ends without one has succeeded with None. Cancelling
    stops between two events; a wish to cancel that comes before ``start`` counts too
    (``requestInterruption`` would forget it).
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(Failure)
    cancelled = Signal()

    def __init__(self, start_work: Callable[[], Iterator[Any]], name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._start_work = start_work
        self._is_cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next event."""
        self._is_cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._is_cancelled.is_set()

    def stop(self) -> None:
        """Cancel and wait until the thread has ended."""
        self.cancel()
        self.wait()

    def run(self) -> None:
        """Runs in the thread."""
        # Everything that PyTorch or the disk may raise ends here, RuntimeError included.
        try:
            end, payload = self._drain()
        except Exception as error:
            end, payload = self.failed, (describe(error),)
        end.emit(*payload)

    def _drain(self) -> tuple[Any, tuple[Any, ...]]:
        if self.is_cancelled():
            return self.cancelled, ()
        events = self._start_work()
        try:
            return self._follow(events)
        finally:
            if isinstance(events, Generator):
                events.close()

    def _follow(self, events: Iterator[Any]) -> tuple[Any, tuple[Any, ...]]:
        for event in events:
            if isinstance(event, Finished):
                return self.succeeded, (event.result,)
            if self.is_cancelled():
                return self.cancelled, ()
            self.progressed.emit(event)
        return (self.cancelled, ()) if self.is_cancelled() else (self.succeeded, (None,))
