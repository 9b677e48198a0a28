"""The map cache: lossless, capped, and never in the way."""

import errno
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from core.predict.cache import MapCache, map_key
from core.values import Prediction


def prediction(seed: int = 0, shape=(64, 48)) -> Prediction:
    pixels = np.random.default_rng(seed).integers(0, 256, shape, np.uint8)
    return Prediction(pixels, 0.25 + seed / 1000, "0123456789abcdef", seconds=1.5)


@pytest.fixture
def cache(tmp_path) -> MapCache:
    return MapCache(tmp_path / "maps")


def file_of(cache: MapCache, key: str) -> Path:
    (path,) = cache.folder.rglob(f"{key}.*")
    return path


@pytest.mark.parametrize("shape", [(64, 48), (1, 1), (3, 700)])
def test_a_map_comes_back_as_it_was(cache, shape):
    stored = prediction(1, shape)
    cache.put("aa11", stored)
    found = cache.get("aa11")
    assert (found.probabilities == stored.probabilities).all() and found.probabilities.dtype == np.uint8
    assert (found.photo_score, found.model_id, found.seconds) == (stored.photo_score, stored.model_id, 1.5)


def test_header_is_read_without_the_pixels(cache):
    stored = prediction(2)
    cache.put("aa11", stored)
    header = cache.header("aa11")
    assert header.size == (64, 48) and header.photo_score == stored.photo_score
    assert (header.histogram == np.bincount(stored.probabilities.ravel(), minlength=256)).all()


def test_unknown_key_is_a_miss(cache):
    assert cache.get("ffff") is None and cache.header("ffff") is None


def test_key_changes_with_each_ingredient(monkeypatch):
    keys = {
        map_key("photo", "model", "settings"),
        map_key("photo2", "model", "settings"),
        map_key("photo", "model2", "settings"),
        map_key("photo", "model", "settings2"),
        map_key("photom", "odel", "settings"),
    }
    monkeypatch.setattr("core.predict.cache.FORMAT_VERSION", 99)
    assert len(keys | {map_key("photo", "model", "settings")}) == 6
    assert map_key("photo", "model", "settings") == map_key("photo", "model", "settings")


def test_least_recently_used_maps_go_first(tmp_path):
    size = len_of_one(tmp_path / "measure")
    cache = MapCache(tmp_path / "maps", cap_bytes=int(4.5 * size))
    for number in range(4):
        cache.put(f"aa{number}", prediction(number))
        os.utime(file_of(cache, f"aa{number}"), (1000 + number, 1000 + number))
    cache.get("aa0")
    cache.put("aa9", prediction(9))
    left = {number for number in (0, 1, 2, 3, 9) if cache.get(f"aa{number}")}
    assert {0, 9} <= left and 1 not in left


def len_of_one(folder: Path) -> int:
    cache = MapCache(folder)
    cache.put("aa", prediction())
    return file_of(cache, "aa").stat().st_size


def test_folder_stays_below_its_cap(tmp_path):
    size = len_of_one(tmp_path / "measure")
    cache = MapCache(tmp_path / "maps", cap_bytes=3 * size)
    for number in range(12):
        cache.put(f"aa{number}", prediction(number))
    assert sum(path.stat().st_size for path in cache.folder.rglob("*.crackmap")) <= 3 * size


def test_maps_of_an_earlier_run_count_towards_the_cap(tmp_path):
    size = len_of_one(tmp_path / "measure")
    for number in range(6):
        MapCache(tmp_path / "maps", cap_bytes=3 * size).put(f"aa{number}", prediction(number))
    assert len(list((tmp_path / "maps").rglob("*.crackmap"))) <= 3


@pytest.mark.parametrize("place", [0, 3, 9, 14, 18, 40, 90, 300, -200, -2000])
def test_a_file_with_one_flipped_byte_is_a_miss_and_thrown_away(cache, place):
    cache.put("aa11", prediction())
    path = file_of(cache, "aa11")
    content = bytearray(path.read_bytes())
    content[place] ^= 0x5A
    path.write_bytes(content)
    assert cache.get("aa11") is None
    assert not path.exists()


@pytest.mark.parametrize("kept", [0, 7, 11, 12, 300, 2000, -1])
def test_a_cut_file_is_a_miss(cache, kept):
    cache.put("aa11", prediction())
    path = file_of(cache, "aa11")
    path.write_bytes(path.read_bytes()[:kept])
    assert cache.get("aa11") is None


@pytest.mark.parametrize("header", [b"[]", b"{}", b'{"histogram": 5, "size": [1, 1]}', b'{"size": null}', b"null"])
def test_a_senseless_header_is_a_miss(cache, header):
    path = cache.folder / "aa" / "aa11.crackmap"
    path.parent.mkdir(parents=True)
    path.write_bytes(struct.pack("<8sII", b"CRKMAP02", len(header), zlib.crc32(header)) + header)
    assert cache.header("aa11") is None and cache.get("aa11") is None


def test_a_full_disk_is_no_error(cache, monkeypatch):
    def full(self, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    cache.put("aa11", prediction())
    assert cache.get("aa11") is None


def test_a_place_that_takes_no_folder_is_no_error(tmp_path):
    (tmp_path / "maps").write_text("a file stands where the folder should be")
    cache = MapCache(tmp_path / "maps")
    cache.put("aa11", prediction())
    assert cache.get("aa11") is None and cache.header("aa11") is None


def test_a_damaged_file_that_cannot_be_removed_is_a_miss(cache, monkeypatch):
    cache.put("aa11", prediction())
    file_of(cache, "aa11").write_bytes(b"damaged")

    def refuse(self, missing_ok=False):
        raise PermissionError("in use")

    monkeypatch.setattr(Path, "unlink", refuse)
    assert cache.get("aa11") is None


def test_a_map_is_written_whole_or_not_at_all(cache, monkeypatch):
    cache.put("aa11", prediction(1))

    def crash(self, target):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        cache.put("aa11", prediction(2))
    assert (cache.get("aa11").probabilities == prediction(1).probabilities).all()


def test_parts_that_a_killed_program_left_are_swept_and_those_being_written_stay(cache):
    cache.put("aa11", prediction())
    left, young = (cache.folder / "aa" / f"aa22.crackmap.{pid}.7.part" for pid in (41, 42))
    for part in (left, young):
        part.write_bytes(b"half")
    os.utime(left, (0, 0))
    MapCache(cache.folder).put("aa33", prediction(3))
    assert not left.exists() and young.exists()
    assert cache.get("aa11") is not None
