"""A task ends once, whatever the work does."""

import threading

import pytest

from app.failures import Failure
from app.task import Task
from core.errors import PhotoError
from core.values import Finished, Progress


class Ends:
    """Writes down every signal of a task in the order in which it came."""

    def __init__(self, task):
        self.seen = []
        task.progressed.connect(lambda event: self.seen.append(("progressed", event)))
        task.succeeded.connect(lambda result: self.seen.append(("succeeded", result)))
        task.failed.connect(lambda failure: self.seen.append(("failed", failure)))
        task.cancelled.connect(lambda: self.seen.append(("cancelled", None)))

    def ends(self):
        return [kind for kind, _ in self.seen if kind != "progressed"]


def run(qtbot, work):
    task = Task(work, "test")
    ends = Ends(task)
    with qtbot.waitSignal(task.finished):
        task.start()
    task.wait()
    return ends


def test_finished_event_is_the_result_and_comes_last(qtbot):
    def work():
        yield Progress(1, 2)
        yield Finished("done")

    ends = run(qtbot, work)
    assert ends.seen == [("progressed", Progress(1, 2)), ("succeeded", "done")]


def test_work_without_finished_event_succeeds_with_nothing(qtbot):
    assert run(qtbot, lambda: iter(())).seen == [("succeeded", None)]


@pytest.mark.parametrize(
    "error", [RuntimeError("shape"), ValueError("x"), PhotoError("No photo."), OSError(28, "No space")]
)
def test_every_exception_becomes_one_failure_of_words(qtbot, error):
    def work():
        yield Progress(0, 1)
        raise error

    ends = run(qtbot, work)
    assert ends.ends() == ["failed"]
    assert isinstance(ends.seen[-1][1], Failure)
    assert ends.seen[-1][1].is_bug == (type(error) in (RuntimeError, ValueError))


def test_exception_before_the_first_event_is_a_failure_too(qtbot):
    def work():
        raise RuntimeError("before any event")

    assert run(qtbot, work).ends() == ["failed"]


def test_cancel_before_start_is_not_lost(qtbot):
    started = []

    def work():
        started.append(True)
        yield Progress(0, 1)

    task = Task(work, "test")
    ends = Ends(task)
    task.cancel()
    with qtbot.waitSignal(task.finished):
        task.start()
    assert (ends.ends(), started) == (["cancelled"], [])


def test_cancel_closes_the_generator_in_its_own_thread(qtbot):
    closed_in = []
    is_under_way = threading.Event()

    def work():
        try:
            while True:
                yield Progress(0, 1)
                is_under_way.set()
        finally:
            closed_in.append(threading.get_ident())

    task = Task(work, "test")
    ends = Ends(task)
    task.start()
    # Not waitSignal: it disconnects while the thread emits, which PySide6 6.11 does not survive every time.
    qtbot.waitUntil(is_under_way.is_set)
    with qtbot.waitSignal(task.cancelled):
        task.stop()
    assert ends.ends() == ["cancelled"]
    assert closed_in and closed_in[0] != threading.get_ident()


def test_memory_failure_of_the_network_is_no_bug(qtbot):
    def work():
        raise RuntimeError("CUDA out of memory. Tried to allocate 2 GiB")
        yield

    failure = run(qtbot, work).seen[-1][1]
    assert not failure.is_bug and "memory" in failure.message
