"""The shelf of versions. Torch is needed only where a file is added."""

import subprocess
import sys

import pytest

from core.errors import CheckpointError
from core.network.shelf import Shelf, describe
from core.network.tensor_file import read_metadata, read_tensors, write


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "models")


@pytest.fixture
def another(packed, tmp_path):
    """A second network: the same weights under another description."""
    path = tmp_path / "another.safetensors"
    write(path, read_tensors(packed), {**read_metadata(packed), "created": "2026-01-02", "name": "Another"})
    return path


def test_shipped_version_comes_first(shelf, packed):
    added = shelf.add(packed)
    versions = shelf.versions()
    assert [version.is_shipped for version in versions] == [True, False]
    assert versions[1] == added


def test_versions_stand_from_oldest_to_newest(shelf, packed, another, tmp_path):
    older = tmp_path / "older.safetensors"
    write(older, read_tensors(packed), {**read_metadata(packed), "created": "2025-01-01"})
    newest, oldest = shelf.add(another), shelf.add(older)
    assert [version.id for version in shelf.versions()[1:]] == [oldest.id, newest.id]


def test_same_file_twice_is_one_version(shelf, packed):
    assert shelf.add(packed) == shelf.add(packed)
    assert len(shelf.versions()) == 2


def test_the_shipped_file_is_not_put_on_the_shelf_twice(shelf):
    assert shelf.add(shelf.shipped().path) == shelf.shipped()
    assert shelf.versions() == [shelf.shipped()]


def test_version_is_found_by_its_id_its_beginning_and_its_file(shelf, packed):
    added = shelf.add(packed)
    assert shelf.find(added.id) == shelf.find(added.id[:6]) == added
    assert shelf.find(str(packed)).id == added.id
    assert shelf.find(None) == shelf.find("shipped") == shelf.shipped()


@pytest.mark.parametrize("wanted", ["", "ffff", "0123456789abcdef", "no/such/file.safetensors"])
def test_unknown_version_is_refused_in_a_sentence(shelf, wanted):
    with pytest.raises(CheckpointError, match="models list"):
        shelf.find(wanted)


def test_short_beginnings_name_no_version(shelf, packed):
    with pytest.raises(CheckpointError):
        shelf.find(shelf.add(packed).id[:5])


def test_removed_version_is_gone_and_the_shipped_one_stays(shelf, packed):
    added = shelf.add(packed)
    shelf.remove(added.id)
    assert shelf.versions() == [shelf.shipped()]
    with pytest.raises(CheckpointError, match="shipped one stays"):
        shelf.remove("shipped")


def test_file_elsewhere_is_not_removed(shelf, packed):
    with pytest.raises(CheckpointError, match="on the shelf"):
        shelf.remove(str(packed))
    assert packed.exists()


def test_damaged_files_are_left_out(shelf, packed):
    added = shelf.add(packed)
    (shelf.folder / "text.safetensors").write_text("no network")
    (shelf.folder / "short.safetensors").write_bytes(packed.read_bytes()[:-1])
    write(shelf.folder / "mild.safetensors", read_tensors(packed), {**read_metadata(packed), "threshold": 7})
    assert shelf.versions()[1:] == [added]


@pytest.mark.parametrize("described", [{"threshold": None}, {"threshold": float("1e9")}, {"gate": "high"}, {"gate": 2}])
def test_file_with_a_senseless_description_is_refused(packed, tmp_path, described):
    path = tmp_path / "odd.safetensors"
    write(path, read_tensors(packed), {**read_metadata(packed), **described})
    with pytest.raises(CheckpointError, match="between 0 and 1"):
        describe(path)


def test_network_of_another_shape_never_reaches_the_shelf(shelf, packed, tmp_path):
    tensors = read_tensors(packed)
    tensors["head.bias"] = tensors["head.bias"].repeat(2)
    write(tmp_path / "wide.safetensors", tensors, read_metadata(packed))
    with pytest.raises(CheckpointError, match="does not fit"):
        shelf.add(tmp_path / "wide.safetensors")
    assert len(shelf.versions()) == 1


def test_exported_version_is_the_same_version(shelf, packed, tmp_path):
    added = shelf.add(packed)
    shelf.export(added.id, tmp_path / "sent" / "copy.safetensors")
    assert describe(tmp_path / "sent" / "copy.safetensors").id == added.id


def test_full_disk_is_told_and_leaves_nothing(shelf, packed, monkeypatch):
    def full(source, target):
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.network.shelf.shutil.copyfile", full)
    with pytest.raises(CheckpointError, match="No space left"):
        shelf.add(packed)
    assert list(shelf.folder.iterdir()) == []


def test_shelf_lies_in_the_per_user_folder(home):
    assert Shelf().folder == home / "models"


def test_listing_versions_loads_no_torch():
    script = "import sys; from core.network.shelf import Shelf; Shelf().versions(); print('torch' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_version_is_renamed_and_noted_on_without_becoming_another_one(shelf, packed):
    added = shelf.add(packed)
    before = added.path.read_bytes()
    renamed = shelf.label(added.id, name=" Piers 2026 ", note="after the flood")
    assert (renamed.id, renamed.name, renamed.metadata["note"]) == (added.id, "Piers 2026", "after the flood")
    assert shelf.find(added.id) == shelf.versions()[1] == shelf.add(packed) == renamed
    assert added.path.read_bytes() == before
    assert shelf.label(added.id, note="").metadata["note"] == "" and shelf.find(added.id).name == "Piers 2026"
    assert shelf.label("shipped", name="Mine").name == shelf.shipped().name == "Mine"
    with pytest.raises(CheckpointError, match="needs a name"):
        shelf.label(added.id, name="  ")


def nameless(packed, path, created):
    said = {key: value for key, value in read_metadata(packed).items() if key != "name"}
    write(path, read_tensors(packed), {**said, "created": created})
    return path


def test_versions_without_a_name_are_numbered_and_no_number_comes_back(shelf, packed, tmp_path):
    first = shelf.add(nameless(packed, tmp_path / "a.safetensors", "2026-01-01"))
    second = shelf.add(nameless(packed, tmp_path / "b.safetensors", "2026-01-02"))
    assert [first.name, second.name] == ["Version 1", "Version 2"]
    shelf.remove(second.id)
    assert shelf.add(nameless(packed, tmp_path / "c.safetensors", "2026-01-03")).name == "Version 3"


@pytest.mark.parametrize("content", [b"", b"[1]", b'{"x": 1}', b"\xff"])
def test_damaged_table_of_names_costs_only_the_names(shelf, packed, content):
    added = shelf.add(packed)
    (shelf.folder / "labels.json").write_bytes(content)
    assert shelf.find(added.id).id == added.id
