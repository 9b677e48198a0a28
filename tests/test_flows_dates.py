"""What grew between two dates, in the window, through the real main()."""

import csv

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.project import cracks
from core.project.cracks import Anchor, Verdict
from core.project.project import Project
from core.record.comparing import Compared
from tests.windows import drive

START, SEEN_END, NOW_END = 80, 200, 260
NEW_PX = NOW_END - SEEN_END


pytestmark = pytest.mark.usefixtures("network")


def wall(seed):
    """Grain of several sizes, never as dark as a crack."""
    rng = np.random.default_rng(seed)
    grain = sum(cv2.GaussianBlur(rng.standard_normal((300, 400)), (0, 0), s) * s * 10 for s in (1.5, 4, 10))
    return np.clip(190 + grain, 140, 250).astype(np.uint8)


def with_crack(photo, end):
    photo = photo.copy()
    cv2.line(photo, (START, 150), (end, 150), 30, 5)
    return photo


@pytest.fixture
def dates(tmp_path):
    """a grew, and was photographed from another place; b is another wall; c has no earlier photo."""
    turn = cv2.getRotationMatrix2D((200, 150), 4, 1.0)
    turn[:, 2] += (12, -7)
    later = cv2.warpAffine(with_crack(wall(1), NOW_END), turn, (400, 300), borderMode=cv2.BORDER_REFLECT)
    photos = {
        "2024/a.png": with_crack(wall(1), SEEN_END),
        "2024/b.png": wall(2),
        "2026/a.png": later,
        "2026/b.png": wall(3),
        "2026/c.png": with_crack(wall(1), NOW_END),
    }
    for name, pixels in photos.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        cv2.imwrite(str(tmp_path / name), pixels)
    return tmp_path


def compare(user, earlier):
    user.press("Ctrl+D")
    dialog = user.window.archive.dialog
    dialog.folder.set_path(earlier)
    QTest.mouseClick(dialog.compare_button, Qt.MouseButton.LeftButton)
    user.until(lambda: not user.window.comparing_dates.is_running)
    return dialog


def growth_of(dialog, name):
    return next(each.growth for each in dialog.compared if each.spot.later.path.name == name)


def test_growth_is_found_shown_and_saved_and_another_wall_is_refused(qtbot, dates, tmp_path):
    def script(user):
        user.has_photos(3)
        dialog = compare(user, dates / "2024")
        grown = growth_of(dialog, "a.png")
        assert grown.new_length == pytest.approx(NEW_PX, rel=0.05)
        assert grown.length_before == pytest.approx(SEEN_END - START, rel=0.05)
        assert growth_of(dialog, "b.png") is None
        assert dialog.table.item(1, 8).text().endswith("pair other photos.")
        assert dialog.table.item(2, 1).text() == "none found: pick one"
        assert "1 pairs do not fit" in dialog.job.words.text() or "1 pair" in dialog.job.words.text()
        stage = user.window.archive.stage
        user.until(lambda: stage.pair is not None)
        assert sum(len(line) for line in stage.pair.new) == pytest.approx(NEW_PX, abs=6)
        dialog.blink.setChecked(True)
        assert stage.is_blinking and not stage.handle.isVisible()
        user.until(lambda: not stage._shows_earlier)
        dialog.table.selectRow(1)
        user.until(lambda: stage.pair is None)
        user.window.archive._on_table(tmp_path / "growth.csv")

    drive(qtbot, script, dates / "2026")
    with (tmp_path / "growth.csv").open(encoding="utf-8") as file:
        first, second = csv.DictReader(file)
    assert float(first["new_length"]) == pytest.approx(NEW_PX, rel=0.05)
    assert second["problem"] and not second["new_length"]


def test_earlier_photo_is_picked_by_hand(qtbot, dates):
    def script(user):
        user.has_photos(3)
        dialog = compare(user, dates / "2024")
        dialog.table.selectRow(2)
        dialog.pick(dates / "2024" / "a.png")
        user.until(lambda: not user.window.comparing_dates.is_running)
        assert growth_of(dialog, "c.png").new_length == pytest.approx(NEW_PX, rel=0.05)
        assert len(dialog.compared) == 3

    drive(qtbot, script, dates / "2026")


def test_dates_of_one_project_are_compared_without_what_was_rejected_earlier(qtbot, dates):
    with Project.open(dates) as project:
        project.sync(sorted(dates.rglob("*.png")))
        earlier = next(row.id for row in project.photos() if row.path == "2024/a.png")
        cracks.judge(project, earlier, [Anchor(START - 2, 150)], Verdict.REJECTED)
        cracks.judge(project, earlier, [Anchor(START, 148)], Verdict.REJECTED)

    def script(user):
        user.has_photos(5)
        dialog = compare(user, dates / "2024")
        assert [each.spot.later.name for each in dialog.compared] == ["2026/a.png", "2026/b.png"]
        grown = growth_of(dialog, "a.png")
        assert grown.length_before == 0
        # What was rejected is on both photos: it has not grown, whatever is said of it.
        assert grown.new_length == pytest.approx(NEW_PX, rel=0.05)
        assert grown.found_once_length == pytest.approx(SEEN_END - START, abs=8)  # round tips add to it

    drive(qtbot, script, dates)


def test_folder_that_is_missing_empty_or_of_other_names_is_a_sentence(qtbot, dates, tmp_path):
    (tmp_path / "none").mkdir()
    (tmp_path / "other").mkdir()
    cv2.imwrite(str(tmp_path / "other" / "z.png"), wall(9))

    def script(user):
        user.has_photos(3)
        for name, words in (("nowhere", "is none"), ("none", "No photo was found"), ("other", "by hand")):
            dialog = compare(user, tmp_path / name)
            assert words in dialog.job.words.text()
            assert not any(isinstance(each, Compared) for each in dialog.compared)

    drive(qtbot, script, dates / "2026")
