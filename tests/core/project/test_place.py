import os
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project import place
from core.project.project import Project
from core.values import Tag


def refuse_files(folder):
    """A file stands where the program's folder should be: works for every user and system."""
    (folder / place.FOLDER).write_text("no folder")


def test_the_project_lies_beside_the_photos(project, folder):
    assert project.place.store == folder / ".crack-review"
    assert project.place.is_beside_photos


def test_photos_where_nothing_can_be_written_have_their_project_with_the_user(folder, user_home, add):
    refuse_files(folder)
    with Project.open(folder) as project:
        (photo,) = add(project, "a.jpg")
        project.set_tags([photo], Tag.CRACKED)
        assert user_home in project.place.store.parents
        assert not project.place.is_beside_photos
    with Project.open(folder) as project:
        assert project.photo(photo).tag is Tag.CRACKED
    assert sorted(path.name for path in folder.iterdir()) == [place.FOLDER]


def test_two_folders_of_one_name_do_not_share_a_project(tmp_path, add):
    for parent in "ab":
        (tmp_path / parent / "photos").mkdir(parents=True)
        refuse_files(tmp_path / parent / "photos")
        with Project.open(tmp_path / parent / "photos") as project:
            add(project, f"{parent}.jpg")
            assert len(project.photos()) == 1


def test_a_project_on_a_medium_that_takes_no_files_goes_on_as_a_copy(folder, monkeypatch, add, user_home):
    with Project.open(folder) as project:
        (photo,) = add(project, "a.jpg")
        project.set_tags([photo], Tag.CRACKED)
    takes_files = place._takes_files
    monkeypatch.setattr(place, "_takes_files", lambda store: user_home in store.parents and takes_files(store))
    with Project.open(folder) as project:
        assert project.photo(photo).tag is Tag.CRACKED
        project.set_tags([photo], Tag.UNSURE)
    with Project.open(folder) as project:
        assert project.photo(photo).tag is Tag.UNSURE


def test_no_place_at_all_is_a_sentence(folder, monkeypatch, tmp_path):
    refuse_files(folder)
    (tmp_path / "file").touch()
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(tmp_path / "file"))
    with pytest.raises(ProjectError, match="make one of them writable"):
        Project.open(folder)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permission bits do not bind this user")
def test_a_folder_without_write_permission_is_noticed(folder):
    folder.chmod(0o555)
    assert not place.find(folder).is_beside_photos
    folder.chmod(0o755)


def test_projects_below_a_folder_are_found(folder):
    for name in ("a", "b/c"):
        (folder / name).mkdir(parents=True)
        Project.open(folder / name).close()
    assert set(place.projects_below(folder)) == {folder / "a", folder / "b/c"}


def test_a_users_folder_that_may_not_be_looked_at_holds_no_project(folder, monkeypatch):
    exists = Path.exists

    def refused(path: Path) -> bool:
        if "projects" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return exists(path)

    monkeypatch.setattr(Path, "exists", refused)
    assert place.known_root(folder) is None
    assert not place.has_content(place.away(folder).database)
    assert place.find(folder).is_beside_photos
