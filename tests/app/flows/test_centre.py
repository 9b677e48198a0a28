"""What is said when work was cancelled."""

import pytest

from app import language
from app.flows.centre import Handlers, TaskCentre
from core.values import Progress


@pytest.fixture
def centre(qtbot):
    made = TaskCentre()
    yield made
    made.close()


def endless():
    while True:
        yield Progress(0, 1)


def words_after_cancelling(qtbot, centre, *, is_quiet):
    """What the window says when the only work that ran is cancelled."""
    with qtbot.waitSignal(centre.progress_changed):
        task = centre.start(endless, "Training", Handlers(), is_quiet=is_quiet)
    with qtbot.waitSignal(centre.became_idle) as idle:
        task.cancel()
    qtbot.waitUntil(lambda: not centre._ending)
    return idle.args[0]


def test_cancelled_work_is_named_in_the_language_of_the_window(qtbot, qapp, centre):
    assert words_after_cancelling(qtbot, centre, is_quiet=False) == "Training: cancelled"
    translators = language.install(qapp, "de")
    words = words_after_cancelling(qtbot, centre, is_quiet=False)
    language.remove(translators)
    assert words == "Training: abgebrochen"


def test_quiet_work_that_gives_way_is_not_worth_a_word(qtbot, centre):
    assert words_after_cancelling(qtbot, centre, is_quiet=True) == ""
