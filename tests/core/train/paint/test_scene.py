"""Surfaces, things that are not cracks, and whole examples: for any seed, of the right kind, without an error."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.train.paint.augment import camera, flip, square
from core.train.paint.cracks import STEP_PX, TRAINING_STYLE, VALIDATION_STYLE, cracks, fractal_line, stair_crack
from core.train.paint.distractors import DISTRACTORS, distract
from core.train.paint.scene import clean_scene, cracked_scene
from core.train.paint.surfaces import SURFACES, surface

seeds = st.integers(0, 2**32 - 1)
sizes = st.sampled_from([32, 64, 97, 128])


def is_photo(photo: np.ndarray, size: int) -> bool:
    return photo.shape == (size, size, 3) and photo.dtype == np.uint8 and photo.flags.c_contiguous


@pytest.mark.parametrize("kind", [kind for kind, _ in SURFACES], ids=lambda kind: kind.__name__)
@given(seed=seeds, size=sizes)
@settings(max_examples=15, deadline=None)
def test_each_surface_is_a_photo(kind, seed, size):
    made = kind(np.random.default_rng(seed), size)
    assert is_photo(made.photo, size)
    assert 1 < made.photo.mean() < 254


@pytest.mark.parametrize("kind", [kind for kind, _ in DISTRACTORS], ids=lambda kind: kind.__name__)
@given(seed=seeds, size=sizes)
@settings(max_examples=15, deadline=None)
def test_each_distraction_leaves_a_photo_and_its_original_alone(kind, seed, size):
    rng = np.random.default_rng(seed)
    ground = surface(rng, size).photo
    copy = ground.copy()
    assert is_photo(kind(rng, ground), size)
    assert (ground == copy).all()


@pytest.mark.parametrize("table", [SURFACES, DISTRACTORS])
def test_shares_make_a_whole(table):
    assert sum(share for _, share in table) == pytest.approx(1)


def test_distractions_change_the_photo():
    rng = np.random.default_rng(0)
    ground = np.full((64, 64, 3), 128, np.uint8)
    assert sum((distract(rng, ground) != ground).any() for _ in range(40)) > 30


@given(seeds, sizes, st.sampled_from([TRAINING_STYLE, VALIDATION_STYLE]))
@settings(max_examples=40, deadline=None)
def test_an_example_is_a_photo_and_its_mask(seed, size, style):
    example = cracked_scene(np.random.default_rng(seed), None, size, style=style)
    assert is_photo(example.photo, size)
    assert example.mask.shape == (size, size) and example.mask.dtype == bool
    again = cracked_scene(np.random.default_rng(seed), None, size, style=style)
    assert (example.photo == again.photo).all() and (example.mask == again.mask).all()


@given(seeds, st.tuples(st.integers(8, 200), st.integers(8, 200)))
@settings(max_examples=30, deadline=None)
def test_a_clean_photo_of_any_size_is_a_ground(seed, size):
    clean = np.random.default_rng(seed).integers(0, 256, (*size, 3), np.uint8)
    copy = clean.copy()
    example = cracked_scene(np.random.default_rng(seed), clean, 64)
    assert is_photo(example.photo, 64)
    quiet = clean_scene(np.random.default_rng(seed), clean, 64)
    assert is_photo(quiet.photo, 64) and not quiet.mask.any()
    assert (clean == copy).all()


def test_nearly_every_cracked_scene_holds_a_crack():
    empty = sum(not cracked_scene(np.random.default_rng(seed), None, 96).mask.any() for seed in range(120))
    assert empty <= 6


def test_cracks_cover_a_credible_share():
    shares = [cracked_scene(np.random.default_rng(seed), None, 96).mask.mean() for seed in range(120)]
    assert 0.01 < np.median(shares) < 0.2
    assert np.quantile(shares, 0.95) < 0.5


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_flips_and_turns_take_the_mask_along(seed):
    rng = np.random.default_rng(seed)
    mask = rng.random((20, 20)) < 0.3
    photo = np.where(mask, np.uint8(255), np.uint8(10))[..., None].repeat(3, axis=2)
    turned, turned_mask = flip(rng, photo, mask)
    assert ((turned[..., 0] == 255) == turned_mask).all()
    assert turned_mask.sum() == mask.sum()


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_a_camera_moves_no_pixel(seed):
    """Light, colour, blur and noise only: the bright half stays where it is."""
    ground = np.full((40, 40, 3), 70, np.uint8)
    ground[:, 20:] = 190
    seen = camera(np.random.default_rng(seed), ground).astype(float).mean(axis=2)
    assert seen.shape == (40, 40)
    assert seen[:, 24:].mean() > seen[:, :16].mean() + 15


@given(seeds, st.integers(1, 90), st.integers(1, 90))
@settings(max_examples=40, deadline=None)
def test_square_of_any_photo_has_its_size(seed, height, width):
    photo = np.zeros((height, width, 3), np.uint8)
    assert is_photo(square(np.random.default_rng(seed), photo, 48), 48)


@given(seeds, st.sampled_from([32, 64, 224, 448]))
@settings(max_examples=40, deadline=None)
def test_centre_lines_have_a_width_at_each_point(seed, size):
    for crack in cracks(np.random.default_rng(seed), size):
        assert crack.points.shape == (len(crack.widths), 2)
        assert np.isfinite(crack.points).all() and (crack.widths > 0).all()


def test_fractal_line_joins_its_ends_in_short_steps():
    ends = np.asarray([[0, 0], [100, 40]], np.float32)
    line = fractal_line(np.random.default_rng(0), *ends, roughness=0.1)
    assert (line[0] == ends[0]).all() and (line[-1] == ends[1]).all()
    assert np.linalg.norm(np.diff(line, axis=0), axis=1).mean() < 2 * STEP_PX


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_a_stair_crack_is_found_on_any_wall(seed):
    rng = np.random.default_rng(seed)
    for kind, _ in SURFACES[-2:]:
        wall = kind(rng, 96)
        crack = stair_crack(rng, wall.joints, size=96, style=TRAINING_STYLE)
        assert np.isfinite(crack.points).all() and len(crack.points) == len(crack.widths)
