"""How a photo is looked at: its own threshold, two versions, the ruler; through the real main()."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import jobs
from app.cuts import Scope
from core.network.shelf import Shelf
from tests.strokes import draw_stroke, shown_map
from tests.windows import DARK, DarkIsCracked, drive

pytestmark = pytest.mark.usefixtures("network")


def test_threshold_of_one_photo_survives_a_restart(qtbot, folder):
    def move(user):
        user.has_photos(4)
        user.sees_mask()
        user.click(user.window.area.threshold_panel.scopes[Scope.PHOTO])
        for _ in range(7):
            user.press("]")
        assert user.window.session.threshold == pytest.approx(0.57)

    def look(user):
        user.has_photos(4)
        assert user.window.session.threshold == pytest.approx(0.57)
        user.press("Right")
        assert user.window.session.threshold == DARK.threshold

    drive(qtbot, move, folder)
    drive(qtbot, look, folder)


@pytest.fixture
def other(network, monkeypatch):
    """A second version, less sure than the first."""
    other = DarkIsCracked(replace(DARK, id="fedcba9876543210", name="Darker", path=Path("darker.safetensors")), 0.9)
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: other if file == other.version.path else network)
    monkeypatch.setattr(Shelf, "versions", lambda self: [DARK, other.version])
    return other


@pytest.mark.usefixtures("other")
def test_two_versions_are_split_and_each_photo_asks_the_other_one(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.sees_mask()
        user.press("Shift+S")
        canvas = user.window.area.canvas
        for _ in range(2):
            user.until(lambda: canvas._scene.second is not None)
            second, first = canvas._scene.second.levels[0], shown_map(user)
            assert second.shape == first.shape and 128 <= second.max() < first.max()
            user.press("Right")
            user.sees_mask()
        user.press("S")
        user.until(lambda: canvas._scene.second is None)
        assert not user.window.actions_by_id["split_versions"].isChecked()

    drive(qtbot, script, folder)


@pytest.mark.usefixtures("other")
def test_what_the_hand_draws_lies_on_both_sides_of_the_split(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.sees_mask()
        user.press("Shift+S")
        canvas = user.window.area.canvas
        user.until(lambda: canvas._scene.second is not None)
        before = canvas._scene.second.levels[0].copy()
        draw_stroke(user)
        drawn = canvas.pencil.layer > 0
        assert drawn.any() and (shown_map(user)[drawn] == 255).all()
        user.until(lambda: (canvas._scene.second.levels[0][drawn] == 255).all())
        assert (canvas._scene.second.levels[0][~drawn] == before[~drawn]).all()
        user.press("Esc", "Ctrl+Z")
        user.until(lambda: (canvas._scene.second.levels[0] == before).all())
        assert canvas.is_split

    drive(qtbot, script, folder)


def test_without_another_version_the_split_says_what_to_do(qtbot, folder, monkeypatch):
    monkeypatch.setattr(Shelf, "versions", lambda self: [DARK])

    def script(user):
        user.has_photos(4)
        told = []
        user.window.door.notice_given.connect(told.append)
        user.press("Shift+S")
        assert "retrain" in told[-1]
        assert not user.window.actions_by_id["split_versions"].isChecked()

    drive(qtbot, script, folder)


def test_line_of_known_length_sets_the_scale_of_the_folder_and_survives_a_restart(qtbot, folder):
    def measure(user):
        user.has_photos(4)
        user.sees_mask()
        user.press("M")
        canvas, panel = user.window.area.canvas, user.window.area.gauge.scale_panel
        ends = [QPoint(*(round(each) for each in canvas.view.to_screen(place))) for place in ((10, 20), (50, 20))]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=ends[0])
        QTest.mouseMove(canvas, ends[1])
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=ends[1])
        assert "40." in panel.rows.value(1) or "39." in panel.rows.value(1)
        panel.length.setValue(80)
        user.click(panel.folder_button)
        user.until(lambda: panel.rows.value(0).endswith("mm"))

    def look(user):
        user.has_photos(4)
        user.press("End")
        user.sees_mask()
        panel = user.window.area.gauge.scale_panel
        assert float(panel.rows.value(0).split()[0]) == pytest.approx(2, rel=0.05)
        user.press("Ctrl+Z")
        user.until(lambda: panel.rows.value(0) == "not known")

    drive(qtbot, measure, folder)
    drive(qtbot, look, folder)
