"""The list as rows of words instead of pictures, through the real main()."""

import pytest

from app.photo_cells import ROW_PX
from core.values import Tag
from tests.windows import drive

pytestmark = pytest.mark.usefixtures("network")


def test_photos_are_rows_of_words_by_one_key_and_still_after_a_restart(qtbot, folder):
    def choose(user):
        user.has_photos(4)
        user.all_predicted()
        view = user.window.grid.view
        assert view.visualRect(user.window.photos.index(1)).top() == view.visualRect(user.window.photos.index(0)).top()
        user.press("F6", "Down")
        assert user.current == "photo 2.png"

    def look(user):
        user.has_photos(4)
        user.until(lambda: user.window.actions_by_id["photo_rows"].isChecked())
        view, photos = user.window.grid.view, user.window.photos
        view.doItemsLayout()
        places = [view.visualRect(photos.index(row)) for row in range(4)]
        assert [place.top() for place in places] == [ROW_PX * row for row in range(4)]
        assert {place.width() for place in places} == {view.viewport().width()}

    drive(qtbot, choose, folder)
    drive(qtbot, look, folder)


def test_a_row_shows_the_tag(qtbot, folder):
    def script(user):
        user.window.settings.set_value("look/rows", True)
        user.has_photos(4)
        user.all_predicted()
        view = user.window.grid.view
        user.until(lambda: user.window.thumbnails.has(user.item("photo 2.png").id))
        place = view.visualRect(user.window.photos.index(1))
        untagged = view.grab(place).toImage()
        user.window.session.tag([user.item("photo 2.png").id], Tag.CRACKED)
        user.all_on_disk()
        assert view.grab(place).toImage() != untagged

    drive(qtbot, script, folder)


def test_how_many_photos_a_tag_would_be_for_is_said(qtbot, folder):
    def script(user):
        user.has_photos(4)
        assert user.window.grid.place_words == "1 of 4"
        user.press("Ctrl+A")
        assert user.window.grid.place_words == "4 selected"
        user.press("Right")
        assert user.window.grid.place_words == "2 of 4"

    drive(qtbot, script, folder)
