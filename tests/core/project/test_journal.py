import json
import shutil

import pytest

from core.project.journal import Journal
from core.project.project import Project
from core.values import Tag


def tops(log):
    return [line["top"] for line in log.lines() if line["do"] == "action"]


@pytest.mark.parametrize(("vanishes_after", "begun"), [("begin", []), ("files", ["20260101T100000000000Z"])])
def test_a_drive_that_vanishes_below_the_log_is_no_obstacle_to_work(project, add, monkeypatch, vanishes_after, begun):
    """At any moment, also between finding the log's file and writing to it."""
    (photo,) = add(project, "a.jpg")
    for stamp in begun:
        project.journal.begin(stamp)
    whole = getattr(Journal, vanishes_after)

    def vanish(self, *given):
        found = whole(self, *given)
        shutil.rmtree(self.folder, ignore_errors=True)
        return found

    with monkeypatch.context() as moment:
        moment.setattr(Journal, vanishes_after, vanish)
        project.set_tags([photo], Tag.CRACKED)
    assert project.photo(photo).tag is Tag.CRACKED and tops(project.journal) == []
    project.journal.catch_up(project.connection)
    assert tops(project.journal) == [1]


def test_a_torn_line_spoils_neither_those_before_nor_those_after_it(project, add):
    (photo,) = add(project, "a.jpg")
    project.set_tags([photo], Tag.CRACKED)
    with project.journal.files()[-1].open("ab") as log:
        log.write(b'{"do": "action", "id": 2, "to')
    project.set_tags([photo], Tag.UNSURE)
    assert tops(project.journal) == [1, 2] and project.journal.last()["position"] == 2


@pytest.mark.parametrize("place", [[6], "6", None, {}, 1.5, -1, 1 << 70])
@pytest.mark.parametrize("name", ["top", "position"])
def test_a_damaged_last_line_keeps_no_project_from_opening(folder, project, add, name, place):
    (photo,) = add(project, "a.jpg")
    project.set_tags([photo], Tag.CRACKED)
    project.close()
    with project.journal.files()[-1].open("a") as log:
        log.write(json.dumps({"do": "position", "top": 1, "position": 1, name: place}) + "\n")
    with Project.open(folder) as again:
        assert again.photo(photo).tag is Tag.CRACKED and again.journal.last()["top"] == 1
