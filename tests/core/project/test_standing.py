from core.project import comments, judgements, reviews
from core.project.cracks import Anchor
from core.project.judgements import Aspect, Judgement
from core.project.standing import NOTHING_SAID, standing, standings, standings_of


def test_all_that_is_said_of_a_photo_is_found_alone_and_among_all(project, add):
    first, second, third = add(project, "a.jpg", "b.jpg", "c.jpg")
    reviews.accept(project, [first])
    judgements.judge(project, [first, second], {Aspect.STRUCTURE: "pier 7", Aspect.SEVERITY: "CS2"})
    comments.comment(project, first, "Above the bearing")
    comments.comment(project, second, "of a crack only", anchor=Anchor(3, 4))
    found = standings(project)
    assert set(found) == {first, second}
    assert found[first].review.who == "ana"
    assert found[first].comment == "Above the bearing"
    assert found[second].judgement == Judgement(structure="pier 7", severity="CS2")
    assert found[second].comment == "" and found[second].review is None
    assert {photo: standing(project, photo) for photo in found} == found
    assert standing(project, third) == NOTHING_SAID


def test_what_is_undone_is_no_longer_said(project, add):
    (photo,) = add(project, "a.jpg")
    reviews.accept(project, [photo])
    project.undo()
    assert standing(project, photo) == NOTHING_SAID
    assert standings(project) == {}


def test_of_many_photos_the_same_is_found_as_of_few(project, add):
    photos = add(project, *(f"{number}.jpg" for number in range(300)))
    reviews.accept(project, photos[::2])
    judgements.judge(project, photos[::3], {Aspect.SEVERITY: "CS1"})
    many = standings_of(project, photos)
    assert list(many) == photos
    assert all(many[photo] == found for photo, found in standings_of(project, photos[:100]).items())
    assert sum(found.review is not None for found in many.values()) == 150
