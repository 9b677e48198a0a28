"""The writer: one thread, one connection, one transaction for each user action, in the order of the actions.

The window says what it wants and goes on; the future tells when it is on disk. What the disk does not take now
(full, locked, gone) stays at the head of the queue and is tried again: nothing that was said is lost.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from core.errors import ProjectError
from core.project import backups
from core.project.database import StorageError
from core.project.project import Project

_log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

RETRY_S = 1.0
CLOSING_RETRY_S = 0.1
PATIENCE_S = 30.0
IDLE_S = 20.0


@dataclass(frozen=True, slots=True)
class _Order:
    """An action that is to be done, and who waits for it."""

    action: Callable[[Project], Any]
    future: Future


class TagWriter:
    """Writes to one project from a thread of its own."""

    def __init__(
        self,
        folder: Path,
        *,
        user: str | None = None,
        on_trouble: Callable[[StorageError], None] | None = None,
        on_relief: Callable[[], None] | None = None,
        retry_s: float = RETRY_S,
        idle_s: float = IDLE_S,
    ) -> None:
        """Makes the project where there is none and starts the thread, which opens it with the first action.

        ``on_trouble`` is called in that thread when an action has to wait because the disk does not take it, and
        ``on_relief`` when it did after all. ``retry_s`` is the time between two tries. After
        ``idle_s`` without an action a backup is made where one is due.

        Raises:
            ProjectError: see ``Project.open``.
        """
        with Project.open(folder, user) as project:
            self._open = partial(Project, project.place, folder=project.folder, user=project.user)
        self._on_trouble = on_trouble
        self._on_relief = on_relief
        self._retry_s = retry_s
        self._idle_s = idle_s
        self._queue: SimpleQueue[_Order | None] = SimpleQueue()
        self._project: Project | None = None
        self._is_connected = False
        self._lock = threading.Lock()
        self._is_closing = threading.Event()
        self._deadline_s = float("inf")
        self._given_up: list[StorageError] = []
        self._thread = threading.Thread(target=self._run, name="project-writer")
        self._thread.start()

    def submit(self, action: Callable[[Project], Answer]) -> "Future[Answer]":
        """Does ``action`` in the writer's thread, in one transaction.

        The future has its answer once it is on disk. Its exception is a ProjectError for what cannot be done and
        will not be tried again, anything else for a mistake of ours. Callbacks added to it run in the writer's
        thread.

        Raises:
            ProjectError: the writer was closed.
        """
        future: Future[Answer] = Future()
        with self._lock:
            if self._is_closing.is_set():
                raise ProjectError("The project is being closed and takes no more actions; open it again.")
            self._queue.put(_Order(action, future))
        return future

    def close(self, patience_s: float = PATIENCE_S) -> int:
        """Waits until all is on disk and ends the thread.

        An action that still cannot be written after ``patience_s`` is given up: its future and those behind it
        get the StorageError. Returns how many were given up.
        """
        with self._lock:
            if not self._is_closing.is_set():
                self._deadline_s = time.monotonic() + patience_s
                self._queue.put(None)
                self._is_closing.set()
        self._thread.join()
        return len(self._given_up)

    def _run(self) -> None:
        try:
            while (order := self._next()) is not None:
                self._do(order)
        finally:
            if self._project is not None:
                self._project.close()

    def _next(self) -> _Order | None:
        """The next order, None at the end. A quiet moment is used for a backup."""
        while True:
            try:
                return self._queue.get(timeout=self._idle_s)
            except Empty:
                self._back_up()

    def _back_up(self) -> None:
        if self._project is None or not self._is_connected:
            return
        try:
            if backups.is_due(self._project):
                backups.make(self._project)
        except ProjectError as error:
            _log.warning("%s", error)
        except Exception:  # a backup that fails is no reason to stop writing what the user says
            _log.exception("The backup failed.")

    def _do(self, order: _Order) -> None:
        """Sees one action through: done, refused, or given up while closing."""
        if not order.future.set_running_or_notify_cancel():
            return
        outcome = first = self._attempt(order)
        if isinstance(first, StorageError):
            _log.warning("%s The action waits.", first)
            _tell(self._on_trouble, first)
        while isinstance(outcome, StorageError) and time.monotonic() <= self._deadline_s:
            self._wait()
            outcome = self._attempt(order)
        if isinstance(outcome, StorageError):
            self._given_up.append(outcome)
            order.future.set_exception(outcome)
            return
        if isinstance(first, StorageError):
            _tell(self._on_relief)
        outcome()

    def _attempt(self, order: _Order) -> StorageError | Callable[[], None]:
        """What to tell the one who waits, or why it has to be tried again."""
        try:
            return partial(order.future.set_result, self._try(order))
        except StorageError as error:
            self._is_connected = False  # it may point to a file that is no longer there
            return error
        except BaseException as error:
            return partial(order.future.set_exception, error)

    def _try(self, order: _Order) -> Any:
        if self._given_up:  # what comes after an action that is missing is not done either
            raise self._given_up[0]
        project = self._connected()
        with project.changing():
            return order.action(project)

    def _connected(self) -> Project:
        if self._project is None:
            self._project = self._open()
        elif not self._is_connected:
            self._project.reconnect()
        self._is_connected = True
        return self._project

    def _wait(self) -> None:
        if not self._is_closing.wait(self._retry_s):
            return
        time.sleep(min(self._retry_s, CLOSING_RETRY_S))


def _tell(listener: Callable[..., None] | None, *what: object) -> None:
    """The thread outlives a mistake of who listens: the queue behind it must not be lost."""
    if listener is None:
        return
    try:
        listener(*what)
    except Exception:
        _log.exception("A listener of the writer failed.")
