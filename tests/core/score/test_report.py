"""The report against figures worked out photo by photo, in plain Python."""

import csv
import io
import json
import statistics

import numpy as np
import pytest

from core.score import figures, report
from core.score.records import UnreadPhoto, measure
from core.values import Prediction, Tag, cut

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

THRESHOLD = 0.45


def _photo(number, *, share, group="", tag=None, masked=True):
    generator = np.random.default_rng(number)
    truth = np.zeros((24, 32), bool)
    if share:
        truth[8 : 8 + share, 4:28] = True
    levels = generator.normal(60 + 120 * truth, 45).clip(0, 255).astype(np.uint8)
    prediction = Prediction(levels, float(generator.random()), "m", seconds=0.002 * (number + 1))
    truth = truth if masked else None
    name = f"{number}.png"
    return levels, truth, measure(prediction, truth, name=name, threshold=THRESHOLD, tag=tag, group=group)


@pytest.fixture
def photos():
    return [
        _photo(0, share=2, group="wall"),
        _photo(1, share=5, group="wall"),
        _photo(2, share=0, group="wall"),
        _photo(3, share=0, group="road"),
        _photo(4, share=1, group="road"),
    ]


def _report(photos, **more):
    records = [record for *_, record in photos]
    return report.report(records, model="abc", settings={"tile": 448}, threshold=THRESHOLD, **more)


def _dice(levels, truth):
    mask = levels >= cut(THRESHOLD)
    total = int(mask.sum() + truth.sum())
    return 2 * int((mask & truth).sum()) / total if total else 1.0


def test_report_has_exactly_the_agreed_keys(photos):
    assert list(_report(photos)) == KEYS
    assert list(_report([])) == KEYS


def test_means_over_photos(photos):
    made = _report(photos)
    cracked = [_dice(levels, truth) for levels, truth, _ in photos if truth.any()]
    assert (made["photos"], made["photos_cracked"]) == (5, 3)
    assert made["dice_cracked"] == pytest.approx(statistics.mean(cracked))
    assert made["dice_all"] == pytest.approx(statistics.mean(_dice(levels, t) for levels, t, _ in photos))
    clean = [(levels >= cut(THRESHOLD)).mean() for levels, truth, _ in photos if not truth.any()]
    assert made["false_alarm_area"] == pytest.approx(statistics.mean(clean))
    assert made["cldice"] == pytest.approx(statistics.mean(r.cldice for _, t, r in photos if t.any()))


def test_pooled_figures_equal_those_of_all_pixels_side_by_side(photos):
    made = _report(photos)
    mask = np.concatenate([levels.ravel() for levels, *_ in photos]) >= cut(THRESHOLD)
    truth = np.concatenate([truth.ravel() for _, truth, _ in photos])
    both = (mask & truth).sum()
    assert made["dice_pooled"] == pytest.approx(2 * both / (mask.sum() + truth.sum()))
    assert made["iou_pooled"] == pytest.approx(both / (mask | truth).sum())
    assert made["precision_pooled"] == pytest.approx(both / mask.sum())
    assert made["recall_pooled"] == pytest.approx(both / truth.sum())


def test_tolerance_f1_pools_counts_before_dividing(photos):
    near = [record.near for *_, record in photos]
    precision = sum(n.predicted_hits for n in near) / sum(n.predicted for n in near)
    recall = sum(n.truth_hits for n in near) / sum(n.truth for n in near)
    expected = 2 * precision * recall / (precision + recall)
    assert _report(photos)["tolerance_f1"] == pytest.approx(expected)


def test_an_empty_prediction_on_an_empty_mask_counts_one_in_dice_all():
    prediction = Prediction(np.zeros((8, 8), np.uint8), 0.0, "m")
    record = measure(prediction, np.zeros((8, 8), bool), name="a", threshold=0.5)
    made = report.report([record], model="m", settings={}, threshold=0.5)
    assert made["dice_all"] == 1.0
    assert made["dice_cracked"] is None
    assert made["dice_pooled"] is None
    assert made["tolerance_f1"] is None
    assert made["cldice"] is None
    assert made["per_photo"][0]["dice"] is None


def test_groups_hold_the_figures_of_their_own_photos(photos):
    groups = _report(photos)["groups"]
    assert list(groups) == ["road", "wall"]
    assert groups["wall"]["photos"] == 3
    alone = _report(photos[:3])
    assert groups["wall"]["dice_cracked"] == alone["dice_cracked"]
    assert groups["wall"]["intervals"] == alone["intervals"]
    assert "groups" not in groups["wall"]


def test_tags_alone_give_auroc_and_false_alarm_area():
    photos = [
        _photo(number, share=3 * (number % 2), masked=False, tag=Tag.CRACKED if number % 2 else Tag.NOT_CRACKED)
        for number in range(6)
    ]
    made = _report([*photos, _photo(9, share=0, masked=False, tag=Tag.UNSURE)])
    pairs = [(a[2], b[2]) for a in photos[1::2] for b in photos[::2]]
    assert made["auroc"] == pytest.approx(statistics.mean(a.photo_score > b.photo_score for a, b in pairs))
    clean = [(levels >= cut(THRESHOLD)).mean() for levels, *_ in photos[::2]]
    assert made["false_alarm_area"] == pytest.approx(statistics.mean(clean))
    assert (made["photos"], made["photos_cracked"]) == (7, 3)
    assert {made[key] for key in KEYS if key.startswith(("dice", "iou", "prec", "rec", "tol", "cld"))} == {None}


def test_masks_label_the_photos_where_no_tag_does(photos):
    scores = {True: [], False: []}
    for _, truth, record in photos:
        scores[bool(truth.any())].append(record.photo_score)
    expected = statistics.mean(a > b for a in scores[True] for b in scores[False])
    assert _report(photos)["auroc"] == pytest.approx(expected)


def test_intervals_cover_the_figures_and_are_the_same_each_time(photos):
    made = _report(photos)
    assert list(made["intervals"]) == list(figures.FIGURES)
    for name, (low, high) in made["intervals"].items():
        assert low <= made[name] <= high
    assert made["intervals"] == _report(photos)["intervals"]
    assert made["intervals"] != _report(photos, seed=1)["intervals"]


def test_interval_of_a_mean_equals_one_that_draws_photo_by_photo(photos):
    many = [_photo(number, share=1 + number % 7) for number in range(30)]
    dice = [record.counts.dice for *_, record in many]
    generator = np.random.default_rng(11)
    means = [np.mean([dice[i] for i in generator.integers(30, size=30)]) for _ in range(2000)]
    low, high = _report(many)["intervals"]["dice_cracked"]
    assert (low, high) == pytest.approx(tuple(np.quantile(means, [0.025, 0.975])), abs=0.01)


def test_seconds_per_megapixel_counts_only_what_the_network_worked_on(photos):
    expected = sum(r.seconds for *_, r in photos) / (5 * 24 * 32 / 1e6)
    assert _report(photos)["seconds_per_megapixel"] == pytest.approx(expected)
    cached = measure(Prediction(np.zeros((9, 9), np.uint8), 0.0, "m"), None, name="c", threshold=0.5)
    assert _report([*photos, (0, 0, cached)])["seconds_per_megapixel"] == pytest.approx(expected)
    assert _report([(0, 0, cached)])["seconds_per_megapixel"] is None


def test_unread_photos_are_listed_but_do_not_count(photos):
    made = _report(photos, unread=[UnreadPhoto("z.png", "z.png is empty.")])
    assert made["photos"] == 5
    assert made["per_photo"][-1]["error"] == "z.png is empty."
    assert made["per_photo"][-1]["status"] == "failed"


def test_json_is_strict_and_comes_back_the_same(photos):
    for made in (_report(photos), _report([])):
        text = report.to_json(made)
        assert json.loads(text, parse_constant=pytest.fail) == made


def test_csv_has_one_line_a_photo_and_nothing_where_undefined(photos):
    lines = list(csv.DictReader(io.StringIO(report.to_csv(_report(photos)))))
    assert [line["photo"] for line in lines] == [f"{n}.png" for n in range(5)]
    assert lines[2]["cldice"] == ""
    assert float(lines[0]["dice"]) == pytest.approx(photos[0][2].counts.dice)
