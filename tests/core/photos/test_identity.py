"""Content hashes, fingerprints and groups of near-duplicates."""

import hashlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageEnhance

from core.errors import PhotoError
from core.photos import identity


def picture(seed, height=300, width=400):
    """Cloudy grey with a dark line, like a wall."""
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.integers(60, 200, (9, 12), dtype=np.uint8))
    grey = np.array(coarse.resize((width, height), Image.Resampling.BICUBIC), np.int16)
    grey += rng.integers(-20, 20, grey.shape, dtype=np.int16)
    grey[height // 2 : height // 2 + 3] = 20
    return np.repeat(np.clip(grey, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def distance(one, other):
    return (identity.fingerprint(one) ^ identity.fingerprint(other)).bit_count()


def as_jpeg(image, quality):
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer)


CHANGES = {
    "re-encoded": lambda image: as_jpeg(image, 30),
    "halved": lambda image: image.resize((200, 150)),
    "brightened": lambda image: ImageEnhance.Brightness(image).enhance(1.2),
    "cropped by 1 %": lambda image: image.crop((4, 3, 400, 300)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changed_copies_are_near_duplicates(change):
    for seed in range(8):
        image = Image.fromarray(picture(seed))
        assert distance(np.array(image), np.array(CHANGES[change](image))) <= identity.NEAR


def test_different_pictures_are_no_near_duplicates():
    for seed in range(20):
        assert distance(picture(seed), picture(seed + 100)) > identity.NEAR


def test_empty_pictures_of_any_brightness_are_alike():
    """Rounding errors of the transform must not pass for a picture."""
    found = {identity.fingerprint(np.full((64, 64, 3), grey, np.uint8)) for grey in range(1, 256)}
    assert len(found) == 1


def test_content_hash_is_that_of_the_bytes_wherever_they_lie(tmp_path):
    content = bytes(range(256)) * 9000
    for name in ("a.jpg", "ü/b.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        assert identity.content_hash(path) == hashlib.blake2b(content, digest_size=16).hexdigest()


def test_hash_of_a_missing_photo_is_told_with_a_remedy(tmp_path):
    with pytest.raises(PhotoError, match="put it back"):
        identity.content_hash(tmp_path / "gone.jpg")


def brute_force(fingerprints, near):
    """Flood fill over all pairs, numbered in order of first appearance."""
    numbers = [-1] * len(fingerprints)
    for start in range(len(fingerprints)):
        if numbers[start] >= 0:
            continue
        number, front = max(numbers) + 1, [start]
        while front:
            here = front.pop()
            if numbers[here] >= 0:
                continue
            numbers[here] = number
            front += [
                other
                for other in range(len(fingerprints))
                if (fingerprints[here] ^ fingerprints[other]).bit_count() <= near
            ]
    return numbers


@st.composite
def clustered(draw):
    """Fingerprints around a few centres, so that near, equal and chained ones all occur."""
    centres = draw(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=3))
    found = []
    for _ in range(draw(st.integers(0, 25))):
        value = draw(st.sampled_from(centres + found))
        for bit in draw(st.sets(st.integers(0, 63), max_size=10)):
            value ^= 1 << bit
        found.append(value)
    return found


@settings(max_examples=60, deadline=None)
@given(clustered(), st.integers(0, 12))
def test_groups_are_those_that_comparing_all_pairs_finds(fingerprints, near):
    assert identity.groups(fingerprints, near=near) == brute_force(fingerprints, near)


def test_many_like_photos_are_one_group_in_bounded_memory(monkeypatch):
    monkeypatch.setattr(identity, "_BATCH", 1000)
    rng = np.random.default_rng(0)
    flips = np.uint64(1) << rng.integers(0, 64, (2, 500)).astype(np.uint64)
    assert set(identity.groups((np.uint64(7) ^ flips[0] ^ flips[1]).tolist())) == {0}


def test_distance_beyond_the_bits_is_refused():
    with pytest.raises(ValueError, match="0 to 63"):
        identity.groups([1, 2], near=64)
