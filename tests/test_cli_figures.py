"""``crack-review figures``, through the real main()."""

import argparse
import json
import sys

import cv2
import numpy as np
import pytest

from core.commands import engine, figures
from core.commands.figures import chosen_rows, reliability

FIGURES = ["contact-sheet.png", "dice-threshold.png", "precision-recall.png", "reliability.png"]


@pytest.fixture
def scored(cli, paint, tmp_path, dark_pixels):
    """Seven photos, five of them cracked, and the report on them."""
    for number, thickness in enumerate((1, 2, 3, 4, 5, 0, 0)):
        paint(
            tmp_path / "images" / f"{number}.png",
            thickness=thickness,
            darkness=40 + 15 * number,
            mask=tmp_path / "masks" / f"{number}.png",
        )
    cli("score", "--images", tmp_path / "images", "--json", tmp_path / "score.json", "--quiet")
    return tmp_path / "score.json"


def test_all_four_figures_are_drawn(cli, scored, tmp_path):
    code, out, _ = cli("figures", "--score", scored, "--out", tmp_path / "drawn", "--quiet", "--rows", 1)
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "drawn").iterdir()) == FIGURES
    assert out.split() == [str(tmp_path / "drawn" / name) for name in out_order()]
    sizes = {path.name: cv2.imread(str(path)).shape for path in (tmp_path / "drawn").iterdir()}
    assert sizes["contact-sheet.png"][0] > sizes["reliability.png"][0] / 2


def test_its_options_are_all_that_a_network_is_chosen_by(monkeypatch, tmp_path):
    monkeypatch.setattr(engine, "loaded", lambda version, **options: (version.id, options))
    parser = argparse.ArgumentParser()
    figures.configure(parser)
    chosen, options = engine.chosen(
        parser.parse_args(["--score", "s.json", "--out", str(tmp_path), "--engine", "torch", "--threads", "1"])
    )
    assert chosen and (options["engine"], options["threads"], options["every_tile"]) == ("torch", 1, False)


def out_order():
    return ["precision-recall.png", "dice-threshold.png", "reliability.png", "contact-sheet.png"]


def test_contact_sheet_asks_for_its_own_photos_only(cli, scored, tmp_path, dark_pixels):
    dark_pixels.asked.clear()
    cli("figures", "--score", scored, "--out", tmp_path / "drawn", "--quiet", "--rows", 1)
    assert len(dark_pixels.asked) == 3


def test_best_median_and_worst_are_different_photos():
    rows = [{"photo": f"{n}", "cracked": True, "dice": n / 10} for n in range(10)]
    rows += [{"photo": "clean", "cracked": False, "dice": None}, {"photo": "lost", "cracked": None, "dice": None}]
    found = {kind: [row["photo"] for row in chosen] for kind, chosen in chosen_rows(rows, 2).items()}
    assert found == {"best": ["9", "8"], "median": ["5", "4"], "worst": ["1", "0"]}
    few = chosen_rows(rows[:3], 2)
    assert [[row["photo"] for row in chosen] for chosen in few.values()] == [["2", "1"], [], ["0"]]


def test_reliability_of_a_map_that_is_as_sure_as_right():
    levels = np.arange(256)
    cracks = levels * 4
    said, true, pixels = reliability([(4 * 255 - cracks).tolist(), cracks.tolist()])
    assert np.allclose(said, true, atol=0.01)
    assert pixels.sum() == 256 * 4 * 255


def test_another_network_is_refused(cli, scored, tmp_path, dark_pixels):
    made = json.loads(scored.read_text())
    scored.write_text(json.dumps({**made, "model": "ffffffffffffffff"}))
    code, _, said = cli("figures", "--score", scored, "--out", tmp_path / "drawn", "--quiet")
    assert code == 2 and "ffffffffffffffff" in said


@pytest.mark.parametrize("content", ["", "[]", '{"schema": 99}', '{"schema": 1, "curves": null}'])
def test_other_files_are_refused_in_a_sentence(cli, tmp_path, content):
    (tmp_path / "other.json").write_text(content)
    code, _, said = cli("figures", "--score", tmp_path / "other.json", "--out", tmp_path / "drawn")
    assert code == 1 and "other.json" in said and "score" in said


def test_without_matplotlib_the_extra_is_named(cli, scored, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, _, said = cli("figures", "--score", scored, "--out", tmp_path / "drawn")
    assert code == 2 and "crack-review[figures]" in said


def test_a_place_that_takes_no_files_is_told(cli, scored, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, said = cli("figures", "--score", scored, "--out", tmp_path / "file" / "drawn", "--quiet")
    assert code == 1 and "drawn" in said
