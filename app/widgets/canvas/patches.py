"""The visible part of a photo or map, worked out for each screen pixel: numpy in, numpy out, no Qt.

Only the viewport is touched, so the cost does not grow with the photo.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.imaging import MapPyramid, PhotoPyramid
from app.widgets.canvas.view import Box, View, level_for
from core.values import RGB, Mask, ProbabilityMap

# Beyond this zoom single photo pixels are what the inspector wants to see, so they keep their edges.
NEAREST_FROM_ZOOM = 2.0


def photo_patch(pyramid: PhotoPyramid, view: View, box: Box) -> RGB:
    """The photo in the screen pixels of ``box``: (box.height, box.width, 3) uint8."""
    level = level_for(view.zoom, len(pyramid.levels))
    pixels = pyramid.levels[level]
    scale = 1 / (view.zoom * 2**level)
    left, top = (box.left - view.left) * scale, (box.top - view.top) * scale
    window, x0, y0 = _window(pixels, (left, top), (box.width * scale, box.height * scale))
    shift = (scale - 1) / 2
    matrix = np.array([[scale, 0, left - x0 + shift], [0, scale, top - y0 + shift]])
    is_sharp = view.zoom >= NEAREST_FROM_ZOOM or scale == 1
    how = cv2.INTER_NEAREST if is_sharp else cv2.INTER_LINEAR
    return cv2.warpAffine(
        window,
        matrix,
        (box.width, box.height),
        flags=how | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )


def map_patch(pyramid: MapPyramid, view: View, box: Box) -> ProbabilityMap:
    """The map in the screen pixels of ``box``: (box.height, box.width) uint8.

    Zoomed out, each screen pixel is the maximum of all pixels under it (of the mip level in use), so no
    hairline is lost at any zoom; at 1:1 and above it is the very pixel under its centre.
    """
    level = level_for(view.zoom, len(pyramid.levels))
    pixels = pyramid.levels[level]
    columns = _sources(box.left - view.left, box.width, zoom=view.zoom * 2**level, length=pixels.shape[1])
    rows = _sources(box.top - view.top, box.height, zoom=view.zoom * 2**level, length=pixels.shape[0])
    left, right = int(columns[0][0]), int(columns[-1][-1]) + 1
    tall = _maximum([pixels[:, left:right].take(index, axis=0) for index in rows])
    return _maximum([tall.take(index - left, axis=1) for index in columns])


def outline(mask: Mask, *, width_px: int) -> NDArray[np.uint8]:
    """1 on the ring of ``width_px`` around the mask (outside it, so that the crack itself stays in sight)."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * width_px + 1, 2 * width_px + 1))
    inside = mask.view(np.uint8)
    return cv2.dilate(inside, kernel) - inside


def agreement(mask: Mask, truth: Mask) -> NDArray[np.uint8]:
    """``Agreement`` of each pixel."""
    return mask.view(np.uint8) + 2 * truth.view(np.uint8)


def _sources(start: int, count: int, *, zoom: float, length: int) -> list[NDArray[np.intp]]:
    """For ``count`` screen pixels from ``start``: the first, middle and last source pixel under each.

    Screen pixels are at most two source pixels wide here, so three cover them all.
    """
    edges = np.arange(start, start + count + 1, dtype=np.float64)
    if zoom >= 1:
        centres = np.floor((edges[:-1] + 0.5) / zoom).astype(np.intp)
        return [np.clip(centres, 0, length - 1)]
    first = np.floor(edges[:-1] / zoom + 1e-6).astype(np.intp)
    last = np.ceil(edges[1:] / zoom - 1e-6).astype(np.intp) - 1
    middle = np.minimum(first + 1, last)
    return [np.clip(index, 0, length - 1) for index in (first, middle, last)]


def _maximum(parts: list[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    largest = parts[0]
    for part in parts[1:]:
        np.maximum(largest, part, out=largest)
    return largest


def _window(pixels: RGB, start: tuple[float, float], extent: tuple[float, float]) -> tuple[RGB, int, int]:
    """The part of ``pixels`` that is needed, with two pixels around it for the interpolation."""
    height, width = pixels.shape[:2]
    x0 = min(max(int(start[0]) - 2, 0), width - 1)
    y0 = min(max(int(start[1]) - 2, 0), height - 1)
    x1 = min(int(start[0] + extent[0]) + 3, width)
    y1 = min(int(start[1] + extent[1]) + 3, height)
    return pixels[y0:y1, x0:x1], x0, y0
