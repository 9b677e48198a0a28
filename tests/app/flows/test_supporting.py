"""Texts for support are read before anything is written, and nothing is sent."""

import zipfile
from pathlib import Path

import pytest

from app.flows import supporting
from app.flows.centre import TaskCentre
from app.flows.supporting import Supporting
from app.widgets.support_dialog import QFileDialog, SupportDialog

TEXTS = {"about.json": '{"crack-review": "1.2.3"}', "log/crack-review.log": "INFO opened <folder>"}


@pytest.fixture
def flow(qtbot, monkeypatch):
    monkeypatch.setattr(supporting, "papers", lambda: TEXTS)
    centre = TaskCentre()
    yield Supporting(centre)
    centre.close()


@pytest.fixture
def dialog(qtbot, flow):
    dialog = SupportDialog()
    qtbot.addWidget(dialog)
    flow.gathered.connect(dialog.show_papers)
    dialog.saving_requested.connect(flow.write)
    dialog.wait()
    return dialog


def test_every_text_can_be_read_before_it_is_saved(qtbot, flow, dialog):
    assert not dialog.save.isEnabled()
    with qtbot.waitSignal(flow.gathered):
        flow.gather()
    for row, text in enumerate(TEXTS.values()):
        dialog.names.setCurrentRow(row)
        assert dialog.text.toPlainText() == text
    assert dialog.save.isEnabled()


def test_what_was_read_is_what_is_written(qtbot, flow, dialog, tmp_path, monkeypatch):
    with qtbot.waitSignal(flow.gathered):
        flow.gather()
    target = tmp_path / "support.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(flow.told) as told:
        dialog.save.click()
    assert "nothing was sent" in told.args[0]
    with zipfile.ZipFile(target) as bundle:
        assert {name: bundle.read(name).decode() for name in bundle.namelist()} == TEXTS


def test_leaving_the_choice_of_a_file_writes_nothing(qtbot, flow, dialog, tmp_path, monkeypatch):
    with qtbot.waitSignal(flow.gathered):
        flow.gather()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(dialog.saving_requested):
        dialog.save.click()


def test_a_place_that_takes_no_file_is_told(qtbot, flow, tmp_path):
    with qtbot.waitSignal(flow.failed) as failed:
        flow.write(Path(tmp_path / "absent" / "support.zip"))
    assert "another place" in failed.args[0].message
