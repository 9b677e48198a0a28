"""Resampling photos."""

import numpy as np
import pytest

from core.score import bootstrap


def test_each_resample_draws_as_many_photos_as_there_are():
    weights = np.concatenate(list(bootstrap.resamples(7, times=50)))
    assert weights.shape == (50, 7)
    assert (weights.sum(axis=1) == 7).all()
    assert len(np.unique(weights, axis=0)) > 40


def test_the_same_seed_draws_the_same_photos_and_another_others():
    first, again, other = (np.concatenate(list(bootstrap.resamples(9, seed=seed))) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_chunks_add_up_to_the_number_asked_for(monkeypatch):
    monkeypatch.setattr(bootstrap, "_CHUNK_CELLS", 20)
    assert [len(chunk) for chunk in bootstrap.resamples(8, times=5)] == [2, 2, 1]


def test_nothing_is_drawn_from_no_photos():
    assert list(bootstrap.resamples(0)) == []


def test_interval_of_a_mean_is_about_two_standard_errors():
    values = np.random.default_rng(5).normal(10, 2, 400)
    means = np.concatenate([w @ values / w.sum(axis=1) for w in bootstrap.resamples(400)])
    low, high = bootstrap.interval(means)
    assert high - low == pytest.approx(2 * 1.96 * 2 / 20, rel=0.15)
    assert low < values.mean() < high


def test_interval_of_mostly_undefined_figures_is_undefined():
    assert bootstrap.interval(np.array([np.nan, np.nan, 1.0])) is None
    assert bootstrap.interval(np.empty(0)) is None
    assert bootstrap.interval(np.array([1.0, np.nan, 1.0])) == (1.0, 1.0)


def test_interval_leaves_a_fortieth_out_on_either_side():
    assert bootstrap.interval(np.arange(1001.0)) == pytest.approx((25.0, 975.0))
