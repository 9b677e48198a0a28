import os
import sqlite3
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project import connection, database
from core.project.database import Access, DamagedProjectError, StorageError, connect, transaction
from core.project.project import Project
from core.project.schema import MIGRATIONS
from core.values import Role, Tag

FORMATS = sorted((Path(__file__).parent / "formats").glob("version_*.sql"))


def make_from(script, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(file)
    connection.executescript(script.read_text("utf-8"))
    connection.close()


def schema_of(connection):
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    return [(kind, name, " ".join(sql.split())) for kind, name, sql in rows]


def test_a_file_of_every_format_is_kept():
    assert [file.name for file in FORMATS] == [f"version_{number + 1}.sql" for number in range(len(MIGRATIONS))]


@pytest.mark.parametrize("script", FORMATS, ids=lambda script: script.stem)
def test_a_project_of_an_earlier_format_opens_with_everything_in_it(folder, script, tmp_path):
    make_from(script, folder / ".crack-review" / "project.sqlite")
    (tmp_path / "new").mkdir()
    with Project.open(folder, user="ben") as project, Project.open(tmp_path / "new") as new:
        assert schema_of(project.connection) == schema_of(new.connection)
        assert [(row.path, row.tag) for row in project.photos()] == [
            ("a.jpg", Tag.CRACKED),
            ("b 2.jpg", Tag.CRACKED),
            ("b 10.jpg", Tag.CRACKED),
            ("süd/c.jpg", Tag.NOT_CRACKED),
        ]
        assert project.photos()[0].photo_score == 0.9 and project.setting("threshold") == 0.4
        assert {photo.role for photo in project.training_photos()} <= set(Role)
        assert len(project.training_photos()) == 4
        assert project.redo().kind == "tag" and project.photos()[2].tag is Tag.UNSURE
        assert [entry.who for entry in project.history()] == ["ana"] * 3
        assert project.crack_areas("0123456789abcdef", 1.0) == {1: pytest.approx(255 / sum(range(256)))}


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(folder, monkeypatch):
    with Project.open(folder) as project:
        file = project.place.database
    broken = (*MIGRATIONS, "CREATE TABLE half (id INTEGER);\nCREATE TABLE photos (id INTEGER);\n")
    with monkeypatch.context() as patched:
        patched.setattr(database, "MIGRATIONS", broken)
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            connect(file)
    connection = connect(file)
    assert database.version_of(connection) == len(MIGRATIONS)
    assert not [name for _, name, _ in schema_of(connection) if name == "half"]
    connection.close()


def test_another_programs_database_is_refused(folder):
    file = folder / ".crack-review" / "project.sqlite"
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.executescript("CREATE TABLE theirs (id INTEGER); PRAGMA user_version = 1;")
    connection.close()
    with pytest.raises(DamagedProjectError, match="another program's"):
        Project.open(folder)


def test_a_file_whose_tables_are_not_ours_is_damaged(folder):
    with Project.open(folder) as project:
        file = project.place.database
    connection = sqlite3.connect(file)
    connection.execute("ALTER TABLE photos RENAME COLUMN taken TO gone")
    connection.commit()
    connection.close()
    with pytest.raises(DamagedProjectError, match="repair"):
        Project.open(folder)


def test_a_full_disk_is_a_sentence_and_nothing_of_the_action_is_kept(project, add):
    ids = add(project, *(f"{number}.jpg" for number in range(2000)))
    (pages,) = project.connection.execute("PRAGMA page_count").fetchone()
    project.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="disk is full"):
        project.set_tags(ids, Tag.CRACKED)
    with pytest.raises(StorageError, match="disk is full"):
        project.sync([project.folder / f"new {number}.jpg" for number in range(2000)])
    assert len(project.photos()) == 2000 and project.tag_counts()[None] == 2000
    project.connection.execute(f"PRAGMA max_page_count = {10 * pages}")
    assert project.set_tags(ids, Tag.CRACKED)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of a file's size")
def test_a_system_that_refuses_to_write_loses_nothing(project, add):
    import resource

    ids = add(project, *(f"{number}.jpg" for number in range(2000)))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (project.place.database.stat().st_size, before[1]))
    try:
        with pytest.raises(StorageError):
            project.set_tags(ids, Tag.CRACKED)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert project.tag_counts()[None] == 2000 and project.history() == []
    assert project.set_tags(ids, Tag.CRACKED)


def test_a_locked_file_is_a_sentence(folder, monkeypatch, add):
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_S", 0.01)
    with Project.open(folder) as project:
        (photo,) = add(project, "a.jpg")
        other = sqlite3.connect(project.place.database, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        for action in (lambda: project.set_tags([photo], Tag.CRACKED), project.photos, project.history):
            with pytest.raises(StorageError, match="another program"):
                action()
        other.execute("ROLLBACK")
        other.close()
        assert project.set_tags([photo], Tag.CRACKED)


def test_our_own_mistakes_are_not_dressed_up_as_the_worlds(project):
    with pytest.raises(sqlite3.OperationalError), project.changing() as connection:
        connection.execute("SELECT nonsense")
    assert not project.connection.in_transaction


def test_a_file_that_is_not_there_is_not_made_by_reading_or_writing(tmp_path):
    for access in (Access.READ, Access.WRITE):
        with pytest.raises(StorageError):
            connect(tmp_path / "none.sqlite", access)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_new_project_unless_one_is_to_be_made(tmp_path):
    file = tmp_path / "empty.sqlite"
    file.touch()
    for access in (Access.READ, Access.WRITE):
        with pytest.raises(StorageError, match="is empty"):
            connect(file, access)
    connect(file, Access.CREATE).close()


def test_a_reader_does_not_bring_an_old_file_up_to_date(folder, monkeypatch):
    with Project.open(folder) as project:
        file = project.place.database
    with monkeypatch.context() as patched:
        patched.setattr(database, "MIGRATIONS", (*MIGRATIONS, ""))
        with pytest.raises(ProjectError, match="older version"):
            connect(file, Access.READ)


def test_a_block_inside_another_shares_its_fate(project):
    with pytest.raises(KeyError), transaction(project.connection):
        project.set_setting("a", 1)
        raise KeyError
    assert project.setting("a") is None
