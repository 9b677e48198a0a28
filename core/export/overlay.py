"""The photo with its cracks in colour, the place of the maximum width and a scale bar."""

import io
import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from core.export.files import write
from core.export.photo import ExportPhoto
from core.measure.classes import UNRESOLVED_COLOUR, RGBColour, WidthClasses, paint
from core.values import RGB

CRACK_COLOUR: RGBColour = (230, 60, 20)
BAR_SHARE = 0.25
QUALITY = 90


def write_overlay(path: Path, photo: ExportPhoto, rgb: RGB, classes: WidthClasses | None = None) -> None:
    """A JPEG as large as the photo (H, W, 3): in colours of width ``classes`` where a scale is known, else in one."""
    drawn = overlay(photo, rgb, classes)
    draw_bar(drawn, photo.scale.per_pixel((photo.size[1] / 2, photo.size[0] / 2)), photo.scale.unit)
    content = io.BytesIO()
    drawn.save(content, "JPEG", quality=QUALITY)
    write(path, content.getvalue())


def overlay(photo: ExportPhoto, rgb: RGB, classes: WidthClasses | None = None, opacity: float = 0.65) -> Image.Image:
    """The photo with its mask, and a ring round the widest place."""
    if classes is None or photo.scale.unit != "mm":
        numbers = photo.mask.astype(np.uint8)
        colours: tuple[RGBColour, ...] = (CRACK_COLOUR,)
    else:
        numbers = paint(photo.mask, photo.cracks, photo.scale, classes)
        colours = (*classes.colours, UNRESOLVED_COLOUR)
    drawn = Image.fromarray(blended(rgb, numbers, colours, opacity))
    widest = photo.figures.widest
    if widest is not None:
        ring(drawn, widest.max_width_at)
    return drawn


def blended(rgb: RGB, numbers: NDArray[np.uint8], colours: tuple[RGBColour, ...], opacity: float) -> RGB:
    """``rgb`` (H, W, 3) with colour ``numbers - 1`` where ``numbers`` (H, W) is not 0."""
    table = np.zeros((256, 3), np.float32)
    table[1 : len(colours) + 1] = colours
    crack = numbers > 0
    mixed = rgb.copy()
    mixed[crack] = (rgb[crack] * (1 - opacity) + table[numbers[crack]] * opacity).round().astype(np.uint8)
    return mixed


def ring(drawn: Image.Image, place: tuple[float, float]) -> None:
    """A ring, black on white, round a place."""
    radius = max(6, max(drawn.size) // 60)
    box = [place[0] - radius, place[1] - radius, place[0] + radius, place[1] + radius]
    pen = ImageDraw.Draw(drawn)
    thick = max(2, radius // 5)
    pen.ellipse(box, outline=(255, 255, 255), width=2 * thick)
    pen.ellipse(box, outline=(0, 0, 0), width=thick)


def bar_length(scale_per_px: float, width_px: int) -> float:
    """The roundest length (1, 2 or 5 times a power of ten) that is at most a quarter of the photo's width."""
    most = BAR_SHARE * width_px * scale_per_px
    power = 10 ** math.floor(math.log10(most))
    return float(max(step * power for step in (1, 2, 5) if step * power <= most))


def draw_bar(drawn: Image.Image, scale_per_px: float, unit: str) -> None:
    """A scale bar with its length and unit in the lower left corner."""
    width, height = drawn.size
    length = bar_length(scale_per_px, width)
    thick, margin = max(2, height // 120), max(4, height // 40)
    right, bottom = margin + length / scale_per_px, height - margin
    pen = ImageDraw.Draw(drawn)
    font = ImageFont.load_default(max(9, height // 30))
    label = f"{length:g} {unit}"
    text_box = pen.textbbox((margin, bottom - 2 * thick), label, font=font, anchor="ld")
    pen.rectangle(
        [margin / 2, text_box[1] - margin / 2, max(right, text_box[2]) + margin / 2, bottom + margin / 2],
        fill=(255, 255, 255),
    )
    pen.text((margin, bottom - 2 * thick), label, fill=(0, 0, 0), font=font, anchor="ld")
    pen.rectangle([margin, bottom - thick, right, bottom], fill=(0, 0, 0))


def detail(rgb: RGB, place: tuple[float, float], side_px: int) -> RGB:
    """A square of ``side_px`` round ``place``, moved inside the photo; smaller where the photo is."""
    half = side_px // 2
    height, width = rgb.shape[:2]
    left = int(np.clip(round(place[0]) - half, 0, max(width - side_px, 0)))
    top = int(np.clip(round(place[1]) - half, 0, max(height - side_px, 0)))
    return rgb[top : top + side_px, left : left + side_px]
