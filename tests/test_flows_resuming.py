"""The program goes on where it was closed, through the real main(): folder, photo, zoom, filter, recent folders."""

import pytest

from core.project.project import Project
from tests.windows import drive

pytestmark = pytest.mark.usefixtures("network")


@pytest.fixture
def folder(tmp_path, paint):
    for number in range(1, 7):
        paint(tmp_path / "pier" / f"photo {number}.png", size=(40, 60 + number))
    return tmp_path / "pier"


def leave_at_photo_4(user):
    """In the untagged queue, sorted by score, under a search, close up."""
    user.press("Alt+2")
    user.window.queue_bar.search_line.setText("photo")
    user.until(lambda: user.window.photos._search.tests)
    user.window.grid.set_sort("score")
    user.window.session.set_current(user.item("photo 4.png").id)
    user.sees_mask()
    user.window.area.canvas.look_at(6.0, (30.0, 20.0))


def is_as_it_was(user):
    canvas = user.window.area.canvas
    user.until(lambda: not canvas.is_fitted)
    assert user.current == "photo 4.png" and canvas.zoom == 6.0
    assert canvas.middle == pytest.approx((30, 20), abs=0.2)
    assert user.window.photos.queue.id == "untagged" and user.window.grid.sort == "score"
    assert user.window.queue_bar.search_line.text() == "photo"
    return True


def test_program_without_a_folder_opens_the_last_one_where_it_was_left(qtbot, folder):
    def leave(user):
        user.has_photos(6)
        leave_at_photo_4(user)

    def look(user):
        user.until(lambda: user.current == "photo 4.png")
        assert user.window.session.project.folder == folder
        assert is_as_it_was(user)

    drive(qtbot, leave, folder)
    drive(qtbot, look)


def test_folder_that_was_left_for_another_one_is_found_as_it_was(qtbot, folder, tmp_path, paint):
    paint(tmp_path / "deck" / "other.png")

    def script(user):
        user.has_photos(6)
        leave_at_photo_4(user)
        user.window.opening.open(tmp_path / "deck")
        user.has_photos(1)
        assert user.window.queue_bar.search_line.text() == "" and user.window.photos.queue.id == "all"
        assert user.window.area.canvas.is_fitted
        user.window._fill_recent()
        recent = user.window.recent_menu.actions()
        assert [action.text() for action in recent] == [str(tmp_path / "deck"), str(folder)]
        recent[1].trigger()
        user.until(lambda: user.current == "photo 4.png")
        assert is_as_it_was(user)

    drive(qtbot, script, folder)


def test_resuming_can_be_switched_off(qtbot, folder):
    def leave(user):
        user.has_photos(6)
        user.window.settings.set_value("review/resume", False)

    def look(user):
        user.until(lambda: user.window.session.project is not None)
        assert user.window.session.project.folder != folder

    drive(qtbot, leave, folder)
    drive(qtbot, look)


@pytest.mark.parametrize("place", ["x", {"photo": 99}, {"photo": 1, "view": ["a"], "sort": 7, "queue": None}])
def test_place_that_makes_no_sense_is_left_out(qtbot, folder, place):
    with Project.open(folder) as project:
        project.sync(sorted(folder.glob("*.png")))
        project.set_setting("place", place)

    def script(user):
        user.has_photos(6)
        assert user.current == "photo 1.png" and user.window.area.canvas.is_fitted

    drive(qtbot, script, folder)
