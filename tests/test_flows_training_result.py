"""After a training, through the real main(): compare, accept, decline, discard, roll back."""

import pytest

from app import training_jobs
from app.flows import runs
from core.score.compare import Compared, Comparison
from core.values import Preset, Role
from tests.trainers import BETTER, FakeShelf, active_model, fake_training, open_dialog
from tests.windows import DARK, drive, eight_tagged_photos


@pytest.fixture
def trainer(monkeypatch):
    return fake_training(monkeypatch)


@pytest.fixture
def folder(tmp_path):
    return eight_tagged_photos(tmp_path)


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
