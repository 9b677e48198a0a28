import pytest

from core.project import thresholds


def test_the_nearest_threshold_counts(project, add):
    a, b, c, d = add(project, "a.jpg", "x/b.jpg", "x/y/c.jpg", "x/y/d.jpg")
    paths = {row.id: row.path for row in project.photos()}
    thresholds.set_for_folder(project, thresholds.ROOT, 0.3)
    thresholds.set_for_folder(project, "x/y", 0.6)
    thresholds.set_for_photos(project, [d], 0.9)
    found = thresholds.thresholds(project)
    assert [found.of(photo, paths[photo]) for photo in (a, b, c, d)] == [0.3, 0.3, 0.6, 0.9]
    thresholds.set_for_photos(project, [d], None)
    thresholds.set_for_folder(project, "x/y", None)
    thresholds.set_for_folder(project, thresholds.ROOT, None)
    assert thresholds.thresholds(project).of(d, paths[d]) is None
    for _ in range(3):
        project.undo()
    assert thresholds.thresholds(project) == found


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_a_threshold_outside_its_range_is_our_mistake(project, add, wrong):
    ids = add(project, "a.jpg")
    with pytest.raises(ValueError, match="between 0 and 1"):
        thresholds.set_for_photos(project, ids, wrong)
