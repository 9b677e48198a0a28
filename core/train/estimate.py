"""How long a training run will take, said before it starts. Torch-free.

From what earlier runs measured on this machine; before the first of them from a calibration.
"""

import math
import os
import shutil
from pathlib import Path

from core.errors import TrainingError
from core.train import corrected, speed
from core.train.recipe import Recipe
from core.train.references import recipe_for
from core.train.speed import Speed
from core.train.split import REPORTS, VALIDATION_SQUARES, Split, split, with_clean_parts
from core.values import TrainingPlan

# Loading the network and the first photos.
_BEFORE_S = 10.0
_SCORED_PX = 448**2
# Measured: a step of 12 squares of 224 px took 1.2 s on two cores with AVX-512 bfloat16; a GPU of 2024 takes 1/40.
_TWO_FAST_CORES = Speed(step=2.0, validation=0.55)
_WITHOUT_BFLOAT16 = 3.0
_GPU = Speed(step=0.05, validation=0.02)


def seconds_for(plan: TrainingPlan) -> float:
    """Seconds that the run will take, validations included. Raises UsageError for an unknown recipe."""
    recipe = recipe_for(plan)
    steps = plan.steps or recipe.steps
    pace = speed.known(plan) or _calibrated(plan)
    known = corrected.SQUARES * recipe.size_px**2 / 1e6 if plan.corrections else 0.0
    seconds = _BEFORE_S + pace.step * steps * (step_megapixels(recipe) + known)
    photos = _split(plan)
    validations = 1 + -(-steps // report_every(steps, recipe, photos))
    looked_at = validations * validation_megapixels(recipe, photos) + part_megapixels(plan, recipe, photos)
    seconds += pace.validation * looked_at
    return seconds if plan.minutes is None else min(seconds, 60 * plan.minutes)


def report_every(steps: int, recipe: Recipe, photos: Split) -> int:
    """How many steps lie between two validations: as many as take a tenth of the run, within ``REPORTS``."""
    # Learning from a pixel goes forwards and backwards: about three times what looking at it costs.
    cheap = math.ceil(10 * validation_megapixels(recipe, photos) / (3 * step_megapixels(recipe)))
    fewest, most = REPORTS
    return max(1, steps // most, min(cheap, steps // fewest))


def step_megapixels(recipe: Recipe) -> float:
    """Megapixels that one step learns from."""
    return (recipe.painted + recipe.clean + recipe.tagged) * recipe.size_px**2 / 1e6


def validation_megapixels(recipe: Recipe, photos: Split) -> float:
    """Megapixels that one validation looks at: painted and clean squares, and photos where both tags are there."""
    squares = (VALIDATION_SQUARES + VALIDATION_SQUARES // 2) * recipe.size_px**2
    scored = len(photos.validation) if len({photo.tag for photo in photos.validation}) > 1 else 0
    return (squares + scored * _SCORED_PX) / 1e6


def part_megapixels(plan: TrainingPlan, recipe: Recipe, photos: Split) -> float:
    """Megapixels that the search for clean surface looks at, once; none where the network sees no crack yet."""
    is_wanted = plan.start != "random" and recipe.painted > 0 and recipe.parts_share > 0
    return len(with_clean_parts(photos.learning)) * _SCORED_PX / 1e6 if is_wanted else 0.0


def _split(plan: TrainingPlan) -> Split:
    try:
        return split(plan.photos)
    except TrainingError:  # nothing to learn from is told when the run starts
        return Split((), ())


def _calibrated(plan: TrainingPlan) -> Speed:
    if plan.device == "cuda" or (plan.device == "auto" and shutil.which("nvidia-smi")):
        return _GPU
    slower = 2 / (plan.threads or os.cpu_count() or 1)
    if not _has_bfloat16():
        slower *= _WITHOUT_BFLOAT16
    return Speed(_TWO_FAST_CORES.step * slower, _TWO_FAST_CORES.validation * slower)


def _has_bfloat16() -> bool:
    """Whether the processor computes in bfloat16, as far as the system tells without torch."""
    try:
        return "avx512_bf16" in Path("/proc/cpuinfo").read_text()
    except OSError:
        return False
