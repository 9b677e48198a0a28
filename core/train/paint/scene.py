"""One painted training example: a surface, things that are not cracks, cracks, a camera."""

from dataclasses import dataclass

import numpy as np

from core.train.paint.augment import camera, flip, square
from core.train.paint.cracks import TRAINING_STYLE, Crack, CrackStyle, band, cracks, stair_crack
from core.train.paint.distractors import distract
from core.train.paint.render import paint, render
from core.train.paint.surfaces import Surface, surface
from core.values import RGB, Mask

# Of the wide openings, those filled with soil and crushed stone; the others are dark and deep.
GRITTY_SHARE = 0.65
# Some cracks run off the photo at once.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Example:
    """``photo`` (S, S, 3) uint8 and its exact ``mask`` (S, S) bool."""

    photo: RGB
    mask: Mask


def _paths(rng: np.random.Generator, ground: Surface, size: int, style: CrackStyle) -> list[Crack]:
    if ground.joints is not None and rng.random() < 0.5:
        return [stair_crack(rng, ground.joints, size=size, style=style)]
    return cracks(rng, size, style=style)


def _ground(rng: np.random.Generator, clean: RGB | None, size: int) -> Surface:
    """A square of a not-cracked photo, or a painted surface where there is none."""
    return surface(rng, size) if clean is None else Surface(square(rng, clean, size))


def _disturbed(rng: np.random.Generator, ground: Surface, *, share: float) -> RGB:
    photo = ground.photo
    while rng.random() < share:
        photo, share = distract(rng, photo, is_jointed=ground.joints is not None), share * 0.5
    return photo


def cracked_scene(
    rng: np.random.Generator,
    clean: RGB | None,
    size: int,
    *,
    style: CrackStyle = TRAINING_STYLE,
    distraction: float = 1.0,
) -> Example:
    """A square of ``size`` px with painted cracks, on a not-cracked photo or on a painted surface.

    ``distraction`` scales how often something that is no crack lies about, 0: never.
    """
    ground = _ground(rng, clean, size)
    photo = _disturbed(rng, ground, share=0.45 * distraction)
    is_band = rng.random() < style.band_share
    for _ in range(_TRIES):
        paths = band(rng, size, style=style) if is_band else _paths(rng, ground, size, style)
        opening, mask = render(rng, paths, (size, size), is_torn=is_band)
        if mask.any():
            break
    photo, mask = flip(rng, paint(rng, photo, opening, is_gritty=is_band and rng.random() < GRITTY_SHARE), mask)
    return Example(camera(rng, photo), mask)


def clean_scene(rng: np.random.Generator, clean: RGB | None, size: int, *, distraction: float = 1.0) -> Example:
    """The same without a crack: every pixel is background."""
    photo = _disturbed(rng, _ground(rng, clean, size), share=0.6 * distraction)
    photo, mask = flip(rng, photo, np.zeros((size, size), bool))
    return Example(camera(rng, photo), mask)
