import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from app.imaging import map_pyramid, pyramid
from app.widgets.canvas import patches
from app.widgets.canvas import view as views
from app.widgets.canvas.view import View

RANDOM = np.random.default_rng(1)


def sparse_map(height, width):
    """Single pixels, the hardest thing to keep when a map is made smaller."""
    values = RANDOM.integers(0, 256, (height, width), np.uint8)
    return np.where(RANDOM.random((height, width)) < 0.02, values, 0).astype(np.uint8)


def shown(pixels, view, viewport):
    box = views.visible_box(view, pixels.shape, viewport)
    return box, patches.map_patch(map_pyramid(pixels), view, box)


def test_at_1_to_1_the_patch_is_the_map():
    pixels = sparse_map(90, 120)
    box, patch = shown(pixels, View(1.0, -13, -7), (50, 60))
    assert (box.width, box.height) == (60, 50)
    assert np.array_equal(patch, pixels[7:57, 13:73])


@pytest.mark.parametrize("level", [1, 2, 3, 5])
def test_zoomed_out_by_a_power_of_two_a_pixel_is_the_maximum_of_its_block(level):
    pixels = sparse_map(203, 317)
    _, patch = shown(pixels, View(0.5**level, 5, 9), (400, 400))
    block = 2**level
    expected = [
        [pixels[y : y + block, x : x + block].max() for x in range(0, 317, block)] for y in range(0, 203, block)
    ]
    assert np.array_equal(patch, expected)


@given(st.floats(0.02, 0.999), st.integers(-200, 50), st.integers(-200, 50))
def test_no_single_pixel_is_lost_at_any_zoom(zoom, left, top):
    pixels = sparse_map(150, 210)
    view = View(zoom, left, top)
    box = views.visible_box(view, pixels.shape, (120, 130))
    if box.is_empty:
        return
    patch = patches.map_patch(map_pyramid(pixels), view, box)
    for row, column in RANDOM.integers(0, (box.height, box.width), (40, 2)):
        x0, y0 = view.to_photo((box.left + column, box.top + row))
        x1, y1 = view.to_photo((box.left + column + 1, box.top + row + 1))
        under = pixels[math.floor(y0 + 1e-4) : math.ceil(y1 - 1e-4), math.floor(x0 + 1e-4) : math.ceil(x1 - 1e-4)]
        assert patch[row, column] >= under.max(initial=0)


@given(st.floats(0.02, 0.999))
def test_no_pixel_is_shown_far_from_where_it_is(zoom):
    pixels = np.zeros((150, 210), np.uint8)
    pixels[71, 103] = 255
    view = View(zoom, 3, 4)
    box = views.visible_box(view, pixels.shape, (300, 300))
    patch = patches.map_patch(map_pyramid(pixels), view, box)
    block = 2 ** views.level_for(zoom, 20)
    for row, column in np.argwhere(patch):
        x, y = view.to_photo((box.left + column + 0.5, box.top + row + 0.5))
        assert abs(x - 103.5) <= block + 0.5 / zoom
        assert abs(y - 71.5) <= block + 0.5 / zoom


@pytest.mark.parametrize("zoom", [2.0, 3.0, 7.0])
def test_enlarged_pixels_are_squares_of_the_map(zoom):
    pixels = RANDOM.integers(0, 256, (20, 30), np.uint8)
    _, patch = shown(pixels, View(zoom, 0, 0), (400, 400))
    assert np.array_equal(patch, np.kron(pixels, np.ones((int(zoom), int(zoom)), np.uint8)))


@pytest.mark.parametrize("zoom", [1.0, 3.0])
def test_photo_and_map_lie_on_the_same_pixels(zoom):
    grey = RANDOM.integers(0, 256, (40, 50), np.uint8)
    view = View(zoom, -17, -11)
    box = views.visible_box(view, grey.shape, (60, 70))
    photo = patches.photo_patch(pyramid(np.repeat(grey[..., None], 3, axis=2)), view, box)
    assert np.array_equal(photo[..., 1], patches.map_patch(map_pyramid(grey), view, box))


@pytest.mark.parametrize("zoom", [0.13, 0.37, 0.62, 0.9, 1.4])
def test_a_dot_of_photo_and_map_meet_at_every_zoom(zoom):
    grey = np.zeros((400, 400), np.uint8)
    grey[190:206, 230:246] = 255
    view = View(zoom, 7, 3)
    box = views.visible_box(view, grey.shape, (600, 600))
    photo = patches.photo_patch(pyramid(np.repeat(grey[..., None], 3, axis=2)), view, box)[..., 0]
    spot = patches.map_patch(map_pyramid(grey), view, box)
    photo_middle = ndimage.center_of_mass(photo)
    assert photo_middle == pytest.approx(ndimage.center_of_mass(spot), abs=0.75)


def test_outline_rings_the_mask_without_covering_it():
    mask = np.zeros((9, 9), bool)
    mask[4, 2:7] = True
    ring = patches.outline(mask, width_px=1)
    around = ndimage.binary_dilation(mask, ndimage.generate_binary_structure(2, 1))
    assert np.array_equal(ring > 0, around & ~mask)


def test_agreement_names_all_four_cases():
    mask = np.array([[False, True], [False, True]])
    truth = np.array([[False, False], [True, True]])
    assert patches.agreement(mask, truth).tolist() == [[0, 1], [2, 3]]
