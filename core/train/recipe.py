"""What a run is made of, declared in one place."""

from dataclasses import dataclass

from core.values import Preset, TrainingPlan


@dataclass(frozen=True, slots=True)
class Recipe:
    """Counts are squares of ``size_px`` per step; shares are of the whole run.

    From random weights the first ``painted_only_share`` of the steps sees painted cracks and clean photos
    alone: their dense gradients build the network; the tags refine it.
    ``parts_share`` of the cracks are painted on clean parts of cracked photos, where a network that sees cracks
    found some; ``halved_share`` of the cracked photos is seen at half its size, where a wide crack fits a square.
    ``average_share`` of the run is the memory of the running average of the weights; 0: there is none.
    ``band_share`` of the painted cracks are wide openings; ``distraction`` scales how often something that is no
    crack is painted.
    """

    size_px: int = 224
    painted: int = 5
    clean: int = 3
    tagged: int = 4
    painted_only_share: float = 0.0
    surfaces_share: float = 0.25
    parts_share: float = 0.3
    halved_share: float = 0.2
    band_share: float = 0.15
    distraction: float = 1.0
    peak_rate: float = 3e-4
    warm_up_share: float = 0.03
    weight_decay: float = 0.02
    average_share: float = 0.15
    tag_weight: float = 0.1
    teacher_weight: float = 0.5
    top_share: tuple[float, float] = (0.05, 0.01)
    steps: int = 300


FROM_RANDOM = Recipe(painted_only_share=0.5, peak_rate=1e-3, steps=3000)
# A network that sees cracks need not search: more than a hundredth of a square would make hairlines wide.
_FOUND = (0.01, 0.01)
RETRAIN = {
    Preset.QUICK: Recipe(top_share=_FOUND, steps=400),
    Preset.THOROUGH: Recipe(top_share=_FOUND, steps=1500),
}


def average_decay(recipe: Recipe, steps: int) -> float:
    """What the running average keeps of itself in a step of a run of ``steps``: a short run must forget its start."""
    memory = recipe.average_share * steps
    return 1 - 1 / memory if memory > 1 else 0.0


def recipe_for(plan: TrainingPlan) -> Recipe:
    """The declared recipe of a plan: from random weights, or from weights that already see cracks."""
    return FROM_RANDOM if plan.start == "random" else RETRAIN[plan.preset]
