"""What the hand draws stays: strokes, rejected cracks, ignored regions; through the real main()."""

from dataclasses import replace

import cv2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import jobs
from app.flows.exporting import ExportOrder
from core.network.shelf import Shelf
from core.project import corrections, cracks, regions
from tests.strokes import draw_stroke, on_crack, said, shown_map
from tests.windows import DARK, DarkIsCracked, drive

pytestmark = pytest.mark.usefixtures("network")


def test_stroke_survives_restart_and_new_prediction(qtbot, folder, network):
    def draw(user):
        user.has_photos(4)
        user.sees_mask()
        draw_stroke(user)

    def look(user):
        user.has_photos(4)
        user.sees_mask()
        user.all_predicted()
        user.until(lambda: user.window.area.canvas.pencil.layer is not None)
        user.press("Ctrl+Z")
        user.until(lambda: user.window.area.canvas.pencil.layer is None)

    drive(qtbot, draw, folder)
    assert said(folder, corrections.load).any()
    drive(qtbot, look, folder)
    assert said(folder, corrections.load) is None


def test_rejected_crack_leaves_the_mask_and_comes_back_with_undo(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.sees_mask()
        QTest.mouseClick(user.window.area.canvas, Qt.MouseButton.LeftButton, pos=on_crack(user))
        user.press("X")
        user.until(lambda: shown_map(user).max() < 128)
        assert user.window.area.shown.levels[128:].sum() == 0
        user.press("Ctrl+Z")
        user.until(lambda: shown_map(user).max() >= 128)

    drive(qtbot, script, folder)
    assert said(folder, cracks.verdicts) == {}


def test_rejected_crack_and_stroke_survive_batch_prediction_with_another_version_and_restart(
    qtbot, folder, network, monkeypatch
):
    def correct(user):
        user.has_photos(4)
        user.sees_mask()
        user.press(".", "X")
        user.until(lambda: shown_map(user).max() < 128)
        draw_stroke(user)
        user.until(lambda: shown_map(user).max() == 255)
        user.all_predicted()

    def predict_again(user):
        user.has_photos(4)
        user.press("Ctrl+P")
        user.all_predicted()
        user.sees_mask()
        user.until(lambda: user.window.area.canvas.pencil.layer is not None)
        drawn = user.window.area.canvas.pencil.layer > 0
        assert drawn.any()
        # Nothing but the stroke is left of the mask.
        assert ((shown_map(user) >= 128) == drawn).all()

    drive(qtbot, correct, folder)
    other = DarkIsCracked(replace(DARK, id="fedcba9876543210", name="Darker"), strength=0.9)
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: other)
    monkeypatch.setattr(Shelf, "shipped", lambda self: other.version)
    drive(qtbot, predict_again, folder)
    assert other.asked == 4


def test_ignored_region_is_taken_out_of_the_mask_until_it_is_clicked_and_removed(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.sees_mask()
        user.press("I")
        canvas = user.window.area.canvas
        corners = [(-2, -2), (63, -2), (63, 42), (-2, 42)]
        points = [QPoint(*(round(each) for each in canvas.view.to_screen(corner))) for corner in corners]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])
        user.until(lambda: shown_map(user).max() < 128)
        user.press("V")
        away = QPoint(*(round(each) for each in canvas.view.to_screen((30.5, 36.5))))
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=away)
        user.press("X")
        user.until(lambda: shown_map(user).max() >= 128)

    drive(qtbot, script, folder)
    assert said(folder, regions.regions) == {}


def test_exported_masks_are_those_on_the_screen(qtbot, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("masks")

    def script(user):
        user.has_photos(4)
        user.sees_mask()
        user.all_predicted()
        user.press(".", "X")
        user.until(lambda: shown_map(user).max() < 128)
        draw_stroke(user)
        user.until(lambda: user.window.area.shown.levels[255:].sum() > 0)
        user.window.exporting.write(ExportOrder((1, 2, 3, 4), out, ("png",)))
        user.until(lambda: not user.window.exporting.is_running)
        assert len(list(out.rglob("*_mask.png"))) == 4
        seen = shown_map(user) >= 128
        assert ((cv2.imread(str(out / "png/photo 1_mask.png"), cv2.IMREAD_UNCHANGED) > 0) == seen).all()
        user.window.reviewing.go(1)
        user.sees_mask()
        seen = shown_map(user) >= 128
        assert ((cv2.imread(str(out / "png/photo 2_mask.png"), cv2.IMREAD_UNCHANGED) > 0) == seen).all()

    drive(qtbot, script, folder)


def test_area_in_list_search_and_sort_is_that_of_the_final_mask(qtbot, folder, network):
    def refuse(user):
        user.has_photos(4)
        user.all_predicted()
        user.sees_mask()
        assert user.item("photo 1.png").area > 0
        user.press(".", "X")
        user.until(lambda: user.item("photo 1.png").area == 0)
        user.window.reviewing.set_search("area:>1%")
        assert user.listed() == ["photo 2.png", "photo 3.png", "photo 4.png"]
        user.window.reviewing.set_search("")
        user.window.reviewing.set_sort("area")
        assert user.listed()[-1] == "photo 1.png"

    def draw(user):
        user.has_photos(4)
        # Known from the disk, before the photo is looked at again.
        user.until(lambda: user.item("photo 1.png").area == 0)
        before = user.item("photo 2.png").area
        user.window.session.set_current(user.item("photo 2.png").id)
        user.sees_mask()
        draw_stroke(user)
        user.until(lambda: user.item("photo 2.png").area > before)
        user.press("Ctrl+Z")
        user.until(lambda: user.item("photo 2.png").area == before)
        user.press("Ctrl+Z")
        user.until(lambda: user.item("photo 1.png").area > 0)

    drive(qtbot, refuse, folder)
    drive(qtbot, draw, folder)
