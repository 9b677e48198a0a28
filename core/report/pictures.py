"""The pictures of a photo's page, as small JPEG files."""

from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from core.export import overlay
from core.export.photo import ExportPhoto
from core.measure.classes import WidthClasses
from core.values import RGB

LONGEST_PX = 1000
DETAIL_PX = 420
QUALITY = 78


def save(folder: Path, number: int, rgb: RGB, photo: ExportPhoto, classes: WidthClasses) -> list[Path | None]:
    """Photo, photo with cracks and scale bar, and the widest place enlarged (None without a crack)."""
    small = _reduced(Image.fromarray(rgb))
    drawn = _reduced(overlay.overlay(photo, rgb, classes))
    per_px = photo.scale.per_pixel((photo.size[1] / 2, photo.size[0] / 2))
    overlay.draw_bar(drawn, per_px * photo.size[1] / drawn.width, photo.scale.unit)
    places = [folder / f"{number}-{name}.jpg" for name in ("photo", "cracks")]
    for picture, place in zip((small, drawn), places, strict=True):
        picture.save(place, "JPEG", quality=QUALITY)
    return [*places, _detail(folder / f"{number}-detail.jpg", rgb, photo)]


def _reduced(picture: Image.Image) -> Image.Image:
    picture.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS)
    return picture


def _detail(path: Path, rgb: RGB, photo: ExportPhoto) -> Path | None:
    widest = photo.figures.widest
    if widest is None:
        return None
    place = widest.max_width_at
    normal, width = _across(photo, place)
    side = min(max(48, round(6 * width)), *rgb.shape[:2])
    crop, left, top = _crop(rgb, place, side)
    factor = DETAIL_PX / side
    enlarged = cv2.resize(crop, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    picture = Image.fromarray(enlarged)
    middle = (np.array(place) - (left, top) + 0.5) * factor
    _mark(picture, middle, normal, reach_px=width / 2 * factor)
    picture.save(path, "JPEG", quality=QUALITY)
    return path


def _crop(rgb: RGB, place: tuple[float, float], side: int) -> tuple[RGB, int, int]:
    height, width = rgb.shape[:2]
    left = int(np.clip(round(place[0]) - side // 2, 0, width - side))
    top = int(np.clip(round(place[1]) - side // 2, 0, height - side))
    return rgb[top : top + side, left : left + side], left, top


def _across(photo: ExportPhoto, place: tuple[float, float]) -> tuple[np.ndarray, float]:
    """The direction across the crack and its width in px at the centre-line point nearest to ``place``."""
    lines = [line for crack in photo.cracks.cracks for line in crack.centre_lines]
    points = np.concatenate([line.points for line in lines])
    nearest = int(np.linalg.norm(points - place, axis=1).argmin())
    normals = np.concatenate([line.normals for line in lines])
    widths = np.concatenate([line.widths_px for line in lines])
    return normals[nearest], float(widths[nearest])


def _mark(picture: Image.Image, middle: np.ndarray, normal: np.ndarray, *, reach_px: float) -> None:
    """Two strokes that end where the crack begins on either side."""
    pen = ImageDraw.Draw(picture)
    for sign in (-1, 1):
        near = tuple(middle + sign * normal * reach_px)
        far = tuple(middle + sign * normal * (reach_px + DETAIL_PX / 6))
        pen.line([near, far], fill=(255, 255, 255), width=7)
        pen.line([near, far], fill=(200, 30, 20), width=3)
