"""Known growth: a photo and its copy with the painted crack lengthened and widened, turned and shifted.

Run: python tests/bench/growth.py      (beside each: what was painted, what was found, how far off)
"""

import itertools

import cv2
import numpy as np
from rendered_cracks import Crack, Rendered, render

from core.measure.align import align
from core.measure.growth import Growth, compare
from core.measure.photo import measure

SIZE = (700, 900)
GROWTHS_PX = (40.0, 80.0, 160.0)
TURNS = ((0.0, 0, 0), (6.0, 9, -7), (-14.0, 30, 22), (33.0, -25, 12))
LENGTH_PX, WIDTH_PX, WIDENING_PX = 220.0, 3.0, 1.5


def main() -> None:
    print("grown px  turned  shifted   | new px    off  | longer px    off  | widening (1.5 px) | aligned within")
    for grown, (turn, right, down) in itertools.product(GROWTHS_PX, TURNS):
        found = judged(grown, turn, right, down)
        longer = found.length_after - found.length_before
        new, rest = found.new_length, f"{found.widening_mean:17.2f} | {found.alignment.error_px:.2f} px"
        print(
            f"{grown:8.0f}  {turn:5.0f}°  {right:4},{down:4} | {new:6.1f} {new / grown - 1:+6.1%} "
            f"| {longer:9.1f} {longer / grown - 1:+6.1%} | {rest}",
            flush=True,
        )


def judged(grown: float, turn: float, right: int, down: int) -> Growth:
    wall = surface()
    before, mask_before = painted(wall, Crack(WIDTH_PX, length_px=LENGTH_PX, angle_deg=20, noise=0))
    after, mask_after = painted(wall, Crack(WIDTH_PX + WIDENING_PX, length_px=LENGTH_PX + grown, angle_deg=20, noise=0))
    matrix = cv2.getRotationMatrix2D((SIZE[1] / 2, SIZE[0] / 2), turn, 1.0) + np.array([[0, 0, right], [0, 0, down]])
    moved = cv2.warpAffine(after, matrix, SIZE[::-1], flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    mask_moved = cv2.warpAffine(mask_after.astype(np.float32), matrix, SIZE[::-1]) > 0.5
    return compare(measure(mask_before, before), measure(mask_moved, moved), align(before, moved))


def surface() -> np.ndarray:
    """Grain of several sizes, as plaster has: what two photos are laid over each other by."""
    rng = np.random.default_rng(5)
    grain = sum(cv2.GaussianBlur(rng.standard_normal(SIZE), (0, 0), s) * s * 7 for s in (1.5, 4, 10))
    return np.clip(165 + grain, 90, 240)


def painted(wall: np.ndarray, crack: Crack) -> tuple[np.ndarray, np.ndarray]:
    """The crack's start lies at the same place whatever its length."""
    drawn: Rendered = render(crack)
    start = np.round(drawn.curve[0]).astype(int)
    top, left = 420 - start[1], 240 - start[0]
    height, width = drawn.coverage.shape
    cover, mask = np.zeros(SIZE), np.zeros(SIZE, bool)
    cover[top : top + height, left : left + width] = drawn.coverage
    mask[top : top + height, left : left + width] = drawn.mask("exact")
    grey = cv2.GaussianBlur(wall + (40 - wall) * cover, (0, 0), 0.6)
    return np.repeat(np.clip(grey, 0, 255).astype(np.uint8)[..., None], 3, axis=2), mask


if __name__ == "__main__":
    main()
