"""What a photo's file says about how it was taken. Broken metadata counts as absent, never as an error."""

import contextlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image

from core.photos.source import exif_of, opened, upright_size

_DATE_FORMAT: Final = "%Y:%m:%d %H:%M:%S"
_DATE_LENGTH: Final = len("2026:11:20 09:30:00")
_SIXTIETHS: Final = (1.0, 60.0, 3600.0)


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """Facts from the header. What the file does not tell is None.

    ``size`` is the upright (height, width) in pixels; ``taken`` is the camera's local time, without zone;
    ``gps`` is (latitude, longitude) in degrees, north and east positive; ``heading_deg`` the compass direction
    that the camera looked in, for photos from above that of their upper edge.
    """

    size: tuple[int, int]
    file_bytes: int
    taken: datetime | None = None
    camera: str | None = None
    focal_length_mm: float | None = None
    gps: tuple[float, float] | None = None
    heading_deg: float | None = None


def read(path: Path) -> PhotoFacts:
    """The facts of one photo, without decoding its pixels.

    Raises:
        PhotoError: as ``reader.size``.
    """
    with opened(path) as image:
        size, exif = upright_size(image), exif_of(image)
        file_bytes = path.stat().st_size
    camera_facts, gps_facts = _section(exif, ExifTags.IFD.Exif), _section(exif, ExifTags.IFD.GPSInfo)
    return PhotoFacts(
        size=size,
        file_bytes=file_bytes,
        taken=_taken(exif, camera_facts),
        camera=_camera(exif),
        focal_length_mm=_positive(camera_facts.get(ExifTags.Base.FocalLength)),
        gps=_position(gps_facts),
        heading_deg=_heading(gps_facts.get(ExifTags.GPS.GPSImgDirection)),
    )


def _section(exif: Image.Exif, section: ExifTags.IFD) -> Mapping[int, object]:
    try:
        return dict(exif.get_ifd(section))
    except Exception:  # makers write odd bytes
        return {}


def _taken(exif: Image.Exif, camera_facts: Mapping[int, object]) -> datetime | None:
    found = (
        camera_facts.get(ExifTags.Base.DateTimeOriginal),
        camera_facts.get(ExifTags.Base.DateTimeDigitized),
        exif.get(ExifTags.Base.DateTime),
    )
    for text in filter(None, map(_text, found)):
        with contextlib.suppress(ValueError):
            return datetime.strptime(text[:_DATE_LENGTH], _DATE_FORMAT)
    return None


def _camera(exif: Image.Exif) -> str | None:
    make, model = _text(exif.get(ExifTags.Base.Make)), _text(exif.get(ExifTags.Base.Model))
    if make and model and not model.casefold().startswith(make.split()[0].casefold()):
        return f"{make} {model}"
    return model or make


def _position(gps: Mapping[int, object]) -> tuple[float, float] | None:
    latitude = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef), limit=90)
    longitude = _degrees(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef), limit=180)
    if latitude is None or longitude is None:
        return None
    return latitude, longitude


def _heading(value: object) -> float | None:
    degrees = _number(value)
    return degrees % 360 if 0 <= degrees <= 360 else None  # not true of NaN either


def _degrees(value: object, reference: object, *, limit: float) -> float | None:
    direction = {"N": 1, "E": 1, "S": -1, "W": -1}.get(_text(reference) or "")
    if direction is None or not isinstance(value, tuple) or len(value) != len(_SIXTIETHS):
        return None
    parts = [_number(part) for part in value]
    degrees = sum(part / step for part, step in zip(parts, _SIXTIETHS, strict=True))
    return direction * degrees if 0 <= degrees <= limit else None  # not true of NaN either


def _positive(value: object) -> float | None:
    number = _number(value)
    return number if number > 0 else None


def _number(value: object) -> float:
    try:
        number = float(value)  # type: ignore[arg-type]  # Pillow's rationals, ints, or a stranger's text
    except (TypeError, ValueError, ArithmeticError):
        return math.nan
    return number if math.isfinite(number) else math.nan


def _text(value: object) -> str | None:
    if isinstance(value, bytes):
        value = value.decode("utf-8", errors="replace")
    if not isinstance(value, str):
        return None
    return "".join(filter(str.isprintable, value.partition("\0")[0])).strip() or None
