"""What looks like a crack and is not: painted with an empty label, so that the network learns the difference."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from core.train.paint.noise import Field, as_photo, fractal_noise, smooth_noise
from core.train.paint.objects import hand, measuring_tape, scratches, width_card
from core.values import RGB

Coverage = NDArray[np.floating]


def _toned(photo: RGB, factor: Field) -> RGB:
    return as_photo(photo.astype(np.float32) * factor[..., None])


def _blend(photo: RGB, colour: tuple[float, ...], coverage: Coverage) -> RGB:
    shade = np.asarray(colour, np.float32)
    mixed = photo.astype(np.float32) * (1 - coverage[..., None]) + shade * coverage[..., None]
    return as_photo(mixed)


def _across(rng: np.random.Generator, size: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two points beyond opposite sides, most often for an upright or level line."""
    first, second = rng.uniform(0, size, 2)
    if rng.random() < 0.7:
        second = first + rng.normal(0, 0.03 * size)
    ends = ((-9, int(first)), (size + 9, int(second)))
    return ends if rng.random() < 0.5 else ((ends[0][1], -9), (ends[1][1], size + 9))


def _line_coverage(photo: RGB, start: tuple[int, int], end: tuple[int, int], *, px: int, blur: float) -> Field:
    canvas = np.zeros(photo.shape[:2], np.uint8)
    cv2.line(canvas, start, end, 255, px, cv2.LINE_AA)
    return np.asarray(cv2.GaussianBlur(canvas, (0, 0), blur), np.float32) / np.float32(255)


def joint(rng: np.random.Generator, photo: RGB) -> RGB:
    """An expansion joint or formwork line: dead straight, of one width, from edge to edge."""
    start, end = _across(rng, photo.shape[0])
    coverage = _line_coverage(photo, start, end, px=int(rng.integers(1, 12)), blur=float(rng.uniform(0.4, 1.5)))
    toned = _toned(photo, 1 - np.float32(rng.uniform(0.2, 0.8)) * coverage)
    if rng.random() < 0.4:
        lit = np.roll(coverage, int(rng.integers(1, 4)), axis=int(rng.integers(2)))
        toned = _toned(toned, 1 + np.float32(rng.uniform(0.1, 0.4)) * lit)
    return toned


def shadow(rng: np.random.Generator, photo: RGB) -> RGB:
    """A cast shadow: one side darker, with an edge from hard to very soft."""
    size = photo.shape[0]
    corners = rng.uniform(-0.5, 1.5, (int(rng.integers(3, 6)), 2)) * size
    canvas = np.zeros((size, size), np.uint8)
    cv2.fillPoly(canvas, [cv2.convexHull(corners.astype(np.int32))], 255)
    soft = cv2.GaussianBlur(canvas, (0, 0), float(rng.uniform(0.6, 12))).astype(np.float32) / 255
    return _toned(photo, 1 - np.float32(rng.uniform(0.15, 0.6)) * soft)


def stain(rng: np.random.Generator, photo: RGB) -> RGB:
    """Damp patches, rust and run-off: cloudy outlines, sometimes drawn out downwards."""
    shape = photo.shape[0], photo.shape[1]
    if rng.random() < 0.4:
        field = cv2.resize(smooth_noise(rng, (4, shape[1]), grain_px=float(rng.uniform(3, 20))), shape[::-1])
    else:
        field = fractal_noise(rng, shape, coarsest_px=float(rng.uniform(0.15, 0.6)) * shape[0])
    sharpness = float(rng.uniform(1.5, 12))
    amount = 1 / (1 + np.exp(-sharpness * (field - rng.uniform(0.3, 1.3))))
    tint = rng.choice([0.3, 0.6, 0.8, 1.3]) * (1 + rng.normal(0, 0.08, 3))
    mixed = photo * (1 - amount[..., None] * (1 - tint) * rng.uniform(0.3, 0.9))
    return as_photo(mixed)


def cable(rng: np.random.Generator, photo: RGB) -> RGB:
    """A wire, hose or pipe: a smooth arc of one width with a highlight along it."""
    size = photo.shape[0]
    ends = np.asarray(_across(rng, size), np.float32)
    middle = ends.mean(axis=0) + rng.normal(0, 0.25 * size, 2)
    t = np.linspace(0, 1, 40, dtype=np.float32)[:, None]
    curve = (1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * middle + t**2 * ends[1]
    px = int(rng.integers(2, 10))
    coverage = np.zeros((size, size), np.uint8)
    cv2.polylines(coverage, [curve.astype(np.int32)], False, 255, px, cv2.LINE_AA)
    colour = tuple(np.repeat(rng.uniform(10, 230), 3) * (1 + rng.normal(0, 0.1, 3)))
    wired = _blend(photo, colour, coverage.astype(np.float32) / 255)
    if px >= 4:
        shine = np.zeros((size, size), np.uint8)
        cv2.polylines(shine, [(curve - px / 4).astype(np.int32)], False, 255, 1, cv2.LINE_AA)
        wired = _blend(wired, (235.0, 235.0, 235.0), shine.astype(np.float32) / 510)
    return wired


def paint_mark(rng: np.random.Generator, photo: RGB) -> RGB:
    """Chalk strokes, road paint, spray: brighter or coloured bands that let the surface through."""
    start, end = _across(rng, photo.shape[0])
    px = int(rng.integers(3, 40))
    coverage = _line_coverage(photo, start, end, px=px, blur=float(rng.uniform(0.5, 2)))
    grain = smooth_noise(rng, photo.shape[:2], grain_px=3) > rng.uniform(-2.5, -0.3)
    colour = (245.0, 245.0, 240.0) if rng.random() < 0.6 else tuple(rng.uniform(20, 250, 3))
    return _blend(photo, colour, coverage * grain * np.float32(rng.uniform(0.5, 0.95)))


def lettering(rng: np.random.Generator, photo: RGB) -> RGB:
    """Numbers and words that inspectors and owners write on structures, and printed crack-width cards."""
    size = photo.shape[0]
    text = "".join(rng.choice(list("0123456789ABCDEFHKLMNPRSTXZ.-/"), int(rng.integers(2, 9))))
    canvas = np.zeros((size, size), np.uint8)
    place = (int(rng.uniform(-0.1, 0.7) * size), int(rng.uniform(0.1, 1.0) * size))
    font = int(rng.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX]))
    cv2.putText(canvas, text, place, font, float(rng.uniform(0.5, 2.5)), 255, int(rng.integers(1, 5)), cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((size / 2, size / 2), float(rng.normal(0, 20)), 1.0)
    coverage = cv2.warpAffine(canvas, turn, (size, size)).astype(np.float32) / 255
    return _blend(photo, tuple(np.repeat(rng.choice([15.0, 60.0, 240.0]), 3)), coverage * np.float32(0.85))


def specks(rng: np.random.Generator, photo: RGB) -> RGB:
    """Bug holes, gravel, droppings, scratches too short to be a crack."""
    canvas = np.zeros(photo.shape[:2], np.uint8)
    for _ in range(int(rng.integers(3, 30))):
        centre = tuple(int(v) for v in rng.uniform(0, photo.shape[0], 2))
        if rng.random() < 0.7:
            axes = tuple(int(v) for v in rng.integers(1, 6, 2))
            cv2.ellipse(canvas, centre, axes, float(rng.uniform(0, 180)), 0, 360, 255, -1, cv2.LINE_AA)
        else:
            end = tuple(int(c + v) for c, v in zip(centre, rng.integers(-9, 10, 2), strict=True))
            cv2.line(canvas, centre, end, 255, int(rng.integers(1, 3)), cv2.LINE_AA)
    soft = cv2.GaussianBlur(canvas, (0, 0), float(rng.uniform(0.4, 1.2))).astype(np.float32) / 255
    return _toned(photo, 1 - np.float32(rng.choice([-0.4, 0.3, 0.5, 0.8])) * soft)


def vegetation(rng: np.random.Generator, photo: RGB) -> RGB:
    """Moss and grass: many short strokes in greens and browns, in tufts."""
    size = photo.shape[0]
    tuft = rng.uniform(0, size, 2)
    green = photo.copy()
    for _ in range(int(rng.integers(30, 160))):
        root = tuft + rng.normal(0, 0.12 * size, 2)
        tip = root + rng.normal(0, 7, 2)
        colour = (float(rng.uniform(30, 130)), float(rng.uniform(60, 160)), float(rng.uniform(10, 70)))
        cv2.line(
            green,
            root.astype(int).tolist(),
            tip.astype(int).tolist(),
            colour,
            int(rng.integers(1, 4)),
            cv2.LINE_AA,
        )
    return green


def frame(rng: np.random.Generator, photo: RGB) -> RGB:
    """The end of the surface: a strip of something else along one side, with a straight edge."""
    size, framed = photo.shape[0], photo.copy()
    strip = int(rng.uniform(0.03, 0.3) * size)
    colour = rng.choice([0.0, 20.0, 128.0, 250.0]) * np.ones(3) + rng.normal(0, 6, 3)
    noise = rng.normal(0, rng.uniform(0, 12), (size, strip, 1))
    framed[:, :strip] = np.clip(colour + noise, 0, 255)
    return np.ascontiguousarray(np.rot90(framed, int(rng.integers(4))))


DISTRACTORS: tuple[tuple[Callable[[np.random.Generator, RGB], RGB], float], ...] = (
    (joint, 0.17),
    (shadow, 0.15),
    (stain, 0.15),
    (specks, 0.12),
    (scratches, 0.1),
    (paint_mark, 0.06),
    (cable, 0.05),
    (lettering, 0.05),
    (vegetation, 0.05),
    (frame, 0.04),
    (width_card, 0.02),
    (measuring_tape, 0.02),
    (hand, 0.02),
)


def distract(rng: np.random.Generator, photo: RGB, *, is_jointed: bool = False) -> RGB:
    """The photo (S, S, 3) uint8 with one random thing that is not a crack.

    On a wall that has joints of its own a further straight line is a crack, not one more joint.
    """
    index = rng.choice(len(DISTRACTORS), p=[share for _, share in DISTRACTORS])
    thing = DISTRACTORS[index][0]
    return scratches(rng, photo) if is_jointed and thing is joint else thing(rng, photo)
