"""``crack-review models`` and ``doctor``, through the real main()."""

import json
import shutil

import pytest

from core.network.shelf import Shelf
from core.network.tensor_file import read_metadata, read_tensors, write
from core.project.project import Project


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """A network that is not the shipped one: its weights under another name."""
    shipped = Shelf().shipped().path
    path = tmp_path_factory.mktemp("networks") / "site.safetensors"
    write(path, read_tensors(shipped), {**read_metadata(shipped), "name": "Site"})
    return path


def _list(cli):
    code, out, _ = cli("models", "list", "--json")
    assert code == 0
    return json.loads(out)


def test_the_shipped_network_is_always_listed(cli):
    (only,) = _list(cli)
    assert only["is_shipped"] is True
    assert 0 <= only["threshold"] <= 1
    assert only["id"] in cli("models", "list")[1]


def test_an_imported_network_is_listed_and_found_by_the_beginning_of_its_id(cli, other, tmp_path):
    code, out, _ = cli("models", "import", other, "--json")
    assert code == 0
    found = json.loads(out)
    assert [version["name"] for version in _list(cli)] == ["Shipped", "Site"]
    assert cli("models", "export", found["id"][:8], tmp_path / "copy.safetensors")[0] == 0
    assert (tmp_path / "copy.safetensors").read_bytes() == other.read_bytes()


def test_importing_the_shipped_network_does_not_double_it(cli, tmp_path):
    assert cli("models", "export", "shipped", tmp_path / "copy.safetensors")[0] == 0
    assert cli("models", "import", tmp_path / "copy.safetensors")[0] == 0
    assert len(_list(cli)) == 1


def test_files_that_are_no_network_are_refused(cli, tmp_path):
    (tmp_path / "no.safetensors").write_bytes(b"\x08\x00\x00\x00\x00\x00\x00\x00no")
    code, _, err = cli("models", "import", tmp_path / "no.safetensors")
    assert code == 1
    assert "Traceback" not in err
    assert len(_list(cli)) == 1


def test_export_overwrites_nothing(cli, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    assert cli("models", "export", "shipped", tmp_path / "mine.txt")[0] == 2
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_project_uses_the_network_that_was_activated_until_the_shipped_one_is_again(cli, other, tmp_path):
    assert cli("models", "activate", other, "--project", tmp_path)[0] == 0
    site = _list(cli)[1]["id"]
    with Project.open(tmp_path) as project:
        assert project.active_model == site
    assert cli("models", "activate", "shipped", "--project", tmp_path)[0] == 0
    with Project.open(tmp_path) as project:
        assert project.active_model is None


def test_unknown_networks_are_told(cli, tmp_path):
    code, _, err = cli("models", "activate", "ffffffff", "--project", tmp_path)
    assert code == 1
    assert "models list" in err


def test_a_run_is_packed_with_the_held_out_tags_of_its_table(cli, paint, tmp_path, monkeypatch):
    from core.train import release
    from core.values import Finished, Role

    paint(tmp_path / "set" / "a.png")
    (tmp_path / "set" / "tags.csv").write_text("image,tag,source,photo\na.png,cracked,wall,photo-13\n")
    seen = []

    def packed(source, target, photos):
        seen.extend(photos)
        shutil.copyfile(source, target)
        yield Finished(target)

    monkeypatch.setattr(release, "release", packed)
    best, target = Shelf().shipped().path, tmp_path / "packed.safetensors"
    table = ["--images", tmp_path / "set", "--tags", tmp_path / "set" / "tags.csv"]
    code, out, _ = cli("models", "pack", best, *table, "--out", target, "--json")
    assert code == 0
    assert json.loads(out)["path"] == str(target)
    assert [photo.role for photo in seen] == [Role.HELD_OUT]


def test_doctor_names_versions_folders_and_the_shipped_network(cli, home):
    code, out, _ = cli("doctor", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["shipped_model"] == "loads"
    assert found["libraries"]["torch"]
    assert found["folders"]["user"] == str(home)
    assert found["threads"] >= 1
    assert "shipped_model" in cli("doctor")[1]


def test_doctor_says_what_is_wrong_with_the_shipped_network(cli, tmp_path, monkeypatch):
    import resources

    monkeypatch.setattr(resources, "__file__", str(tmp_path / "__init__.py"))
    code, out, _ = cli("doctor", "--json")
    assert code == 1
    assert "missing" in json.loads(out)["shipped_model"]


def test_networks_are_averaged_into_a_file_that_is_not_there_yet(cli, other, tmp_path):
    target = tmp_path / "mean.safetensors"
    code, out, _ = cli("models", "average", other, other, "--out", target, "--json")
    assert code == 0
    assert json.loads(out)["id"] == json.loads(cli("models", "import", target, "--json")[1])["id"]
    code, _, err = cli("models", "average", other, other, "--out", target)
    assert code == 2
    assert "exists already" in err
