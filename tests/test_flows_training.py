"""Retraining through the real main(): prepare, watch, cancel, resume, compare, accept, roll back."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import jobs, training_jobs
from app.failures import Failure
from app.flows import runs
from core.network.shelf import Shelf
from core.project.project import Project
from core.score.compare import Compared, Comparison
from core.values import EpochReport, Finished, ModelVersion, Preset, Progress, Role, Tag, TrainingPlan
from tests.windows import DARK, DarkIsCracked, drive, eight_tagged_photos

BETTER = ModelVersion("feedfacefeedface", Path("better.safetensors"), "Better", 0.5)


class Trainer:
    """Stands where core.train does: reports, writes a best and a state, and can be made to hang or fail."""

    def __init__(self):
        self.plans = []
        self.is_stepping = False
        self.steps = 4
        self.error = None

    def train(self, plan):
        self.plans.append(plan)
        self.is_stepping = True
        try:
            yield from self.events(plan)
        finally:
            self.is_stepping = False

    def events(self, plan):
        yield Progress(0, self.steps, "Loading the network")
        for step in range(1, self.steps + 1):
            if self.error is not None:
                raise self.error
            (plan.out / runs.BEST_FILE).write_bytes(b"best")
            (plan.out / runs.STATE_FILE).write_bytes(b"state")
            yield EpochReport(step, self.steps, step * 1.0, {"tags": 1 / step}, {"tag_auroc": 0.5 + step / 10})
            yield Progress(step, self.steps, "Training", 1.0 * (self.steps - step))
            time.sleep(0.01)
        yield Finished(plan.out / runs.BEST_FILE)


class FakeShelf:
    """The shelf with two versions, one of which has to be trained first."""

    versions_there = [DARK]  # noqa: RUF012 - one shelf a test

    def versions(self):
        return list(self.versions_there)

    def add(self, file):
        assert file.is_file()
        self.versions_there.append(BETTER)
        return BETTER

    def remove(self, wanted):
        self.versions_there[:] = [version for version in self.versions_there if version.id != wanted]


@pytest.fixture
def trainer(monkeypatch):
    fake = Trainer()
    shelf = FakeShelf()
    FakeShelf.versions_there = [DARK]
    networks = {DARK.path: DarkIsCracked(DARK, 0.7), BETTER.path: DarkIsCracked(BETTER, 1.0)}
    monkeypatch.setattr(training_jobs, "train", fake.train)
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: networks[file])
    for name in ("versions", "add", "remove"):
        monkeypatch.setattr(Shelf, name, lambda self, *given, name=name: getattr(shelf, name)(*given))
    return fake


@pytest.fixture
def folder(tmp_path):
    return eight_tagged_photos(tmp_path)


def open_dialog(user):
    user.has_photos(8)
    user.press("Ctrl+T")
    user.until(lambda: user.window.workshop.dialog is not None)
    dialog = user.window.workshop.dialog
    user.until(lambda: dialog.before.start_button.isEnabled())
    return dialog


def active_model(folder):
    with Project.open(folder) as project:
        return project.active_model


def test_dialog_says_what_there_is_to_learn_from_how_long_it_takes_and_what_is_too_few(qtbot, folder, trainer):
    def script(user):
        before = open_dialog(user).before
        words = before.words()
        assert "to learn from" in before.counts()["cracked"]
        assert "Only" in words and "compared" in words
        texts = [radio.text() for radio in before.radios.values()]
        assert all("minute" in text or "hour" in text for text in texts)

    drive(qtbot, script, folder)


def test_run_is_watched_live_and_its_version_waits_for_the_users_word(qtbot, folder, trainer):
    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.after.isVisible())
        assert [report.step for report in dialog.during.curves.points] == [1, 2, 3, 4]
        assert "cannot be compared" in dialog.after.words()
        assert user.window.session.model.id == DARK.id
        user.click(dialog.after.use_button)
        user.until(lambda: user.window.session.model.id == BETTER.id)
        user.all_on_disk()

    drive(qtbot, script, folder)
    assert active_model(folder) == BETTER.id
    assert trainer.plans[0].preset is Preset.QUICK


def test_declined_version_stays_on_the_shelf_and_never_becomes_active(qtbot, folder, trainer):
    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.after.isVisible())
        assert not (trainer.plans[0].out / runs.BEST_FILE).exists()  # it is on the shelf
        user.click(dialog.after.keep_button)
        user.press("Ctrl+M")
        user.until(lambda: user.window.dialogs.shelf.table.rowCount() == 2)

    drive(qtbot, script, folder)
    assert active_model(folder) is None


def test_one_click_rolls_back_and_maps_of_the_old_version_are_still_there(qtbot, folder, trainer):
    def script(user):
        user.has_photos(8)
        user.all_predicted()
        shelf_with_better(user)
        user.window.shelving.activate(BETTER.id)
        user.all_predicted()
        scores = [item.score for item in user.window.session.items()]
        user.press("Ctrl+M")
        shelf = user.window.dialogs.shelf
        user.click(shelf.roll_back_button)
        assert user.window.session.model.id == DARK.id
        # Scores of the old version are there at once, without predicting again.
        assert all(item.score is not None for item in user.window.session.items())
        assert scores != [item.score for item in user.window.session.items()]

    drive(qtbot, script, folder)


def shelf_with_better(user):
    FakeShelf.versions_there = [DARK, BETTER]
    user.window.shelving.refresh()
    user.until(lambda: len(user.window.shelving.versions) == 2)


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


def test_versions_are_compared_on_the_held_out_photos(qtbot, folder, trainer, monkeypatch):
    monkeypatch.setattr(training_jobs, "MIN_PHOTOS", 1)
    monkeypatch.setattr("core.score.compare.MIN_PHOTOS", 1)

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.after.isVisible())
        assert dialog.after.table.rowCount() >= 2
        assert "Held out of every training" in dialog.after.words()

    drive(qtbot, script, folder)


def test_doubtful_tags_are_offered_for_a_look_before_training(qtbot, folder, trainer):
    def script(user):
        user.has_photos(8)
        user.all_predicted()
        user.press("C", "N")
        user.all_on_disk()
        dialog = open_dialog(user)
        assert dialog.before.doubtful_button.isVisible()
        user.click(dialog.before.doubtful_button)
        assert not dialog.isVisible()
        assert user.window.photos.queue.id == "contradicts"
        assert all(user.item(name).contradicts for name in user.listed())

    drive(qtbot, script, folder)


def test_photos_are_shown_doubtful_ones_first_and_a_click_opens_one(qtbot, folder, trainer):
    def script(user):
        user.has_photos(8)
        user.all_predicted()
        user.press("Down", "Down", "C", "U")
        user.all_on_disk()
        page = open_dialog(user).before
        rows = [page.samples.samples.sample(row) for row in range(page.samples.samples.rowCount())]
        assert [row.path.name for row in rows if row.is_doubtful] == [rows[0].path.name]
        assert rows[0].tag is Tag.CRACKED and not user.item(rows[0].path.name).is_predicted_cracked
        assert {row.role for row in rows if row.tag is Tag.UNSURE} == {None}
        assert all(row.role is not None for row in rows if row.tag is not Tag.UNSURE)
        place = page.samples.visualRect(page.samples.samples.index(0)).center()
        QTest.mouseClick(page.samples.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert user.current == rows[0].path.name

    drive(qtbot, script, folder)


def test_tag_that_is_changed_beside_the_dialog_is_what_the_model_learns(qtbot, folder, trainer):
    def script(user):
        dialog = open_dialog(user)
        user.press("Home", "U")
        assert not dialog.before.start_button.isEnabled()
        user.until(lambda: dialog.before.start_button.isEnabled())
        assert dialog.before.counts()["unsure"].startswith("1")
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.after.isVisible())

    drive(qtbot, script, folder)
    assert [photo.path.name for photo in trainer.plans[0].photos] == [f"{number}.png" for number in range(1, 8)]


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


def test_worse_candidate_is_called_so_seen_beside_the_active_one_and_discarded(qtbot, folder, trainer, monkeypatch):
    monkeypatch.setattr(training_jobs, "MIN_PHOTOS", 1)
    monkeypatch.setattr("core.score.compare.MIN_PHOTOS", 1)
    worse = Compared("auroc", 0.7, 0.9, -0.2, None, None, (-0.3, -0.1))
    monkeypatch.setattr(training_jobs, "compare", lambda candidate, active: Comparison(1, 1, (worse,)))

    def script(user):
        dialog = open_dialog(user)
        user.click(dialog.before.start_button)
        user.until(lambda: dialog.after.isVisible())
        page, stage = dialog.after, user.window.workshop.stage
        assert "worse" in page.words() and page.table.item(0, 4).text() == "worse"
        assert page.keep_button.property("role") == "primary"
        user.until(lambda: stage.is_split and stage._scene.second is not None)
        left, right = stage._scene.map.levels[0], stage._scene.second.levels[0]
        assert left.max() < right.max()
        held_out = {photo.path.name for photo in trainer.plans[0].photos if photo.role is Role.HELD_OUT}
        model = page.samples.samples
        assert {model.sample(row).path.name for row in range(model.rowCount())} == held_out
        user.click(page.discard_button)
        user.answer("Discard")
        user.until(lambda: len(user.window.shelving.versions) == 1)
        assert not dialog.isVisible()
        assert user.window.session.model.id == DARK.id

    drive(qtbot, script, folder)
    assert active_model(folder) is None


def test_battery_is_named_before_the_start(qtbot, folder, trainer, monkeypatch):
    monkeypatch.setattr("app.flows.retraining.battery_percent", lambda: 34)

    def script(user):
        dialog = open_dialog(user)
        words = dialog.before.machine_words()
        assert "34 %" in words and "low priority" in words

    drive(qtbot, script, folder)


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
