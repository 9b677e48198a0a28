"""While a training runs, through the real main(): watch, pause, stop, resume after a kill, and go on working."""

import time
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.failures import Failure
from app.flows import runs
from core.project.project import Project
from core.values import Tag, TrainingPlan
from tests.trainers import fake_training, open_dialog
from tests.windows import DARK, drive, eight_tagged_photos


@pytest.fixture
def trainer(monkeypatch):
    return fake_training(monkeypatch)


@pytest.fixture
def folder(tmp_path):
    return eight_tagged_photos(tmp_path)


def test_stop_keeps_the_best_so_far(qtbot, folder, trainer):
    trainer.steps = 100_000

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)
        user.click(dialog.during.stop_button)
        user.until(lambda: dialog.after.isVisible())
        assert len(user.window.shelving.versions) == 2

    drive(qtbot, script, folder)


def test_run_that_was_cut_short_by_closing_is_resumed(qtbot, folder, trainer):
    trainer.steps = 100_000

    def cut_short(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)

    def resume(user):
        trainer.steps = 4
        dialog = open_dialog(user)
        assert dialog.before.resume_button.isVisible()
        user.click(dialog.before.resume_button)
        user.until(lambda: dialog.after.isVisible())

    drive(qtbot, cut_short, folder)
    drive(qtbot, resume, folder)
    first, second = trainer.plans
    assert second == replace(first, resume=True)


def test_closing_hides_the_window_and_lets_go_of_the_folder_before_a_training_has_ended(qtbot, folder, trainer):
    trainer.steps = 100_000
    seen = []

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)
        user.press("U")

        def end_late():
            end = time.monotonic() + 5
            while user.window.session.project is not None and time.monotonic() < end:
                time.sleep(0.01)
            seen.append((user.window.isVisible(), dialog.isVisible(), user.window.session.project))

        trainer.at_end = end_late

    drive(qtbot, script, folder)
    assert seen == [(False, False, None)]
    with Project.open(folder) as project:
        assert project.photos()[0].tag is Tag.UNSURE
        assert runs.resumable(project.place.store / "runs") is not None


def test_failed_run_is_told_and_can_be_started_again(qtbot, folder, trainer):
    trainer.error = RuntimeError("DefaultCPUAllocator: can't allocate memory")

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: "memory" in dialog.before.words())
        assert dialog.before.start_button.isEnabled()

    drive(qtbot, script, folder)


def test_photos_can_be_tagged_while_training_runs(qtbot, folder, trainer):
    trainer.steps = 100_000

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)
        dialog.close()
        user.press("U")
        user.all_on_disk()
        assert user.tag_of("0.png") is Tag.UNSURE
        assert user.window.retraining.is_running

    drive(qtbot, script, folder)


def test_paused_run_gives_the_cores_back_and_goes_on_where_it_was(qtbot, folder, trainer):
    trainer.steps = 100_000

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)
        user.click(dialog.during.pause_button)
        user.until(lambda: user.window.retraining.is_paused)
        assert not trainer.is_stepping and not user.window.retraining.is_running
        assert len(user.window.shelving.versions) == 1
        dialog.close()
        user.press("Ctrl+T")
        assert dialog.during.isVisible()
        trainer.steps = 4
        user.click(dialog.during.pause_button)
        user.until(lambda: dialog.after.isVisible())

    drive(qtbot, script, folder)
    first, second = trainer.plans
    assert second == replace(first, resume=True)


def test_paused_run_can_be_ended_and_keeps_its_best(qtbot, folder, trainer):
    trainer.steps = 100_000

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)
        user.click(dialog.during.pause_button)
        user.until(lambda: user.window.retraining.is_paused)
        user.click(dialog.during.stop_button)
        user.until(lambda: dialog.after.isVisible())
        assert not user.window.task_bar.resume_button.isVisible()

    drive(qtbot, script, folder)


def test_run_that_was_killed_is_offered_at_the_next_start_and_resumed_with_one_click(qtbot, folder, trainer):
    """A kill leaves plan and state behind, and nothing that says that it ended."""
    with Project.open(folder) as project:
        plan = TrainingPlan((), project.place.store / "runs" / "20261123-210000", start=str(DARK.path))
    runs.begin(plan)
    (plan.out / runs.STATE_FILE).write_bytes(b"state")

    def script(user):
        user.has_photos(8)
        button = user.window.task_bar.resume_button
        assert button.isVisible() and "quick" in button.toolTip()
        user.click(button)
        assert not button.isVisible()
        user.until(lambda: user.window.workshop.dialog.after.isVisible())

    def look_again(user):
        user.has_photos(8)
        assert not user.window.task_bar.resume_button.isVisible()

    drive(qtbot, script, folder)
    assert trainer.plans == [replace(plan, resume=True)]
    drive(qtbot, look_again, folder)


def test_interrupted_run_can_be_forgotten(qtbot, folder, trainer):
    trainer.steps = 100_000

    def cut_short(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)

    def forget(user):
        dialog = open_dialog(user)
        user.click(dialog.before.forget_button)
        user.answer("Forget")
        user.until(lambda: not dialog.before.resume_button.isVisible())
        assert not user.window.task_bar.resume_button.isVisible()

    drive(qtbot, cut_short, folder)
    drive(qtbot, forget, folder)


def test_no_dialog_is_modal_while_a_training_runs(qtbot, folder, trainer):
    trainer.steps = 100_000

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)
        for action in ("model_shelf", "history", "settings", "log", "shortcuts", "palette", "about", "retrain"):
            user.window.actions_by_id[action].trigger()
        user.window.door.report(Failure("The disk is full."))
        user.window.dialogs._on_removal("x")
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert len(shown) >= 10
        assert [widget for widget in shown if widget.isModal()] == []
        user.press("C")
        user.until(lambda: user.tag_of("0.png") is Tag.CRACKED)

    drive(qtbot, script, folder)


def test_another_folder_begins_with_a_dialog_of_its_own_and_the_run_is_offered_on_return(
    qtbot, folder, trainer, tmp_path_factory, paint
):
    trainer.steps = 100_000
    other = tmp_path_factory.mktemp("other")
    paint(other / "else.png")

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.during.curves.points)
        user.window.opening.open(other)
        user.until(lambda: user.listed() == ["else.png"])
        assert not dialog.isVisible() and not trainer.is_stepping
        user.press("Ctrl+T")
        user.until(lambda: "No photo" in dialog.before.words())
        assert not user.window.task_bar.resume_button.isVisible()
        user.window.opening.open(folder)
        user.has_photos(8)
        assert user.window.task_bar.resume_button.isVisible()

    drive(qtbot, script, folder)
