"""What the hand says stays: strokes, rejected cracks, ignored regions, notes, reviews; through the real main()."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import jobs
from core.network.shelf import Shelf
from core.project import comments, corrections, cracks, reviews
from core.project.project import Project
from tests.windows import DARK, DarkIsCracked, drive


@pytest.fixture(autouse=True)
def network(monkeypatch):
    fake = DarkIsCracked()
    monkeypatch.setattr(jobs, "_predictor", lambda file, machine: fake)
    monkeypatch.setattr(Shelf, "shipped", lambda self: DARK)
    return fake


@pytest.fixture
def folder(tmp_path, paint):
    for number in range(1, 5):
        paint(tmp_path / f"photo {number}.png", size=(40, 60 + number))
    return tmp_path


def said(folder, read, photo=1):
    with Project.open(folder) as project:
        return read(project, photo)


def middle(user):
    canvas = user.window.area.canvas
    return QPoint(canvas.width() // 2, canvas.height() // 2)


def on_crack(user):
    """Where the painted line is on the screen."""
    canvas = user.window.area.canvas
    x, y = canvas.view.to_screen((30.5, 21.5))
    return QPoint(round(x), round(y))


def test_accepted_photos_are_counted_and_leave_the_queue_of_the_unreviewed(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.press("R", "R")
        user.until(lambda: [item.is_reviewed for item in user.window.session.items()] == [True, True, False, False])
        user.press("Alt+0")
        assert user.listed() == ["photo 3.png", "photo 4.png"]
        user.press("Ctrl+Z")
        user.until(lambda: user.listed() == ["photo 2.png", "photo 3.png", "photo 4.png"])

    drive(qtbot, script, folder)
    with Project.open(folder) as project:
        assert reviews.progress(project) == (1, 4)


def test_note_is_kept_when_one_goes_on_to_the_next_photo(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.sees_mask()
        panel = user.window.area.note_panel
        panel.text.setPlainText("Above the bearing")
        user.window.reviewing.go(1)
        user.sees_mask()
        assert panel.text.toPlainText() == ""
        user.window.reviewing.go(-1)
        user.until(lambda: panel.text.toPlainText() == "Above the bearing")

    drive(qtbot, script, folder)
    assert said(folder, comments.comments)[1][0].text == "Above the bearing"


def test_stroke_survives_restart_and_new_prediction(qtbot, folder, network):
    def draw(user):
        user.has_photos(4)
        user.sees_mask()
        user.press("B")
        canvas = user.window.area.canvas
        start = middle(user) - QPoint(0, 60)
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(canvas, start + QPoint(40, 0))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))

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
        shown = []
        user.window.area.correcting.map_changed.connect(lambda _, pyramid: shown.append(pyramid.levels[0]))
        QTest.mouseClick(user.window.area.canvas, Qt.MouseButton.LeftButton, pos=on_crack(user))
        user.press("X")
        user.until(lambda: shown and shown[-1].max() < 128)
        user.press("Ctrl+Z")
        user.until(lambda: shown[-1].max() >= 128)

    drive(qtbot, script, folder)
    assert said(folder, cracks.verdicts) == {}


def test_history_tells_who_did_what_and_goes_back_to_any_point(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.press("C", "N", "R")
        user.all_on_disk()
        user.press("Ctrl+H")
        user.until(lambda: user.window.dialogs.history is not None)
        tree = user.window.dialogs.history.tree
        user.until(lambda: tree.topLevelItemCount() == 3)
        assert [tree.topLevelItem(row).text(2) for row in range(3)] == [
            "Review: set, 1 photo",
            "Tag: not cracked, 1 photo",
            "Tag: cracked, 1 photo",
        ]
        tree.setCurrentItem(tree.topLevelItem(2))
        user.click(user.window.dialogs.history.go_button)
        user.until(lambda: user.tag_of("photo 2.png") is None)
        assert user.tag_of("photo 1.png") is not None
        assert not user.item("photo 3.png").is_reviewed

    drive(qtbot, script, folder)
