"""``crack-review score``, through the real main()."""

import csv
import hashlib
import json

import numpy as np
import pytest

KEYS = [
    "schema",
    "model",
    "settings",
    "threshold",
    "photos",
    "photos_cracked",
    "dice_cracked",
    "dice_all",
    "dice_pooled",
    "iou_pooled",
    "precision_pooled",
    "recall_pooled",
    "tolerance_f1",
    "cldice",
    "false_alarm_area",
    "auroc",
    "oracle_threshold",
    "dice_cracked_oracle",
    "intervals",
    "seconds_per_megapixel",
    "curves",
    "groups",
    "per_photo",
]


@pytest.fixture
def masked(paint, tmp_path):
    """Two sets with masks: in the first photo of each the network finds the whole crack, in the second a part."""
    for name in ("wall", "road"):
        for number, (thickness, darkness) in enumerate([(4, 40), (2, 140), (0, 40)]):
            image = tmp_path / name / "images" / f"{number}.png"
            paint(image, thickness=thickness, darkness=darkness, mask=tmp_path / name / "masks" / f"{number}.png")
    return tmp_path


@pytest.fixture
def tagged(paint, tmp_path):
    """Crops with tags; ``photo`` names what they were cut from."""
    lines = ["image,tag,source,photo"]
    for number in range(40):
        is_cracked = number % 2 == 0
        paint(tmp_path / "images" / f"{number}.png", thickness=3 * is_cracked, darkness=60 + number)
        tag = "cracked" if is_cracked else "not_cracked"
        lines.append(f"images/{number}.png,{tag},{'wall' if number < 20 else 'road'},photo-{number}")
    (tmp_path / "tags.csv").write_text("\n".join(lines) + "\n")
    return tmp_path


def _score(cli, *argv):
    code, out, err = cli("score", *argv, "--json", "-", "--quiet")
    assert code in (0, 1), err
    return code, json.loads(out, parse_constant=pytest.fail)


def test_masks_beside_the_photos_are_scored(cli, dark_pixels, masked):
    code, made = _score(cli, "--images", masked / "wall" / "images")
    assert code == 0
    assert list(made) == KEYS
    assert (made["schema"], made["model"], made["threshold"]) == (1, dark_pixels.version.id, 0.5)
    assert (made["photos"], made["photos_cracked"]) == (3, 2)
    # The network sees nothing of the light crack: Dice 1 and 0.
    assert made["dice_cracked"] == pytest.approx(0.5)
    assert made["dice_all"] == pytest.approx(2 / 3)
    assert made["recall_pooled"] == pytest.approx(4 / 6)
    assert made["precision_pooled"] == 1.0
    assert made["cldice"] == pytest.approx(0.5)
    assert made["false_alarm_area"] == 0.0
    assert made["auroc"] == 1.0
    assert made["dice_cracked_oracle"] == 1.0
    assert made["seconds_per_megapixel"] == pytest.approx(0.25 / (40 * 60 / 1e6))
    assert [photo["photo"] for photo in made["per_photo"]] == ["0.png", "1.png", "2.png"]


def test_masks_of_a_chosen_folder_are_scored(cli, dark_pixels, masked):
    (masked / "wall" / "masks").rename(masked / "truth")
    code, made = _score(cli, "--images", masked / "wall" / "images", "--masks", masked / "truth")
    assert (code, made["photos"]) == (0, 3)


def test_the_scored_mask_is_the_predicted_one(cli, dark_pixels, masked, tmp_path):
    cli("predict", masked / "wall" / "images", "--out", tmp_path / "out", "--threshold", "0.3")
    code, made = _score(cli, "--images", masked / "wall" / "images", "--masks", tmp_path / "out", "--threshold", "0.3")
    assert code == 0
    assert made["dice_all"] == 1.0
    assert made["iou_pooled"] == 1.0
    with (tmp_path / "out" / "predictions.csv").open() as file:
        areas = {row["photo"]: float(row["crack_area"]) for row in csv.DictReader(file)}
    assert {photo["photo"]: photo["crack_area"] for photo in made["per_photo"]} == areas


def test_groups_by_source_and_by_folder(cli, dark_pixels, masked):
    _, by_source = _score(cli, "--images", masked, "--group-by", "source")
    assert {name: group["photos"] for name, group in by_source["groups"].items()} == {"road": 3, "wall": 3}
    assert by_source["groups"]["wall"]["dice_cracked"] == pytest.approx(0.5)
    _, by_folder = _score(cli, "--images", masked, "--group-by", "folder")
    assert set(by_folder["groups"]) == {"road/images", "wall/images"}
    _, without = _score(cli, "--images", masked)
    assert without["groups"] == {}


def test_tags_alone_give_auroc_and_false_alarms(cli, dark_pixels, tagged):
    code, made = _score(cli, "--images", tagged, "--tags", tagged / "tags.csv", "--group-by", "source")
    assert code == 0
    assert (made["photos"], made["photos_cracked"]) == (40, 20)
    assert made["auroc"] == 1.0
    assert made["false_alarm_area"] == 0.0
    assert made["dice_cracked"] is None
    assert set(made["groups"]) == {"wall", "road"}
    assert made["groups"]["wall"]["auroc"] == 1.0


def test_tag_paths_may_be_relative_to_the_table(cli, dark_pixels, tagged):
    _, made = _score(cli, "--images", tagged / "images", "--tags", tagged / "tags.csv")
    assert made["photos"] == 40


def test_held_out_tags_are_a_tenth_by_hash_of_their_photo(cli, dark_pixels, tagged):
    _, made = _score(cli, "--images", tagged, "--tags", tagged / "tags.csv", "--held-out")
    expected = [
        f"images/{number}.png"
        for number in range(40)
        if int(hashlib.sha256(f"photo-{number}".encode()).hexdigest(), 16) % 10 == 0
    ]
    assert expected
    assert [photo["photo"] for photo in made["per_photo"]] == expected


def test_masks_and_tags_together(cli, dark_pixels, masked):
    lines = ["image,tag"] + [f"wall/images/{n}.png,{'cracked' if n < 2 else 'not_cracked'}" for n in range(3)]
    (masked / "tags.csv").write_text("\n".join(lines))
    _, made = _score(cli, "--images", masked, "--tags", masked / "tags.csv")
    assert made["photos"] == 6
    tags = {photo["photo"]: photo["tag"] for photo in made["per_photo"]}
    assert (tags["wall/images/0.png"], tags["road/images/0.png"]) == ("cracked", None)
    assert made["dice_cracked"] == pytest.approx(0.5)


def test_reports_are_written_to_files(cli, dark_pixels, masked, tmp_path):
    report, table = tmp_path / "new" / "report.json", tmp_path / "table.csv"
    code, out, err = cli("score", "--images", masked / "wall", "--json", report, "--csv", table)
    assert code == 0
    assert list(json.loads(report.read_text(), parse_constant=pytest.fail)) == KEYS
    assert len(list(csv.DictReader(table.read_text().splitlines()))) == 3
    assert "3/3" in err
    assert [key for key in KEYS if f"\n{key} " not in f"\n{out}"] == []


def test_unread_photos_and_ill_fitting_masks_are_listed_and_make_exit_code_1(cli, dark_pixels, masked, paint):
    (masked / "wall" / "images" / "0.png").write_bytes(b"broken")
    paint(masked / "scrap.png", mask=masked / "wall" / "masks" / "1.png", size=(9, 30))
    code, made = _score(cli, "--images", masked / "wall")
    assert code == 1
    assert made["photos"] == 1
    assert {photo["photo"]: photo["status"] for photo in made["per_photo"]} == {
        "images/0.png": "failed",
        "images/1.png": "failed",
        "images/2.png": "ok",
    }
    assert "as large as its photo" in made["per_photo"][2]["error"]


def test_folders_without_truth_are_told(cli, dark_pixels, paint, tmp_path):
    paint(tmp_path / "photos" / "a.png")
    code, _, err = cli("score", "--images", tmp_path / "photos")
    assert code == 1
    assert "no mask was found" in err
    code, _, err = cli("score", "--images", tmp_path / "nowhere")
    assert code == 2
    code, _, err = cli("score", "--images", tmp_path / "photos", "--held-out")
    assert code == 2
    assert "--tags" in err


def test_the_seed_fixes_the_intervals(cli, dark_pixels, masked):
    first, again, other = (
        _score(cli, "--images", masked, "--seed", seed)[1]["intervals"]["dice_cracked"] for seed in (1, 1, 2)
    )
    assert first == again
    assert np.all(np.isfinite(other))
