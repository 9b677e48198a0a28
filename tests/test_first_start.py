"""What somebody sees who starts the program for the first time, without a folder."""

import json
import subprocess
import sys

import pytest

from app.flows import supporting
from core.project.place import user_folder
from core.train.paint.samples import SAMPLES
from tests.windows import drive

pytestmark = pytest.mark.usefixtures("network")


def test_the_sample_photos_are_shown_with_masks_and_dice(qtbot):
    def script(user):
        user.has_photos(len(SAMPLES))
        assert user.listed() == [f"{sample.name}.jpg" for sample in SAMPLES]
        user.sees_mask()
        user.until(lambda: user.window.scoring.tables.get(user.window.session.current) is not None)

    assert drive(qtbot, script) == 0


def test_a_home_that_takes_no_files_is_told_and_the_window_stays(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr("app.failures.show_failure", lambda window, failure: told.append(failure.message))
    user_folder().mkdir(parents=True, exist_ok=True)
    (user_folder() / "samples").write_text("in the way")

    def script(user):
        user.until(lambda: told)
        assert "open a folder of your own" in told[0]
        assert user.window.isVisible()

    assert drive(qtbot, script) == 0


def test_a_crash_of_the_last_run_is_told_and_its_report_can_be_read(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(supporting, "papers", lambda: {"log/crash.txt": "Fatal Python error"})
    (user_folder() / "log").mkdir(parents=True)
    (user_folder() / "log" / "running-7.txt").write_text("Fatal Python error", encoding="utf-8")

    def script(user):
        assert any("crashed" in line for line in user.window.dialogs._log.lines)
        user.window.actions_by_id["support"].trigger()
        user.until(lambda: user.window.dialogs.support.text.toPlainText() == "Fatal Python error")

    assert drive(qtbot, script, tmp_path) == 0


def test_window_shows_before_torch_is_loaded(tmp_path, paint, home):
    paint(tmp_path / "1.png")
    script = (
        "import sys, json\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from app import jobs\n"
        "from app.main_window import MainWindow\n"
        "seen = []\n"
        "show = MainWindow.showEvent\n"
        "def shown(self, event):\n"
        "    seen.append('torch' in sys.modules)\n"
        "    show(self, event)\n"
        "    QTimer.singleShot(0, self.close)\n"
        "MainWindow.showEvent = shown\n"
        "from app.__main__ import main\n"
        "code = main([sys.argv[1]])\n"
        "print(json.dumps([code, seen]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert json.loads(done.stdout.splitlines()[-1]) == [0, [False]], done.stderr
