"""What the hand says stays: strokes, rejected cracks, ignored regions, notes, reviews; through the real main()."""

from dataclasses import replace
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import jobs
from app.cuts import Scope
from app.flows.exporting import ExportOrder
from core.network.shelf import Shelf
from core.project import comments, corrections, cracks, regions, reviews
from core.project.judgements import Aspect
from core.project.project import Project
from core.values import Tag
from tests.windows import DARK, DarkIsCracked, drive


@pytest.fixture(autouse=True)
def network(monkeypatch):
    fake = DarkIsCracked()
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: fake)
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


def draw_stroke(user):
    user.press("B")
    canvas = user.window.area.canvas
    start = middle(user) - QPoint(0, 60)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(40, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))


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
        panel = user.window.area.desk.note_panel
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


def shown_map(user):
    return user.window.area.canvas.pencil.pyramid.levels[0]


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


def test_note_on_a_crack_is_kept_with_the_crack(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.sees_mask()
        user.press(".")
        panel = user.window.area.desk.crack_panel
        assert not panel.note.isReadOnly()
        panel.note.setText("weeps after rain")
        panel.note.editingFinished.emit()
        user.until(lambda: "weeps after rain" in panel.list.item(0).text())

    drive(qtbot, script, folder)
    (comment,) = said(folder, comments.comments)[1]
    assert comment.text == "weeps after rain" and comment.anchor is not None


def test_judgement_of_all_selected_photos_is_one_action_found_by_search_and_undone(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.press("Ctrl+A")
        box = user.window.area.desk.judgement_panel.boxes[Aspect.STRUCTURE]
        box.setEditText("Pier 7")
        box.lineEdit().editingFinished.emit()
        items = user.window.session.items
        user.until(lambda: all(item.standing.judgement.structure == "Pier 7" for item in items()))
        user.window.reviewing.set_search("structure:pier_7")
        assert len(user.listed()) == 4
        user.window.reviewing.set_search("structure:other")
        assert user.listed() == []
        user.window.reviewing.set_search("")
        user.press("Ctrl+Z")
        user.until(lambda: not any(item.standing.judgement.structure for item in items()))

    drive(qtbot, script, folder)


def test_who_reviewed_a_photo_stands_beside_it(qtbot, folder):
    def script(user):
        user.has_photos(4)
        row = user.window.area.desk.review_row
        user.click(row.button)
        user.press("Home")
        user.until(lambda: row.words.startswith("✓"))
        user.click(row.button)
        user.until(lambda: not row.words.startswith("✓"))

    drive(qtbot, script, folder)


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


def test_two_versions_are_split_and_each_photo_asks_the_other_one(qtbot, folder, network, monkeypatch):
    other = DarkIsCracked(replace(DARK, id="fedcba9876543210", name="Darker", path=Path("darker.safetensors")), 0.9)
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: other if file == other.version.path else network)
    monkeypatch.setattr(Shelf, "versions", lambda self: [DARK, other.version])

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


def test_judgements_are_learnt_from_folder_names_and_a_bad_pattern_is_told(qtbot, tmp_path, paint):
    for structure in ("Pier 7", "Deck"):
        paint(tmp_path / structure / "1.png", size=(40, 60 + len(structure)))

    def script(user):
        user.has_photos(2)
        judging = user.window.area.desk.judging
        told = []
        user.window.door.notice_given.connect(told.append)
        judging.learn("nothing named")
        assert "{structure}" in told[-1]
        judging.learn("{structure}/*")
        items = user.window.session.items
        user.until(lambda: {item.standing.judgement.structure for item in items()} == {"Pier 7", "Deck"})
        user.until(lambda: set(judging.vocabulary.words[Aspect.STRUCTURE]) == {"Pier 7", "Deck"})

    drive(qtbot, script, tmp_path)


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


def test_closing_right_after_undo_ends_the_program_without_a_word(qtbot, folder):
    messages = []

    def script(user):
        user.has_photos(4)
        user.sees_mask()
        user.press("R")
        user.until(lambda: user.item("photo 1.png").is_reviewed)
        user.press("Ctrl+Z")
        messages.append(user.window.messages)

    assert drive(qtbot, script, folder) == 0
    assert messages == [[]]


def test_a_photo_is_judged_noted_and_tagged_by_keys_alone(qtbot, folder):
    def script(user):
        user.has_photos(4)
        user.sees_mask()
        user.press("W")
        QTest.keyClicks(user.window.focusWidget(), "wet")
        user.press("Esc", "Q")
        QTest.keyClicks(user.window.focusWidget(), "Pier 7")
        user.press("Esc", "C")
        user.until(lambda: user.item("photo 1.png").standing.judgement.structure == "Pier 7")
        user.until(lambda: user.item("photo 1.png").standing.comment == "wet")
        assert user.tag_of("photo 1.png") is Tag.CRACKED
        assert user.current == "photo 2.png"

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
