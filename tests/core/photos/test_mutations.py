"""Photos with bytes changed at will: read or refused with a sentence, and nothing else. The decoders' own C code
is under test too: a crash there ends the run."""

import time
from io import BytesIO

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from core.errors import PhotoError
from core.photos import identity, metadata, reader, source

SLOWEST_S = 5.0  # on the processor: a busy machine is no fault of the reader
HEADER_BYTES = 700


def seed(mode="RGB", **options):
    """A small photo with EXIF data, a GPS place and noise, as bytes."""
    noise = np.random.default_rng(0).integers(0, 255, (23, 31, 3), dtype=np.uint8)
    if mode == "I;16":
        image = Image.fromarray(noise[..., 0].astype(np.uint16) * 257)
    else:
        image = Image.fromarray(noise).convert(mode)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x0110] = "Camera"
    exif.get_ifd(0x8769).update({0x9003: "2025:03:31 14:05:09", 0x920A: 17.5})
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 8.0, 6.0), 3: "E", 4: (11.0, 34.0, 30.0)})
    buffer = BytesIO()
    image.save(buffer, exif=exif, **options)
    return buffer.getvalue()


SEEDS = {
    "jpeg": seed(format="JPEG"),
    "progressive": seed(format="JPEG", progressive=True),
    "cmyk jpeg": seed("CMYK", format="JPEG"),
    "mpo": seed(format="MPO", save_all=True, append_images=[Image.new("RGB", (8, 8))]),
    "png": seed(format="PNG"),
    "palette png": seed("P", format="PNG", transparency=3),
    "deep png": seed("I;16", format="PNG"),
    "tiff": seed(format="TIFF"),
    "lzw tiff": seed(format="TIFF", compression="tiff_lzw"),
    "jpeg tiff": seed(format="TIFF", compression="jpeg"),
    "deep tiff": seed("I;16", format="TIFF"),
    "fax": seed("1", format="TIFF", compression="group4"),
    "webp": seed(format="WEBP"),
    "lossless webp": seed("RGBA", format="WEBP", lossless=True),
    "bmp": seed(format="BMP"),
    "palette bmp": seed("P", format="BMP"),
}


@st.composite
def mutated(draw, whole):
    """``whole`` with up to eight changes, most of them in the header, where they reach furthest."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 8))):
        end = min(len(content), HEADER_BYTES) if draw(st.booleans()) else len(content)
        place = draw(st.integers(0, max(0, end - 1)))
        change = draw(st.sampled_from(("byte", "extreme", "cut", "insert", "repeat")))
        if change == "byte":
            content[place : place + 1] = draw(st.binary(min_size=1, max_size=1))
        elif change == "extreme":
            content[place : place + 4] = draw(st.sampled_from((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff")))
        elif change == "cut":
            del content[place : place + draw(st.integers(1, 40))]
        elif change == "insert":
            content[place:place] = draw(st.binary(min_size=1, max_size=20))
        else:
            content[place:place] = content[place : place + draw(st.integers(1, 40))]
    return bytes(content)


@pytest.fixture(scope="module", autouse=True)
def small_limit():
    """No change of a header shall make the test itself large."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "MAX_PIXELS", 4_000_000)
        yield


def attempt(read, path):
    started = time.thread_time()
    try:
        return read(path)
    except PhotoError as error:
        sentence = str(error)
        assert sentence.startswith(path.name)
        assert sentence.endswith(".")
        assert "\n" not in sentence
        return None
    finally:
        assert time.thread_time() - started < SLOWEST_S


@pytest.mark.parametrize("kind", SEEDS)
def test_seed_itself_is_read(tmp_path, kind):
    path = tmp_path / "photo"
    path.write_bytes(SEEDS[kind])
    assert reader.read(path).shape == (*reader.size(path), 3)


@pytest.mark.parametrize("kind", SEEDS)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_mutated_photo_is_read_or_refused_with_a_sentence(tmp_path_factory, kind, data):
    path = tmp_path_factory.getbasetemp() / "mutated"
    path.write_bytes(data.draw(mutated(SEEDS[kind])))

    rgb = attempt(reader.read, path)
    size = attempt(reader.size, path)
    small = attempt(lambda p: reader.read_reduced(p, 8), path)
    facts = attempt(metadata.read, path)

    if rgb is not None:
        assert rgb.dtype == np.uint8
        assert rgb.shape == (*size, 3)
        assert small is not None
        assert facts.size == size
        assert 0 <= identity.fingerprint(rgb) < 2**64
    if small is not None:
        assert max(small.shape[:2]) <= 8
