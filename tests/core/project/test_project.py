import os
import sqlite3
import time
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project.audit import State
from core.project.project import Project
from core.values import Tag


def test_photos_come_in_natural_order_of_the_whole_path(project, add):
    add(project, "img10.jpg", "img2.jpg", "B/img1.jpg", "a 2/x.jpg", "a 10/x.jpg", "img02.jpg")
    assert [row.path for row in project.photos()] == [
        "a 2/x.jpg",
        "a 10/x.jpg",
        "B/img1.jpg",
        "img02.jpg",
        "img2.jpg",
        "img10.jpg",
    ]


def test_a_second_sync_adds_nothing_marks_what_is_gone_and_finds_it_back(project, add):
    ids = add(project, "a.jpg", "b.jpg")
    project.set_tags(ids, Tag.CRACKED)
    gone = project.sync([project.folder / "a.jpg"])
    assert gone.missing == (ids[1],) and gone.added == ()
    assert [row.path for row in project.photos()] == ["a.jpg"]
    back = project.sync([project.folder / "a.jpg", project.folder / "b.jpg"])
    assert back.returned == (ids[1],)
    assert [row.tag for row in project.photos()] == [Tag.CRACKED] * 2


def test_tags_are_set_cleared_and_counted(project, add):
    a, b, c = add(project, "a.jpg", "b.jpg", "c.jpg")
    project.set_tags([a, b], Tag.CRACKED)
    project.set_tags([c], Tag.UNSURE)
    project.set_tags([b], None)
    assert project.tag_counts() == {None: 1, Tag.CRACKED: 1, Tag.NOT_CRACKED: 0, Tag.UNSURE: 1}
    assert [row.tag for row in project.photos()] == [Tag.CRACKED, None, Tag.UNSURE]


def test_an_action_on_a_thousand_photos_is_one_undo_step(project, add):
    ids = add(project, *(f"{number}.jpg" for number in range(1000)))
    project.set_tags(ids[:10], Tag.NOT_CRACKED)
    project.set_tags(ids, Tag.CRACKED)
    change = project.undo()
    assert set(change.photos) == set(ids)
    assert project.tag_counts()[Tag.NOT_CRACKED] == 10 and project.tag_counts()[None] == 990
    project.redo()
    assert project.tag_counts()[Tag.CRACKED] == 1000


def test_undo_goes_back_to_the_beginning_also_after_a_restart(folder, add):
    with Project.open(folder, user="ana") as project:
        (photo,) = add(project, "a.jpg")
        for tag in (Tag.CRACKED, Tag.UNSURE, None, Tag.NOT_CRACKED):
            project.set_tags([photo], tag)
        project.undo()
    with Project.open(folder, user="ben") as project:
        seen = []
        while project.can_undo:
            project.undo()
            seen.append(project.photo(photo).tag)
        assert seen == [Tag.UNSURE, Tag.CRACKED, None]
        assert project.undo() is None
        while project.can_redo:
            project.redo()
        assert project.photo(photo).tag is Tag.NOT_CRACKED and project.redo() is None


def test_a_new_action_abandons_what_was_undone_but_keeps_it_in_the_history(project, add):
    (photo,) = add(project, "a.jpg")
    project.set_tags([photo], Tag.CRACKED)
    project.undo()
    project.set_tags([photo], Tag.UNSURE)
    assert project.redo() is None
    youngest, oldest = project.history()
    assert (youngest.state, oldest.state) == (State.DONE, State.ABANDONED)
    assert youngest.who == "ana" and youngest.kind == "tag" and youngest.photos == (photo,)
    assert list(oldest.after.values()) == ["cracked"] and list(oldest.before.values()) == [None]


def test_the_history_is_jumped_through_both_ways(project, add):
    (photo,) = add(project, "a.jpg")
    actions = [project.set_tags([photo], tag).action for tag in (Tag.CRACKED, Tag.UNSURE, Tag.NOT_CRACKED)]
    assert project.go_to(actions[0]).photos == (photo,)
    assert project.photo(photo).tag is Tag.CRACKED
    project.go_to(0)
    assert project.photo(photo).tag is None
    project.go_to(actions[2])
    assert project.photo(photo).tag is Tag.NOT_CRACKED
    assert not project.go_to(actions[2])


def test_saying_again_what_is_said_already_is_no_action(project, add):
    (photo,) = add(project, "a.jpg")
    assert project.set_tags([photo], Tag.CRACKED)
    assert not project.set_tags([photo], Tag.CRACKED)
    assert len(project.history()) == 1


def test_an_unknown_photo_is_refused_and_nothing_of_the_action_is_kept(project, add):
    (photo,) = add(project, "a.jpg")
    with pytest.raises(ProjectError, match="no photo number 99"):
        project.set_tags([photo, 99], Tag.CRACKED)
    assert project.photo(photo).tag is None and project.history() == []


def test_settings_survive_a_restart(folder):
    with Project.open(folder) as project:
        project.set_setting("threshold", 0.4)
        project.set_setting("gone", 1)
        project.set_setting("gone", None)
    with Project.open(folder) as project:
        assert project.setting("threshold") == 0.4
        assert project.setting("gone", "nothing") == "nothing"


def test_a_sub_folder_uses_the_parents_project_and_syncs_only_its_own_photos(folder, add):
    (folder / "süd").mkdir()
    with Project.open(folder) as project:
        add(project, "a.jpg", "süd/b.jpg")
    with Project.open(folder / "süd") as project:
        assert project.root == folder
        assert project.sync([folder / "süd" / "c.jpg"]).missing == (2,)
        assert [row.path for row in project.photos()] == ["a.jpg", "süd/c.jpg"]


def test_a_photo_from_elsewhere_is_refused(project):
    with pytest.raises(ProjectError, match="does not lie in the project's folder"):
        project.sync([Path("/elsewhere/a.jpg")])


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are always text")
def test_a_file_name_that_is_no_text_is_kept_byte_for_byte(project):
    path = Path(os.fsdecode(os.fsencode(project.folder) + b"/caf\xe9.jpg"))
    path.touch()
    project.sync([path])
    project.sync([path])
    (row,) = project.photos()
    assert project.path(row).exists()


def test_a_hundred_thousand_photos_are_taken_in_and_listed_quickly(project):
    paths = [project.folder / f"span {number % 40}" / f"IMG_{number}.jpg" for number in range(100_000)]
    start = time.process_time()
    project.sync(paths)
    assert len(project.photos()) == 100_000
    assert time.process_time() - start < 10  # about 2 s on two old cores; a quadratic step would take minutes


def test_a_damaged_file_is_told_apart_from_a_newer_one(folder):
    with Project.open(folder) as project:
        file = project.place.database
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(ProjectError, match="update Crack Review"):
        Project.open(folder)
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(ProjectError, match="repair"):
        Project.open(folder)


def test_a_missing_folder_is_a_sentence(tmp_path):
    with pytest.raises(ProjectError, match="is not a folder"):
        Project.open(tmp_path / "nowhere")
