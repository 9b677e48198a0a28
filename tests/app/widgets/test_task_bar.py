import pytest

from app.widgets import task_bar
from app.widgets.task_bar import TaskBar
from core.values import Progress


@pytest.fixture
def bar(qtbot, monkeypatch):
    monkeypatch.setattr(task_bar, "NOTICE_MS", 20)
    made = TaskBar()
    qtbot.addWidget(made)
    return made


def test_after_a_notice_the_work_that_runs_is_named_again(qtbot, bar):
    bar.set_progress("Training", Progress(3, 8, "Training"))
    bar.set_notice("A word.")
    assert bar.words == "A word."
    bar.set_progress("Training", Progress(4, 8, "Training"))
    assert bar.words == "A word."
    qtbot.waitUntil(lambda: bar.words == "Training 4 of 8")


def test_a_notice_outlives_the_work_and_leaves_nothing_behind(qtbot, bar):
    bar.set_progress("Training", Progress(3, 8, "Training"))
    bar.set_notice("A word.")
    bar.set_idle("")
    assert bar.words == "A word."
    qtbot.waitUntil(lambda: bar.words == "")
