"""``crack-review measure``, ``export``, ``report`` and ``compare``, through the real main()."""

import csv
import json

import cv2
import numpy as np
import pytest

from core.values import cut
from tests.geotags import geotagged


@pytest.fixture
def wall(paint, tmp_path):
    """Two photos with masks, one of them without a crack, and a broken one."""
    for name, thickness in (("1.png", 5), ("sub/2.png", 0)):
        paint(
            tmp_path / "images" / name,
            thickness=thickness,
            mask=tmp_path / "masks" / name,
        )
    return tmp_path / "images"


def _given(tmp_path):
    return "--masks", tmp_path / "masks", "--quiet"


def test_measure_says_the_same_in_json_and_csv(cli, wall, tmp_path):
    code, out, _ = cli("measure", wall, *_given(tmp_path), "--json", "-", "--csv", tmp_path / "c.csv")
    assert code == 0
    said = json.loads(out)
    assert [photo["photo"] for photo in said["photos"]] == ["1.png", "sub/2.png"]
    (crack,) = said["photos"][0]["cracks"]
    (row,) = csv.DictReader((tmp_path / "c.csv").read_text(encoding="utf-8").splitlines())
    assert row["crack"] == crack["id"]
    assert float(row["length"]) == pytest.approx(crack["length"], rel=1e-3)
    assert row["unit"] == crack["unit"] == "px"
    assert said["photos"][1]["cracks"] == []


def test_measure_uses_the_mask_of_the_network_at_its_threshold(cli, wall, tmp_path, dark_pixels):
    code, out, _ = cli("measure", wall / "1.png", "--quiet", "--json", "-", "--mm-per-pixel", "0.5")
    assert code == 0
    (photo,) = json.loads(out)["photos"]
    assert photo["unit"] == "mm"
    assert photo["cracks"]


def test_measure_goes_on_after_a_broken_photo_and_says_so(cli, wall, tmp_path, dark_pixels):
    (wall / "3.png").write_bytes(b"")
    code, out, _ = cli("measure", wall, "--quiet", "--json", "-")
    assert code == 1
    assert [bool(photo["error"]) for photo in json.loads(out)["photos"]] == [False, True, False]


def test_measure_names_photos_that_overlap_before_anybody_adds_their_lengths(cli, tmp_path):
    rng = np.random.default_rng(0)
    grain = sum(cv2.GaussianBlur(rng.standard_normal((200, 400)), (0, 0), s) * s * 14 for s in (1.5, 4))
    wall = np.clip(165 + grain, 0, 255).astype(np.uint8)
    for folder in ("photos", "masks"):
        (tmp_path / folder).mkdir()
    for name, left in (("1.png", 0), ("2.png", 100)):
        cv2.imwrite(str(tmp_path / "photos" / name), wall[:, left : left + 300])
        cv2.imwrite(str(tmp_path / "masks" / name), np.zeros((200, 300), np.uint8))
    code, out, said = cli("measure", tmp_path / "photos", *_given(tmp_path), "--json", "-")
    assert code == 0
    assert json.loads(out)["overlaps"] == [["1.png", "2.png"]]
    assert "1.png – 2.png" in said


def test_typed_heading_puts_photos_on_the_map_whose_files_say_none(cli, tmp_path, paint):
    photo = geotagged(paint(tmp_path / "a.png"), tmp_path / "photos" / "a.jpg")
    paint(photo.with_name("b.png"), mask=tmp_path / "masks" / "b.png")
    paint(tmp_path / "c.png", mask=tmp_path / "masks" / "a.png")
    asked = ("export", photo.parent, *_given(tmp_path), "--format", "geojson-map,csv", "--mm-per-pixel", "1")
    code, _, said = cli(*asked, "--out", tmp_path / "out", "--heading", "90")
    assert code == 1
    assert "b.png needs GPS" in said
    assert [path.name for path in (tmp_path / "out" / "geojson-map").iterdir()] == ["a.geojson"]
    outline = json.loads((tmp_path / "out/geojson-map/a.geojson").read_text())["features"][0]["geometry"]
    longitude, latitude = np.mean(outline["coordinates"][0][0][:-1], axis=0)
    assert (longitude - 11.5) * 111_320 * np.cos(np.radians(48.25)) == pytest.approx(-0.0015, abs=3e-4)
    assert latitude == pytest.approx(48.25, abs=1e-8)
    rows = csv.DictReader((tmp_path / "out" / "photos.csv").read_text(encoding="utf-8").splitlines())
    assert [row["photo"] for row in rows] == ["a.jpg", "b.png"], "what a map lacks, a table does not"


@pytest.mark.parametrize("heading", ["-1", "361", "north", "nan"])
def test_heading_that_is_no_direction_is_a_sentence(cli, wall, tmp_path, heading):
    code, _, said = cli("export", wall, "--out", tmp_path / "o", "--format", "geojson-map", f"--heading={heading}")
    assert code == 2
    assert "degrees from 0 to 360 were expected" in said


def test_export_writes_every_format_and_leaves_the_photos_alone(cli, wall, tmp_path):
    before = (wall / "1.png").read_bytes()
    formats = ["png", "labelme", "yolo", "dxf", "geojson", "overlay", "csv", "xlsx", "coco", "coco-polygons"]
    code, _, _ = cli("export", wall, *_given(tmp_path), "--out", tmp_path / "out", "--format", ",".join(formats))
    assert code == 0
    found = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    each = {"png": "_mask.png", "labelme": ".json", "yolo": ".txt", "dxf": ".dxf", "geojson": ".geojson"}
    each["overlay"] = "_overlay.jpg"
    wanted = {f"{kind}/{stem}{ending}" for kind, ending in each.items() for stem in ("1", "sub/2")}
    assert found == wanted | {"cracks.csv", "photos.csv", "cracks.xlsx", "coco.json", "coco_polygons.json"}
    mask = cv2.imread(str(tmp_path / "out/png/1_mask.png"), cv2.IMREAD_UNCHANGED)
    assert ((mask > 127) == (cv2.imread(str(tmp_path / "masks/1.png"), 0) > 127)).all()
    assert (wall / "1.png").read_bytes() == before


def test_exported_mask_is_the_networks_map_cut_at_the_threshold(cli, wall, tmp_path, dark_pixels):
    cli("predict", wall / "1.png", "--out", tmp_path / "p", "--probabilities", "--threshold", "0.4", "--quiet")
    cli("export", wall / "1.png", "--out", tmp_path / "e", "--format", "png", "--threshold", "0.4", "--quiet")
    probabilities = cv2.imread(str(tmp_path / "p/1_prob.png"), cv2.IMREAD_UNCHANGED)
    mask = cv2.imread(str(tmp_path / "e/png/1_mask.png"), cv2.IMREAD_UNCHANGED)
    assert ((mask > 0) == (probabilities >= cut(0.4))).all()


def test_report_is_written_as_html_and_pdf(cli, wall, tmp_path):
    targets = [tmp_path / "r.html", tmp_path / "r.pdf"]
    code, out, _ = cli(
        "report",
        wall,
        *_given(tmp_path),
        "--out",
        targets[0],
        "--out",
        targets[1],
        "--language",
        "de",
        "--site",
        "Brücke",
        "--json",
    )
    assert code == 0
    assert json.loads(out)["photos"] == 2
    assert "Brücke" in targets[0].read_text(encoding="utf-8")
    assert targets[1].read_bytes().startswith(b"%PDF")


def test_compare_finds_the_growth_of_a_photo_and_refuses_another_wall(cli, tmp_path):
    rng = np.random.default_rng(0)
    grain = sum(cv2.GaussianBlur(rng.standard_normal((300, 400)), (0, 0), s) * s * 14 for s in (1.5, 4, 10))
    wall = np.clip(165 + grain, 90, 240).astype(np.uint8)
    for date, end in (("old", 200), ("new", 260)):
        photo, mask = wall.copy(), np.zeros_like(wall)
        cv2.line(mask, (80, 150), (end, 150), 255, 5)
        photo[mask > 0] = 30
        for folder, picture in ((date, photo), (f"{date}-masks", mask)):
            (tmp_path / folder).mkdir()
            cv2.imwrite(str(tmp_path / folder / "a.png"), picture)
    masks = ("--earlier-masks", tmp_path / "old-masks", "--later-masks", tmp_path / "new-masks", "--quiet")
    code, out, _ = cli("compare", tmp_path / "old", tmp_path / "new", *masks, "--json", "-")
    assert code == 0
    (pair,) = json.loads(out)["pairs"]
    assert pair["new_length"] == pytest.approx(60, abs=2)
    assert pair["paired_by"] == "name"
    cv2.imwrite(str(tmp_path / "new" / "a.png"), rng.integers(0, 255, wall.shape, dtype=np.uint8))
    code, out, _ = cli("compare", tmp_path / "old", tmp_path / "new", *masks, "--json", "-")
    assert code == 1
    assert "pair other photos" in json.loads(out)["pairs"][0]["error"]


@pytest.mark.parametrize("arguments", [("measure",), ("export", "--out", "out", "--format", "png")])
def test_folder_without_photos_is_a_sentence(cli, tmp_path, arguments):
    (tmp_path / "empty").mkdir()
    code, _, said = cli(*arguments, tmp_path / "empty")
    assert code == 2
    assert "No photo was found" in said


@pytest.mark.parametrize("option", ["--csv", "--json"])
def test_numbers_are_never_written_over_a_photo(cli, wall, tmp_path, option):
    before = (wall / "1.png").read_bytes()
    code, _, said = cli("measure", wall, *_given(tmp_path), option, wall / "1.png")
    assert code == 2
    assert "is named as a photo" in said
    assert (wall / "1.png").read_bytes() == before


def test_photos_without_a_mask_are_counted(cli, wall, tmp_path):
    (wall / "3.png").write_bytes((wall / "1.png").read_bytes())
    code, _, said = cli("measure", wall, *_given(tmp_path))
    assert code == 0
    assert "1 of 3 photos have no mask there, 3.png for one." in said
    code, _, said = cli("measure", wall / "3.png", *_given(tmp_path))
    assert code == 2
    assert "name each mask as its photo" in said


def test_compare_says_which_date_is_not_there(cli, wall, tmp_path):
    code, _, said = cli("compare", tmp_path / "nowhere", wall)
    assert code == 2
    assert "nowhere is not there" in said
