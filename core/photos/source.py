"""Opening a photo safely: what may be opened, how large, which way up, and every failure as a sentence."""

import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

from PIL import (
    BmpImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,  # noqa: F401  loaded here, not while several threads read their first photo
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from core.errors import PhotoError
from core.photos.formats import is_in_cloud

MAX_PIXELS: Final = 400_000_000
"""Larger photos are refused from their header: decoded, they would take more than 3 GiB."""

_PLUGINS: Final = (
    JpegImagePlugin.JpegImageFile,  # also hands out what phones store as MPO
    PngImagePlugin.PngImageFile,
    TiffImagePlugin.TiffImageFile,
    WebPImagePlugin.WebPImageFile,
    BmpImagePlugin.BmpImageFile,
)
# Only these: Image.open would load all forty plug-ins on the first odd file, PostScript among them.
_FORMATS: Final = tuple(plugin.format for plugin in _PLUGINS if plugin.format)
_ORIENTATION_TAG: Final = 0x0112
_ON_ITS_SIDE: Final = (5, 6, 7, 8)
_BEGINNINGS: Final = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"RIFF", b"BM")
_HEIF_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")

TiffImagePlugin.READ_LIBTIFF = True  # Pillow's own way gets 16-bit photos with separate colour planes wrong.
Image.MAX_IMAGE_PIXELS = None  # MAX_PIXELS is checked here instead, from the header, with a sentence.
# Pillow warns about odd metadata that does not keep a photo from being read.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The photo with its header read and its size checked, closed at the end of the block.

    Whatever fails inside the block, too, is told as a PhotoError: keep only decoding in it.
    """
    # A handle, not a name: Pillow would map the file, and a drive that vanishes would kill the program.
    with (
        as_photo_errors(path),
        checked_file(path).open("rb") as file,
        Image.open(file, formats=_formats(file, path)) as image,
    ):
        _check_size(path, image)
        yield image


def orientation_of(image: Image.Image) -> int:
    """How the stored pixels must still be turned once decoded: EXIF 1..8. Pillow turns TIFFs itself."""
    return 1 if image.format == "TIFF" else _recorded_orientation(image)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """The (height, width) that the photo will have once decoded and turned."""
    width, height = image.size
    return (width, height) if _is_on_its_side(image) else (height, width)


def exif_of(image: Image.Image) -> Image.Exif:
    """What EXIF the header holds; none where it is broken, since the pixels may be sound all the same."""
    try:
        # The base class's method: PNG's own decodes all pixels to look for late chunks.
        return Image.Image.getexif(image)
    except Exception:
        return Image.Exif()


def name_of(path: Path) -> str:
    """The file's name for a sentence, printable even where the file system's bytes are no text."""
    return path.name.encode(errors="replace").decode()


def checked_file(path: Path) -> Path:
    """``path`` itself, if it is a file with bytes on this device; asked before it is opened, as a pipe would block.

    Raises:
        PhotoError: it is not.
    """
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):
        raise PhotoError(f"{name_of(path)} should be a photo and is not a file; choose another one.")
    if facts.st_size == 0:
        raise PhotoError(f"{name_of(path)} should be a photo and is an empty file; copy it again.")
    if is_in_cloud(facts):
        raise PhotoError(f"{name_of(path)} lies in the cloud only; make it available on this device, then try again.")
    return path


@contextmanager
def as_photo_errors(path: Path) -> Iterator[None]:
    """Whatever goes wrong with ``path`` within the block becomes a PhotoError with a remedy."""
    name = name_of(path)
    try:
        yield
    except PhotoError:
        raise
    except FileNotFoundError as error:
        raise PhotoError(f"{name} is not there any more; put it back, or read the folder again.") from error
    except PermissionError as error:
        raise PhotoError(f"{name} may not be read; give yourself the right to read it.") from error
    except UnidentifiedImageError as error:
        raise PhotoError(_unidentified(path)) from error
    except MemoryError as error:
        raise PhotoError(f"{name} does not fit into memory; close other programs or reduce it.") from error
    except Exception as error:
        # Decoders meet foreign bytes with nearly any exception (struct.error, KeyError, zlib.error …).
        raise PhotoError(_broken(name, error)) from error


def _is_on_its_side(image: Image.Image) -> bool:
    if _recorded_orientation(image) not in _ON_ITS_SIDE:
        return False
    if isinstance(image, TiffImagePlugin.TiffImageFile):  # its size is upright, unless only XMP knows
        return image.tag_v2.get(_ORIENTATION_TAG) not in _ON_ITS_SIDE
    return True


def _recorded_orientation(image: Image.Image) -> int:
    value = exif_of(image).get(_ORIENTATION_TAG, 1)
    return value if value in range(1, 9) else 1


def _check_size(path: Path, image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise PhotoError(
            f"{name_of(path)} has {width} x {height} pixels, more than the limit of "
            f"{MAX_PIXELS // 1_000_000} megapixels; cut it into parts or reduce it."
        )


def _formats(file: BinaryIO, path: Path) -> tuple[str, ...]:
    if _is_heif(file.read(12)):
        if not _has_heif():
            raise PhotoError(
                f"{name_of(path)} is a HEIC photo, which needs the package pillow-heif; "
                "install crack-review[heic], or convert the photo to JPEG."
            )
        return ("HEIF",)
    return _FORMATS


def _is_heif(head: bytes) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS


@cache
def _has_heif() -> bool:
    try:
        import pillow_heif  # optional: its wheels carry GPL code
    except ImportError:
        return False
    pillow_heif.register_heif_opener()
    return True


def _broken(name: str, error: Exception) -> str:
    if isinstance(error, OSError) and error.errno:  # the system's word, not a decoder's
        return f"{name} cannot be read ({error.strerror}); check that its drive is connected, then try again."
    reason = (str(error) or type(error).__name__).splitlines()[0][:100]
    return f"{name} is damaged or cut short ({reason}); copy it again, or restore it from a backup."


def _unidentified(path: Path) -> str:
    """Pillow says the same of a text file as of a photo with a broken header; the first bytes tell them apart."""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(12)
        if head.startswith(_BEGINNINGS) or _is_heif(head):
            return (
                f"{name_of(path)} is damaged, cut short, or of a rare kind that cannot be read; "
                "copy it again, or save it as JPEG."
            )
    return (
        f"{name_of(path)} should be a JPEG, PNG, TIFF, WebP, BMP or HEIC photo and is none of them; "
        "save it as JPEG, or take it out of the folder."
    )
