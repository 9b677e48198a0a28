"""Camera effects, applied after painting, so that neither paste artefacts nor the source are cues."""

import cv2
import numpy as np

from core.values import RGB, Mask


def flip(rng: np.random.Generator, photo: RGB, mask: Mask) -> tuple[RGB, Mask]:
    """One of the eight symmetries of a square, the same for both."""
    turns, mirrored = int(rng.integers(4)), rng.random() < 0.5
    photo, mask = np.rot90(photo, turns), np.rot90(mask, turns)
    if mirrored:
        photo, mask = photo[:, ::-1], mask[:, ::-1]
    return np.ascontiguousarray(photo), np.ascontiguousarray(mask)


def _light(rng: np.random.Generator, photo: RGB) -> RGB:
    """Exposure, contrast and gamma through one lookup table per channel."""
    ramp = np.arange(256, dtype=np.float32) / 255
    gamma, gain, lift = rng.uniform(0.6, 1.6), rng.uniform(0.6, 1.4), rng.uniform(-0.12, 0.12)
    tables = [np.clip((ramp**gamma - 0.5) * gain * (1 + rng.normal(0, 0.04)) + 0.5 + lift, 0, 1) for _ in range(3)]
    table = np.stack([np.round(one * 255) for one in tables], axis=1).astype(np.uint8)
    return np.asarray(cv2.LUT(photo, table[:, None, :]), np.uint8)


def _colour(rng: np.random.Generator, photo: RGB) -> RGB:
    """Grey, or swapped channels: colour is no cue (red and blue are swapped in some public photos)."""
    if rng.random() < 0.2:
        return np.repeat(cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)
    if rng.random() < 0.3:
        return np.ascontiguousarray(photo[..., rng.permutation(3)])
    return photo


def _lens(rng: np.random.Generator, photo: RGB) -> RGB:
    if rng.random() < 0.2:
        return np.asarray(cv2.GaussianBlur(photo, (0, 0), float(rng.uniform(0.4, 1.6))), np.uint8)
    if rng.random() < 0.15:
        sharp = cv2.addWeighted(photo, 1.6, cv2.GaussianBlur(photo, (0, 0), 1.2), -0.6, 0)
        return np.asarray(sharp, np.uint8)
    return photo


def _sensor(rng: np.random.Generator, photo: RGB) -> RGB:
    if rng.random() < 0.25:
        noise = rng.standard_normal(photo.shape[:2], dtype=np.float32)[..., None] * np.float32(rng.uniform(1, 12))
        photo = np.clip(photo + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.4:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 95))]
        photo = np.asarray(cv2.imdecode(cv2.imencode(".jpg", photo, quality)[1], cv2.IMREAD_COLOR), np.uint8)
    return photo


def camera(rng: np.random.Generator, photo: RGB) -> RGB:
    """The photo (S, S, 3) uint8 as another camera in another light would have taken it."""
    return _sensor(rng, _lens(rng, _colour(rng, _light(rng, photo))))


def square(rng: np.random.Generator, photo: RGB, size: int, *, scales: tuple[float, float] = (0.7, 1.5)) -> RGB:
    """A random square of ``size`` px, zoomed by a random factor; small photos are mirrored at their borders."""
    zoom = float(np.exp(rng.uniform(np.log(scales[0]), np.log(scales[1]))))
    height, width = photo.shape[:2]
    wanted = min(max(16, round(size / zoom)), height, width)
    top, left = int(rng.integers(height - wanted + 1)), int(rng.integers(width - wanted + 1))
    cut = photo[top : top + wanted, left : left + wanted]
    # More than a third of mirror image would teach kaleidoscopes: a small photo is enlarged instead.
    side = int(np.clip(round(wanted * zoom), 0.7 * size, size))
    method = cv2.INTER_AREA if side < wanted else cv2.INTER_LINEAR
    cut = cv2.resize(cut, (side, side), interpolation=method) if side != wanted else cut
    missing = size - side
    if missing:
        before = int(rng.integers(missing + 1))
        cut = cv2.copyMakeBorder(cut, before, missing - before, before, missing - before, cv2.BORDER_REFLECT_101)
    return np.ascontiguousarray(cut)
