"""Tiles cover the photo, and their weights sum to 1 at every pixel."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.predict import tiles
from core.predict.tiles import MAX_TILE_PX, plan

lengths = st.integers(1, 4 * MAX_TILE_PX)


def summed(length: int) -> np.ndarray:
    """The weights over a strip of one pixel's height."""
    total = np.zeros((1, length))
    for tile in plan(1, length):
        total[tile.window] += tile.weights
    return total


@given(lengths)
@settings(max_examples=60, deadline=None)
def test_weights_sum_to_one_everywhere(length):
    assert np.abs(summed(length) - 1).max() < 1e-6


@pytest.mark.parametrize("length", [1, 31, 1023, 1024, 1025, 1952, 1953, 4608])
def test_weights_sum_to_one_at_lengths_where_the_number_of_tiles_changes(length):
    assert np.abs(summed(length) - 1).max() < 1e-6


@given(st.integers(1, 2500), st.integers(1, 2500))
@settings(max_examples=30, deadline=None)
def test_every_pixel_of_a_photo_is_covered_by_tiles_inside_it(height, width):
    covered = np.zeros((height, width), bool)
    for tile in plan(height, width):
        rows, columns = tile.window
        assert rows.start >= 0 and rows.stop <= height and columns.start >= 0 and columns.stop <= width
        assert max(len(tile.down), len(tile.across)) <= MAX_TILE_PX
        covered[tile.window] = True
    assert covered.all()


@given(lengths)
@settings(max_examples=60, deadline=None)
def test_neighbours_overlap_enough_to_be_blended(length):
    starts = [(tile.left, tile.left + len(tile.across)) for tile in plan(1, length)]
    overlaps = [before[1] - after[0] for before, after in pairwise(starts)]
    assert all(overlap >= tiles.OVERLAP_PX - 32 for overlap in overlaps)


def test_pixels_at_an_inner_border_of_a_tile_count_for_nothing():
    first, second, *_ = plan(1, 2000)
    assert first.across[-1] == 0 and second.across[0] == 0
    assert first.across[0] == 1


def test_small_photo_is_one_tile():
    assert [tile.window for tile in plan(37, 900)] == [(slice(0, 37), slice(0, 900))]
