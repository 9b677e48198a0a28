"""Recipes to compare with: what the work that this one started from did, with the same network and budget.

Skamlo/crack-image-segmentation: the maximum over all pixel logits is the photo's logit, binary cross-entropy
with the tag, whole photos, no augmentation. Adam 1e-4 there; ``TrainingPlan.rate`` tries others. Torch-free.
"""

from dataclasses import replace

from core.errors import UsageError
from core.train import recipe
from core.train.recipe import Recipe
from core.values import TrainingPlan

GLOBAL_MAX = "global-max"

# As many pixels a step as the program's own recipe, in whole photos.
_RECIPES = {
    GLOBAL_MAX: Recipe(size_px=448, painted=0, clean=0, tagged=3, tag_weight=1.0, peak_rate=1e-4, steps=3000),
}
NAMES = tuple(_RECIPES)


def recipe_for(plan: TrainingPlan) -> Recipe:
    """The reference that the plan names, or the program's own recipe. Raises UsageError for an unknown name."""
    if plan.recipe and plan.recipe not in _RECIPES:
        raise UsageError(f"The recipe must be one of {', '.join(NAMES)}, not “{plan.recipe}”.")
    chosen = _RECIPES[plan.recipe] if plan.recipe else recipe.recipe_for(plan)
    return chosen if plan.rate is None else replace(chosen, peak_rate=plan.rate)
