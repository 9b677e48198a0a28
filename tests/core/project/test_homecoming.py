import numpy as np
import pytest

from core.project import corrections, place
from core.project.homecoming import bring_back
from core.project.project import Project
from core.values import Tag


@pytest.fixture
def locked(monkeypatch, user_home):
    """A switch: whether folders take files besides the user's own."""
    takes_files = place._takes_files

    class Switch:
        def lock(self):
            monkeypatch.setattr(place, "_takes_files", lambda store: user_home in store.parents and takes_files(store))

        def unlock(self):
            monkeypatch.setattr(place, "_takes_files", takes_files)

    return Switch()


def tags(folder):
    with Project.open(folder) as project:
        return [row.tag for row in project.photos()]


def test_what_was_said_while_a_card_was_locked_comes_home(folder, locked, add):
    with Project.open(folder) as project:
        first, second = add(project, "a.jpg", "b.jpg")
        project.set_tags([first], Tag.CRACKED)
        corrections.save(project, first, np.full((3, 4), 255, np.uint8))
    locked.lock()
    with Project.open(folder) as project:
        assert not project.place.is_beside_photos
        assert corrections.load(project, first).any(), "layers go along"
        project.set_tags([first], Tag.NOT_CRACKED)
        project.set_tags([second], Tag.UNSURE)
        corrections.save(project, second, np.full((5, 6), 127, np.uint8))
        project.set_tags([first, second], Tag.CRACKED)
        project.undo()
    locked.unlock()
    with Project.open(folder) as project:
        assert project.place.is_beside_photos
        assert "was taken over" in project.news
        assert [row.tag for row in project.photos()] == [Tag.NOT_CRACKED, Tag.UNSURE]
        assert corrections.load(project, second).shape == (5, 6)
        assert project.redo()
        assert [row.tag for row in project.photos()] == [Tag.CRACKED, Tag.CRACKED]
        assert project.journal.last()["top"] == len(project.history())
    with Project.open(folder) as project:
        assert project.news == ""


def test_of_two_who_spoke_meanwhile_the_later_word_holds_and_nothing_else_is_lost(folder, locked, add):
    with Project.open(folder) as project:
        ids = add(project, "a.jpg", "b.jpg", "c.jpg")
        project.set_tags(ids[:1], Tag.UNSURE)
    locked.lock()
    with Project.open(folder) as project:
        project.set_tags(ids[:1], Tag.CRACKED)
        project.set_tags(ids[1:2], Tag.CRACKED)
    locked.unlock()
    # Another machine, which knows nothing of the copy, writes to the card.
    with Project(place.find(folder), folder=folder, user="ben") as project:
        project.set_tags(ids[:1], Tag.NOT_CRACKED)
        project.set_tags(ids[2:], Tag.NOT_CRACKED)
    assert tags(folder) == [Tag.NOT_CRACKED, Tag.CRACKED, Tag.NOT_CRACKED]


def test_a_card_that_is_locked_again_takes_a_new_copy(folder, locked, add):
    with Project.open(folder) as project:
        (photo,) = add(project, "a.jpg")
    for tag in (Tag.CRACKED, Tag.NOT_CRACKED, Tag.UNSURE):
        locked.lock()
        with Project.open(folder) as project:
            project.set_tags([photo], tag)
        locked.unlock()
        assert tags(folder) == [tag]


def test_a_copy_that_was_cut_short_is_made_anew(folder, locked, add, monkeypatch):
    with Project.open(folder) as project:
        (photo,) = add(project, "a.jpg")
        project.set_tags([photo], Tag.CRACKED)
    locked.lock()
    away = place.away(folder)
    away.store.mkdir(parents=True)
    away.database.with_suffix(".part").write_bytes(b"SQLite format 3")
    assert tags(folder) == [Tag.CRACKED]


def test_a_damaged_copy_is_told_and_does_not_keep_the_folder_from_being_opened(folder, locked, add):
    with Project.open(folder) as project:
        add(project, "a.jpg")
    away = place.away(folder)
    away.store.mkdir(parents=True)
    away.database.write_bytes(b"nonsense" * 1000)
    with Project.open(folder) as project:
        assert "could not be taken over" in project.news and "damaged" in project.news
        assert len(project.photos()) == 1
    assert away.database.exists()


def test_without_a_copy_there_is_nothing_to_do(project):
    assert bring_back(project) == ""
