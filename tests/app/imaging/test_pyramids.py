from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from app.imaging import map_pyramid, pyramid

maps = arrays.arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40)))


@given(maps)
def test_each_level_holds_the_maximum_of_its_block(pixels):
    for level, pooled in enumerate(map_pyramid(pixels).levels):
        block = 2**level
        rows = range(0, pixels.shape[0], block)
        columns = range(0, pixels.shape[1], block)
        expected = [[pixels[y : y + block, x : x + block].max() for x in columns] for y in rows]
        assert np.array_equal(pooled, expected)


@given(maps, st.integers(0, 255))
def test_pooling_commutes_with_the_threshold(pixels, first):
    masked_first = map_pyramid(pixels >= first).levels
    pooled_first = map_pyramid(pixels).levels
    for one, other in zip(masked_first, pooled_first, strict=True):
        assert np.array_equal(one > 0, other >= first)


@pytest.mark.parametrize("size", [(1, 1), (5, 7), (64, 3), (640, 480)])
def test_photo_levels_halve_down_to_one_pixel(size):
    levels = pyramid(np.full((*size, 3), 90, np.uint8)).levels
    for finer, coarser in pairwise(levels):
        assert coarser.shape[:2] == ((finer.shape[0] + 1) // 2, (finer.shape[1] + 1) // 2)
    assert levels[-1].shape == (1, 1, 3)
    assert (levels[-1] == 90).all()


def test_photo_levels_are_averages():
    rgb = np.zeros((2, 2, 3), np.uint8)
    rgb[0] = 200
    assert pyramid(rgb).levels[1][0, 0].tolist() == [100, 100, 100]


def test_a_picture_without_pixels_is_refused():
    with pytest.raises(ValueError, match="at least one pixel"):
        map_pyramid(np.zeros((0, 4), np.uint8))
