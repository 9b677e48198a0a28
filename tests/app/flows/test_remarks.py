"""The map that is shown says what the final mask says."""

import numpy as np
import pytest

from app.flows import remarks
from app.flows.remarks import Remarks
from core.project import comments, corrections, cracks, regions
from core.project.corrections import Stroke
from core.project.cracks import Anchor, Verdict
from core.project.finalmask import final_mask
from core.project.project import Project
from core.score.counts import histogram
from core.values import cut


@pytest.fixture
def project(tmp_path):
    with Project.open(tmp_path, user="ana") as project:
        project.sync([tmp_path / "a.jpg"])
        yield project


@pytest.fixture
def raw():
    """Three horizontal cracks of different lengths."""
    raw = np.zeros((40, 40), np.uint8)
    raw[5, :], raw[15, :30], raw[25, :20] = 180, 170, 160
    return raw


def test_what_is_shown_cut_at_the_threshold_is_the_final_mask(project, raw):
    cracks.judge(project, 1, [Anchor(0, 15)], Verdict.REJECTED)
    regions.add(project, 1, ((0, 20), (10, 20), (10, 30), (0, 30)))
    layer = np.zeros_like(raw)
    layer[5, :4], layer[22, 2:6] = Stroke.ERASED, Stroke.DRAWN
    corrections.save(project, 1, layer)
    said = remarks.read(project, 1)
    left = remarks.standing(raw, 0.5, said, said.read_layer())
    shown = corrections.corrected(left.map >= cut(0.5), said.read_layer())
    assert (shown == final_mask(project, 1, raw, 0.5)).all()
    assert left.levels[cut(0.5) :].sum() == shown.sum()
    assert left.levels.sum() == raw.size
    assert [(crack.area_px, crack.verdict) for crack in left.cracks] == [
        (40, None),
        (30, Verdict.REJECTED),
        (20, None),
    ]


def test_a_map_of_which_nothing_is_said_is_not_copied(raw):
    left = remarks.standing(raw, 0.5, Remarks(), None)
    assert left.map is raw
    assert (left.levels == histogram(raw)).all()


def test_a_click_finds_the_crack_under_it_among_boxes_that_overlap():
    raw = np.zeros((30, 30), np.uint8)
    raw[2:28, 2] = raw[27, 2:28] = 200  # an L, around
    raw[10, 10:20] = 180
    found = remarks.standing(raw, 0.5, Remarks(), None).cracks
    assert remarks.crack_at(raw, 0.5, found, (2, 12)) == 0
    assert remarks.crack_at(raw, 0.5, found, (15, 10)) == 1
    assert remarks.crack_at(raw, 0.5, found, (20, 20)) is None
    assert remarks.crack_at(raw, 0.5, found, (-3, 99)) is None


def test_a_region_is_found_from_any_pixel_inside_it():
    said = Remarks(regions={"u": ((0, 0), (20, 0), (20, 20), (15, 20), (15, 5), (5, 5), (5, 20), (0, 20))})
    assert remarks.region_at(said, (2, 10)) == "u"
    assert remarks.region_at(said, (10, 10)) is None
    assert remarks.region_at(said, (17, 18)) == "u"


def test_notes_are_told_apart_by_what_they_are_about(project):
    comments.comment(project, 1, "wet")
    comments.comment(project, 1, "weeps", anchor=Anchor(3, 4))
    assert remarks.read(project, 1).notes == {None: "wet", Anchor(3, 4): "weeps"}
