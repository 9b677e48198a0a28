"""The reader on real files of every kind, written by the tests themselves."""

import shutil
import threading
import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageOps

from core.photos import reader

HEIGHT, WIDTH = 40, 60
READS = [reader.read, reader.size, lambda path: reader.read_reduced(path, 9)]


def quarters(height=HEIGHT, width=WIDTH):
    """Red, green, blue and white quarters: no turn or flip looks like another."""
    rgb = np.full((height, width, 3), 255, np.uint8)
    rgb[: height // 2, : width // 2] = 220, 30, 30
    rgb[: height // 2, width // 2 :] = 30, 200, 30
    rgb[height // 2 :, : width // 2] = 30, 30, 220
    return rgb


def image():
    return Image.fromarray(quarters())


def stored_for(orientation):
    """The pixels that a camera held so would store."""
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


def oriented(path, orientation, **options):
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored_for(orientation).save(path, exif=exif, quality=95, **options)
    return path


def difference(rgb, expected):
    return np.abs(rgb.astype(int) - expected).mean()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
def test_every_orientation_is_shown_upright(tmp_path, suffix, orientation):
    path = oriented(tmp_path / f"photo.{suffix}", orientation)
    with Image.open(path) as independent:
        assert difference(np.array(ImageOps.exif_transpose(independent)), quarters()) < 6

    rgb = reader.read(path)

    assert rgb.shape == (HEIGHT, WIDTH, 3)
    assert rgb.dtype == np.uint8
    assert rgb.flags.c_contiguous
    assert rgb.flags.writeable
    assert difference(rgb, quarters()) < 6
    assert reader.size(path) == (HEIGHT, WIDTH)
    assert difference(reader.read_reduced(path, 30), quarters(20, 30)) < 12


@pytest.mark.parametrize("orientation", [0, 9, 77])
def test_impossible_orientation_turns_nothing(tmp_path, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    image().save(tmp_path / "a.jpg", exif=exif, quality=95)
    assert difference(reader.read(tmp_path / "a.jpg"), quarters()) < 6


@pytest.mark.parametrize("suffix", ["jpg", "tif", "webp"])
def test_orientation_that_only_xmp_knows_is_applied_once(tmp_path, suffix):
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    path = tmp_path / f"a.{suffix}"
    stored_for(6).save(path, quality=95, **({"tiffinfo": {700: xmp}} if suffix == "tif" else {"xmp": xmp}))
    assert reader.size(path) == (HEIGHT, WIDTH)
    assert difference(reader.read(path), quarters()) < 6


def test_late_strips_of_a_tall_photo_are_in_place(tmp_path):
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 255, (131, 70, 3), dtype=np.uint8)
    exif = Image.Exif()
    exif[0x0112] = 8
    Image.fromarray(np.ascontiguousarray(np.rot90(rgb, -1))).save(tmp_path / "a.png", exif=exif)
    assert np.array_equal(reader.read(tmp_path / "a.png"), rgb)


LOSSLESS = {
    "plain.png": lambda path: image().save(path),
    "plain.bmp": lambda path: image().save(path),
    "plain.tif": lambda path: image().save(path),
    "lzw.tiff": lambda path: image().save(path, compression="tiff_lzw"),
    "deflate.tif": lambda path: image().save(path, compression="tiff_adobe_deflate"),
    "lossless.webp": lambda path: image().save(path, lossless=True),
    "palette.png": lambda path: image().quantize(8).save(path),
    "palette.tif": lambda path: image().quantize(8).save(path),
    "palette.bmp": lambda path: image().quantize(8).save(path),
    "opaque.png": lambda path: image().convert("RGBA").save(path),
    "opaque.webp": lambda path: image().convert("RGBA").save(path, lossless=True),
    "opaque.tif": lambda path: image().convert("RGBA").save(path),
    "interlaced.PNG": lambda path: path.write_bytes(deep_png(quarters(), bits=8)),
    "deep.png": lambda path: path.write_bytes(deep_png(quarters().astype(np.uint16) * 257, bits=16)),
    "deep.tif": lambda path: path.write_bytes(deep_tiff(planar=False)),
    "deep_planar.tif": lambda path: path.write_bytes(deep_tiff(planar=True)),
    "cmyk.tif": lambda path: image().convert("CMYK").save(path),
    "wrong_suffix.jpg": lambda path: image().save(path, "PNG"),
    "wrong_suffix.png": lambda path: image().save(path, "BMP"),
}


def deep_png(values, bits):
    """An RGB PNG of 8 or 16 bits, put together by hand: no writer here makes 16-bit colour."""

    def chunk(kind, content):
        checked = kind + content
        return len(content).to_bytes(4, "big") + checked + zlib.crc32(checked).to_bytes(4, "big")

    rows = values.astype(">u2" if bits == 16 else "u1")
    raw = b"".join(b"\0" + row.tobytes() for row in rows)
    header = WIDTH.to_bytes(4, "big") + HEIGHT.to_bytes(4, "big") + bytes([bits, 2, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")


def deep_tiff(*, planar):
    """A 16-bit RGB TIFF (scikit-image's own writer), interleaved or one plane after the other."""
    tifffile = pytest.importorskip("tifffile")
    values = quarters().astype(np.uint16) * 257
    buffer = BytesIO()
    layout = {"planarconfig": "separate"} if planar else {}
    tifffile.imwrite(buffer, np.moveaxis(values, 2, 0).copy() if planar else values, photometric="rgb", **layout)
    return buffer.getvalue()


@pytest.mark.parametrize("name", LOSSLESS)
def test_lossless_kinds_give_the_very_pixels(tmp_path, name):
    LOSSLESS[name](tmp_path / name)
    assert np.array_equal(reader.read(tmp_path / name), quarters())
    assert reader.size(tmp_path / name) == (HEIGHT, WIDTH)


LOSSY = {
    "plain.jpg": lambda path: image().save(path, quality=95),
    "progressive.jpeg": lambda path: image().save(path, quality=95, progressive=True),
    "cmyk.jpg": lambda path: image().convert("CMYK").save(path, quality=95),
    "phone.jpg": lambda path: image().save(path, "MPO", save_all=True, append_images=[image()], quality=95),
    "jpeg.tif": lambda path: image().save(path, compression="jpeg", quality=95),
    "ycbcr.tif": lambda path: image().convert("YCbCr").save(path),
    "plain.webp": lambda path: image().save(path, quality=95),
}


@pytest.mark.parametrize("name", LOSSY)
def test_lossy_kinds_give_nearly_the_pixels(tmp_path, name):
    LOSSY[name](tmp_path / name)
    assert difference(reader.read(tmp_path / name), quarters()) < 6


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "bmp", "webp"])
def test_grey_photos_have_three_equal_channels(tmp_path, suffix):
    grey = image().convert("L")
    grey.save(tmp_path / f"a.{suffix}", quality=95)
    rgb = reader.read(tmp_path / f"a.{suffix}")
    assert np.ptp(rgb, axis=2).max() <= 2
    assert difference(rgb, np.array(grey)[..., None]) < 4


@pytest.mark.parametrize(
    "relative",
    ["Größe/Straße ü.jpg", "桥梁/裂缝 01.png", "a@b/c@2x.tif", "100 %/#1 [x] 'q' & co.webp", "a..b/dot..bmp"],
)
def test_any_unicode_path_is_read(tmp_path, relative):
    path = tmp_path / relative
    path.parent.mkdir(parents=True)
    image().save(path)
    assert reader.read(path).shape == (HEIGHT, WIDTH, 3)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp", "bmp"])
def test_reduced_photo_looks_like_the_photo_and_fits(tmp_path, suffix):
    Image.fromarray(quarters(400, 610)).save(tmp_path / f"a.{suffix}")
    small = reader.read_reduced(tmp_path / f"a.{suffix}", 61)
    assert small.shape == (40, 61, 3)
    assert difference(small, quarters(40, 61)) < 6


def test_reduced_photo_is_never_larger_than_the_photo(tmp_path):
    image().save(tmp_path / "a.png")
    assert np.array_equal(reader.read_reduced(tmp_path / "a.png", 5000), quarters())


def test_long_thin_photo_keeps_at_least_one_pixel(tmp_path):
    Image.new("RGB", (3000, 2)).save(tmp_path / "a.png")
    assert reader.read_reduced(tmp_path / "a.png", 50).shape == (1, 50, 3)


def test_reduced_to_nothing_is_a_mistake_of_the_caller(tmp_path):
    with pytest.raises(ValueError, match="at least one pixel"):
        reader.read_reduced(tmp_path / "a.png", 0)


def test_many_threads_read_the_same_as_one(tmp_path):
    paths = []
    for number, (name, write) in enumerate({**LOSSLESS, **LOSSY}.items()):
        paths.append(tmp_path / f"{number}_{name}")
        write(paths[-1])
    alone = {path: reader.read(path) for path in paths}
    wrong = []

    def browse(start):
        wrong.extend(
            path for path in paths[start:] + paths[:start] if not np.array_equal(reader.read(path), alone[path])
        )

    threads = [threading.Thread(target=browse, args=(start,)) for start in range(0, 24, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_reading_leaves_the_photo_as_it_was(tmp_path):
    path = oriented(tmp_path / "a.jpg", 6)
    copy = shutil.copy2(path, tmp_path / "copy.jpg")
    for read in READS:
        read(path)
    assert path.read_bytes() == copy.read_bytes()
    assert path.stat().st_mtime_ns == copy.stat().st_mtime_ns
