"""From the window to what an inspector hands over: reports and exports, through the real main()."""

import json
from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import desktop
from app.__main__ import main
from app.which import Which
from core.commands import engine
from core.measure.scale import from_mm_per_pixel
from core.project import calibration, comments, cracks, judgements, reviews, thresholds
from core.project.cracks import Anchor, Verdict
from core.project.judgements import Aspect
from core.project.project import Project
from core.report.model import Order
from core.report.texts import Language
from core.values import Tag
from tests.geotags import geotagged
from tests.windows import drive


@pytest.fixture(autouse=True)
def network(network, monkeypatch):
    monkeypatch.setattr(engine, "chosen", lambda arguments: engine.Engine(network))
    return network


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    """Which files the desktop was asked to open."""
    paths = []
    monkeypatch.setattr(desktop, "open_file", lambda path: paths.append(path) or True)
    return paths


@pytest.fixture
def said(folder):
    """Everything that counts is said of some photo."""
    with Project.open(folder) as project:
        project.sync(sorted(folder.glob("*.png")))
        project.set_tags([1, 3], Tag.CRACKED)
        cracks.judge(project, 1, [Anchor(5, 20)], Verdict.REJECTED)
        thresholds.set_for_photos(project, [2], 0.9)
        calibration.set_for_photos(project, [3], from_mm_per_pixel(0.5))
        judgements.judge(project, [3], {Aspect.ELEMENT: "bearing", Aspect.SEVERITY: "CS4"})
        comments.comment(project, 3, "wet")
        reviews.accept(project, [3, 4])
    return folder


def write_report(user, path, **fields):
    user.press("Ctrl+R")
    dialog = user.window.office.report
    dialog.file.set_path(path)
    for name, value in fields.items():
        box = getattr(dialog, name)
        box.setCurrentIndex(box.findData(value))
    QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    user.until(lambda: not user.window.reporting.is_running)
    return dialog


def export(user, out, *formats, which=Which.ALL):
    user.press("Ctrl+Shift+E")
    dialog = user.window.office.export
    dialog.set_choice(formats, out)
    dialog.photos.setCurrentIndex(dialog.photos.findData(which))
    return run_export(user)


def run_export(user):
    dialog = user.window.office.export
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    user.until(lambda: not user.window.exporting.is_running)
    return dialog


def test_window_and_command_line_export_the_same_bytes(qtbot, said, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    formats = ("csv", "coco", "png", "geojson", "labelme", "yolo")

    def script(user):
        user.has_photos(4)
        dialog = export(user, out / "window", *formats)
        assert "4 photos exported" in dialog.job.words.text()

    drive(qtbot, script, said)
    assert main(["export", str(said), "--quiet", "--out", str(out / "line"), "--format", ",".join(formats)]) == 0
    written = {path.relative_to(out / "line") for path in (out / "line").rglob("*") if path.is_file()}
    assert {path.relative_to(out / "window") for path in (out / "window").rglob("*") if path.is_file()} == written
    assert len(written) == 3 + 4 * 4
    for path in written:
        mine, other = (out / "window" / path).read_bytes(), (out / "line" / path).read_bytes()
        if path.parts[0] == "labelme":  # names its photo from where it lies
            mine, other = (json.loads(text)["shapes"] for text in (mine, other))
        assert mine == other, path


def test_report_of_the_window_says_what_the_command_line_says(qtbot, said, tmp_path_factory, opened):
    out = tmp_path_factory.mktemp("out")

    def script(user):
        user.has_photos(4)
        user.press("Ctrl+R")
        dialog = user.window.office.report
        dialog.lines["site"].setText("Brücke 7001")
        dialog.kinds[".html"].setChecked(True)
        dialog = write_report(user, out / "window", language=Language.GERMAN, order=Order.SEVERITY)
        assert dialog.open_button.isVisible()
        assert opened == [out / "window.pdf"]

    drive(qtbot, script, said)
    assert (out / "window.pdf").read_bytes().startswith(b"%PDF")
    more = ("--language", "de", "--order", "severity", "--site", "Brücke 7001")
    assert main(["report", str(said), "--quiet", "--out", str(out / "line.html"), *more]) == 0
    text = (out / "window.html").read_text("utf-8")
    assert text == (out / "line.html").read_text("utf-8")
    pages = unescape(text).split('<section class="photo">')
    assert "photo 1.png" in pages[0]
    assert "photo 3.png" not in pages[0]
    for words in ("photo 3.png", "CS4", "wet", "bearing", "mm"):
        assert words in pages[1]


def test_report_and_export_take_the_photos_that_are_chosen(qtbot, said, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")

    def script(user):
        user.has_photos(4)
        export(user, out / "a", "png", which=Which.CRACKED)
        user.press("Alt+0")
        export(user, out / "b", "png", which=Which.SHOWN)
        user.press("Ctrl+A", "Ctrl+R")
        assert user.window.office.report.photos.currentData() == Which.SELECTED
        assert user.window.office.report.wish().ids == (1, 2)

    drive(qtbot, script, said)
    assert sorted(path.name for path in (out / "a/png").iterdir()) == ["photo 1_mask.png", "photo 3_mask.png"]
    assert sorted(path.name for path in (out / "b/png").iterdir()) == ["photo 1_mask.png", "photo 2_mask.png"]


def test_photos_selected_while_the_dialog_is_open_can_be_chosen(qtbot, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")

    def script(user):
        user.has_photos(4)
        user.press("Ctrl+Shift+E")
        dialog = user.window.office.export
        assert len(dialog.photos.ids) == 4
        user.window.grid.view.selectAll()
        user.window.reviewing.set_search("1.png")
        user.until(lambda: user.listed() == ["photo 1.png"])
        dialog.picks_wanted.emit()
        row = dialog.photos.findData(Which.SHOWN)
        assert "(1)" in dialog.photos.itemText(row)
        dialog.photos.setCurrentIndex(row)
        dialog.photos.activated.emit(row)
        user.window.reviewing.set_search("")
        user.until(lambda: len(user.listed()) == 4)
        dialog.picks_wanted.emit()
        assert dialog.photos.currentData() == Which.SHOWN
        assert len(dialog.photos.ids) == 4
        dialog.set_choice(("csv",), out)
        (out / "cracks.csv").write_text("mine")
        run_export(user)
        dialog.picks_wanted.emit()
        assert "Replace" in dialog.export_button.text()

    drive(qtbot, script, folder)


def test_files_in_the_way_are_asked_about_before_anything_is_written(qtbot, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    (out / "cracks.csv").write_text("mine")

    def script(user):
        user.has_photos(4)
        dialog = export(user, out, "png", "csv")
        assert "cracks.csv is there already" in dialog.job.words.text()
        assert [path.name for path in out.iterdir()] == ["cracks.csv"]
        assert (out / "cracks.csv").read_text() == "mine"
        run_export(user)
        assert (out / "cracks.csv").read_text() != "mine"

    drive(qtbot, script, folder)


def test_typed_heading_goes_along_and_what_the_map_lacks_is_told(qtbot, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    geotagged(folder / "photo 1.png", folder / "photo 5.jpg")
    with Project.open(folder) as project:
        project.sync(sorted(folder.glob("photo*")))
        calibration.set_for_folder(project, "", from_mm_per_pixel(1.0))

    def script(user):
        user.has_photos(5)
        user.press("Ctrl+Shift+E")
        dialog = user.window.office.export
        assert not dialog.heading.isEnabled()
        assert dialog.heading.text() == "as the photos say"
        dialog.set_choice(("geojson-map", "png"), out)
        dialog.heading.setValue(45.0)
        run_export(user)
        for words in ("5 photos exported", "4 files could not be made", "needs GPS"):
            assert words in dialog.job.words.text()

    drive(qtbot, script, folder)
    assert [path.name for path in (out / "geojson-map").iterdir()] == ["photo 5.geojson"]
    assert len(list((out / "png").iterdir())) == 5


def test_bad_targets_and_files_are_sentences_and_nothing_is_lost(qtbot, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    (out / "file").write_text("no folder")
    (out / "odd.toml").write_text("accent = 3")
    photo = (folder / "photo 1.png").read_bytes()

    def script(user):
        user.has_photos(4)
        dialog = write_report(user, out / "file" / "r")
        assert "cannot be written" in dialog.job.words.text()
        dialog.style_file.set_path(out / "odd.toml")
        assert "correct" in write_report(user, out / "r").job.words.text()
        dialog.style_file.set_path(None)
        dialog.logo.set_path(out / "odd.toml")
        assert "logo" in write_report(user, out / "r").job.words.text()
        assert "cannot be written" in export(user, out / "file", "csv").job.words.text()

    drive(qtbot, script, folder)
    assert sorted(path.name for path in out.iterdir()) == ["file", "odd.toml"]
    assert (folder / "photo 1.png").read_bytes() == photo


def test_photo_that_cannot_be_read_stands_in_the_report_and_is_told_by_the_export(qtbot, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    (folder / "photo 2.png").write_bytes(b"")

    def script(user):
        user.has_photos(4)
        user.press("Ctrl+R")
        dialog = user.window.office.report
        dialog.kinds[".html"].setChecked(True)
        dialog.kinds[".pdf"].setChecked(False)
        write_report(user, out / "r")
        assert "photo 2.png" in (out / "r.html").read_text("utf-8")
        dialog = export(user, out, "csv")
        assert "3 photos exported" in dialog.job.words.text()
        assert "photo 2.png" in dialog.job.words.text()

    drive(qtbot, script, folder)


def test_stopped_report_leaves_what_was_there_before(qtbot, folder, tmp_path_factory, network):
    out = tmp_path_factory.mktemp("out")
    (out / "r.pdf").write_text("before")

    def script(user):
        user.has_photos(4)
        user.all_predicted()
        user.press("Ctrl+R")
        dialog = user.window.office.report
        dialog.file.set_path(out / "r")
        user.window.reporting.progressed.connect(lambda _: user.window.reporting.stop())
        QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
        user.until(lambda: not user.window.reporting.is_running)
        assert "Stopped" in dialog.job.words.text()
        assert dialog.write_button.isEnabled()

    drive(qtbot, script, folder)
    assert (out / "r.pdf").read_text() == "before"
    assert [path.name for path in out.iterdir()] == ["r.pdf"]


def test_cover_remembers_who_inspects(qtbot, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")

    def write(user):
        user.has_photos(4)
        user.press("Ctrl+R")
        dialog = user.window.office.report
        dialog.lines["inspector"].setText("A. Müller")
        write_report(user, out / "r", language=Language.SPANISH)

    def look(user):
        user.has_photos(4)
        user.press("Ctrl+R")
        wish = user.window.office.report.wish()
        assert (wish.lines["inspector"], wish.language, wish.file.parent) == ("A. Müller", Language.SPANISH, out)
        assert wish.lines["site"] == folder.name

    drive(qtbot, write, folder)
    drive(qtbot, look, folder)
