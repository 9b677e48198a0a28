"""Recipes to compare with: what the work that this one started from did, with the same network and budget.

Skamlo/crack-image-segmentation: the maximum over all pixel logits is the photo's logit, binary cross-entropy
with the tag, whole photos, no augmentation. Adam 1e-4 there; ``TrainingPlan.rate`` tries others.

And the program's own recipe with one step left out. Torch-free.
"""

from dataclasses import replace
from typing import Any

from core.errors import UsageError
from core.train import recipe
from core.train.recipe import Recipe
from core.values import TrainingPlan

GLOBAL_MAX = "global-max"

# As many pixels a step as the program's own recipe, in whole photos.
_RECIPES = {
    GLOBAL_MAX: Recipe(size_px=448, painted=0, clean=0, tagged=3, tag_weight=1.0, peak_rate=1e-4, steps=3000),
}
# The program's recipe less one step each, for the table that shows what each step is worth; as many squares a step.
_WITHOUT: dict[str, dict[str, Any]] = {
    "without-painted-cracks": {"painted": 0, "clean": 8, "painted_only_share": 0.0},
    "without-dense-negatives": {"painted": 8, "clean": 0},
    "without-tag-loss": {"tag_weight": 0.0},
    "without-teacher": {"teacher_weight": 0.0},
    "without-tags": {"painted": 9, "tagged": 0},
    "without-painted-surfaces": {"surfaces_share": 0.0},
    "without-distractions": {"distraction": 0.0},
    "without-wide-openings": {"band_share": 0.0},
    "without-half-size": {"halved_share": 0.0},
    "without-clean-parts": {"parts_share": 0.0},
    "without-average": {"average_share": 0.0},
}
NAMES = (*_RECIPES, *_WITHOUT)


def recipe_for(plan: TrainingPlan) -> Recipe:
    """The reference that the plan names, or the program's own recipe. Raises UsageError for an unknown name."""
    if plan.recipe and plan.recipe not in NAMES:
        raise UsageError(f"The recipe must be one of {', '.join(NAMES)}, not “{plan.recipe}”.")
    own = replace(recipe.recipe_for(plan), **_WITHOUT.get(plan.recipe, {}))
    chosen = _RECIPES.get(plan.recipe, own)
    return chosen if plan.rate is None else replace(chosen, peak_rate=plan.rate)
