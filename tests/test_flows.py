"""The main job, through the real main(): open, see, threshold, tag, retrain, roll back, Dice."""

import threading
import time

import pytest
from PySide6.QtCore import Qt, QThread

from app.flows import predicting
from core.project.project import Project
from core.values import Tag
from tests.windows import DARK, drive


@pytest.fixture
def folder(tmp_path, paint):
    """Twelve photos in two sub-folders; those with an even number are cracked."""
    for number in range(1, 13):
        side = "north" if number <= 6 else "süd 例"
        size = (40, 60 + number)  # no two photos are the same file
        paint(tmp_path / side / f"photo {number}.png", thickness=3 if number % 2 == 0 else 0, size=size)
    return tmp_path


def tags_on_disk(folder):
    with Project.open(folder) as project:
        return {row.path.rpartition("/")[2]: row.tag for row in project.photos()}


def test_folder_opens_recursively_in_natural_order_with_thumbnails(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        assert user.listed() == [f"photo {number}.png" for number in range(1, 13)]
        assert user.current == "photo 1.png"
        user.until(lambda: user.window.thumbnails.has(user.item("photo 1.png").id))

    assert drive(qtbot, script, folder) == 0


def test_every_photo_is_predicted_once_and_its_mask_shown(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.press("Right")
        user.sees_mask()
        user.all_predicted()
        assert user.mask().any()
        assert user.item("photo 2.png").score > 0.5 > user.item("photo 1.png").score

    drive(qtbot, script, folder)
    assert network.asked == 12


def test_maps_survive_a_restart(qtbot, folder, network):
    def predict_all(user):
        user.has_photos(12)
        user.all_predicted()

    def look(user):
        user.has_photos(12)
        user.press("Right")
        user.sees_mask()
        assert user.mask().any()
        assert all(item.score is not None for item in user.window.session.items())

    drive(qtbot, predict_all, folder)
    drive(qtbot, look, folder)
    assert network.asked == 12


def test_threshold_keys_move_the_mask_and_are_kept(qtbot, folder, network):
    kept = []

    def raise_it(user):
        user.has_photos(12)
        user.press("Right")
        user.sees_mask()
        before = user.mask().sum()
        assert before > 0
        for _ in range(40):
            user.press("]")
        assert user.mask().sum() == 0
        kept.append(user.window.session.threshold)

    def look_again(user):
        user.has_photos(12)
        assert user.window.area.canvas.look.threshold == pytest.approx(kept[0])
        user.press("\\")
        assert user.window.area.canvas.look.threshold == DARK.threshold

    drive(qtbot, raise_it, folder)
    drive(qtbot, look_again, folder)


def test_space_hides_the_mask_only_while_it_is_held(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        hidden = []
        user.window.area.canvas.look_hidden_changed.connect(hidden.append)
        user.hold(Qt.Key.Key_Space)
        user.let_go(Qt.Key.Key_Space)
        assert hidden == [True, False]

    drive(qtbot, script, folder)


def test_keys_tag_under_a_filter_and_go_on_to_the_next_shown_photo(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.press("Alt+2")
        user.press("C", "N", "U")
        assert user.current == "photo 4.png"
        assert user.listed()[0] == "photo 4.png"
        user.press("Right", "Right", "C")
        assert user.current == "photo 7.png"
        user.press("End", "N")
        assert user.current == "photo 11.png"
        user.all_on_disk()
        assert not any(item.is_pending for item in user.window.session.items())

    drive(qtbot, script, folder)
    tags = {name: tag for name, tag in tags_on_disk(folder).items() if tag}
    assert tags == {
        "photo 1.png": Tag.CRACKED,
        "photo 2.png": Tag.NOT_CRACKED,
        "photo 3.png": Tag.UNSURE,
        "photo 6.png": Tag.CRACKED,
        "photo 12.png": Tag.NOT_CRACKED,
    }


def test_tagging_all_of_a_queue_leaves_it_empty_and_says_so(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.press("Alt+2")
        user.press(*["C"] * 12)
        assert user.listed() == []
        assert "Every photo has its tag" in user.window.photos.empty_words()
        user.press("Ctrl+Z")
        user.until(lambda: user.listed() == ["photo 12.png"])

    drive(qtbot, script, folder)


def test_badge_is_pending_until_the_tag_is_on_disk(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.press("C")
        assert user.item("photo 1.png").is_pending
        user.until(lambda: not user.item("photo 1.png").is_pending)
        assert tags_on_disk(folder)["photo 1.png"] is Tag.CRACKED

    drive(qtbot, script, folder)


def test_undo_and_redo_also_after_a_restart(qtbot, folder, network):
    def tag(user):
        user.has_photos(12)
        user.press("C", "N")
        user.all_on_disk()
        user.press("Ctrl+Z")
        user.until(lambda: user.tag_of("photo 2.png") is None)
        user.until(lambda: user.current == "photo 2.png")

    def go_back(user):
        user.has_photos(12)
        user.press("Ctrl+Shift+Z")
        user.until(lambda: user.tag_of("photo 2.png") is Tag.NOT_CRACKED)
        user.press("Ctrl+Z")
        user.press("Ctrl+Z")
        user.until(lambda: user.tag_of("photo 1.png") is None)

    drive(qtbot, tag, folder)
    drive(qtbot, go_back, folder)
    assert not any(tags_on_disk(folder).values())


def test_many_selected_photos_are_tagged_as_one_action(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.press("Ctrl+A", "N")
        user.all_on_disk()
        assert user.window.reviewing.counts[Tag.NOT_CRACKED] == 12
        user.press("Ctrl+Z")
        user.until(lambda: not any(item.tag for item in user.window.session.items()))

    drive(qtbot, script, folder)


def test_closing_right_after_a_tag_loses_nothing(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.press(*["C"] * 8)

    drive(qtbot, script, folder)
    assert list(tags_on_disk(folder).values()).count(Tag.CRACKED) == 8


def test_contradictions_are_a_queue_one_key_away(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.all_predicted()
        user.press("C", "C", "N", "N")
        user.press("Alt+6")
        assert user.listed() == ["photo 1.png", "photo 4.png"]

    drive(qtbot, script, folder)


def test_search_narrows_the_list_and_escape_clears_it(qtbot, folder, network):
    def script(user):
        user.has_photos(12)
        user.press("Ctrl+F")
        for letter in "süd":
            user.press(letter)
        user.until(lambda: len(user.listed()) == 6)
        user.press("Esc")
        user.until(lambda: len(user.listed()) == 12)
        user.press("C")
        assert user.tag_of("photo 7.png") is Tag.CRACKED

    drive(qtbot, script, folder)


def test_unreadable_photo_is_listed_with_its_sentence_and_ends_nothing(qtbot, folder, network):
    (folder / "north" / "photo 3.png").write_bytes(b"")

    def script(user):
        user.has_photos(12)
        user.all_predicted()
        user.press("Alt+9")
        assert user.listed() == ["photo 3.png"]
        assert user.item("photo 3.png").error
        user.press("Alt+1", "Right")

    drive(qtbot, script, folder)
    assert network.asked == 11


def test_dice_of_the_photo_and_of_all_follows_the_slider(qtbot, tmp_path, paint, network):
    for number in (1, 2, 3):
        paint(tmp_path / "images" / f"{number}.png", size=(40, 60 + number), mask=tmp_path / "masks" / f"{number}.png")

    def script(user):
        user.has_photos(3)
        rows = user.window.area.score_panel.rows
        user.until(lambda: [rows.value(0, column) for column in (0, 1)] == ["1.00", "1.00"])
        for _ in range(45):
            user.press("]")
        assert rows.value(0, 0) == "0.00"
        user.press("\\")
        user.press("Alt+8")
        user.until(lambda: user.listed() == ["1.png", "2.png", "3.png"])

    drive(qtbot, script, tmp_path)


def test_read_only_folder_is_reviewed_all_the_same(qtbot, folder, network, home):
    (folder / ".crack-review").write_text("a file stands where the project should lie")

    def script(user):
        user.has_photos(12)
        user.press("C")
        user.all_on_disk()

    drive(qtbot, script, folder)
    assert list(home.glob("projects/*/project.sqlite"))


def test_missing_folder_is_told_and_the_window_stays(qtbot, tmp_path, network):
    told = []

    def script(user):
        user.until(lambda: user.window.messages)
        told.extend(user.window.messages)

    drive(qtbot, script, tmp_path / "nowhere")
    assert "nowhere" in told[0].message and not told[0].is_bug


def test_long_run_says_its_time_and_waits_for_the_users_word(qtbot, folder, network, monkeypatch):
    monkeypatch.setattr(predicting, "LONG_RUN_S", 0.0)

    def script(user):
        user.has_photos(12)
        button = user.window.task_bar.predict_button
        user.until(button.isVisible)
        assert "Predict the other" in button.text() and "minute" in button.text()
        assert network.asked < 12
        user.click(button)
        user.all_predicted()
        assert not button.isVisible()

    drive(qtbot, script, folder)


def test_cancelled_prediction_leaves_what_is_done_and_is_offered_again(qtbot, folder, network):
    def interrupted(user):
        user.has_photos(12)
        user.sees_mask()

    def finished(user):
        user.has_photos(12)
        user.all_predicted()

    drive(qtbot, interrupted, folder)
    drive(qtbot, finished, folder)
    assert network.made == 12
    assert network.asked <= 13  # what the cancel caught between two tiles, and no other, is begun anew


def test_photo_that_a_cancel_caught_between_two_tiles_is_done_again_and_no_other(qtbot, folder, network, monkeypatch):
    """The window is closed while the fifth photo is at its first tile."""
    reached, predict = threading.Event(), network.predict_tiles

    def held(photo):
        events = predict(photo)
        first = next(events)
        if network.asked == 5 and not reached.is_set():
            reached.set()
            while not QThread.currentThread().is_cancelled():
                time.sleep(0.01)
        yield first
        yield from events

    def interrupted(user):
        user.has_photos(12)
        user.until(reached.is_set)

    monkeypatch.setattr(network, "predict_tiles", held)
    drive(qtbot, interrupted, folder)
    assert (network.asked, network.made) == (5, 4)

    def finished(user):
        user.has_photos(12)
        user.all_predicted()

    drive(qtbot, finished, folder)
    assert (network.asked, network.made) == (13, 12)


def test_another_folder_opened_in_the_middle_of_everything_mixes_nothing_up(qtbot, tmp_path, paint, network):
    """Photos of both folders have the same ids; in one the even ones are cracked, in the other the odd ones."""
    for number in range(1, 13):
        for name, parity in (("even", 0), ("odd", 1)):
            thickness = 3 if number % 2 == parity else 0
            paint(tmp_path / name / f"{name} {number}.png", thickness=thickness, size=(40 + parity, 60 + number))

    def script(user):
        user.has_photos(12)
        user.until(lambda: network.asked > 0)
        user.press("C")
        user.window.opening.open(tmp_path / "odd")
        user.until(lambda: user.listed()[:1] == ["odd 1.png"])
        user.press("Right", "N")
        user.all_predicted()
        user.sees_mask()
        for item in user.window.session.items():
            assert item.is_predicted_cracked == (int(item.name.split()[1][:-4]) % 2 == 1)
        assert user.window.area.shown.photo.size[0] == 41
        user.all_on_disk()

    drive(qtbot, script, tmp_path / "even")
    assert [name for name, tag in tags_on_disk(tmp_path / "even").items() if tag] == ["even 1.png"]
    assert [name for name, tag in tags_on_disk(tmp_path / "odd").items() if tag] == ["odd 2.png"]
