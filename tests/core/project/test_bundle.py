import contextlib
import sqlite3
import zipfile

import numpy as np
import pytest

from core.errors import ProjectError
from core.project import bundle, corrections
from core.values import Tag


@pytest.fixture
def file(tmp_path):
    return tmp_path / "brücke.crackreview"


@pytest.fixture
def worked(project, add):
    a, b = add(project, "a.jpg", "b.jpg")
    project.set_tags([a], Tag.CRACKED)
    corrections.save(project, b, np.full((3, 4), 255, np.uint8))
    return project


def test_a_bundle_holds_what_was_said_and_drawn(worked, file):
    bundle.export_bundle(worked, file)
    with bundle.opened(file) as other:
        assert [row.tag for row in other.photos()] == [Tag.CRACKED, None]
        assert (corrections.load(other, 2) == 255).all()
        assert len(other.history()) == 2
        folder = other.root
    assert not folder.exists() and file.is_file()


def test_a_bundle_that_cannot_be_written_leaves_the_older_one(worked, file, monkeypatch):
    bundle.export_bundle(worked, file)
    before = file.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "write", full)
    with pytest.raises(ProjectError, match="No space left"):
        bundle.export_bundle(worked, file)
    assert file.read_bytes() == before and [path.name for path in file.parent.glob("*.part")] == []


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/etc/evil", "corrections/../../evil.png", "corrections/x.png", "other.txt", "corrections/"],
)
def test_a_name_that_no_bundle_has_is_refused_before_anything_is_unpacked(worked, file, name, tmp_path):
    bundle.export_bundle(worked, file)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, b"evil")
    with pytest.raises(ProjectError, match="no project that Crack Review exported"), bundle.opened(file):
        pytest.fail("it was opened")


def test_a_bundle_that_would_fill_the_disk_is_refused(worked, file, monkeypatch):
    bundle.export_bundle(worked, file)
    monkeypatch.setattr(bundle, "MAX_BYTES", 1000)
    with pytest.raises(ProjectError, match="do not trust it"), bundle.opened(file):
        pytest.fail("it was opened")


def torn(file):
    file.write_bytes(file.read_bytes()[:-200])


def flipped(file):
    content = bytearray(file.read_bytes())
    content[300] ^= 0xFF
    file.write_bytes(content)


def without_database(file):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("corrections/" + "0" * 32 + ".png", b"")


def another_database(file):
    connection = sqlite3.connect(file.with_suffix(".db"))
    connection.execute("CREATE TABLE theirs (id INTEGER)")
    connection.commit()
    connection.close()
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(file.with_suffix(".db"), "project.sqlite")


@pytest.mark.parametrize(
    "spoil", [torn, flipped, without_database, another_database, lambda file: file.write_text("x")]
)
def test_a_damaged_bundle_is_a_sentence(worked, file, spoil):
    bundle.export_bundle(worked, file)
    spoil(file)
    with pytest.raises(ProjectError, match="no project that Crack Review exported"), bundle.opened(file):
        pytest.fail("it was opened")


def test_no_flipped_byte_is_more_than_a_sentence(worked, file):
    bundle.export_bundle(worked, file)
    whole = file.read_bytes()
    for place in range(30, len(whole), max(1, len(whole) // 60)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        # A flipped time stamp does no harm; everything else is refused.
        with contextlib.suppress(ProjectError), bundle.opened(file):
            pass


def test_a_missing_bundle_is_a_sentence(file):
    with pytest.raises(ProjectError, match="could not be unpacked"), bundle.opened(file):
        pytest.fail("it was opened")
