"""Between numpy and QImage.

Qt owns every buffer that is made here: a QImage laid over a numpy array would outlive it as soon as Qt
copies the QImage (which shares the pointer, not the Python reference). Pictures pass through memory and
never through QImageReader, so its 256 MB allocation limit cannot refuse a large photo.
"""

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.values import RGB


def rgb_image(rgb: RGB) -> QImage:
    """An opaque 32-bit image of (H, W, 3) uint8, the format that Qt paints fastest."""
    height, width = rgb.shape[:2]
    image = QImage(width, height, QImage.Format.Format_RGB32)
    # In memory, Qt's 0xffRRGGBB is B, G, R, A on every machine that Qt still runs on.
    cv2.cvtColor(rgb, cv2.COLOR_RGB2BGRA, dst=_rows(image).reshape(height, width, 4))
    return image


def indexed_image(indices: NDArray[np.uint8], table: list[int]) -> QImage:
    """An 8-bit image of (H, W) uint8 whose ``table`` gives the ARGB colour of each value.

    ``setColorTable`` on the result changes all colours without touching a pixel.
    """
    height, width = indices.shape
    image = QImage(width, height, QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    _rows(image)[:, :width] = indices
    return image


def rgb_from(image: QImage) -> RGB:
    """The pixels (H, W, 3) uint8 of any image, as an array of its own."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = _rows(plain)[:, : 3 * plain.width()]
    return rows.reshape(plain.height(), plain.width(), 3).copy()


def _rows(image: QImage) -> NDArray[np.uint8]:
    if image.isNull():
        raise MemoryError(f"No memory for an image of {image.width()} x {image.height()} pixels.")
    return np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
