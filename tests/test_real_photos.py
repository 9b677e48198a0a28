"""The real ``main`` with the shipped network on real photos, where ``../shared/data`` exists."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from core.photos import reader

CFD = Path(__file__).parents[2] / "shared" / "data" / "dice" / "cfd"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CFD.is_dir(), reason="no real photos in ../shared/data"),
]

KEYS = {
    *("schema", "model", "settings", "threshold", "photos", "photos_cracked", "dice_cracked", "dice_all"),
    *("dice_pooled", "iou_pooled", "precision_pooled", "recall_pooled", "tolerance_f1", "cldice"),
    *("false_alarm_area", "auroc", "oracle_threshold", "dice_cracked_oracle", "intervals"),
    *("seconds_per_megapixel", "groups", "per_photo"),
}


@pytest.fixture
def ten_photos(tmp_path) -> Path:
    folder = tmp_path / "cfd"
    for photo in sorted((CFD / "images").glob("*.jpg"))[:10]:
        for kind, name in (("images", photo.name), ("masks", f"{photo.stem}.png")):
            (folder / kind).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CFD / kind / name, folder / kind / name)
    return folder


def test_masks_of_three_photos_are_written_in_their_size(cli, tmp_path):
    photos = sorted((CFD / "images").glob("*.jpg"))[:3]
    code, _, complaint = cli("predict", *photos, "--out", tmp_path, "--device", "cpu", "--quiet")
    assert code == 0, complaint
    with (tmp_path / "predictions.csv").open(encoding="utf-8", newline="") as file:
        assert [row["status"] for row in csv.DictReader(file)] == ["ok"] * 3
    for photo in photos:
        assert reader.size(tmp_path / f"{photo.stem}_mask.png") == reader.size(photo)


def test_ten_scored_photos_give_every_key_and_a_useful_dice(cli, ten_photos, tmp_path):
    report = tmp_path / "report.json"
    code, _, complaint = cli("score", "--images", ten_photos, "--json", report, "--device", "cpu", "--quiet")
    assert code == 0, complaint
    figures = json.loads(report.read_text(encoding="utf-8"))
    assert set(figures) >= KEYS
    assert figures["schema"] == 1
    assert figures["photos"] == figures["photos_cracked"] == 10
    assert figures["dice_cracked"] > 0.4
