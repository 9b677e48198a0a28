import numpy as np
import pytest

from core.errors import ProjectError
from core.project import comments, corrections, cracks, merge, regions, reviews, thresholds
from core.project.audit import Key
from core.project.bundle import export_bundle
from core.project.content import Content
from core.project.cracks import Anchor, Verdict
from core.project.database import Access
from core.project.merge import Side
from core.project.place import Place
from core.project.project import Project
from core.values import Tag

CREATE = Access.CREATE


@pytest.fixture
def ours(tmp_path, add):
    (tmp_path / "ours").mkdir()
    with Project.open(tmp_path / "ours", user="ana") as project:
        add(project, "a.jpg", "b.jpg", "c.jpg", "d.jpg")
        yield project


@pytest.fixture
def theirs(tmp_path, add):
    """The same photos, known by other ids and one by another path."""
    (tmp_path / "theirs").mkdir()
    with Project.open(tmp_path / "theirs", user="ben") as project:
        add(project, "0.jpg")
        add(project, "0.jpg", "moved/d.jpg", "a.jpg", "b.jpg", "c.jpg")
        yield project


def id_of(project, path):
    return next(row.id for row in project.photos() if row.path == path)


def tags(project):
    return {row.path: row.tag for row in project.photos() if row.tag}


def set_hash(project, path, digit):
    project.set_content(id_of(project, path), Content(digit * 32, 1, 1))


def test_what_only_they_said_is_taken_and_one_undo_takes_it_back(ours, theirs):
    layer = np.full((3, 4), 255, np.uint8)
    ours.set_tags([id_of(ours, "a.jpg")], Tag.CRACKED)
    theirs.set_tags([id_of(theirs, "b.jpg")], Tag.NOT_CRACKED)
    theirs.set_tags([id_of(theirs, "0.jpg")], Tag.CRACKED)
    corrections.save(theirs, id_of(theirs, "b.jpg"), layer)
    cracks.judge(theirs, id_of(theirs, "c.jpg"), [Anchor(1, 2)], Verdict.REJECTED)
    thresholds.set_for_folder(theirs, thresholds.ROOT, 0.3)
    found = merge.compare(ours, theirs)
    assert len(found.gains) == 4 and found.conflicts == () and found.unknown == ("0.jpg",)
    merge.merge(ours, theirs, {})
    assert tags(ours) == {"a.jpg": Tag.CRACKED, "b.jpg": Tag.NOT_CRACKED}
    assert (corrections.load(ours, id_of(ours, "b.jpg")) == layer).all()
    assert cracks.verdicts(ours, id_of(ours, "c.jpg")) == {Anchor(1, 2): Verdict.REJECTED}
    assert thresholds.thresholds(ours).folders == {"": 0.3}
    assert not merge.merge(ours, theirs, {})
    ours.undo()
    assert tags(ours) == {"a.jpg": Tag.CRACKED} and corrections.corrected_photos(ours) == set()


def test_conflicts_are_listed_with_their_authors_and_settled_one_by_one(ours, theirs):
    for path in ("a.jpg", "b.jpg", "c.jpg"):
        ours.set_tags([id_of(ours, path)], Tag.CRACKED)
        theirs.set_tags([id_of(theirs, path)], Tag.NOT_CRACKED)
    theirs.set_tags([id_of(theirs, "c.jpg")], Tag.CRACKED)
    first, second = merge.compare(ours, theirs).conflicts
    assert (first.path, first.ours, first.theirs) == ("a.jpg", "cracked", "not_cracked")
    assert (first.our_author.who, first.their_author.who) == ("ana", "ben")
    assert first.their_author.when >= first.our_author.when  # written to the millisecond
    merge.merge(ours, theirs, {first.key: Side.THEIRS, second.key: Side.OURS})
    assert tags(ours) == {"a.jpg": Tag.NOT_CRACKED, "b.jpg": Tag.CRACKED, "c.jpg": Tag.CRACKED}
    (left,) = merge.compare(ours, theirs).conflicts
    assert left.path == "b.jpg"


def test_two_who_both_reviewed_a_photo_or_wrote_the_same_agree(ours, theirs):
    for project in (ours, theirs):
        reviews.accept(project, [id_of(project, "a.jpg")])
        comments.comment(project, id_of(project, "a.jpg"), "wet")
        comments.comment(project, id_of(project, "b.jpg"), f"by {project.user}")
        regions.add(project, id_of(project, "a.jpg"), ((0, 0), (1, 0), (1, 1)))
    found = merge.compare(ours, theirs)
    assert [conflict.path for conflict in found.conflicts] == ["b.jpg"]
    merge.merge(ours, theirs, {})
    assert reviews.reviews(ours)[id_of(ours, "a.jpg")].who == "ana"
    assert len(regions.regions(ours, id_of(ours, "a.jpg"))) == 2


def test_photos_are_the_same_by_content_before_path(ours, theirs):
    set_hash(ours, "d.jpg", "d")
    set_hash(theirs, "moved/d.jpg", "d")
    set_hash(ours, "a.jpg", "1")
    set_hash(theirs, "a.jpg", "2")
    theirs.set_tags([id_of(theirs, "moved/d.jpg"), id_of(theirs, "a.jpg")], Tag.CRACKED)
    assert merge.compare(ours, theirs).unknown == ("a.jpg",)
    merge.merge(ours, theirs, {})
    assert tags(ours) == {"d.jpg": Tag.CRACKED}


@pytest.mark.parametrize(
    ("kind", "item", "said"),
    [
        ("tag", "", "splendid"),
        ("tag", "x", "cracked"),
        ("no such kind", "", 1),
        ("threshold", "", 7),
        ("threshold", "", "0.5"),
        ("correction", "", {"file": "../../../etc/passwd", "size": [1, 1]}),
        ("correction", "", {"file": "0" * 32 + ".png", "size": [0, "a"]}),
        ("comment", "", {"text": "x", "who": "ben", "when": "yesterday"}),
        ("comment", "here", {"text": "x", "who": "ben", "when": "2026-01-01T00:00:00+00:00"}),
        ("comment", "", []),
        ("crack", "one", "rejected"),
        ("crack", "-1-2", "rejected"),
        ("ignore", "r", [[0, 0], [1, 1], ["a", 2]]),
        ("ignore", "r", [[0, 0], [1, 1], [float("inf"), 2]]),
        ("judgement", "colour", "red"),
        ("judgement", "element", ""),
        ("reviewed", "", {"who": "ben"}),
    ],
)
def test_what_this_program_cannot_have_said_is_not_taken(ours, theirs, kind, item, said):
    theirs.record({Key(id_of(theirs, "a.jpg"), kind, item): said}, kind="nonsense")
    assert merge.compare(ours, theirs).gains == {}


@pytest.mark.parametrize(
    ("kind", "said"),
    [("severity scale", {"name": "x", "source": "", "grades": []}), ("folder pattern", "nothing"), ("tag", "cracked")],
)
def test_nor_of_the_whole_project(ours, theirs, kind, said):
    theirs.record({Key(0, kind): said}, kind="nonsense")
    assert merge.compare(ours, theirs).gains == {}


def test_a_missing_correction_of_theirs_is_a_sentence_and_nothing_is_taken(ours, theirs):
    theirs.set_tags([id_of(theirs, "b.jpg")], Tag.CRACKED)
    corrections.save(theirs, id_of(theirs, "a.jpg"), np.full((3, 4), 255, np.uint8))
    next(corrections.folder(theirs).iterdir()).unlink()
    with pytest.raises(ProjectError, match="missing in the other project"):
        merge.merge(ours, theirs, {})
    assert tags(ours) == {} and ours.history() == []


def test_project_of_a_part_says_nothing_of_the_whole_and_its_photos_are_known_by_their_files(tmp_path, add):
    (tmp_path / "north").mkdir()
    with Project.open(tmp_path / "north", user="ben") as part:
        add(part, "a.jpg")
        part.set_tags([id_of(part, "a.jpg")], Tag.CRACKED)
        thresholds.set_for_folder(part, thresholds.ROOT, 0.3)
        (tmp_path / ".crack-review").mkdir()
        with Project(Place(tmp_path, tmp_path / ".crack-review"), folder=tmp_path, user="ana", access=CREATE) as whole:
            add(whole, "a.jpg", "north/a.jpg")
            merge.merge(whole, part, {})
            assert tags(whole) == {"north/a.jpg": Tag.CRACKED}
            assert thresholds.thresholds(whole).folders == {}


def test_other_project_is_read_from_a_bundle_or_from_its_folder(theirs, tmp_path):
    theirs.set_tags([id_of(theirs, "a.jpg")], Tag.CRACKED)
    export_bundle(theirs, tmp_path / "ben.crackreview")
    for source in (tmp_path / "ben.crackreview", theirs.root):
        with merge.reading(source) as project:
            assert tags(project) == {"a.jpg": Tag.CRACKED}
    with pytest.raises(ProjectError, match="no project"), merge.reading(tmp_path):
        pass
    assert not (tmp_path / ".crack-review").exists()
