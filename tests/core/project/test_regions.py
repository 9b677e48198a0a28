import numpy as np
import pytest

from core.errors import ProjectError
from core.project import regions


def test_a_region_is_kept_removed_and_brought_back(project, add):
    (photo,) = add(project, "a.jpg")
    square = ((1.0, 1.0), (5.5, 1.0), (5.5, 5.0))
    regions.add(project, photo, square)
    regions.add(project, photo, square)
    assert list(regions.regions(project, photo).values()) == [square, square]
    regions.remove(project, photo, next(iter(regions.regions(project, photo))))
    assert len(regions.regions(project, photo)) == 1
    project.undo()
    assert len(regions.regions(project, photo)) == 2


def test_what_is_ignored_is_empty_and_nothing_else(project):
    mask = np.ones((20, 30), bool)
    overlapping = [((2, 3), (10, 3), (10, 8), (2, 8)), ((5, 5), (15, 5), (15, 12), (5, 12))]
    kept = regions.without_regions(mask, overlapping)
    expected = mask.copy()
    expected[3:9, 2:11] = False
    expected[5:13, 5:16] = False
    assert (kept == expected).all()
    assert regions.without_regions(mask, []).all()


def test_a_region_may_reach_beyond_the_photo():
    kept = regions.without_regions(np.ones((5, 5), bool), [((-10, -10), (50, -10), (50, 50), (-10, 50))])
    assert not kept.any()


def test_two_corners_are_no_region(project, add):
    (photo,) = add(project, "a.jpg")
    with pytest.raises(ProjectError, match="at least 3 corners"):
        regions.add(project, photo, ((0, 0), (1, 1)))
