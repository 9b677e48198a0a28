"""The text of all licences that the packaged program carries."""

import importlib.util
from pathlib import Path

import pytest

from core.licences import components

ROOT = Path(__file__).parents[1]

# What packs the program is named as well; it comes with the group "build".
pytest.importorskip("PyInstaller", reason="the group build is not installed")


@pytest.fixture(scope="module")
def third_party():
    spec = importlib.util.spec_from_file_location("third_party", ROOT / ".packaging" / "third_party.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_everything_inside_is_listed_and_has_a_chapter(third_party):
    text = third_party.text()
    for component in components():
        assert f"\n{component.name} {component.version}: {component.licence}\n" in text
        assert f"\n{component.name} {component.version} ({component.licence})\n====" in text
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_a_library_without_a_licence_stops_the_build(third_party, monkeypatch):
    monkeypatch.setattr(third_party, "_of_package", lambda name: iter(()))
    monkeypatch.setattr(third_party, "REMARKS", {})
    with pytest.raises(AssertionError, match="carries no licence"):
        third_party.text()


def test_libraries_of_a_debian_system_bring_its_words_on_their_copyright(third_party):
    library = next(Path("/usr/lib").glob("*/libexpat.so.1"), None)
    if library is None or third_party.shutil.which("dpkg-query") is None:
        pytest.skip("no Debian, or without libexpat")
    text = third_party.text([str(library), "/home/somebody/own.so"])
    assert "\nlibexpat1: see below\n" in text and "libexpat1 (from the system)" in text
