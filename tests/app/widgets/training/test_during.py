"""The page of a running training says what happens, and no more."""

import pytest

from app.widgets.training.during import During
from core.values import EpochReport, Progress


@pytest.fixture
def page(qtbot):
    made = During()
    qtbot.addWidget(made)
    made.begin("Quick training")
    made.show()
    return made


def log_of(page):
    return [line.split("  ", 1)[1] for line in page.log.toPlainText().splitlines()]


def test_log_names_figures_and_leaves_out_what_has_no_name(page):
    figures = {"painted_dice": 0.6, "painted_threshold": 0.2, "clean_false_alarm": 0.01, "tag_auroc": 0.9}
    page.add_report(EpochReport(3, 24, 5.0, {"tags": 0.5}, figures))
    assert log_of(page)[-1] == "Step 3: loss 0.500, Dice on painted cracks 0.600, AUROC of tags 0.900"


def test_ordinary_news_stays_out_of_the_log_and_a_photo_that_cannot_be_read_goes_into_it(page):
    for message in ("Validating", "Looking for clean surface (3 of 89)", "pier.jpg is damaged."):
        page.set_progress(Progress(2, 24, message))
    assert log_of(page) == ["Quick training", "pier.jpg is damaged."]


def test_before_the_first_step_the_bar_knows_no_end_and_no_step_is_named(page):
    page.set_progress(Progress(0, 24, "Looking for clean surface (3 of 89)"))
    assert page._bar.maximum() == 0 and page._eta.text() == "Looking for clean surface (3 of 89)"
    page.set_progress(Progress(1, 24, "Training", 60.0))
    assert page._bar.maximum() == 24 and "step 1 of 24" in page._eta.text()


def test_the_next_key_after_a_pause_resumes_and_does_not_end_the_run(qtbot, page):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.pause_button.setFocus()
    page.pause_button.click()
    assert not page.pause_button.hasFocus()
    page.set_paused()
    assert page.pause_button.hasFocus() and page.pause_button.text() == "Resume"
    assert page._goes_on.isHidden()
