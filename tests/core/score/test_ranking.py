"""AUROC against all pairs and against the Mann-Whitney statistic."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from core.score import ranking

PHOTOS = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=30)


def _all_pairs(scores, cracked):
    pairs = [
        (1.0 if high > low else 0.5 if high == low else 0.0)
        for high, is_crack in zip(scores, cracked, strict=True)
        for low, other in zip(scores, cracked, strict=True)
        if is_crack and not other
    ]
    return sum(pairs) / len(pairs) if pairs else None


@given(PHOTOS)
def test_auroc_is_the_share_of_pairs_in_order_with_ties_as_half(photos):
    scores = [score / 4 for score, _ in photos]
    cracked = [is_cracked for _, is_cracked in photos]
    assert ranking.auroc(scores, cracked) == pytest.approx(_all_pairs(scores, cracked))


def test_auroc_equals_the_mann_whitney_statistic():
    generator = np.random.default_rng(0)
    high, low = generator.normal(1, 1, 40).round(1), generator.normal(0, 1, 60).round(1)
    statistic = mannwhitneyu(high, low).statistic / (40 * 60)
    found = ranking.auroc(np.concatenate([high, low]), np.arange(100) < 40)
    assert found == pytest.approx(statistic)


def test_auroc_of_one_kind_is_undefined():
    assert ranking.auroc([0.1, 0.9], [True, True]) is None
    assert ranking.auroc([], []) is None


def test_a_weight_of_two_is_a_photo_that_stands_twice():
    scores, labels = np.array([0.1, 0.5, 0.5, 0.9]), np.array([0.0, 1.0, 0.0, 1.0])
    weights = np.array([[1.0, 2.0, 3.0, 0.0]])
    repeated = np.repeat(np.arange(4), [1, 2, 3, 0])
    expected = ranking.auroc(scores[repeated], labels[repeated] == 1)
    assert ranking.weighted_auroc(scores, labels, weights)[0] == pytest.approx(expected)


def test_photos_without_a_label_are_left_out():
    scores, labels = np.array([0.2, 0.9, 0.5]), np.array([0.0, np.nan, 1.0])
    assert ranking.weighted_auroc(scores, labels, np.ones((1, 3)))[0] == 1.0
