from core.project.comments import comment, comments
from core.project.cracks import Anchor


def test_a_photo_and_each_of_its_cracks_have_a_comment(project, add):
    a, b = add(project, "a.jpg", "b.jpg")
    comment(project, a, "wet", anchor=Anchor(3, 5))
    comment(project, a, "  look again\nin spring ")
    comment(project, b, "fine")
    first, second = comments(project)[a]
    assert (first.text, first.anchor, first.who) == ("look again\nin spring", None, "ana")
    assert (second.text, second.anchor) == ("wet", Anchor(3, 5))
    assert [found.text for found in comments(project, b)[b]] == ["fine"]


def test_an_empty_comment_takes_it_away_and_the_same_again_is_no_action(project, add):
    (photo,) = add(project, "a.jpg")
    comment(project, photo, "wet")
    assert not comment(project, photo, "wet ")
    comment(project, photo, "   ")
    assert comments(project) == {}
    project.undo()
    assert comments(project)[photo][0].text == "wet"
