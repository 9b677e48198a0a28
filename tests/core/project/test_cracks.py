import numpy as np
import pytest

from core.project import cracks
from core.project.cracks import Anchor, Verdict
from core.values import cut


@pytest.fixture
def map_():
    """Two cracks that a faint bridge joins, the left one surest at (3, 5), the right one at (30, 5)."""
    map_ = np.zeros((12, 40), np.uint8)
    map_[5, 2:12] = 150
    map_[5, 3] = 200
    map_[5, 12:25] = 90
    map_[5, 25:38] = 160
    map_[5, 30] = 220
    return map_


def mask_at(map_, threshold):
    return map_ >= cut(threshold)


def test_the_anchor_is_the_surest_pixel_wherever_the_crack_was_clicked(map_):
    for threshold in (0.5, 0.58):
        assert cracks.anchor_at(map_, mask_at(map_, threshold), (11, 5)) == Anchor(3, 5)
        assert cracks.anchor_at(map_, mask_at(map_, threshold), (36, 5)) == Anchor(30, 5)
    assert cracks.anchor_at(map_, mask_at(map_, 0.3), (11, 5)) == Anchor(30, 5)


@pytest.mark.parametrize("point", [(18, 5), (-1, 5), (40, 5), (3, 12)])
def test_there_is_no_anchor_beside_the_cracks(map_, point):
    assert cracks.anchor_at(map_, mask_at(map_, 0.5), point) is None


def test_a_rejected_crack_stays_away_at_every_threshold_where_it_stands_alone(map_):
    said = {Anchor(3, 5): Verdict.REJECTED}
    for threshold in (0.4, 0.5, 0.7):
        kept = cracks.without_rejected(mask_at(map_, threshold), said)
        assert not kept[:, :12].any() and kept[5, 30]


def test_a_diagonal_crack_is_one_crack():
    mask = np.eye(10, dtype=bool)
    assert not cracks.without_rejected(mask, {Anchor(9, 9): Verdict.REJECTED}).any()


def test_an_accepted_crack_outweighs_a_rejected_one_that_has_grown_into_it(map_):
    said = {Anchor(3, 5): Verdict.REJECTED, Anchor(30, 5): Verdict.ACCEPTED}
    joined = mask_at(map_, 0.3)
    assert (cracks.without_rejected(joined, said) == joined).all()
    assert not cracks.without_rejected(mask_at(map_, 0.5), said)[5, 3]


def test_an_anchor_outside_every_component_or_the_photo_removes_nothing(map_):
    mask = mask_at(map_, 0.5)
    said = {Anchor(0, 0): Verdict.REJECTED, Anchor(400, 5): Verdict.REJECTED}
    assert (cracks.without_rejected(mask, said) == mask).all()


def test_verdicts_are_kept_taken_back_and_undone(project, add):
    (photo,) = add(project, "a.jpg")
    anchors = [Anchor(3, 5), Anchor(30, 5)]
    cracks.judge(project, photo, anchors, Verdict.REJECTED)
    cracks.judge(project, photo, anchors[:1], Verdict.ACCEPTED)
    cracks.judge(project, photo, anchors[1:], None)
    assert cracks.verdicts(project, photo) == {anchors[0]: Verdict.ACCEPTED}
    project.undo()
    project.undo()
    assert cracks.verdicts(project, photo) == dict.fromkeys(anchors, Verdict.REJECTED)


def test_found_cracks_come_largest_first_with_what_is_said_of_them(map_):
    said = {Anchor(3, 5): Verdict.REJECTED, Anchor(0, 0): Verdict.REJECTED}
    right, left = cracks.found(map_, mask_at(map_, 0.5), said, 9)
    assert (right.anchor, right.area_px, right.box, right.verdict) == (Anchor(30, 5), 13, (25, 5, 13, 1), None)
    assert (left.anchor, left.area_px, left.verdict, left.said) == (
        Anchor(3, 5),
        10,
        Verdict.REJECTED,
        (Anchor(3, 5),),
    )
    assert cracks.found(map_, mask_at(map_, 0.5), said, 1) == (right,)


def test_one_acceptance_outweighs_rejections_where_cracks_have_grown_together(map_):
    said = {Anchor(3, 5): Verdict.REJECTED, Anchor(30, 5): Verdict.ACCEPTED}
    (both,) = cracks.found(map_, mask_at(map_, 0.3), said, 9)
    assert both.verdict is Verdict.ACCEPTED and set(both.said) == set(said)


def test_judging_a_crack_that_has_grown_takes_back_what_was_said_of_its_parts(project, add, map_):
    (photo,) = add(project, "a.jpg")
    cracks.judge(project, photo, [Anchor(3, 5)], Verdict.ACCEPTED)
    (both,) = cracks.found(map_, mask_at(map_, 0.3), cracks.verdicts(project, photo), 9)
    cracks.judge_found(project, photo, both, Verdict.REJECTED)
    assert cracks.verdicts(project, photo) == {Anchor(30, 5): Verdict.REJECTED}
    assert not cracks.without_rejected(mask_at(map_, 0.3), cracks.verdicts(project, photo)).any()
    (both,) = cracks.found(map_, mask_at(map_, 0.3), cracks.verdicts(project, photo), 9)
    cracks.judge_found(project, photo, both, None)
    assert cracks.verdicts(project, photo) == {}
