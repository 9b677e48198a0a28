from core.project import judgements
from core.project.judgements import Aspect, Judgement


def test_many_photos_are_judged_at_once_and_that_is_one_undo_step(project, add):
    ids = add(project, *(f"{number}.jpg" for number in range(50)))
    judgements.judge(project, ids, {Aspect.STRUCTURE: "Bridge 7", Aspect.SEVERITY: "CS2"})
    judgements.judge(project, ids[:5], {Aspect.ELEMENT: " deck ", Aspect.SEVERITY: "CS4"})
    found = judgements.judgements(project)
    assert found[ids[0]] == Judgement(structure="Bridge 7", element="deck", severity="CS4")
    assert found[ids[5]] == Judgement(structure="Bridge 7", severity="CS2")
    project.undo()
    assert set(judgements.judgements(project).values()) == {Judgement(structure="Bridge 7", severity="CS2")}
    project.undo()
    assert judgements.judgements(project) == {}


def test_a_judgement_is_taken_back_aspect_by_aspect(project, add):
    (photo,) = add(project, "a.jpg")
    judgements.judge(project, [photo], {Aspect.STRUCTURE: "Bridge 7", Aspect.LOCATION: "north"})
    judgements.judge(project, [photo], {Aspect.STRUCTURE: None, Aspect.LOCATION: ""})
    assert judgements.judgements(project) == {}


def test_photos_are_filtered_by_the_aspects_that_are_named():
    said = Judgement(structure="Bridge 7", severity="CS2")
    assert said.matches(Judgement()) and said.matches(Judgement(severity="CS2"))
    assert not said.matches(Judgement(structure="Bridge 7", severity="CS3"))


def test_values_in_use_come_with_the_most_frequent_first(project, add):
    ids = add(project, "a.jpg", "b.jpg", "c.jpg")
    judgements.judge(project, ids[:1], {Aspect.ELEMENT: "deck"})
    judgements.judge(project, ids[1:], {Aspect.ELEMENT: "pier", Aspect.LOCATION: "west"})
    assert judgements.in_use(project, Aspect.ELEMENT) == ["pier", "deck"]
