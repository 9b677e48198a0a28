"""The reader on real files of every kind, written by the tests themselves."""

import numpy as np
import pytest
from PIL import Image

from core.errors import PhotoError
from core.photos import reader

HEIGHT, WIDTH = 40, 60


def quarters(height=HEIGHT, width=WIDTH):
    """Red, green, blue and white quarters: no turn or flip of it looks like another."""
    rgb = np.full((height, width, 3), 255, np.uint8)
    rgb[: height // 2, : width // 2] = 220, 30, 30
    rgb[: height // 2, width // 2 :] = 30, 200, 30
    rgb[height // 2 :, : width // 2] = 30, 30, 220
    return rgb


def stored_for(orientation):
    """The pixels that a camera held so would store: undone by EXIF ``orientation``."""
    undo = {
        1: lambda a: a,
        2: np.fliplr,
        3: lambda a: np.rot90(a, 2),
        4: np.flipud,
        5: lambda a: np.swapaxes(a, 0, 1),
        6: lambda a: np.rot90(a, 1),
        7: lambda a: np.rot90(np.swapaxes(a, 0, 1), 2),
        8: lambda a: np.rot90(a, -1),
    }
    return Image.fromarray(np.ascontiguousarray(undo[orientation](quarters())))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_every_orientation_is_shown_upright(tmp_path, suffix, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"photo.{suffix}"
    stored_for(orientation).save(path, exif=exif, quality=95)

    rgb = reader.read(path)

    assert rgb.shape == (HEIGHT, WIDTH, 3)
    assert rgb.dtype == np.uint8
    assert rgb.flags.c_contiguous
    assert np.abs(rgb.astype(int) - quarters()).mean() < 6
    assert reader.size(path) == (HEIGHT, WIDTH)
    assert reader.read_reduced(path, 30).shape == (20, 30, 3)


def test_empty_file_is_told_with_a_remedy(tmp_path):
    path = tmp_path / "photo.jpg"
    path.touch()
    for read in (reader.read, reader.size, lambda p: reader.read_reduced(p, 9)):
        with pytest.raises(PhotoError, match=r"photo\.jpg .* empty file; copy it again"):
            read(path)
