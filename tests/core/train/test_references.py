"""Recipes to compare with: the starting work's, and our own less one step each."""

from dataclasses import fields
from pathlib import Path

import pytest

from core.errors import UsageError
from core.train.recipe import recipe_for as own_recipe_for
from core.train.references import GLOBAL_MAX, NAMES, recipe_for
from core.values import TrainingPlan

ABLATIONS = [name for name in NAMES if name.startswith("without-")]


def plan(**changes) -> TrainingPlan:
    return TrainingPlan((), Path("run"), **changes)


@pytest.mark.parametrize("start", ["random", "shipped"])
@pytest.mark.parametrize("name", ABLATIONS)
def test_each_ablation_changes_something_and_costs_no_more_squares(name, start):
    own, changed = own_recipe_for(plan(start=start)), recipe_for(plan(start=start, recipe=name))
    assert any(getattr(own, one.name) != getattr(changed, one.name) for one in fields(own))
    squares = [recipe.painted + recipe.clean + recipe.tagged for recipe in (own, changed)]
    assert squares[0] == squares[1]


def test_every_step_that_can_be_left_out_is_there():
    assert len(ABLATIONS) == 11 and GLOBAL_MAX in NAMES


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match="without-teacher"):
        recipe_for(plan(recipe="without-anything"))


def test_a_rate_goes_into_any_recipe():
    assert recipe_for(plan(recipe="without-tags", rate=2e-3)).peak_rate == 2e-3
