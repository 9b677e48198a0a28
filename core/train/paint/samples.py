"""The sample photos that come with the program, painted from declared seeds.

``python -m core.train.paint.samples [FOLDER]`` paints them anew, without FOLDER into ``resources/samples``.
They are painted calmer than training scenes: a handful that people look at, not thousands that a network sees.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from core.train.paint.cracks import CrackStyle, cracks
from core.train.paint.distractors import joint, paint_mark, shadow, stain
from core.train.paint.noise import as_photo
from core.train.paint.render import paint, render
from core.train.paint.scene import Example
from core.train.paint.surfaces import Surface, asphalt, bricks, concrete, plaster, tiles
from core.values import RGB

IMAGES, MASKS = "images", "masks"
_SIDE_PX = 1024
_LANDSCAPE, _PORTRAIT = (768, 1024), (1024, 768)
_STYLE = CrackStyle(
    median_width_px=5.0, width_spread=0.35, width_range_px=(2.5, 12.0), mesh_share=0.0, straight_share=0.0
)
_JPEG_QUALITY = 75

Distractor = Callable[[np.random.Generator, RGB], RGB]


@dataclass(frozen=True, slots=True)
class Sample:
    """One photo: its file's ``name``, and the seeds of its surface and of its crack (None: not cracked).

    ``colourfulness`` is the share of the surface's own hue that is kept; concrete and asphalt are nearly grey.
    """

    name: str
    surface: Callable[[np.random.Generator, int], Surface]
    seed: int
    crack_seed: int | None = None
    distractors: tuple[Distractor, ...] = ()
    size: tuple[int, int] = _LANDSCAPE
    colourfulness: float = 0.25


SAMPLES: tuple[Sample, ...] = (
    Sample("abutment 1", concrete, 109, 2),
    Sample("abutment 2", concrete, 103, 19),
    Sample("abutment 3", concrete, 208, distractors=(joint, stain)),
    Sample("facade 1", plaster, 107, 15, colourfulness=0.6),
    Sample("facade 2", plaster, 108, distractors=(shadow,), colourfulness=0.6),
    Sample("pavement 1", asphalt, 104, 9),
    Sample("pavement 2", asphalt, 101, 23),
    Sample("pavement 3", asphalt, 202, distractors=(paint_mark, shadow)),
    Sample("walkway 1", tiles, 110, 24),
    Sample("wall 1", bricks, 108, 8, size=_PORTRAIT, colourfulness=0.7),
    Sample("wall 2", bricks, 109, colourfulness=0.7),
)


def example(sample: Sample) -> Example:
    """The sample's photo and its exact mask, both of ``sample.size``."""
    rng = np.random.default_rng(sample.seed)
    photo = sample.surface(rng, _SIDE_PX).photo
    for distract in sample.distractors:
        photo = distract(rng, photo)
    whole = _cracked(_muted(photo, sample.colourfulness), sample.crack_seed)
    rows, columns = (slice(length) for length in sample.size)
    return Example(np.ascontiguousarray(whole.photo[rows, columns]), np.ascontiguousarray(whole.mask[rows, columns]))


def _cracked(photo: RGB, seed: int | None) -> Example:
    if seed is None:
        return Example(photo, np.zeros(photo.shape[:2], bool))
    rng = np.random.default_rng(seed)
    opening, mask = render(rng, cracks(rng, _SIDE_PX, style=_STYLE), (_SIDE_PX, _SIDE_PX))
    return Example(paint(rng, photo, opening), mask)


def write(folder: Path) -> Iterator[Path]:
    """Paint every sample into ``folder/images`` (JPEG) and its mask into ``folder/masks`` (PNG), one after another."""
    for sample in SAMPLES:
        painted = example(sample)
        photo = cv2.cvtColor(painted.photo, cv2.COLOR_RGB2BGR)
        yield _written(folder / IMAGES / f"{sample.name}.jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
        _written(folder / MASKS / f"{sample.name}.png", painted.mask.astype(np.uint8) * 255, [])


def _muted(photo: RGB, colourfulness: float) -> RGB:
    grey = photo.mean(axis=2, keepdims=True)
    return as_photo(grey + colourfulness * (photo - grey))


def _written(path: Path, pixels: RGB, options: list[int]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(path.suffix, pixels, options)[1].tobytes())
    return path


def main(arguments: list[str]) -> int:
    """Paint the samples and name each file on standard output."""
    import resources

    folder = Path(arguments[0]) if arguments else Path(resources.__file__).parent / "samples"
    for path in write(folder):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
