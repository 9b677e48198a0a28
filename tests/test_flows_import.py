"""Masks and tags from other programs, into the window, through the real main()."""

import json

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.__main__ import main
from app.widgets.import_dialog import Kind
from core.project import corrections
from core.project.project import Project
from core.record.importing import Taking
from core.values import Tag
from tests.windows import drive

ROW = 8


pytestmark = pytest.mark.usefixtures("network")


@pytest.fixture
def folder(tmp_path, paint):
    for number in range(1, 4):
        paint(tmp_path / "photos" / f"photo {number}.png", size=(40, 60))
    return tmp_path / "photos"


@pytest.fixture
def masks(tmp_path):
    """Photo 1 has a crack elsewhere, photo 2 none."""
    (tmp_path / "masks").mkdir()
    mask = np.zeros((40, 60), np.uint8)
    cv2.imwrite(str(tmp_path / "masks" / "photo 2_mask.png"), mask)
    mask[ROW, 10:50] = 255
    cv2.imwrite(str(tmp_path / "masks" / "photo 1_mask.png"), mask)
    return tmp_path / "masks"


def take_in(user, kind, source=None, *, taking=Taking.REPLACE, tags=False):
    user.press("Ctrl+I")
    dialog = user.window.office.incoming
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    (dialog.file if kind is Kind.COCO else dialog.folder).set_path(source)
    dialog.taking.setCurrentIndex(dialog.taking.findData(taking))
    dialog.tags.setChecked(tags)
    QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    user.until(lambda: not user.window.importing.is_running)
    return dialog.job.words.text()


def shown_mask(user):
    return user.window.area.canvas.pencil.pyramid.levels[0] >= 128


def test_imported_masks_take_the_place_of_the_networks_and_one_undo_takes_them_back(qtbot, folder, masks):
    def script(user):
        user.has_photos(3)
        user.sees_mask()
        assert shown_mask(user).sum() == 150
        assert "2 photos" in take_in(user, Kind.PNG, masks, tags=True)
        user.until(lambda: shown_mask(user).sum() == 40)
        assert shown_mask(user)[ROW, 10:50].all()
        user.until(lambda: [item.tag for item in user.window.session.items()] == [Tag.CRACKED, Tag.NOT_CRACKED, None])
        user.press("Ctrl+Z")
        user.until(lambda: shown_mask(user).sum() == 150)
        user.until(lambda: not any(item.tag for item in user.window.session.items()))
        take_in(user, Kind.PNG, masks, taking=Taking.ADD)
        user.until(lambda: shown_mask(user).sum() == 190)

    drive(qtbot, script, folder)


@pytest.mark.parametrize(
    ("kind", "file"), [(Kind.COCO, "coco.json"), (Kind.COCO, "coco_polygons.json"), (Kind.LABELME, "labelme")]
)
def test_what_was_exported_comes_back_the_same(qtbot, folder, masks, tmp_path, kind, file):
    out = tmp_path / "out"
    formats = ("--format", "coco,coco-polygons,labelme")
    assert main(["export", str(folder), "--masks", str(masks), "--quiet", "--out", str(out), *formats]) == 0

    def script(user):
        user.has_photos(3)
        assert "2 photos" in take_in(user, kind, out / file)

    drive(qtbot, script, folder)
    with Project.open(folder) as project:
        for photo, path in ((1, "photo 1_mask.png"), (2, "photo 2_mask.png")):
            drawn = corrections.load(project, photo) == corrections.Stroke.DRAWN
            assert (drawn == (cv2.imread(str(masks / path), cv2.IMREAD_UNCHANGED) > 0)).all()


def test_names_of_folders_are_tags(qtbot, tmp_path, paint):
    for number, name in enumerate(("Positive/1.png", "not_cracked/2.png", "other/3.png")):
        paint(tmp_path / name, size=(40, 60 + number))

    def script(user):
        user.has_photos(3)
        assert "2 photos tagged" in take_in(user, Kind.FOLDERS)
        user.until(lambda: {user.tag_of(name) for name in ("1.png", "2.png")} == {Tag.CRACKED, Tag.NOT_CRACKED})
        assert user.tag_of("3.png") is None

    drive(qtbot, script, tmp_path)


def test_what_cannot_be_used_is_a_sentence_and_changes_nothing(qtbot, folder, masks, tmp_path):
    cv2.imwrite(str(masks / "photo 3_mask.png"), np.zeros((4, 6), np.uint8))
    (tmp_path / "odd.json").write_text(json.dumps({"annotations": 3}))
    (tmp_path / "no.json").write_text("{")
    (tmp_path / "empty").mkdir()

    def script(user):
        user.has_photos(3)
        for kind, source, words in (
            (Kind.COCO, tmp_path / "odd.json", "COCO"),
            (Kind.COCO, tmp_path / "no.json", "COCO or LabelMe"),
            (Kind.PNG, tmp_path / "empty", "should hold masks"),
            (Kind.PNG, tmp_path / "nowhere", "nowhere"),
            (Kind.FOLDERS, None, "cracked and not_cracked"),
        ):
            assert words in take_in(user, kind, source), source
        words = take_in(user, Kind.PNG, masks)
        assert "2 photos" in words and "left out" in words and "as large as its photo" in words

    drive(qtbot, script, folder)
    with Project.open(folder) as project:
        assert corrections.corrected_photos(project) == {1, 2}
