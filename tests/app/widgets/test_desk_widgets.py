"""The inspector's own panels, each alone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.widgets.crack_panel import CrackPanel, CrackRow
from app.widgets.judgement_dialog import JudgementDialog
from app.widgets.judgement_panel import JudgementPanel
from app.widgets.review_row import ReviewRow
from app.widgets.scale_panel import ScalePanel
from core.project import scales
from core.project.cracks import Anchor, FoundCrack, Verdict
from core.project.judgements import Aspect, Judgement
from core.project.reviews import Review

LONG = FoundCrack(Anchor(3, 4), 1240, (0, 0, 30, 40))
SHORT = FoundCrack(Anchor(50, 4), 12, (50, 0, 3, 4), Verdict.REJECTED)


@pytest.fixture
def cracks(qtbot):
    panel = CrackPanel()
    qtbot.addWidget(panel)
    panel.set_rows([CrackRow(LONG, "weeps"), CrackRow(SHORT)])
    return panel


def test_cracks_are_listed_with_verdict_and_note_and_counted(cracks):
    assert [cracks.list.item(row).text() for row in range(2)] == ["1 · 1,240 px² · weeps", "2 · 12 px² · rejected"]
    assert cracks.heading.text() == "Cracks · 2 · 1 rejected"
    cracks.set_rows([CrackRow(LONG)], is_more=True)
    assert cracks.heading.text() == "Cracks · 1+"


def test_choosing_a_row_tells_it_and_being_told_one_tells_nothing(cracks, qtbot):
    with qtbot.waitSignal(cracks.row_chosen) as chosen:
        cracks.list.setCurrentRow(1)
    assert chosen.args == [1]
    with qtbot.assertNotEmitted(cracks.row_chosen):
        cracks.set_chosen(LONG)
    assert cracks.list.currentRow() == 0 and cracks.note.text() == "weeps"
    cracks.set_chosen(None)
    assert cracks.note.isReadOnly()


def test_a_crack_note_is_told_once_and_only_when_it_is_new(cracks, qtbot):
    cracks.set_chosen(SHORT)
    with qtbot.assertNotEmitted(cracks.note_written):
        cracks.note.editingFinished.emit()
    cracks.note.setText("a joint")
    with qtbot.waitSignal(cracks.note_written) as written:
        cracks.note.editingFinished.emit()
    assert written.args == ["a joint"]


def typed(cracks, qtbot, text):
    with qtbot.waitActive(cracks):
        cracks.show()
        cracks.activateWindow()
    cracks.note.setFocus()
    QTest.keyClicks(cracks.note, text)


def test_return_keeps_a_crack_note_and_goes_back_to_the_photo(cracks, qtbot):
    cracks.set_chosen(LONG)
    told = []
    cracks.note_written.connect(told.append)
    typed(cracks, qtbot, " badly")
    QTest.keyClick(cracks.note, Qt.Key.Key_Return)
    assert told == ["weeps badly"] and not cracks.note.hasFocus()


def test_escape_gives_a_crack_note_up(cracks, qtbot):
    cracks.set_chosen(LONG)
    typed(cracks, qtbot, " badly")
    with qtbot.assertNotEmitted(cracks.note_written):
        QTest.keyClick(cracks.note, Qt.Key.Key_Escape)
    assert cracks.note.text() == "weeps" and not cracks.note.hasFocus()


def test_a_note_that_is_being_written_outlives_a_photo_that_is_read_anew(cracks, qtbot):
    cracks.set_chosen(LONG)
    typed(cracks, qtbot, " badly")
    cracks.set_rows([CrackRow(LONG, "weeps"), CrackRow(SHORT)])
    cracks.set_chosen(LONG)
    assert cracks.note.text() == "weeps badly"
    cracks.set_chosen(SHORT)
    assert cracks.note.text() == ""


def test_the_review_row_names_who_and_asks_for_the_opposite(qtbot):
    row = ReviewRow()
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.acceptance_requested) as wished:
        QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert wished.args == [True]
    row.set_review(Review("ana", datetime(2026, 11, 23, 9, 30, tzinfo=UTC)))
    assert "ana" in row.words and "2026" in row.words
    with qtbot.waitSignal(row.acceptance_requested) as wished:
        QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert wished.args == [False]


@pytest.fixture
def judgement(qtbot):
    panel = JudgementPanel()
    qtbot.addWidget(panel)
    panel.set_vocabulary(scales.BRIDGE_ELEMENTS, {Aspect.STRUCTURE: ["Pier 7", "Deck"]})
    panel.set_judgement(Judgement(structure="Pier 7", severity="CS2"))
    return panel


def test_the_judgement_of_the_photo_is_shown_and_said_only_when_it_changes(judgement, qtbot):
    assert judgement.boxes[Aspect.STRUCTURE].currentText() == "Pier 7"
    assert judgement.boxes[Aspect.SEVERITY].currentText() == "CS2 · Fair"
    said = []
    judgement.judged.connect(lambda aspect, value: said.append((aspect, value)))
    judgement.boxes[Aspect.STRUCTURE].lineEdit().editingFinished.emit()
    assert said == []
    judgement.boxes[Aspect.ELEMENT].setEditText(" bearing ")
    judgement.boxes[Aspect.ELEMENT].lineEdit().editingFinished.emit()
    judgement.boxes[Aspect.SEVERITY].setCurrentIndex(4)
    judgement.boxes[Aspect.SEVERITY].activated.emit(4)
    judgement.boxes[Aspect.STRUCTURE].setEditText("")
    judgement.boxes[Aspect.STRUCTURE].lineEdit().editingFinished.emit()
    assert said == [(Aspect.ELEMENT, "bearing"), (Aspect.SEVERITY, "CS4"), (Aspect.STRUCTURE, "")]


def test_a_grade_of_the_scale_before_stays_readable(judgement):
    judgement.set_judgement(Judgement(severity="PASER 3"))
    assert judgement.boxes[Aspect.SEVERITY].currentText() == "PASER 3"


def test_an_own_scale_is_written_line_by_line_and_a_bad_one_is_refused(qtbot):
    dialog = JudgementDialog()
    qtbot.addWidget(dialog)
    dialog.show_settings(scales.PAVEMENT_DISTRESS, "{structure}/*")
    assert dialog.grades.toPlainText() == "L Low\nM Medium\nH High"
    chosen = []
    dialog.scale_chosen.connect(chosen.append)
    dialog.grades.setPlainText("A fine\nA bad")
    dialog.buttons.accepted.emit()
    assert chosen == [] and "different codes" in dialog.problem.text()
    dialog.name.setText("Ours")
    dialog.grades.setPlainText("1 hairline\n\n2 open crack")
    dialog.buttons.accepted.emit()
    assert [(grade.code, grade.meaning) for grade in chosen[0].grades] == [("1", "hairline"), ("2", "open crack")]
    assert chosen[0].name == "Ours"


def test_scrolling_over_a_judgement_judges_nothing(judgement, qtbot):
    box = judgement.boxes[Aspect.SEVERITY]
    judgement.show()
    place = QPointF(box.rect().center())
    for step in (120, -120):
        wheel = QWheelEvent(
            place,
            box.mapToGlobal(place),
            QPoint(),
            QPoint(0, step),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        with qtbot.assertNotEmitted(judgement.judged):
            QApplication.sendEvent(box, wheel)
    assert box.currentText() == "CS2 · Fair"


def test_the_length_of_a_line_is_asked_for_once_there_is_one(qtbot):
    panel = ScalePanel()
    qtbot.addWidget(panel)
    panel.length.setValue(50)
    assert not panel.photo_button.isEnabled()
    panel.set_line(((0, 0), (30, 40)))
    assert panel.rows.value(1) == "50.0 px"
    with qtbot.waitSignal(panel.length_given) as given:
        QTest.mouseClick(panel.folder_button, Qt.MouseButton.LeftButton)
    assert given.args == [50, True]
    panel.set_scale(0.5)
    assert (panel.rows.value(0), panel.rows.value(1)) == ("0.5 mm", "50.0 px · 25.0 mm")
