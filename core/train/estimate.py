"""How long a run will take, said before it starts. Torch-free: the window asks while torch is not loaded."""

import os
from pathlib import Path

from core.train.recipe import recipe_for
from core.values import TrainingPlan

# Measured on two cores of a server with bfloat16 matrix units, squares of 224 px, twelve a step.
_STEP_ON_TWO_CORES_S = 1.7
_MEASURED_SQUARES = 12
_MEASURED_PX = 224
_START_S = 25.0  # torch is imported, the network loaded, the first validation done
_GPU_SPEED_UP = 20.0
_MOST_USEFUL_THREADS = 16


def seconds_for(plan: TrainingPlan) -> float:
    """A guess at the seconds that ``plan`` takes from start to best network; wrong by a factor of two at most
    on machines like the one it was measured on."""
    recipe = recipe_for(plan)
    pixels = (recipe.painted + recipe.clean + recipe.tagged) * recipe.size_px**2
    share = pixels / (_MEASURED_SQUARES * _MEASURED_PX**2)
    steps = recipe.steps if plan.steps is None else plan.steps
    seconds = _START_S + steps * _STEP_ON_TWO_CORES_S * share / _speed(plan)
    return seconds if plan.minutes is None else min(seconds, 60 * plan.minutes)


def _speed(plan: TrainingPlan) -> float:
    """How many times faster than two cores."""
    if plan.device not in ("auto", "cpu") or (plan.device == "auto" and _has_gpu()):
        return _GPU_SPEED_UP
    threads = min(plan.threads or os.cpu_count() or 1, _MOST_USEFUL_THREADS)
    return float(threads) / 2


def _has_gpu() -> bool:
    """Whether an NVIDIA driver is loaded; torch itself is asked later."""
    return Path("/proc/driver/nvidia/version").exists()
