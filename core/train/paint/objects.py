"""Things that lie on a surface or in front of it in an inspector's photos: cards, tapes, hands, scratches."""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.train.paint.noise import as_photo
from core.values import RGB


def _placed(
    rng: np.random.Generator, photo: RGB, thing: NDArray[np.uint8]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """``thing`` (h, w, 3) turned and moved onto a canvas of the photo's size: its pixels and its coverage (H, W, 1)."""
    size = photo.shape[0]
    height, width = thing.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-180, 180)), 1.0)
    turn[:, 2] += rng.uniform(0.05, 0.95, 2) * size - np.asarray([width / 2, height / 2])
    pixels = cv2.warpAffine(thing, turn, (size, size), borderMode=cv2.BORDER_REPLICATE)
    coverage = cv2.warpAffine(np.full((height, width), 255, np.uint8), turn, (size, size))
    return pixels.astype(np.float32), coverage.astype(np.float32)[..., None] / 255


def _laid(photo: RGB, pixels: NDArray[np.float32], coverage: NDArray[np.float32]) -> RGB:
    """The thing over the photo, with the thin shadow that it casts."""
    cast = cv2.GaussianBlur(coverage[..., 0], (0, 0), 2.0)[..., None]
    shaded = photo.astype(np.float32) * (1 - 0.35 * cast)
    return as_photo(shaded * (1 - coverage) + pixels * coverage)


def width_card(rng: np.random.Generator, photo: RGB) -> RGB:
    """A crack-width card: pale plastic with parallel lines from thin to thick and a number beside each."""
    width, height = int(rng.integers(60, 180)), int(rng.integers(40, 110))
    card = np.full((height, width, 3), rng.uniform(170, 250, 3), np.uint8)
    ink = (20, 20, 20) if rng.random() < 0.8 else (170, 30, 30)
    count = int(rng.integers(4, 10))
    for index in range(count):
        x = int((index + 0.7) * width / (count + 0.4))
        cv2.line(card, (x, height // 8), (x, int(0.65 * height)), ink, 1 + index // 2, cv2.LINE_AA)
        cv2.putText(card, f"{index + 1}", (x - 4, int(0.9 * height)), cv2.FONT_HERSHEY_PLAIN, 0.6, ink, 1, cv2.LINE_AA)
    return _laid(photo, *_placed(rng, photo, card))


def measuring_tape(rng: np.random.Generator, photo: RGB) -> RGB:
    """A tape or folding rule across the photo: a bright strip with regular ticks."""
    length, height = int(1.6 * photo.shape[0]), int(rng.integers(10, 36))
    paint = rng.choice([[235, 200, 40], [240, 240, 235], [200, 205, 210]])
    tape = np.full((height, length, 3), paint, np.uint8)
    step = int(rng.integers(4, 14))
    for index, x in enumerate(range(0, length, step)):
        reach = height // (2 if index % 5 == 0 else 4)
        cv2.line(tape, (x, 0), (x, reach), (15, 15, 15), 1 if step < 8 else 2)
    return _laid(photo, *_placed(rng, photo, tape))


def hand(rng: np.random.Generator, photo: RGB) -> RGB:
    """A pointing hand or glove: rounded bars side by side, shaded towards their edges."""
    size = photo.shape[0]
    coverage = np.zeros((size, size), np.uint8)
    heading, thick = float(rng.uniform(0, 2 * np.pi)), int(rng.integers(size // 14, size // 7))
    along, aside = (np.asarray([np.cos(a), np.sin(a)]) for a in (heading, heading + np.pi / 2))
    tip = rng.uniform(0.2, 0.8, 2) * size
    for finger in range(int(rng.integers(1, 5))):
        end = tip + aside * finger * 1.05 * thick - along * rng.uniform(0, 0.15) * size
        root = end - along * 1.5 * size
        cv2.line(coverage, end.astype(int).tolist(), root.astype(int).tolist(), 255, thick, cv2.LINE_AA)
    round_off = np.minimum(cv2.distanceTransform(coverage, cv2.DIST_L2, 3) / (0.5 * thick), 1.0)[..., None]
    skin = np.asarray([224.0, 172.0, 138.0]) * rng.uniform(0.35, 1.1) if rng.random() < 0.6 else rng.uniform(20, 240, 3)
    covered = np.asarray(coverage, np.float32)[..., None] / np.float32(255)
    return _laid(photo, np.asarray(skin * (0.55 + 0.45 * round_off), np.float32), covered)


def scratches(rng: np.random.Generator, photo: RGB) -> RGB:
    """Scuffs and tool marks: a few short strokes side by side, all in about one direction."""
    size = photo.shape[0]
    canvas = np.zeros((size, size), np.uint8)
    heading, middle = rng.uniform(0, np.pi), rng.uniform(0, size, 2)
    for _ in range(int(rng.integers(1, 7))):
        angle, length = heading + rng.normal(0, 0.12), rng.uniform(0.03, 0.13) * size
        half = length / 2 * np.asarray([np.cos(angle), np.sin(angle)])
        at = middle + rng.normal(0, 0.12 * size, 2)
        bow = at + rng.normal(0, 0.06 * length, 2)
        points = np.stack([at - half, bow, at + half]).astype(np.int32)
        cv2.polylines(canvas, [points], False, 255, int(rng.integers(1, 4)), cv2.LINE_AA)
    soft = cv2.GaussianBlur(canvas, (0, 0), float(rng.uniform(0.4, 1.4))).astype(np.float32)[..., None] / 255
    return as_photo(photo.astype(np.float32) * (1 - rng.choice([-0.4, 0.25, 0.45, 0.7]) * soft))
