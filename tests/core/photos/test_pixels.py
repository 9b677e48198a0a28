"""Grey of many depths, floating point, and transparency."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from core.photos import reader

HEIGHT, WIDTH = 40, 60


def grey_ramp():
    return np.arange(HEIGHT * WIDTH, dtype=np.uint32).reshape(HEIGHT, WIDTH) * 65535 // (HEIGHT * WIDTH - 1)


def test_black_and_white_photos_are_read(tmp_path):
    Image.fromarray(grey_ramp() > 30_000).save(tmp_path / "fax.tif", compression="group4")
    assert set(np.unique(reader.read(tmp_path / "fax.tif"))) == {0, 255}


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_grey_of_16_bits_is_scaled_not_cut(tmp_path, suffix):
    ramp = grey_ramp().astype(np.uint16)
    Image.fromarray(ramp).save(tmp_path / f"a.{suffix}")
    rgb = reader.read(tmp_path / f"a.{suffix}")
    assert np.array_equal(rgb[..., 0], np.rint(ramp / 257).astype(np.uint8))


@pytest.mark.parametrize("bits", [8, 10, 12, 14, 16])
def test_grey_of_fewer_bits_than_it_is_stored_in_is_not_dark(tmp_path, bits):
    ramp = (grey_ramp() >> (16 - bits)).astype(np.uint16)
    Image.fromarray(ramp).save(tmp_path / "a.tif")
    rgb = reader.read(tmp_path / "a.tif")
    assert np.abs(rgb[..., 0] - ramp * (255 / (2**bits - 1))).max() <= 0.51


def test_floating_point_grey_runs_from_0_to_1_and_survives_nan(tmp_path):
    values = (grey_ramp() / 65535).astype(np.float32)
    values[0, :3] = np.nan, np.inf, -1.0
    Image.fromarray(values).save(tmp_path / "a.tif")
    rgb = reader.read(tmp_path / "a.tif")[..., 0]
    assert rgb[0, :3].tolist() == [0, 0, 0]
    assert rgb[-1, -1] == 255
    assert np.abs(rgb[1:] - values[1:] * 255).max() <= 0.51


def test_deep_grey_tiff_with_white_as_zero_is_no_negative(tmp_path):
    path = tmp_path / "a.tif"
    Image.fromarray(grey_ramp().astype(np.uint16)).save(path, tiffinfo={262: 0})
    content = path.read_bytes()
    assert Image.open(BytesIO(content)).tag_v2[262] == 0
    assert np.array_equal(reader.read(path)[..., 0], 255 - np.rint(grey_ramp() / 257).astype(np.uint8))


@pytest.mark.parametrize("suffix", ["png", "webp", "tif"])
def test_what_is_transparent_shows_the_background(tmp_path, suffix):
    rgba = np.zeros((4, 6, 4), np.uint8)
    rgba[:, 3:] = 10, 20, 30, 255
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(rgba).save(path, **({"lossless": True} if suffix == "webp" else {}))
    assert reader.read(path)[0, 0].tolist() == [255, 255, 255]
    assert reader.read(path)[0, 5].tolist() == [10, 20, 30]
    assert reader.read(path, background=0)[0, 0].tolist() == [0, 0, 0]


@pytest.mark.parametrize("kind", ["P", "L", "RGB", "LA"])
def test_transparency_in_any_form_is_honoured(tmp_path, kind):
    grey = Image.new("L", (6, 4), 100)
    grey.paste(50, (0, 0, 3, 4))
    if kind == "LA":
        grey.putalpha(grey.point(lambda value: 0 if value == 50 else 255))
        grey.save(tmp_path / "a.png")
    else:
        see_through = {"P": 50, "L": 50, "RGB": (50, 50, 50)}[kind]
        grey.convert(kind).save(tmp_path / "a.png", transparency=see_through)
    assert reader.read(tmp_path / "a.png")[:, :, 0].tolist() == [[255, 255, 255, 100, 100, 100]] * 4
