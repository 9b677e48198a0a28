import gc

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.imaging import indexed_image, rgb_from, rgb_image


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (7, 4), (31, 33)])
def test_pixels_survive_the_way_to_qt_and_back(size):
    rgb = np.random.default_rng(0).integers(0, 256, (*size, 3), np.uint8)
    assert np.array_equal(rgb_from(rgb_image(rgb)), rgb)


def test_an_image_outlives_the_array_it_was_made_of():
    rgb = np.full((64, 64, 3), 77, np.uint8)
    image = QImage(rgb_image(rgb))
    rgb[:] = 0
    del rgb
    gc.collect()
    assert image.pixelColor(63, 63).red() == 77


def test_an_array_outlives_the_image_it_was_made_of():
    image = QImage(8, 8, QImage.Format.Format_RGB888)
    image.fill(0x102030)
    pixels = rgb_from(image)
    image.fill(0)
    assert pixels[7, 7].tolist() == [0x10, 0x20, 0x30]


def test_an_indexed_image_shows_the_tables_colour_of_each_value():
    values = np.arange(6, dtype=np.uint8).reshape(2, 3)
    image = indexed_image(values, [0xFF000000 | (value * 40) for value in range(256)])
    assert image.pixelColor(2, 1).blue() == 200
    image.setColorTable([0xFF000000] * 255 + [0])
    assert image.pixelColor(2, 1).blue() == 0
