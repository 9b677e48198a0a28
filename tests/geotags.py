"""Photos that say where they were taken."""

from pathlib import Path

from PIL import ExifTags, Image

LATITUDE, LONGITUDE = 48.25, 11.5


def geotagged(photo: Path, target: Path) -> Path:
    """A JPEG of ``photo`` taken at 48.25 N, 11.5 E that does not say in which direction."""
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {
        ExifTags.GPS.GPSLatitudeRef: "N",
        ExifTags.GPS.GPSLatitude: (48.0, 15.0, 0.0),
        ExifTags.GPS.GPSLongitudeRef: "E",
        ExifTags.GPS.GPSLongitude: (11.0, 30.0, 0.0),
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(photo) as picture:
        picture.save(target, quality=95, exif=exif)
    return target
