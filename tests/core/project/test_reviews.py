from datetime import UTC, datetime

from core.project import reviews
from core.project.project import Project
from core.values import Tag


def test_reviewed_says_who_and_when_and_is_apart_from_the_tag(project, add):
    a, b, _ = add(project, "a.jpg", "b.jpg", "c.jpg")
    project.set_tags([b], Tag.CRACKED)
    reviews.accept(project, [a, b])
    found = reviews.reviews(project)
    assert {photo: review.who for photo, review in found.items()} == {a: "ana", b: "ana"}
    assert abs((found[a].when - datetime.now(UTC)).total_seconds()) < 60
    assert reviews.progress(project) == (2, 3)
    assert project.photo(a).tag is None


def test_a_second_review_leaves_the_first_reviewers_name(folder, project, add):
    a, b = add(project, "a.jpg", "b.jpg")
    reviews.accept(project, [a])
    with Project.open(folder, user="ben") as other:
        assert reviews.accept(other, [a, b]).photos == (b,)
    assert {photo: review.who for photo, review in reviews.reviews(project).items()} == {a: "ana", b: "ben"}


def test_a_review_is_withdrawn_and_that_is_undone(project, add):
    ids = add(project, "a.jpg", "b.jpg")
    reviews.accept(project, ids)
    reviews.withdraw(project, ids)
    assert reviews.progress(project) == (0, 2)
    project.undo()
    assert reviews.progress(project) == (2, 2)
