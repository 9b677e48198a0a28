"""The model shelf through the real main(): names, notes, facts, A/B, import, export, removal. Files are small."""

import pytest
import torch
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app import jobs
from app.models import version_facts
from core.network import checkpoint
from core.network.shelf import Shelf, describe
from core.network.tensor_file import write
from tests.windows import DarkIsCracked, drive

SAID = {
    "threshold": 0.5,
    "gate": 0.25,
    "created": "2026-11-20T10:00:00+00:00",
    "seed": 7,
    "tags": {"cracked": 120, "not_cracked": 80, "held_out": 50, "sources": ["pier", "deck"], "snapshot": "cafe"},
    "figures": {"painted_dice": 0.81, "tag_auroc": 0.97},
    "format_version": 1,
    "architecture": "resnet50-unet-1",
    "normalisation": "imagenet",
    "working_scale": 1.0,
}


@pytest.fixture
def shelf(tmp_path_factory, monkeypatch):
    """Real files and the real shelf; only what is in the files is small."""
    folder = tmp_path_factory.mktemp("networks")
    write(folder / "shipped.safetensors", {"x": torch.zeros(1)}, {**SAID, "name": "Shipped", "parent": None})
    shipped = describe(folder / "shipped.safetensors", is_shipped=True)
    monkeypatch.setattr(Shelf, "shipped", lambda self: self._labelled(shipped))
    monkeypatch.setattr(checkpoint, "checked", lambda file: {})
    strengths = {shipped.path: 1.0}
    monkeypatch.setattr(
        jobs, "predictor_for", lambda file, machine: DarkIsCracked(describe(file), strengths.get(file, 0.8))
    )
    write(folder / "site.safetensors", {"x": torch.ones(1)}, {**SAID, "parent": shipped.id, "note": "first"})
    Shelf().add(folder / "site.safetensors")
    return folder


@pytest.fixture
def folder(tmp_path, paint):
    for number in range(1, 3):
        paint(tmp_path / f"photo {number}.png", size=(40, 60 + number))
    return tmp_path


def open_shelf(user):
    user.has_photos(2)
    user.sees_mask()
    user.press("Ctrl+M")
    shelf = user.window.dialogs.shelf
    user.until(lambda: shelf.table.rowCount() == 2)
    return shelf


def names(shelf):
    return [shelf.table.item(row, 0).text() for row in range(shelf.table.rowCount())]


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, "\r")


def test_shelf_tells_all_that_a_version_says_of_itself(qtbot, folder, shelf):
    def script(user):
        window = open_shelf(user)
        window.table.selectRow(1)
        said = dict(zip(version_facts.FACTS, [window.facts.value(row) for row in range(11)], strict=True))
        assert said["Learnt from"] == "120 cracked, 80 not cracked, 50 held out"
        assert (said["Sources"], said["Tags as of"], said["Seed"]) == ("pier, deck", "cafe", "7")
        assert (said["Threshold, gate"], said["Parent"]) == ("0.50, 0.25", "Shipped")
        assert said["Architecture"] == "resnet50-unet-1" and "imagenet" in said["Input"]
        assert said["Format, id"] == f"1, {Shelf().versions()[1].id}"
        assert window.note.text() == "first"

    drive(qtbot, script, folder)


def test_name_and_note_are_given_by_hand_and_kept(qtbot, folder, shelf):
    def give(user):
        window = open_shelf(user)
        assert names(window) == ["Shipped · active", "Version 1"]
        window.table.selectRow(1)
        type_into(window.name, "Piers")
        user.until(lambda: names(window)[1] == "Piers")
        type_into(window.note, "after the flood")
        user.until(lambda: window.table.item(1, 4).text() == "after the flood")
        window.table.selectRow(0)
        type_into(window.name, "As shipped")
        user.until(lambda: "As shipped" in user.window.task_bar.model_chip.text())

    def look(user):
        window = open_shelf(user)
        assert names(window) == ["As shipped · active", "Piers"]
        assert window.table.item(1, 4).text() == "after the flood"

    drive(qtbot, give, folder)
    drive(qtbot, look, folder)


def test_chosen_version_is_held_against_the_active_one_on_the_photo(qtbot, folder, shelf):
    def script(user):
        window = open_shelf(user)
        assert not window.compare_button.isEnabled()
        window.table.selectRow(1)
        user.click(window.compare_button)
        canvas = user.window.area.canvas
        user.until(lambda: canvas.is_split and canvas._scene.second is not None)
        assert canvas._scene.second.levels[0].max() < canvas._scene.map.levels[0].max()

    drive(qtbot, script, folder)


def test_version_is_exported_removed_after_a_question_and_imported_again(qtbot, folder, shelf, monkeypatch):
    file = shelf / "taken along.safetensors"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    def script(user):
        window = open_shelf(user)
        assert not window.remove_button.isEnabled()
        window.table.selectRow(1)
        version = window.chosen().id
        user.click(window.export_button)
        user.until(file.exists)
        user.click(window.remove_button)
        user.answer("Cancel")
        assert len(Shelf().versions()) == 2
        user.click(window.remove_button)
        user.answer("Remove")
        user.until(lambda: window.table.rowCount() == 1)
        user.click(window.import_button)
        user.until(lambda: window.table.rowCount() == 2)
        assert user.window.shelving.versions[1].id == version
        assert user.window.session.model.is_shipped

    drive(qtbot, script, folder)


def test_activated_version_is_the_folders_and_one_click_rolls_it_back(qtbot, folder, shelf):
    def activate(user):
        window = open_shelf(user)
        window.table.selectRow(1)
        user.click(window.activate_button)
        user.until(lambda: names(window) == ["Shipped", "Version 1 · active"])
        user.all_on_disk()

    def roll_back(user):
        window = open_shelf(user)
        assert names(window) == ["Shipped", "Version 1 · active"]
        user.click(window.roll_back_button)
        user.until(lambda: names(window) == ["Shipped · active", "Version 1"])

    drive(qtbot, activate, folder)
    drive(qtbot, roll_back, folder)
