import threading
from datetime import UTC, datetime, timedelta

import pytest

from core.project import backups
from core.project.database import DamagedProjectError, StorageError
from core.project.journal import Journal
from core.project.project import Project
from core.project.writer import TagWriter
from core.values import Tag


def test_a_backup_is_a_whole_project_of_that_moment(project, add, tmp_path):
    (photo,) = add(project, "a.jpg")
    project.set_tags([photo], Tag.CRACKED)
    file = backups.make(project)
    project.set_tags([photo], Tag.UNSURE)
    assert backups.is_whole(file) and backups.backups(project.place.store) == [file]
    other = tmp_path / "other" / ".crack-review"
    other.mkdir(parents=True)
    file.rename(other / "project.sqlite")
    with Project.open(other.parent) as copy:
        assert copy.photo(photo).tag is Tag.CRACKED


def test_a_backup_is_due_when_something_was_done_and_the_last_one_is_an_hour_old(project, add):
    (photo,) = add(project, "a.jpg")
    assert not backups.is_due(project)
    project.set_tags([photo], Tag.CRACKED)
    assert backups.is_due(project)
    backups.make(project)
    later = datetime.now(UTC) + timedelta(hours=2)
    assert not backups.is_due(project, later)
    project.set_tags([photo], Tag.UNSURE)
    assert not backups.is_due(project)
    assert backups.is_due(project, later)


def test_backups_thin_out_with_age_and_the_log_with_them(project):
    store = project.place.store
    backups.folder(store).mkdir()
    start = datetime(2026, 5, 1, 8, tzinfo=UTC)
    stamps = [f"{start + timedelta(hours=8 * number):%Y%m%dT%H%M%S%fZ}" for number in range(60)]  # 20 days
    for stamp in stamps:
        (backups.folder(store) / f"{stamp}.sqlite").touch()
        Journal(store).begin(stamp)
    backups.rotate(store)
    kept = [file.stem for file in backups.backups(store)]
    assert kept[-3:] == stamps[-3:]
    assert {stamp[:8] for stamp in kept} == {f"202605{day}" for day in range(15, 22)} and len(kept) == 7 + 1
    logs = [file.stem for file in Journal(store).files()]
    assert logs == stamps[stamps.index(kept[0]) - 1 :]


def test_a_damaged_project_makes_no_backup_and_spoils_none(project, add):
    ids = add(project, *(f"{number}.jpg" for number in range(500)))
    project.set_tags(ids, Tag.CRACKED)
    good = backups.make(project)
    with project.place.database.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\xff" * 4096 * 6)
    with Project.open(project.folder) as damaged, pytest.raises(DamagedProjectError, match="repair"):
        backups.make(damaged)
    assert backups.backups(project.place.store) == [good] and backups.is_whole(good)
    assert [file.name for file in backups.folder(project.place.store).iterdir()] == [good.name]


def test_no_space_for_a_backup_is_a_sentence(project):
    backups.folder(project.place.store).write_text("a file where the folder should be")
    with pytest.raises(StorageError, match="make space"):
        backups.make(project)


def test_the_writer_uses_a_quiet_moment_for_a_backup(project, add, monkeypatch):
    (photo,) = add(project, "a.jpg")
    made = threading.Event()
    make = backups.make

    def tell(project):
        make(project)
        made.set()

    monkeypatch.setattr(backups, "make", tell)
    writer = TagWriter(project.folder, idle_s=0.01)
    writer.submit(lambda project: project.set_tags([photo], Tag.CRACKED))
    assert made.wait(60)
    writer.close()
    assert len(backups.backups(project.place.store)) == 1
