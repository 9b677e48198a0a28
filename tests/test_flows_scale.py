"""How large a pixel is and what that makes of the cracks, in the window, through the real main()."""

import json

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.__main__ import main
from app.which import Reach
from core.commands import engine
from core.measure.scale import Method, Scale
from core.project import calibration
from core.project.project import Project
from core.record.standards import width_classes
from tests.windows import drive


@pytest.fixture(autouse=True)
def network(network, monkeypatch):
    monkeypatch.setattr(engine, "chosen", lambda arguments: engine.Engine(network))
    return network


@pytest.fixture
def folder(tmp_path, paint):
    for number in range(1, 4):
        paint(tmp_path / f"photo {number}.png", size=(40, 60 + number))
    return tmp_path


def opened(user, method=Method.GIVEN, reach=Reach.PHOTO):
    user.press("Ctrl+Shift+M")
    dialog = user.window.area.gauge.dialog
    dialog.method.setCurrentIndex(dialog.method.findData(method))
    dialog.reach.setCurrentIndex(dialog.reach.findData(reach))
    return dialog


def set_scale(dialog):
    QTest.mouseClick(dialog.set_button, Qt.MouseButton.LeftButton)


def rows(user, column=0):
    panel = user.window.area.gauge.measure_panel.rows
    return [panel.value(row, column) for row in range(6)]


def number(text):
    return float(text.split()[0].replace(",", ""))


def shown_mm(user):
    """Millimetres per pixel of the photo that is looked at; None in pixels."""
    text = user.window.area.gauge.scale_panel.rows.value(0)
    return float(text.split()[0]) if text.endswith("mm") else None


def kept(folder):
    with Project.open(folder) as project:
        return calibration.book(project)


def test_measures_of_photo_and_crack_are_those_of_the_command_line(qtbot, folder, capsys):
    seen = []

    def script(user):
        user.has_photos(3)
        user.sees_mask()
        user.until(lambda: rows(user)[0] != "–")
        user.press(".")
        seen.extend([rows(user), rows(user, 1)])

    drive(qtbot, script, folder)
    capsys.readouterr()
    assert main(["measure", str(folder / "photo 1.png"), "--quiet", "--json", "-"]) == 0
    (photo,) = json.loads(capsys.readouterr().out)["photos"]
    crack = photo["cracks"][0]
    for row, value in ((0, photo["length"]), (1, crack["max_width"]["value"]), (3, crack["mean_width"]["value"])):
        assert number(seen[1][row]) == pytest.approx(value, abs=0.51 if row == 0 else 0.051)
    assert seen[0][:2] == seen[1][:2]
    assert number(seen[1][4]) == crack["area"]


def test_place_of_the_largest_width_is_shown(qtbot, folder):
    photo = np.full((60, 90, 3), 200, np.uint8)
    photo[29:32, 10:80] = photo[26:35, 50:60] = 40
    cv2.imwrite(str(folder / "photo 1.png"), photo)

    def script(user):
        user.has_photos(3)
        user.sees_mask()
        user.until(lambda: rows(user)[1] != "–")
        user.press("P")
        (mark,) = user.window.area.canvas._marks
        assert 48 <= mark.x <= 61
        assert mark.text == rows(user)[1]

    drive(qtbot, script, folder)


def test_typed_size_of_a_pixel_holds_for_photo_selection_or_folder(qtbot, folder):
    def script(user):
        user.has_photos(3)
        user.sees_mask()
        dialog = opened(user)
        dialog.pixel.setValue(0.5)
        set_scale(dialog)
        user.until(lambda: shown_mm(user) == 0.5)
        user.until(lambda: rows(user)[0].endswith("mm"))
        user.press("Ctrl+A")
        dialog = opened(user, reach=Reach.SELECTED)
        dialog.pixel_unit.setCurrentIndex(1)
        dialog.pixel.setValue(4)
        set_scale(dialog)
        user.until(lambda: shown_mm(user) == 0.25)
        user.press("Ctrl+Z")
        user.until(lambda: shown_mm(user) == 0.5)
        dialog = opened(user, reach=Reach.FOLDER)
        dialog.pixel.setValue(1)
        set_scale(dialog)
        assert "keeps the scale of its own" in dialog.problem.text()
        user.press("End")
        user.until(lambda: shown_mm(user) == 1)

    drive(qtbot, script, folder)
    book = kept(folder)
    assert set(book.photos) == {"photo 1.png"}
    assert book.find("photo 3.png").matrix[0] == 1


def test_scale_of_zero_is_refused_with_a_sentence(qtbot, folder):
    def script(user):
        user.has_photos(3)
        user.sees_mask()
        for method, words in (
            (Method.GIVEN, "above 0"),
            (Method.LINE, "draw it"),
            (Method.CAMERA, "above 0"),
            (Method.RECTANGLE, "4 corners"),
        ):
            dialog = opened(user, method)
            set_scale(dialog)
            assert words in dialog.problem.text(), method
        dialog = opened(user, Method.MARKER)
        set_scale(dialog)
        user.until(lambda: "above 0" in dialog.problem.text())
        assert shown_mm(user) is None

    drive(qtbot, script, folder)
    assert kept(folder).photos == {}


def test_marker_gives_each_selected_photo_its_own_scale(qtbot, folder):
    code = cv2.aruco.generateImageMarker(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50), 7, 80)
    for number, side in ((1, 80), (2, 160)):
        photo = np.full((400, 500), 220, np.uint8)
        photo[100 : 100 + side, 150 : 150 + side] = cv2.resize(code, (side, side), interpolation=cv2.INTER_NEAREST)
        cv2.imwrite(str(folder / f"photo {number}.png"), photo)

    def script(user):
        user.has_photos(3)
        user.press("Ctrl+A")
        dialog = opened(user, Method.MARKER, Reach.SELECTED)
        dialog.side.setValue(40)
        set_scale(dialog)
        user.until(lambda: "Markers on 2 photos" in dialog.problem.text())
        assert "No ArUco marker" in dialog.problem.text()

    drive(qtbot, script, folder)
    photos = kept(folder).photos
    assert {name: round(scale.matrix[0], 2) for name, scale in photos.items()} == {
        "photo 1.png": 0.5,
        "photo 2.png": 0.25,
    }


def test_camera_and_distance_hold_for_all_photos_of_the_camera(qtbot, folder):
    for number in (1, 2):
        exif = Image.Exif()
        exif[0x0110] = "EOS 5D"
        exif.get_ifd(0x8769)[0x920A] = 50.0
        pixels = np.full((40, 60 + number, 3), 200, np.uint8)
        pixels[20:23, 5:-5] = 40
        Image.fromarray(pixels).resize((100, 50)).save(folder / f"shot {number}.jpg", exif=exif)

    def script(user):
        user.has_photos(5)
        user.press("End")
        user.sees_mask()
        dialog = opened(user, Method.CAMERA, Reach.CAMERA)
        assert dialog.focal.value() == 50
        assert "EOS 5D" in dialog.reach.currentText()
        dialog.sensor.setValue(36)
        dialog.distance.setValue(5000)
        set_scale(dialog)
        user.until(lambda: shown_mm(user) == pytest.approx(36))
        user.press("Left")
        user.until(lambda: user.current == "shot 1.jpg")
        user.until(lambda: shown_mm(user) == pytest.approx(36))
        user.press("Home")
        user.until(lambda: user.window.area.shown is not None and user.window.area.shown.id == 1)
        assert shown_mm(user) is None
        assert not dialog.reach.model().item(dialog.reach.findData(Reach.CAMERA)).isEnabled()

    drive(qtbot, script, folder)
    assert kept(folder).find("shot 1.jpg", "EOS 5D, 100 px").method is Method.CAMERA


def test_four_corners_of_a_rectangle_remove_the_perspective(qtbot, folder):
    corners = ((10, 8), (50, 6), (55, 34), (6, 30))

    def script(user):
        user.has_photos(3)
        user.sees_mask()
        dialog = opened(user, Method.RECTANGLE)
        canvas = user.window.area.canvas
        for number in (2, 0, 3, 1):
            x, y = canvas.view.to_screen(corners[number])
            QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
        assert dialog.drawn_corners.text() == "marked"
        dialog.width_mm.setValue(400)
        dialog.height_mm.setValue(250)
        set_scale(dialog)
        user.until(lambda: shown_mm(user) is not None)

    drive(qtbot, script, folder)
    scale: Scale = kept(folder).photos["photo 1.png"]
    assert scale.method is Method.RECTANGLE
    found = scale.points(np.array(corners, float) - 0.5)
    assert np.abs(found - [(0, 0), (400, 0), (400, 250), (0, 250)]).max() < 12


def test_width_classes_of_the_user_colour_the_cracks_and_stay(qtbot, folder):
    def script(user):
        user.has_photos(3)
        user.sees_mask()
        user.press("D")
        canvas, gauge = user.window.area.canvas, user.window.area.gauge
        assert "Not calibrated" in canvas._width_legend[0].text
        dialog = opened(user)
        dialog.pixel.setValue(1)
        set_scale(dialog)
        user.until(lambda: canvas._scene.widths is not None)
        assert set(np.unique(canvas._scene.widths.levels[0])) == {0, 5}
        dialog.limits.setText("2; 10")
        QTest.mouseClick(dialog.classes_button, Qt.MouseButton.LeftButton)
        user.until(lambda: canvas._scene.widths is not None and canvas._scene.widths.levels[0].max() == 2)
        assert [piece.text for piece in canvas._width_legend[:3]] == ["< 2 mm", "2–10 mm", "> 10 mm"]
        dialog.limits.setText("3; 2")
        QTest.mouseClick(dialog.classes_button, Qt.MouseButton.LeftButton)
        assert "growing limits" in dialog.problem.text()
        assert gauge.calibrating.classes.limits_mm == (2, 10)

    drive(qtbot, script, folder)
    with Project.open(folder) as project:
        assert width_classes(project).limits_mm == (2, 10)
