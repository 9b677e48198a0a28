"""Two kinds of error, told apart in one place."""

import errno

import pytest

from app.failures import Door, describe
from core.errors import PhotoError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PhotoError("No photo here."), "No photo here."),
        (OSError(errno.ENOSPC, "No space left on device", "/pier/x"), "No space left on device: /pier/x"),
        (RuntimeError("CUDA out of memory."), "memory"),
        (MemoryError(), "memory"),
    ],
)
def test_the_worlds_fault_is_one_sentence_without_a_traceback(error, words):
    failure = describe(error)
    assert words in failure.message
    assert not failure.is_bug and not failure.details


def test_our_fault_brings_its_traceback():
    try:
        raise KeyError("x")
    except KeyError as error:
        failure = describe(error)
    assert failure.is_bug
    assert "test_failures.py" in failure.details


def test_background_trouble_is_mentioned_and_bugs_are_reported(qapp, qtbot):
    door = Door()
    with qtbot.waitSignal(door.notice_given):
        door.mention(describe(PhotoError("Broken.")))
    with qtbot.waitSignal(door.failure_reported):
        door.mention(describe(ValueError("ours")))
