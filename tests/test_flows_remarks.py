"""What is said of photos and cracks stays: reviews, notes, judgements; through the real main()."""

import pytest
from PySide6.QtTest import QTest

from core.project import comments, reviews
from core.project.judgements import Aspect
from core.project.project import Project
from core.values import Tag
from tests.strokes import said
from tests.windows import drive

pytestmark = pytest.mark.usefixtures("network")


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
