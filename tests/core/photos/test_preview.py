"""The camera's embedded preview: taken where it serves, turned with its photo, mistrusted."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from core.photos import reader


def quarters(height, width):
    """Red, green, blue and white quarters: no turn or flip looks like another."""
    rgb = np.full((height, width, 3), 255, np.uint8)
    rgb[: height // 2, : width // 2] = 220, 30, 30
    rgb[: height // 2, width // 2 :] = 30, 200, 30
    rgb[height // 2 :, : width // 2] = 30, 30, 220
    return rgb


def difference(rgb, expected):
    return np.abs(rgb.astype(int) - expected).mean()


def with_preview(path, preview, *, orientation=1):
    """A grey JPEG whose EXIF data holds ``preview``: what a reader took is seen by its colour."""
    buffer = BytesIO()
    preview.save(buffer, "JPEG", quality=95)
    blob = buffer.getvalue()
    # TIFF header; IFD 0: orientation; IFD 1: place and length of the preview, which follows.
    entry = lambda tag, kind, value: tag.to_bytes(2, "big") + kind.to_bytes(2, "big") + b"\0\0\0\1" + value  # noqa: E731
    ifd0 = b"\0\1" + entry(0x0112, 3, orientation.to_bytes(2, "big") + b"\0\0") + (26).to_bytes(4, "big")
    start = 26 + 2 + 2 * 12 + 4
    places = entry(0x0201, 4, start.to_bytes(4, "big")) + entry(0x0202, 4, len(blob).to_bytes(4, "big"))
    ifd1 = b"\0\2" + places + b"\0\0\0\0"
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + ifd0 + ifd1 + blob
    Image.new("RGB", (1200, 800), (128, 128, 128)).save(path, exif=exif)
    return path


RED = (200, 0, 0)


def is_red(rgb):
    return rgb[..., 0].mean() > 180 and rgb[..., 1].mean() < 20


def test_embedded_preview_is_taken_where_it_is_large_enough(tmp_path):
    path = with_preview(tmp_path / "a.jpg", Image.new("RGB", (240, 160), RED))
    small = reader.read_reduced(path, 200)
    assert is_red(small)
    assert small.shape == (133, 200, 3)
    assert not is_red(reader.read_reduced(path, 241))
    assert not is_red(reader.read(path))


def test_embedded_preview_is_turned_like_its_photo(tmp_path):
    path = with_preview(tmp_path / "a.jpg", Image.fromarray(quarters(160, 240)), orientation=6)
    small = reader.read_reduced(path, 240)
    assert difference(small, np.rot90(quarters(160, 240), -1)) < 6


@pytest.mark.parametrize("size", [(240, 180), (160, 240)], ids=["letterboxed", "of another crop"])
def test_embedded_preview_of_another_rectangle_is_not_taken(tmp_path, size):
    path = with_preview(tmp_path / "a.jpg", Image.new("RGB", size, RED))
    assert not is_red(reader.read_reduced(path, 100))


def test_broken_preview_leaves_the_photo_itself(tmp_path):
    path = with_preview(tmp_path / "a.jpg", Image.new("RGB", (240, 160), RED))
    content = path.read_bytes()
    second = content.index(b"\xff\xd8", 4)
    path.write_bytes(content[:second] + bytes(20) + content[second + 20 :])
    small = reader.read_reduced(path, 100)
    assert small.shape == (67, 100, 3)
    assert not is_red(small)
