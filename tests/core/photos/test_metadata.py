"""Facts from EXIF, whole, missing and broken."""

from datetime import datetime

import pytest
from PIL import Image

from core.errors import PhotoError
from core.photos import metadata


def save(path, *, base=(), camera=(), gps=(), size=(30, 20)):
    exif = Image.Exif()
    exif.update(dict(base))
    exif.get_ifd(0x8769).update(dict(camera))
    exif.get_ifd(0x8825).update(dict(gps))
    Image.new("RGB", size).save(path, exif=exif)
    return path


def position(lat, lat_ref, lon, lon_ref):
    return {1: lat_ref, 2: lat, 3: lon_ref, 4: lon}


def test_facts_of_a_camera_photo(tmp_path):
    path = save(
        tmp_path / "a.jpg",
        base={0x0110: "EOS R5", 0x010F: "Canon", 0x0132: "2026:01:01 00:00:00", 0x0112: 6},
        camera={0x9003: "2025:03:31 14:05:09", 0x920A: 17.5},
        gps=position((48.0, 8.0, 6.0), "N", (11.0, 34.0, 30.0), "W"),
    )
    facts = metadata.read(path)
    assert facts.taken == datetime(2025, 3, 31, 14, 5, 9)
    assert facts.camera == "Canon EOS R5"
    assert facts.focal_length_mm == 17.5
    assert facts.gps == pytest.approx((48.135, -11.575))
    assert facts.size == (30, 20)  # upright
    assert facts.file_bytes == path.stat().st_size


def test_photo_without_metadata_has_only_its_size(tmp_path):
    path = save(tmp_path / "a.png")
    assert metadata.read(path) == metadata.PhotoFacts(size=(20, 30), file_bytes=path.stat().st_size)


def test_makers_name_is_not_said_twice(tmp_path):
    path = save(tmp_path / "a.jpg", base={0x010F: "NIKON CORPORATION\0", 0x0110: "NIKON D850 "})
    assert metadata.read(path).camera == "NIKON D850"


def test_date_of_the_file_serves_where_the_camera_gave_none(tmp_path):
    path = save(tmp_path / "a.jpg", base={0x0132: "2026:01:02 03:04:05"}, camera={0x9003: "0000:00:00 00:00:00"})
    assert metadata.read(path).taken == datetime(2026, 1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    "gps",
    [
        position((91.0, 0.0, 0.0), "N", (11.0, 0.0, 0.0), "E"),
        position((48.0, 8.0, 6.0), "", (11.0, 34.0, 30.0), "E"),
        position((48.0, 8.0), "N", (11.0, 34.0, 30.0), "E"),
        {1: "N", 2: (48.0, 8.0, 6.0)},
    ],
    ids=["beyond the pole", "no direction", "two parts", "half a place"],
)
def test_impossible_positions_count_as_none(tmp_path, gps):
    assert metadata.read(save(tmp_path / "a.jpg", gps=gps)).gps is None


@pytest.mark.parametrize(("said", "heading"), [(271.5, 271.5), (360.0, 0.0), (400.0, None)])
def test_heading_is_the_direction_of_the_image(tmp_path, said, heading):
    assert metadata.read(save(tmp_path / "a.jpg", gps={17: said})).heading_deg == heading


def test_broken_metadata_leaves_a_readable_photo(tmp_path):
    path = tmp_path / "a.jpg"
    Image.new("RGB", (30, 20)).save(path, exif=b"Exif\0\0MM\0*\xff\xff\xff\xff garbage")
    facts = metadata.read(path)
    assert facts == metadata.PhotoFacts(size=(20, 30), file_bytes=path.stat().st_size)


def test_missing_photo_is_told_with_a_remedy(tmp_path):
    with pytest.raises(PhotoError, match="put it back"):
        metadata.read(tmp_path / "gone.jpg")
