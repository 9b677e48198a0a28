"""``crack-review tags``, through the real main()."""

import json

import pytest

from core.project.project import Project
from core.values import Tag


@pytest.fixture
def folder(paint, tmp_path):
    for name in ("a.png", "b.png", "pier/c.png"):
        paint(tmp_path / "photos" / name)
    return tmp_path / "photos"


def _tags(folder):
    with Project.open(folder) as project:
        return {row.path: row.tag for row in project.photos()}


def test_photos_are_tagged_by_paths_relative_to_the_folder_or_from_here(cli, folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    code, out, _ = cli("tags", "set", folder, "cracked", "a.png", "photos/pier/c.png", "--json")
    assert (code, json.loads(out)) == (0, {"changed": 2})
    assert _tags(folder) == {"a.png": Tag.CRACKED, "b.png": None, "pier/c.png": Tag.CRACKED}


def test_none_clears_a_tag_and_all_is_one_action(cli, folder):
    cli("tags", "set", folder, "unsure", "a.png", "b.png")
    assert cli("tags", "set", folder, "none", "a.png", "b.png")[0] == 0
    assert set(_tags(folder).values()) == {None}
    with Project.open(folder) as project:
        assert len(project.history()) == 2


def test_nothing_is_tagged_where_one_photo_is_unknown(cli, folder):
    code, _, err = cli("tags", "set", folder, "cracked", "a.png", "gone.png")
    assert code == 2
    assert "gone.png" in err
    assert set(_tags(folder).values()) == {None}


def test_unknown_tags_are_refused(cli, folder):
    code, _, err = cli("tags", "set", folder, "broken", "a.png")
    assert code == 2
    assert "not_cracked" in err


def test_tags_survive_a_round_trip_through_csv(cli, folder, tmp_path):
    cli("tags", "set", folder, "cracked", "a.png")
    cli("tags", "set", folder, "not_cracked", "pier/c.png")
    before = _tags(folder)
    code, out, _ = cli("tags", "export", folder, tmp_path / "tags.csv", "--json")
    assert (code, json.loads(out)) == (0, {"exported": 2})
    cli("tags", "set", folder, "none", "a.png", "pier/c.png")
    assert cli("tags", "import", folder, tmp_path / "tags.csv")[0] == 0
    assert _tags(folder) == before


def test_photos_that_the_folder_does_not_have_are_named(cli, folder, tmp_path):
    (tmp_path / "tags.csv").write_text("image,tag,source,photo\na.png,cracked,site,1\nx.png,cracked,site,2\n")
    code, out, err = cli("tags", "import", folder, tmp_path / "tags.csv", "--json")
    assert code == 1
    assert json.loads(out) == {"changed": 1, "unknown": ["x.png"]}
    assert "x.png" in err
    assert _tags(folder)["a.png"] is Tag.CRACKED


def test_a_table_that_is_none_is_told(cli, folder, tmp_path):
    (tmp_path / "tags.csv").write_text("hello\nworld\n")
    code, _, err = cli("tags", "import", folder, tmp_path / "tags.csv")
    assert code == 1
    assert "photo" in err
    assert "Traceback" not in err
