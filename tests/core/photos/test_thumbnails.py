"""Thumbnails on disk: kept, remade, evicted."""

import os
import subprocess
import sys
import threading

import numpy as np
import pytest
from PIL import Image

from core.errors import PhotoError
from core.photos import reader
from core.photos.thumbnails import ThumbnailCache, user_folder


@pytest.fixture
def photo(tmp_path):
    rng = np.random.default_rng(0)
    path = tmp_path / "photo.png"
    Image.fromarray(rng.integers(0, 255, (120, 200, 3), dtype=np.uint8)).save(path)
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def reads(monkeypatch):
    """The photos that were opened for a thumbnail, in order."""
    opened = []
    real = reader.read_reduced
    monkeypatch.setattr(reader, "read_reduced", lambda path, px: (opened.append(path), real(path, px))[1])
    return opened


def kept(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_thumbnail_is_made_once_and_kept_for_the_next_start(photo, folder, reads):
    first = ThumbnailCache(folder).thumbnail(photo, 50)
    again = ThumbnailCache(folder).thumbnail(photo, 50)
    assert first.shape == again.shape == (30, 50, 3)
    assert np.abs(first.astype(int) - again).mean() < 25  # noise is the worst that a JPEG can meet
    assert reads == [photo]


def test_each_size_is_a_thumbnail_of_its_own(photo, folder):
    cache = ThumbnailCache(folder)
    assert [cache.thumbnail(photo, px).shape[1] for px in (50, 100, 50)] == [50, 100, 50]


def test_changed_photo_gets_a_new_thumbnail(photo, folder, reads):
    cache = ThumbnailCache(folder)
    cache.thumbnail(photo, 50)
    os.utime(photo, ns=(1, 1))
    cache.thumbnail(photo, 50)
    assert len(reads) == 2


@pytest.mark.parametrize("damage", [b"", b"garbage", None], ids=["empty", "garbage", "cut short"])
def test_damaged_thumbnail_is_made_anew(photo, folder, reads, damage):
    cache = ThumbnailCache(folder)
    cache.thumbnail(photo, 100)
    (file,) = kept(folder)
    file.write_bytes(file.read_bytes()[:-500] if damage is None else damage)
    cache.thumbnail(photo, 100)
    cache.thumbnail(photo, 100)
    assert len(reads) == 2


def test_oldest_thumbnails_make_room(photo, folder):
    cache = ThumbnailCache(folder)
    cache.thumbnail(photo, 100)
    (oldest,) = kept(folder)
    os.utime(oldest, (1, 1))
    small = ThumbnailCache(folder, cap_bytes=oldest.stat().st_size + 100)
    small.thumbnail(photo, 40)
    assert not oldest.exists()
    assert len(kept(folder)) == 1


def test_thumbnail_in_use_outlives_one_that_was_made_later(photo, folder):
    cache = ThumbnailCache(folder)
    cache.thumbnail(photo, 60)
    (used,) = kept(folder)
    os.utime(used, (1, 1))
    cache.thumbnail(photo, 59)
    unused = next(path for path in kept(folder) if path != used)
    os.utime(unused, (2, 2))
    cache.thumbnail(photo, 60)
    total = sum(path.stat().st_size for path in kept(folder))
    ThumbnailCache(folder, cap_bytes=int(total * 1.3)).thumbnail(photo, 58)
    assert used.exists()
    assert not unused.exists()


def test_size_cap_holds_while_photos_are_browsed(photo, folder):
    cache = ThumbnailCache(folder, cap_bytes=20_000)
    for px in range(30, 90):
        cache.thumbnail(photo, px)
        assert sum(path.stat().st_size for path in kept(folder)) <= 20_000


def test_cache_that_cannot_be_written_costs_only_speed(photo, tmp_path, reads):
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = ThumbnailCache(tmp_path / "cache")
    for _ in range(2):
        assert cache.thumbnail(photo, 50).shape == (30, 50, 3)
    assert len(reads) == 2


def test_full_disk_leaves_no_half_thumbnail(photo, folder, monkeypatch):
    def full(self, file, *_, **__):
        file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", full)
    assert ThumbnailCache(folder).thumbnail(photo, 50).shape == (30, 50, 3)
    assert kept(folder) == []


def test_broken_photo_raises_each_time_and_is_read_once_repaired(photo, folder):
    cache, whole = ThumbnailCache(folder), photo.read_bytes()
    photo.write_bytes(whole[:300])
    for _ in range(2):
        with pytest.raises(PhotoError):
            cache.thumbnail(photo, 50)
    photo.write_bytes(whole)
    assert cache.thumbnail(photo, 50).shape == (30, 50, 3)


def test_missing_photo_is_told_with_a_remedy(tmp_path, folder):
    with pytest.raises(PhotoError, match="put it back"):
        ThumbnailCache(folder).thumbnail(tmp_path / "gone.jpg", 50)


def test_many_threads_may_ask_at_once(photo, folder):
    cache, shapes = ThumbnailCache(folder, cap_bytes=10_000), []

    def browse():
        shapes.extend(cache.thumbnail(photo, px).shape[1] - px for px in range(20, 60))

    threads = [threading.Thread(target=browse) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shapes == [0] * 160


def test_users_folder_can_be_moved(monkeypatch, tmp_path):
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "thumbnails"


def test_reading_photos_loads_neither_torch_nor_qt_nor_opencv():
    code = (
        "import sys, core.photos.thumbnails, core.photos.pairing, core.photos.identity, core.photos.metadata;"
        "sys.exit(bool({'torch', 'PySide6', 'cv2', 'scipy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_parts_that_a_killed_program_left_are_swept_and_those_being_written_stay(photo, folder):
    (folder / "ab").mkdir(parents=True)
    left, young = folder / "ab" / "tmp1.part", folder / "ab" / "tmp2.part"
    for part in (left, young):
        part.write_bytes(b"half")
    os.utime(left, (0, 0))
    ThumbnailCache(folder).thumbnail(photo, 50)
    assert not left.exists() and young.exists()
