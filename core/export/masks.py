"""PNG masks: 0 and 255, as large as the upright photo."""

from pathlib import Path

import cv2
import numpy as np

from core.export.files import write
from core.values import Mask


def write_mask(path: Path, mask: Mask) -> None:
    """``mask`` (H, W) as 8-bit grey."""
    _, encoded = cv2.imencode(".png", np.where(mask, np.uint8(255), np.uint8(0)))
    write(path, encoded.tobytes())
