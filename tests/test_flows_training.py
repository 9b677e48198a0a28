"""Before a training, through the real main(): what there is to learn from, and how long it takes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.values import Tag
from tests.trainers import fake_training, open_dialog
from tests.windows import drive, eight_tagged_photos


@pytest.fixture
def trainer(monkeypatch):
    return fake_training(monkeypatch)


@pytest.fixture
def folder(tmp_path):
    return eight_tagged_photos(tmp_path)


def test_dialog_says_what_there_is_to_learn_from_how_long_it_takes_and_what_is_too_few(qtbot, folder, trainer):
    def script(user):
        before = open_dialog(user).before
        words = before.words()
        assert "to learn from" in before.counts()["cracked"]
        assert "Only" in words and "compared" in words
        texts = [radio.text() for radio in before.radios.values()]
        assert all("minute" in text or "hour" in text for text in texts)

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


def test_battery_is_named_before_the_start(qtbot, folder, trainer, monkeypatch):
    monkeypatch.setattr("app.flows.preparing.battery_percent", lambda: 34)

    def script(user):
        dialog = open_dialog(user)
        words = dialog.before.machine_words()
        assert "34 %" in words and "low priority" in words

    drive(qtbot, script, folder)
