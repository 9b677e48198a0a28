"""Comparing two versions on the same held-out photos."""

import numpy as np
import pytest

from core.score.compare import Compared, Comparison, Verdict, compare
from core.score.ranking import auroc
from core.score.records import PhotoRecord, measure
from core.values import Prediction, Tag


def _records(*, skill, clean=30, cracked=30, with_masks=False):
    generator = np.random.default_rng(4)
    records = []
    for number in range(clean + cracked):
        is_cracked = number >= clean
        truth = np.zeros((10, 10), bool)
        truth[4, :] = is_cracked
        noise = generator.normal(0, 40, truth.shape)
        levels = (60 + noise + skill * 120 * truth).clip(0, 255).astype(np.uint8)
        score = float(generator.normal(skill * is_cracked, 1.0))
        records.append(
            measure(
                Prediction(levels, score, "m"),
                truth if with_masks else None,
                name=f"{number}.jpg",
                threshold=0.5,
                tag=Tag.CRACKED if is_cracked else Tag.NOT_CRACKED,
            )
        )
    return records


def test_a_better_version_is_better_beyond_chance():
    better, worse = _records(skill=3.0), _records(skill=0.3)
    found = {one.name: one for one in compare(better, worse).figures}
    assert set(found) == {"auroc", "false_alarm_area"}
    low, high = found["auroc"].difference_interval
    assert 0 < low < found["auroc"].difference < high
    expected = auroc([r.photo_score for r in better], [r.label for r in better])
    assert found["auroc"].candidate == pytest.approx(expected)
    assert found["auroc"].difference == pytest.approx(found["auroc"].candidate - found["auroc"].active)


def test_dice_is_compared_where_masks_exist():
    found = compare(_records(skill=1.5, with_masks=True), _records(skill=1.0, with_masks=True)).figures
    assert [one.name for one in found] == ["auroc", "false_alarm_area", "dice_cracked"]
    assert found[2].difference > 0


def test_a_version_against_itself_differs_by_exactly_nothing():
    records = _records(skill=1.0, with_masks=True)
    for one in compare(records, records).figures:
        assert one.difference == 0.0
        assert one.difference_interval == (0.0, 0.0)


def test_photos_are_matched_by_name_not_by_place():
    records, others = _records(skill=1.0), _records(skill=2.0)
    assert compare(records, others) == compare(records, others[::-1])


def test_fewer_than_twenty_of_either_kind_cannot_be_compared():
    for clean, cracked in ((19, 30), (30, 19)):
        records = _records(skill=1.0, clean=clean, cracked=cracked)
        made = compare(records, records)
        assert made.figures == ()
        assert "cannot be compared" in made.reason
        assert (made.photos_cracked, made.photos_not_cracked) == (cracked, clean)
    twenty = _records(skill=1.0, clean=20, cracked=20)
    assert compare(twenty, twenty).reason == ""


def test_only_photos_that_both_versions_read_count():
    records = _records(skill=1.0)
    assert compare(records, records[5:]).photos_not_cracked == 25


def test_a_stored_score_and_histogram_are_enough():
    levels = np.bincount([0] * 90 + [200] * 10, minlength=256)
    record = PhotoRecord("a.jpg", 0.5, 0.7, levels, tag=Tag.NOT_CRACKED)
    assert record.area == pytest.approx(0.1)
    assert (record.is_cracked, record.label, record.counts) == (False, False, None)


def compared(name, interval):
    return Compared(name, 0.5, 0.5, 0.0, None, None, interval)


@pytest.mark.parametrize(
    ("figures", "verdict"),
    [
        ({"auroc": (0.01, 0.1)}, Verdict.BETTER),
        ({"auroc": (-0.1, -0.01)}, Verdict.WORSE),
        ({"auroc": (-0.01, 0.1)}, Verdict.UNCLEAR),
        ({"auroc": (0.0, 0.0)}, Verdict.UNCLEAR),
        ({"false_alarm_area": (0.01, 0.1)}, Verdict.WORSE),
        ({"false_alarm_area": (-0.1, -0.01), "auroc": (-0.1, 0.1)}, Verdict.BETTER),
        ({"false_alarm_area": (0.01, 0.1), "dice_cracked": (0.01, 0.1)}, Verdict.UNCLEAR),
        ({"auroc": None}, Verdict.UNKNOWN),
        ({}, Verdict.UNKNOWN),
    ],
)
def test_verdict_needs_a_whole_interval_on_one_side(figures, verdict):
    found = Comparison(30, 30, tuple(compared(name, interval) for name, interval in figures.items()))
    assert found.verdict is verdict


def test_verdict_of_real_records_names_the_better_version():
    better, worse = _records(skill=3.0), _records(skill=0.3)
    assert {one.verdict for one in compare(better, worse).figures if one.name == "auroc"} == {Verdict.BETTER}
    assert {one.verdict for one in compare(worse, better).figures if one.name == "auroc"} == {Verdict.WORSE}
