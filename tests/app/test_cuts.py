"""Whose threshold is in force, and what a new one hides."""

import pytest

from app import cuts
from app.cuts import Scope
from core.project.thresholds import Thresholds


def said(scope, threshold, before=Thresholds(), photo=7, path="north/pier/1.jpg"):  # noqa: B008 - frozen
    return cuts.after(before, cuts.written(scope, threshold, photo=photo, path=path))


@pytest.mark.parametrize("scope", list(Scope))
def test_what_is_set_for_a_scope_is_in_force_for_the_photo(scope):
    found = said(scope, 0.3)
    assert found.of(7, "north/pier/1.jpg") == 0.3
    assert cuts.scope_in_force(found, 7, "north/pier/1.jpg") is scope


def test_a_wider_scope_takes_the_narrower_ones_away():
    found = said(Scope.PROJECT, 0.6, said(Scope.PHOTO, 0.3, said(Scope.FOLDER, 0.4)))
    assert found == Thresholds({}, {"": 0.6})


def test_another_photos_own_threshold_stays():
    found = said(Scope.PROJECT, 0.6, said(Scope.PHOTO, 0.3, photo=8))
    assert found.of(8, "north/pier/2.jpg") == 0.3


def test_none_goes_back_to_the_models_own():
    assert said(Scope.PROJECT, None, said(Scope.PROJECT, 0.6)) == Thresholds()


def test_a_photo_in_the_top_folder_knows_no_folder_scope():
    found = said(Scope.FOLDER, 0.4, path="1.jpg")
    assert cuts.scope_in_force(found, 7, "1.jpg") is Scope.PROJECT
