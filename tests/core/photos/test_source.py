"""What is refused, and how it is said: broken, cut short, enormous, elsewhere, no photo at all."""

import os
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import PhotoError
from core.photos import formats, reader, source

HEIGHT, WIDTH = 40, 60
READS = [reader.read, reader.size, lambda path: reader.read_reduced(path, 9)]
OPEN_FILES = Path("/proc/self/fd")


def image():
    return Image.new("RGB", (WIDTH, HEIGHT), (30, 200, 30))


def test_name_that_is_no_text_is_read_and_can_be_printed(tmp_path):
    path = tmp_path / os.fsdecode(b"br\xfccke.png")
    try:
        image().save(path)
    except OSError:
        pytest.skip("this file system takes names of text only")
    assert reader.read(path).shape == (HEIGHT, WIDTH, 3)
    path.write_bytes(b"")
    with pytest.raises(PhotoError) as caught:
        reader.read(path)
    str(caught.value).encode()


@pytest.mark.parametrize("read", READS)
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", r"photo\.jpg .* empty file; copy it again"),
        (b"hello", r"photo\.jpg should be a JPEG, .* none of them; save it as JPEG"),
        (b"\xff\xd8\xff", r"photo\.jpg is damaged.*; copy it again"),
        (b"GIF89a" + bytes(50), r"none of them; save it as JPEG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", r"none of them; save it as JPEG"),
        (b"\0\0\0\x18ftypheic" + bytes(50), r"photo\.jpg is (a HEIC photo, .* install|damaged)"),
    ],
    ids=["empty", "text", "start of a JPEG", "GIF", "PostScript", "HEIC"],
)
def test_what_is_no_photo_is_told_with_a_remedy(tmp_path, content, sentence, read):
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    with pytest.raises(PhotoError, match=sentence):
        read(path)


@pytest.mark.parametrize("read", READS)
def test_missing_photo_and_folder_are_told_with_a_remedy(tmp_path, read):
    with pytest.raises(PhotoError, match=r"gone\.jpg is not there any more; put it back"):
        read(tmp_path / "gone.jpg")
    with pytest.raises(PhotoError, match="is not a file"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
@pytest.mark.timeout(20)
def test_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(PhotoError, match="is not a file"):
        reader.read(tmp_path / "pipe.jpg")


def test_forbidden_photo_is_told_with_a_remedy(tmp_path, monkeypatch):
    image().save(tmp_path / "a.png")

    def forbid(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)
    with pytest.raises(PhotoError, match="give yourself the right"):
        reader.read(tmp_path / "a.png")


def test_vanished_drive_is_not_called_a_damaged_photo(tmp_path, monkeypatch):
    image().save(tmp_path / "a.png")

    def fail(*_, **__):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Image, "open", fail)
    with pytest.raises(PhotoError, match=r"cannot be read \(Input/output error\); check that its drive"):
        reader.read(tmp_path / "a.png")


def test_photo_that_lies_in_the_cloud_only_is_not_pulled(tmp_path, monkeypatch):
    image().save(tmp_path / "a.png")
    monkeypatch.setattr(source, "is_in_cloud", lambda facts: True)
    with pytest.raises(PhotoError, match="make it available on this device"):
        reader.read(tmp_path / "a.png")


@pytest.mark.parametrize("attribute", ["st_file_attributes", "st_flags"])
def test_cloud_placeholders_are_known_by_their_attributes(attribute):
    class Facts:
        pass

    facts = Facts()
    assert not formats.is_in_cloud(facts)
    setattr(facts, attribute, 0x400000 if attribute == "st_file_attributes" else 0x40000000)
    assert formats.is_in_cloud(facts)
    setattr(facts, attribute, 0x20)
    assert not formats.is_in_cloud(facts)


KINDS = {
    "jpg": {"format": "JPEG", "quality": 90},
    "progressive.jpg": {"format": "JPEG", "quality": 90, "progressive": True},
    "png": {"format": "PNG"},
    "tif": {"format": "TIFF"},
    "lzw.tif": {"format": "TIFF", "compression": "tiff_lzw"},
    "webp": {"format": "WEBP"},
    "bmp": {"format": "BMP"},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", [0.02, 0.3, 0.7, 0.97])
def test_photo_cut_short_is_refused_and_never_shown_in_part(tmp_path, kind, part):
    noise = np.random.default_rng(0).integers(0, 255, (150, 200, 3), dtype=np.uint8)
    buffer = BytesIO()
    Image.fromarray(noise).save(buffer, **KINDS[kind])
    path = tmp_path / f"cut.{kind}"
    path.write_bytes(buffer.getvalue()[: int(len(buffer.getvalue()) * part)])
    for read in (reader.read, lambda p: reader.read_reduced(p, 20)):
        with pytest.raises(PhotoError, match=r"damaged.*; copy it again"):
            read(path)


def bomb(kind):
    """A small file whose header promises 60,000 x 60,000 pixels."""
    side = (60_000).to_bytes(4, "big")
    buffer = BytesIO()
    image().save(buffer, {"jpg": "JPEG", "bmp": "BMP", "tif": "TIFF", "png": "PNG"}[kind])
    content = bytearray(buffer.getvalue())
    if kind == "png":
        content[16:24] = side * 2
        content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    elif kind == "jpg":
        start = content.index(b"\xff\xc0") + 5
        content[start : start + 4] = side[2:] * 2
    elif kind == "bmp":
        content[18:26] = (60_000).to_bytes(4, "little") * 2
    else:
        return tiff_bomb(buffer)
    return bytes(content)


def tiff_bomb(buffer):
    tifffile = pytest.importorskip("tifffile")
    with tifffile.TiffFile(BytesIO(buffer.getvalue())) as tiff:
        offsets = [tiff.pages[0].tags[code].offset for code in (256, 257)]
    content = bytearray(buffer.getvalue())
    for offset in offsets:  # code, type (4 = 32 bits), count, value
        content[offset + 2 : offset + 4] = (4).to_bytes(2, "little")
        content[offset + 8 : offset + 12] = (60_000).to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize("read", READS)
@pytest.mark.parametrize("kind", ["png", "jpg", "bmp", "tif"])
def test_decompression_bomb_is_refused_from_its_header(tmp_path, kind, read):
    path = tmp_path / f"bomb.{kind}"
    path.write_bytes(bomb(kind))
    with pytest.raises(PhotoError, match=r"60000 x 60000 pixels, more than the limit of 400 megapixels; cut it"):
        read(path)


def test_size_reads_the_header_only(tmp_path):
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.effect_noise((WIDTH, HEIGHT), 50).save(path, exif=exif)
    path.write_bytes(path.read_bytes()[:-200])
    assert reader.size(path) == (WIDTH, HEIGHT)


def test_open_files_do_not_pile_up(tmp_path):
    if not OPEN_FILES.is_dir():
        pytest.skip("open files cannot be counted on this system")
    good, broken = tmp_path / "a.jpg", tmp_path / "b.jpg"
    image().save(good)
    broken.write_bytes(good.read_bytes()[:400])
    before = len(list(OPEN_FILES.iterdir()))
    for _ in range(20):
        reader.read(good)
        with pytest.raises(PhotoError):
            reader.read(broken)
    assert len(list(OPEN_FILES.iterdir())) <= before


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_heic_photos_are_read_where_the_extra_is_installed(tmp_path, orientation):
    pillow_heif = pytest.importorskip("pillow_heif", reason="the extra heic is not installed")
    pillow_heif.register_heif_opener()
    path = tmp_path / "phone.jpg"  # as some phones name them
    exif = Image.Exif()
    exif[0x0112] = orientation
    image().save(path, "HEIF", exif=exif)
    rgb = reader.read(path)
    assert rgb.shape[:2] == reader.size(path)
    with Image.open(path) as independent:
        assert np.array_equal(rgb, np.array(independent.convert("RGB")))


def test_heic_photo_without_the_extra_is_told_with_a_remedy(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "_has_heif", lambda: False)
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(50))
    with pytest.raises(PhotoError, match=r"install crack-review\[heic\], or convert"):
        reader.read(tmp_path / "a.heic")
