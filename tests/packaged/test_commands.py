"""The command line of the packaged program."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from core.licences import TEXTS_FILE, components


def test_selftest_passes(bare):
    result = bare.run("selftest", "--device", "cpu")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "The program works here." in result.stdout
    assert "Warning" not in result.stderr, result.stderr


def test_doctor_knows_that_it_is_packaged_and_finds_the_shipped_network(bare):
    told = json.loads(bare.passed("doctor", "--json"))
    assert told["packaged"] is True
    assert told["shipped_model"] == "loads"
    assert told["crack-review"] != "unknown"
    assert set(told["libraries"]) >= {component.name for component in components()}


def test_the_bundle_for_support_names_no_folder(bare, tmp_path):
    bare.passed("doctor", "--bundle", tmp_path / "bundle.zip")
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        text = "".join(bundle.read(name).decode() for name in bundle.namelist())
    assert '"packaged": true' in text
    assert "Prüfer" not in text and "Programme" not in text


def test_predict_writes_a_mask_for_every_photo(bare, photos, tmp_path):
    bare.passed("predict", photos, "--out", tmp_path / "Masken", "--device", "cpu")
    assert len(list((tmp_path / "Masken").rglob("*_mask.png"))) == 2


def test_what_an_inspector_hands_over_is_written(bare, photos, tmp_path):
    bare.passed("predict", photos, "--out", tmp_path / "Masken", "--device", "cpu", "--quiet")
    given = [photos, "--masks", tmp_path / "Masken", "--mm-per-pixel", "0.2", "--quiet"]
    bare.passed("measure", *given, "--csv", tmp_path / "cracks.csv")
    bare.passed("export", *given, "--out", tmp_path / "Export", "--format", "png,coco,dxf,xlsx")
    reports = ["--out", tmp_path / "Bericht.html", "--out", tmp_path / "Bericht.pdf"]
    bare.passed("report", *given, *reports, "--language", "de")
    for name in ("cracks.csv", "Bericht.html", "Bericht.pdf"):
        assert (tmp_path / name).stat().st_size > 100, name
    assert len(list((tmp_path / "Export").rglob("*.dxf"))) == 2


def test_everything_inside_has_its_licence_there(installed):
    texts = (installed / TEXTS_FILE).read_text("utf-8")
    for component in components():
        assert f"\n{component.name} {component.version} ({component.licence})\n" in texts
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts


def test_nothing_is_inside_that_nobody_may_hand_on_or_needs(installed):
    names = {path.name for path in (installed / "_internal").rglob("*")}
    for unwanted in ("libreadline", "libgdbm", "onnxruntime", "openvino", "pytest", "_ssl.", "libQt6Network"):
        assert not [name for name in names if name.startswith(unwanted)], unwanted
    assert not [name for name in names if name.endswith((".ts", ".h", ".pyc"))]
    assert not (installed / "_internal" / "triton").exists()


def test_words_icons_network_and_samples_are_inside(installed):
    inside = installed / "_internal" / "resources"
    source = Path(__file__).parents[2] / "resources"
    for pattern in (
        "icons/*.svg",
        "translations/*.qm",
        "model/*.safetensors",
        "samples/**/*.jpg",
        "report/*.j2",
        "*.qss",
    ):
        wanted = {path.relative_to(source) for path in source.glob(pattern)}
        assert wanted, pattern
        assert wanted <= {path.relative_to(inside) for path in inside.rglob("*")}, pattern


def test_neither_network_nor_install_folder_are_in_reach_of_these_tests(bare):
    if not bare.is_shut_in:
        pytest.skip("this user may not take network interfaces away")
    write = [*bare.around, "/bin/sh", "-c", 'echo x > "$0/x"', str(bare.folder)]
    assert subprocess.run(write, capture_output=True, check=False).returncode != 0
    interfaces = [*bare.around, "/bin/sh", "-c", "cat /proc/net/route"]
    told = subprocess.run(interfaces, capture_output=True, text=True, check=True).stdout
    assert len(told.splitlines()) <= 1  # the heading
