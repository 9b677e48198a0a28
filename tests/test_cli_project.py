"""What inspectors said of photos counts for ``measure``, ``export`` and ``report``: they read the project."""

import csv
import json
from html import unescape

import cv2
import numpy as np
import pytest

from core.commands import engine
from core.measure.scale import from_mm_per_pixel
from core.project import (
    calibration,
    comments,
    corrections,
    cracks,
    judgements,
    regions,
    reviews,
    thresholds,
)
from core.project.corrections import Stroke
from core.project.cracks import Anchor, Verdict
from core.project.judgements import Aspect
from core.project.project import Project
from core.record.standards import classes_of, keep_width_classes
from core.values import Tag

ROWS = {"upper": 15, "lower": 40}


@pytest.fixture
def folder(tmp_path, dark_pixels):
    """Three photos with two dark lines each, known to a project."""
    for number in (1, 2, 3):
        photo = np.full((60, 80, 3), 200, np.uint8)
        for row in ROWS.values():
            photo[row : row + 3, 10:-10] = 60
        cv2.imwrite(str(tmp_path / f"{number}.png"), photo)
    with Project.open(tmp_path) as project:
        project.sync(sorted(tmp_path.glob("*.png")))
    return tmp_path


@pytest.fixture
def say(folder):
    def act(*actions):
        with Project.open(folder) as project:
            for action in actions:
                action(project)

    return act


@pytest.fixture
def measured(cli, folder, tmp_path_factory):
    def run(*more):
        code, out, said = cli("measure", folder, "--quiet", "--json", "-", *more)
        assert code == 0, said
        return {photo["photo"]: photo for photo in json.loads(out)["photos"]}

    return run


def test_rejected_cracks_and_ignored_regions_are_not_measured(measured, say):
    say(
        lambda project: cracks.judge(project, 1, [Anchor(10, 15)], Verdict.REJECTED),
        lambda project: regions.add(project, 2, ((0, 30), (80, 30), (80, 50), (0, 50))),
    )
    found = measured()
    assert [crack["id"] for crack in found["1.png"]["cracks"]] == ["10-40"]
    assert [crack["id"] for crack in found["2.png"]["cracks"]] == ["10-15"]
    assert len(found["3.png"]["cracks"]) == 2


def test_strokes_are_measured(measured, say):
    layer = np.zeros((60, 80), np.uint8)
    layer[ROWS["upper"] : ROWS["upper"] + 3] = Stroke.ERASED
    layer[5, 20:60] = Stroke.DRAWN
    say(lambda project: corrections.save(project, 1, layer))
    boxes = [crack["box_px"] for crack in measured()["1.png"]["cracks"]]
    assert sorted(boxes) == [[10, 40, 60, 3], [20, 5, 40, 1]]


def test_thresholds_of_photo_and_folder_hold_until_one_is_given(measured, say):
    say(
        lambda project: thresholds.set_for_folder(project, "", 0.9),
        lambda project: thresholds.set_for_photos(project, [2], 0.3),
    )
    found = measured()
    assert [found[name]["threshold"] for name in ("1.png", "2.png")] == [0.9, 0.3]
    assert (found["1.png"]["cracks"], len(found["2.png"]["cracks"])) == ([], 2)
    assert {photo["threshold"] for photo in measured("--threshold", "0.4").values()} == {0.4}


def test_scales_of_photo_and_folder_hold_until_one_is_given(measured, say):
    say(
        lambda project: calibration.set_for_folder(project, "", from_mm_per_pixel(0.5)),
        lambda project: calibration.set_for_photos(project, [2], from_mm_per_pixel(2)),
    )
    found = measured()
    assert found["1.png"]["unit"] == "mm"
    assert found["2.png"]["length"] == pytest.approx(4 * found["1.png"]["length"])
    assert measured("--mm-per-pixel", "2")["1.png"]["length"] == pytest.approx(found["2.png"]["length"])


def test_what_is_said_of_a_photo_stands_beside_its_figures(measured, say):
    say(
        lambda project: project.set_tags([1], Tag.CRACKED),
        lambda project: judgements.judge(project, [1], {Aspect.STRUCTURE: "Pier 7", Aspect.SEVERITY: "CS3"}),
        lambda project: comments.comment(project, 1, "above the bearing"),
        lambda project: comments.comment(project, 1, "wet", anchor=Anchor(10, 15)),
        lambda project: reviews.accept(project, [1]),
    )
    photo = measured()["1.png"]
    assert (photo["tag"], photo["structure"], photo["severity"]) == ("cracked", "Pier 7", "CS3")
    assert photo["notes"] == "above the bearing\n10-15: wet"
    assert photo["reviewed_by"]


def test_only_photos_that_were_tagged_or_reviewed_are_taken_if_asked_for(cli, folder, measured, say):
    say(lambda project: project.set_tags([2], Tag.CRACKED), lambda project: reviews.accept(project, [3]))
    assert list(measured("--only", "cracked")) == ["2.png"]
    assert list(measured("--only", "reviewed")) == ["3.png"]
    say(lambda project: reviews.withdraw(project, [3]))
    code, _, said = cli("measure", folder, "--quiet", "--only", "reviewed")
    assert code == 2
    assert "None of the photos is reviewed" in said


def test_report_says_severity_notes_reviewer_and_element_and_orders_by_severity(cli, folder, say):
    say(
        lambda project: judgements.judge(project, [1], {Aspect.SEVERITY: "CS1"}),
        lambda project: judgements.judge(project, [3], {Aspect.ELEMENT: "bearing", Aspect.SEVERITY: "CS4"}),
        lambda project: comments.comment(project, 3, "spalls below"),
        lambda project: reviews.accept(project, [1, 3]),
        lambda project: cracks.judge(project, 3, [Anchor(10, 15)], Verdict.REJECTED),
    )
    code, _, said = cli("report", folder, "--quiet", "--out", folder / "r.html", "--order", "severity")
    assert code == 0, said
    text = unescape((folder / "r.html").read_text("utf-8"))
    first = text[: text.index("<h2>")]
    assert "2.png" in first
    assert "1.png" not in first
    pages = text.split('<section class="photo">')[1:]
    assert "3.png" in pages[0]
    for words in ("CS4", "spalls below", "bearing"):
        assert words in pages[0]
    assert "10-40" in pages[0]
    assert "10-15" not in pages[0]


def test_export_holds_the_final_masks_and_the_projects_width_classes(cli, folder, say, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    say(
        lambda project: cracks.judge(project, 1, [Anchor(10, 15)], Verdict.REJECTED),
        lambda project: calibration.set_for_folder(project, "", from_mm_per_pixel(0.5)),
        lambda project: keep_width_classes(project, classes_of([100])),
    )
    code, _, said = cli("export", folder, "--quiet", "--out", out, "--format", "png,csv,overlay,coco")
    assert code == 0, said
    mask = cv2.imread(str(out / "png/1_mask.png"), cv2.IMREAD_UNCHANGED)
    assert not mask[15:18].any()
    assert mask[40:43, 10:-10].all()
    drawn = cv2.imread(str(out / "overlay/1_overlay.jpg"))[41, 40]
    assert np.argmax(drawn) == 0, "the first class is blue"
    with (out / "cracks.csv").open(encoding="utf-8") as file:
        assert [row["crack"] for row in csv.DictReader(file)] == ["10-40"] + ["10-15", "10-40"] * 2


def test_tables_hold_what_is_said_of_photos_and_cracks(cli, folder, say, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    say(
        lambda project: judgements.judge(project, [1], {Aspect.LOCATION: "span 2", Aspect.SEVERITY: "CS3"}),
        lambda project: comments.comment(project, 1, "=above the bearing"),
        lambda project: comments.comment(project, 1, "wet", anchor=Anchor(10, 40)),
    )
    assert cli("export", folder, "--quiet", "--out", out, "--format", "csv")[0] == 0
    photos, found = (
        list(csv.DictReader((out / name).read_text("utf-8").splitlines())) for name in ("photos.csv", "cracks.csv")
    )
    assert [photos[0][key] for key in ("location", "severity", "note")] == ["span 2", "CS3", "'=above the bearing"]
    assert {row["crack"]: row["note"] for row in found if row["photo"] == "1.png"} == {"10-15": "", "10-40": "wet"}


def test_export_replaces_nothing_without_being_told_to(cli, folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    (out / "cracks.csv").write_text("mine")
    code, _, said = cli("export", folder, "--quiet", "--out", out, "--format", "png,csv")
    assert code == 2
    assert "is there already" in said
    assert [path.name for path in out.iterdir()] == ["cracks.csv"]
    assert (out / "cracks.csv").read_text() == "mine"
    assert cli("export", folder, "--quiet", "--out", out, "--format", "png,csv", "--replace")[0] == 0
    assert (out / "cracks.csv").read_text() != "mine"


def test_no_project_is_made_by_measuring(cli, paint, tmp_path, dark_pixels):
    paint(tmp_path / "1.png")
    assert cli("measure", tmp_path, "--quiet")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["1.png"]


def test_photo_named_alone_is_known_to_its_folders_project(cli, folder, say):
    say(lambda project: thresholds.set_for_photos(project, [2], 0.3))
    code, out, _ = cli("measure", folder / "2.png", "--quiet", "--json", "-")
    assert code == 0
    assert json.loads(out)["photos"][0]["threshold"] == 0.3


def test_projects_active_network_is_asked_and_folders_with_different_ones_are_refused(
    cli, folder, paint, tmp_path_factory, monkeypatch, dark_pixels
):
    other = tmp_path_factory.mktemp("other")
    paint(other / "1.png")
    for place, model in ((folder, "0123456789abcdef"), (other, "fedcba9876543210")):
        with Project.open(place) as project:
            project.set_setting("active_model", model)
    asked = []
    monkeypatch.setattr(engine, "chosen", lambda arguments: asked.append(arguments.model) or dark_pixels)
    assert cli("measure", folder, "--quiet")[0] == 0
    assert asked == ["0123456789abcdef"]
    code, _, said = cli("measure", folder, other, "--quiet")
    assert code == 2
    assert "--model" in said


def test_marker_is_not_found_and_zero_scale_is_refused_with_a_sentence(cli, folder):
    code, _, said = cli("measure", folder, "--quiet", "--marker", "50")
    assert code == 1
    assert "No ArUco marker was found" in said
    code, _, said = cli("measure", folder, "--quiet", "--mm-per-pixel", "0")
    assert code == 2
    assert "above 0" in said


def test_classes_that_do_not_grow_are_refused_with_a_sentence(cli, folder, tmp_path):
    for limits in ("0.3,0.2", "0", "x", "1,2,3,4,5,6,7,8"):
        code, _, said = cli("report", folder, "--out", tmp_path / "r.html", "--classes", limits)
        assert code == 2
        assert "limits in mm" in said
