import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ProjectError
from core.project import backups
from core.project.content import Description
from core.project.database import DamagedProjectError
from core.project.journal import Journal
from core.project.project import Project
from core.project.repair import repair
from core.values import Role, Tag
from tests.survival.ledger import replayed

NONSENSE = b"\n".join(
    json.dumps({"top": 999, "position": 0} | line).encode()
    for line in (
        {"do": "action", "id": "first"},
        {
            "do": "action",
            "id": 999,
            "photos": {"1": "0.jpg"},
            "after": [[[], "tag", "", 1]],
            "kind": 1,
            "when": 1,
            "who": 1,
        },
        {"do": "action", "id": 999, "photos": [], "after": []},
        {"do": "position", "position": []},
        {"do": "setting", "key": {}, "value": 1},
        {"do": "roles", "roles": 3},
        {"do": "something else"},
    )
)


def state(project):
    """Everything that must not be lost."""
    return {
        "tags": {row.path: row.tag for row in project.photos(with_missing=True)},
        "roles": {row.path: row.role for row in project.photos(with_missing=True) if row.role},
        "history": [(entry.id, entry.when, entry.who, entry.state, entry.after) for entry in project.history()],
        "threshold": project.setting("threshold"),
    }


@pytest.fixture
def worked(folder, add):
    """A project with a backup in the middle of its history; returns its state."""
    with Project.open(folder, user="ana") as project:
        ids = add(project, *(f"{number}.jpg" for number in range(300)))
        project.set_tags(ids, Tag.CRACKED)
        project.set_setting("threshold", 0.4)
        backups.make(project)
        ids = add(project, *(f"{number}.jpg" for number in range(310)))
        project.set_tags(ids[300:], Tag.UNSURE)
        for photo in ids[:5]:
            project.set_tags([photo], Tag.NOT_CRACKED)
        project.undo()
        project.undo()
        project.set_setting("threshold", 0.6)
        project.redo()
        return state(project)


def database(folder):
    return folder / ".crack-review" / "project.sqlite"


def spoil(file):
    with file.open("r+b") as opened:
        opened.seek(4096 * 2)
        opened.write(b"\xff" * 4096 * 6)


@pytest.mark.parametrize(
    "damage",
    [spoil, lambda file: file.write_bytes(b""), lambda file: file.unlink(), lambda file: file.write_text("?" * 9000)],
    ids=["pages overwritten", "empty", "gone", "something else"],
)
def test_backup_and_log_bring_everything_back(folder, worked, damage):
    damage(database(folder))
    repaired = repair(folder)
    assert repaired.is_changed
    was_there = (folder / ".crack-review" / "damaged").is_dir()
    assert ("put aside" if was_there else "was gone") in repaired.sentences[0]
    assert "was restored" in repaired.sentences[1]
    assert "6 actions were done again" in repaired.sentences[2]
    with Project.open(folder) as project:
        assert state(project) == worked
        project.undo()
        assert project.redo() is not None


def test_the_log_alone_brings_everything_back(folder, worked):
    spoil(database(folder))
    for backup in backups.backups(folder / ".crack-review"):
        spoil(backup)
    assert "no whole backup" in repair(folder).sentences[1]
    with Project.open(folder) as project:
        assert state(project) == worked


def test_the_damaged_file_is_kept(folder, worked):
    spoil(database(folder))
    damaged = database(folder).read_bytes()
    repair(folder)
    (aside,) = (folder / ".crack-review" / "damaged").rglob("project.sqlite")
    assert aside.read_bytes() == damaged


def test_a_whole_project_is_left_alone(folder, worked):
    before = database(folder).read_bytes()
    repaired = repair(folder)
    assert not repaired.is_changed and "whole" in repaired.sentences[0]
    assert database(folder).read_bytes() == before


def test_an_older_file_put_in_its_place_is_brought_up_to_date(folder, worked):
    (backup,) = backups.backups(folder / ".crack-review")
    database(folder).write_bytes(backup.read_bytes())
    assert repair(folder).is_changed
    with Project.open(folder) as project:
        assert state(project) == worked


@pytest.mark.parametrize("lost", [lambda file: file.write_bytes(b""), lambda file: file.unlink()])
def test_a_lost_file_is_not_taken_for_a_new_project(folder, worked, lost):
    lost(database(folder))
    with pytest.raises(DamagedProjectError, match="gone or empty"):
        Project.open(folder)
    (folder / "sub").mkdir()
    with pytest.raises(DamagedProjectError, match="gone or empty"):
        Project.open(folder / "sub")


def test_a_line_torn_by_a_kill_costs_nothing(folder, worked):
    log = Journal(folder / ".crack-review").files()[-1]
    log.write_bytes(log.read_bytes()[:-30])
    with Project.open(folder, user="ana") as project:
        project.set_tags([1], Tag.UNSURE)
        expected = state(project)
    spoil(database(folder))
    repair(folder)
    with Project.open(folder) as project:
        assert state(project) == expected


def test_actions_that_a_killed_program_did_not_log_are_logged_at_the_next_opening(folder, worked):
    for log in Journal(folder / ".crack-review").files()[-1:]:
        log.write_bytes(b"")
    with Project.open(folder, user="ana") as project:
        worked = state(project)
    database(folder).unlink()
    repair(folder)
    with Project.open(folder) as project:
        found = state(project)
    found["threshold"] = worked["threshold"]  # settings are logged once only
    assert found == worked


def test_roles_stay_as_they_were(folder, add):
    with Project.open(folder) as project:
        ids = add(project, *(f"{number}.jpg" for number in range(20)))
        project.set_tags(ids, Tag.CRACKED)

        def describe(project):
            for photo in ids:
                project.describe(photo, Description(fingerprint=0x9E3779B97F4A7C15 * photo % 2**64))

        describe(project)
        project.assign_roles()
        project.set_tags(ids[:10], Tag.NOT_CRACKED)
        expected = state(project)["roles"]
    database(folder).unlink()
    repair(folder)
    with Project.open(folder) as project:
        describe(project)
        project.assign_roles()
        assert state(project)["roles"] == expected and Role.HELD_OUT in expected.values()


def test_a_log_that_cannot_be_written_is_no_obstacle(folder, add):
    (folder / ".crack-review").mkdir()
    (folder / ".crack-review" / "log").write_text("a file where the folder should be")
    with Project.open(folder) as project:
        (photo,) = add(project, "a.jpg")
        assert project.set_tags([photo], Tag.CRACKED)


def test_garbage_in_the_log_is_left_out(folder, worked):
    log = Journal(folder / ".crack-review").files()[-1]
    with log.open("ab") as opened:
        opened.write(b'[1, 2]\n{"do": "action"}\n\xff\xfe\n' + json.dumps("x").encode() + b"\n" + NONSENSE)
    database(folder).unlink()
    repair(folder)
    with Project.open(folder) as project:
        assert state(project) == worked


def test_a_flipped_bit_inside_a_text_is_found_and_repaired(folder, worked):
    content = database(folder).read_bytes()
    place = content.rindex(b'"not_cracked"')
    database(folder).write_bytes(content[:place] + b"\x80" + content[place + 1 :])
    with Project.open(folder) as project, pytest.raises(DamagedProjectError, match="repair"):
        project.history()
        project.photos()
    assert repair(folder).is_changed
    with Project.open(folder) as project:
        assert state(project) == worked


def test_a_project_that_somebody_has_open_is_not_repaired(folder, worked):
    script = "import sys; from pathlib import Path; from core.project.project import Project\n"
    script += "with Project.open(Path(sys.argv[1]), user='ben'): print('open', flush=True); sys.stdin.readline()"
    program = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert program.stdout.readline() == "open\n"
    with pytest.raises(ProjectError, match="ben on .* has this project open"):  # noqa: RUF043
        repair(folder)
    program.communicate("go\n")


@pytest.mark.parametrize(
    "change",
    [
        {"kind": None},
        {"who": None},
        {"id": 2**70},
        {"id": "x"},
        {"when": ["now"]},
        {"when": "yesterday"},
        {"after": [[1, "tag", "", "cracked"], [2**70, "tag", "", "cracked"]]},
        {"photos": {"1": "a.jpg", "2": None, "z": "b.jpg"}},
        {"after": [[1, None, None, "cracked"]]},
    ],
    ids=str,
)
def test_a_line_of_the_log_that_makes_no_sense_is_left_out_whole(folder, project, add, change):
    (photo,) = add(project, "a.jpg")
    project.set_tags([photo], Tag.CRACKED)
    project.close()
    (log,) = project.journal.files()
    (line,) = [json.loads(text) for text in log.read_text().splitlines() if '"action"' in text]
    wrong = {**line, "id": 2, "top": 2, "position": 2, "after": [[photo, "tag", "", "unsure"]], **change}
    with log.open("a") as opened:
        opened.write(f"\n{json.dumps(wrong)}\n")
    project.place.database.unlink()
    repair(folder)
    with Project.open(folder) as again:
        assert again.photo(photo).tag is Tag.CRACKED
        assert replayed(again) == again.every_fact()


def test_a_folder_without_a_project_is_not_given_one(tmp_path):
    with pytest.raises(ProjectError, match="has no project to repair"):
        repair(tmp_path)
    assert list(tmp_path.iterdir()) == []
