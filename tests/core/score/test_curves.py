"""Curves against the counts of one threshold at a time."""

import numpy as np
import pytest

from core.score import counts, curves
from core.values import cut


@pytest.fixture
def tables():
    generator = np.random.default_rng(3)
    made = []
    for share in (0.3, 0.1, 0.0, 0.02):
        truth = generator.random((20, 30)) < share
        levels = generator.normal(90 + 80 * truth, 40).clip(0, 255).astype(np.uint8)
        made.append(counts.table(levels, truth))
    return made


def test_each_index_stands_for_its_own_cut():
    assert [cut(threshold) for threshold in curves.thresholds()] == list(range(256))


def test_curves_equal_the_counts_of_each_threshold(tables):
    pooled = sum(tables)
    precision, recall = curves.precision_recall(pooled)
    dice = curves.dice(np.stack(tables))
    for index, threshold in enumerate(curves.thresholds()):
        at_once = counts.counts_at(pooled, threshold)
        assert _none(precision[index]) == at_once.precision
        assert _none(recall[index]) == at_once.recall
        for photo, one in enumerate(tables):
            assert _none(dice[photo, index]) == counts.counts_at(one, threshold).dice


def test_mean_dice_leaves_photos_without_a_crack_out(tables):
    cracked = [tables[0], tables[1], tables[3]]
    expected = np.mean([counts.counts_at(one, 0.5).dice for one in cracked])
    assert curves.mean_dice_cracked(tables)[128] == pytest.approx(expected)


def test_oracle_is_the_best_threshold_of_a_search(tables):
    cracked = [one for one in tables if one[1].any()]
    by_threshold = {
        float(threshold): np.mean([counts.counts_at(one, threshold).dice for one in cracked])
        for threshold in curves.thresholds()[1:]
    }
    best = curves.oracle(tables)
    assert best.dice == pytest.approx(max(by_threshold.values()))
    assert by_threshold[best.threshold] == pytest.approx(best.dice)


def test_no_oracle_without_a_cracked_photo(tables):
    assert curves.oracle([tables[2]]) is None
    assert curves.oracle([]) is None
    assert curves.mean_dice_cracked([tables[2]]) is None


def _none(value):
    return None if np.isnan(value) else value
