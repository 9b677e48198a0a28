"""A support bundle helps, and gives away neither photos nor names."""

import json
import zipfile

import pytest

from core.errors import ExportError
from core.support import papers as papers_module
from core.support.papers import papers, write

SETTINGS = """\
[look]
scheme=dark

[shortcuts]
tag_cracked=Z

[state]
folder=/mnt/Kunde Müller/Brücke 7
recent=/mnt/Kunde Müller/Brücke 7, "/mnt/Kunde, Schmidt"
geometry=@ByteArray(secret)
"""


@pytest.fixture
def kept(home, monkeypatch):
    """What a user has who worked with the program, and the facts of a machine without a network to load."""
    monkeypatch.setattr(papers_module, "facts", lambda: {"crack-review": "1.2.3", "folders": {"user": str(home)}})
    (home / "settings.ini").write_text(SETTINGS, encoding="utf-8")
    (home / "log").mkdir()
    said = "WARNING app: /mnt/Kunde Müller/Brücke 7/a.jpg is broken\nINFO opened /mnt/Kunde Müller/Brücke 7\n"
    (home / "log" / "crack-review.log").write_text(said, encoding="utf-8")
    (home / "models").mkdir()
    (home / "models" / "0123456789abcdef.safetensors").write_bytes(b"weights")
    (home / "photo.jpg").write_bytes(b"\xff\xd8 pixels")
    return home


def test_a_bundle_holds_versions_settings_and_log(kept):
    found = papers()
    assert set(found) == {"about.json", "settings.ini", "log/crack-review.log"}
    assert json.loads(found["about.json"])["crack-review"] == "1.2.3"
    assert "scheme=dark" in found["settings.ini"] and "tag_cracked=Z" in found["settings.ini"]
    assert "a.jpg is broken" in found["log/crack-review.log"]


def test_no_folder_of_the_user_is_named_and_nothing_that_the_window_remembers(kept):
    together = "\n".join(papers().values())
    for secret in ("Müller", "Brücke", "Schmidt", "ByteArray", str(kept)):
        assert secret not in together


def test_an_empty_home_gives_the_facts_alone(home, monkeypatch):
    monkeypatch.setattr(papers_module, "facts", dict)
    assert list(papers()) == ["about.json"]


def test_a_log_is_told_from_its_end(kept, monkeypatch):
    monkeypatch.setattr(papers_module, "_NEWEST_BYTES", 9)
    assert papers()["log/crack-review.log"] == "Brücke 7\n"[-8:]


def test_the_zip_holds_just_these_texts(tmp_path):
    write(tmp_path / "bundle.zip", {"a.txt": "Prüfer", "log/b.log": "b"})
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        assert bundle.namelist() == ["a.txt", "log/b.log"]
        assert bundle.read("a.txt").decode() == "Prüfer"


def test_a_place_that_takes_no_files_is_a_sentence(tmp_path):
    with pytest.raises(ExportError, match="another place"):
        write(tmp_path / "absent" / "bundle.zip", {})


def test_the_command_writes_the_bundle_and_sends_nothing(cli, kept, tmp_path):
    code, out, err = cli("doctor", "--bundle", tmp_path / "bundle.zip")
    assert (code, out) == (0, "")
    assert "settings.ini" in err and "nothing was sent" in err
    assert zipfile.is_zipfile(tmp_path / "bundle.zip")
