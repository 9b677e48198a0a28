"""``crack-review predict``, through the real main()."""

import csv
import json
import math

import cv2
import numpy as np
import pytest
from PIL import Image

from core.values import cut

COLUMNS = ["photo", "status", "error", "width", "height", "photo_score", "crack_area", "threshold", "model", "seconds"]


def _rows(out):
    with (out / "predictions.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    assert reader.fieldnames == COLUMNS
    return {row["photo"]: row for row in rows}


def _image(path):
    return cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_UNCHANGED)


def _files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_masks_are_the_map_cut_at_the_threshold(cli, dark_pixels, paint, tmp_path):
    photo = paint(tmp_path / "photos" / "a.png", thickness=2)
    code, *_ = cli("predict", photo, "--out", tmp_path / "out", "--threshold", "0.6", "--probabilities")
    assert code == 0
    mask, levels = _image(tmp_path / "out" / "a_mask.png"), _image(tmp_path / "out" / "a_prob.png")
    assert mask.dtype == levels.dtype == np.uint8
    assert mask.shape == levels.shape == (40, 60)
    assert set(np.unique(mask)) == {0, 255}
    assert np.array_equal(levels, 255 - _image(photo).max(axis=2))
    assert np.array_equal(mask == 255, levels >= cut(0.6))


@pytest.mark.parametrize("threshold", ["0", "0.001", "0.5", "0.6", "0.999", "1"])
def test_a_level_is_crack_from_the_cut_on(cli, dark_pixels, tmp_path, threshold):
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    Image.fromarray(ramp).save(tmp_path / "ramp.png")
    cli("predict", tmp_path / "ramp.png", "--out", tmp_path / "out", "--threshold", threshold)
    mask = _image(tmp_path / "out" / "ramp_mask.png")[0] == 255
    assert mask.tolist() == [255 - grey >= math.ceil(255 * float(threshold)) for grey in range(256)]


def test_log_has_a_line_for_each_photo(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "photos" / "a.png", thickness=2)
    code, *_ = cli("predict", tmp_path / "photos", "--out", tmp_path / "out")
    row = _rows(tmp_path / "out")["a.png"]
    assert code == 0
    assert (row["status"], row["error"], row["width"], row["height"]) == ("ok", "", "60", "40")
    assert float(row["crack_area"]) == pytest.approx((_image(tmp_path / "out" / "a_mask.png") > 0).mean())
    assert float(row["photo_score"]) == pytest.approx(215 / 255)
    assert (float(row["threshold"]), row["model"], float(row["seconds"])) == (0.5, dark_pixels.version.id, 0.25)


def test_masks_are_upright_as_the_photo_is_seen(cli, dark_pixels, tmp_path):
    pixels = np.full((20, 30, 3), 200, np.uint8)
    pixels[:, :3] = 0
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(pixels).save(tmp_path / "turned.jpg", exif=exif, quality=100)
    cli("predict", tmp_path / "turned.jpg", "--out", tmp_path / "out")
    mask = _image(tmp_path / "out" / "turned_mask.png")
    assert mask.shape == (30, 20)
    assert (mask[:3] == 255).all()
    assert not mask[4:].any()


def test_folder_structure_is_kept(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "photos" / "a.png")
    paint(tmp_path / "photos" / "north pier" / "Größe" / "b.png")
    assert cli("predict", tmp_path / "photos", "--out", tmp_path / "out")[0] == 0
    assert _files(tmp_path / "out") == ["a_mask.png", "north pier/Größe/b_mask.png", "predictions.csv"]
    assert set(_rows(tmp_path / "out")) == {"a.png", "north pier/Größe/b.png"}


def test_photos_that_share_a_stem_keep_their_whole_names(cli, dark_pixels, paint, tmp_path):
    for name in ("a.png", "a.jpg", "a.jpg.png", "B.png", "b.jpg", "c.png"):
        paint(tmp_path / "photos" / name)
    cli("predict", tmp_path / "photos", "--out", tmp_path / "out")
    targets = ("a.png", "a.jpg", "a.jpg.png", "B.png", "b.jpg", "c")
    assert _files(tmp_path / "out") == sorted([*(f"{name}_mask.png" for name in targets), "predictions.csv"])


def test_photos_of_several_folders_do_not_fall_on_each_other(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "east" / "1.png", thickness=1)
    paint(tmp_path / "west" / "1.png", thickness=9)
    assert cli("predict", tmp_path / "east", tmp_path / "west", "--out", tmp_path / "out")[0] == 0
    assert _files(tmp_path / "out") == ["east/1_mask.png", "predictions.csv", "west/1_mask.png"]


def test_a_photo_that_is_named_twice_is_predicted_once(cli, dark_pixels, paint, tmp_path):
    photo = paint(tmp_path / "photos" / "a.png")
    cli("predict", tmp_path / "photos", photo, "--out", tmp_path / "out")
    assert dark_pixels.asked == [photo]


def test_broken_photos_are_listed_with_a_sentence_and_do_not_end_the_batch(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "photos" / "a.png")
    (tmp_path / "photos" / "b.jpg").write_bytes(b"no photo")
    paint(tmp_path / "photos" / "c.png")
    code, _, err = cli("predict", tmp_path / "photos", tmp_path / "gone.jpg", "--out", tmp_path / "out")
    rows = _rows(tmp_path / "out")
    assert code == 1
    assert [rows[name]["status"] for name in ("a.png", "b.jpg", "c.png", "gone.jpg")] == [
        "ok",
        "failed",
        "ok",
        "failed",
    ]
    assert "b.jpg" in rows["b.jpg"]["error"]
    assert rows["b.jpg"]["error"] in err
    assert "2 photos done, 2 could not be read" in err
    assert not (tmp_path / "out" / "b_mask.png").exists()


def test_ctrl_c_keeps_what_is_done(cli, dark_pixels, paint, tmp_path):
    for name in "abc":
        paint(tmp_path / "photos" / f"{name}.png")
    dark_pixels.interrupt_after = 2
    code, _, err = cli("predict", tmp_path / "photos", "--out", tmp_path / "out")
    assert code == 130
    assert _files(tmp_path / "out") == ["a_mask.png", "b_mask.png", "predictions.csv"]
    assert set(_rows(tmp_path / "out")) == {"a.png", "b.png"}
    assert "Stopped" in err


def test_progress_is_on_standard_error_and_results_on_standard_output(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "photos" / "a.png")
    _, out, err = cli("predict", tmp_path / "photos", "--out", tmp_path / "out", "--json")
    assert json.loads(out)["photo"] == "a.png"
    assert list(json.loads(out)) == COLUMNS
    assert "1/1" in err
    _, out, err = cli("predict", tmp_path / "photos", "--out", tmp_path / "quiet", "--quiet")
    assert out == ""
    assert "1/1" not in err


def test_results_inside_the_folder_are_not_taken_for_photos(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "a.png")
    for _ in range(2):
        assert cli("predict", tmp_path, "--out", tmp_path / "out")[0] == 0
    assert [path.name for path in dark_pixels.asked] == ["a.png", "a.png"]


def test_photos_are_never_overwritten(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "a.png")
    victim = paint(tmp_path / "a_mask.png", thickness=7)
    before = victim.read_bytes()
    for paths in ([tmp_path / "a.png"], [tmp_path / "a.png", victim], [tmp_path]):
        code, _, err = cli("predict", *paths, "--out", tmp_path)
        assert code == 2
        assert "--out" in err
        assert victim.read_bytes() == before
    assert dark_pixels.asked == []


def test_a_second_run_replaces_the_results_of_the_first(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "photos" / "a.png", darkness=100)
    cli("predict", tmp_path / "photos", "--out", tmp_path / "out", "--threshold", "0.9")
    assert not _image(tmp_path / "out" / "a_mask.png").any()
    assert cli("predict", tmp_path / "photos", "--out", tmp_path / "out", "--threshold", "0.1")[0] == 0
    assert _image(tmp_path / "out" / "a_mask.png").any()


def test_a_full_disk_is_told_in_a_sentence(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "photos" / "a.png")
    (tmp_path / "out").write_text("in the way")
    code, _, err = cli("predict", tmp_path / "photos", "--out", tmp_path / "out")
    assert code == 1
    assert "cannot be written" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("wrong", ["1.5", "-0.1", "nan", "half"])
def test_thresholds_outside_0_to_1_are_refused(cli, dark_pixels, paint, tmp_path, wrong):
    paint(tmp_path / "a.png")
    code, _, err = cli("predict", tmp_path / "a.png", "--out", tmp_path / "out", f"--threshold={wrong}")
    assert code == 2
    assert "from 0 to 1" in err


def test_a_folder_without_photos_is_no_success(cli, dark_pixels, tmp_path):
    (tmp_path / "empty").mkdir()
    code, _, err = cli("predict", tmp_path / "empty", "--out", tmp_path / "out")
    assert code == 2
    assert "No photo was found" in err
