import pytest

from core.errors import ProjectError
from core.project import judgements, patterns
from core.project.judgements import Aspect, Judgement

S, E, L, V = Aspect.STRUCTURE, Aspect.ELEMENT, Aspect.LOCATION, Aspect.SEVERITY


@pytest.mark.parametrize(
    ("pattern", "path", "said"),
    [
        ("{structure}/{element}/*", "Bridge 7/deck/a.jpg", {S: "Bridge 7", E: "deck"}),
        ("{structure}/{element}/*", "Bridge 7/a.jpg", {}),
        ("{structure}/{element}/*", "Bridge 7/deck/north/a.jpg", {}),
        ("{structure}/{element}/**", "Bridge 7/deck/north/a.jpg", {S: "Bridge 7", E: "deck"}),
        ("**/{element}_{location}_*.jpg", "x/y/pier_N_1.JPG", {E: "pier", L: "N"}),
        ("**/{element}_{location}_*.jpg", "pier_N_1.jpg", {E: "pier", L: "N"}),
        ("site (2026)/{structure} - {severity}/*", "site (2026)/B.7 - CS2/a.jpg", {S: "B.7", V: "CS2"}),
        ("{structure}/**", "Brücke 7/a.jpg", {S: "Brücke 7"}),
        ("{structure}/**", " /a.jpg", {}),
    ],
)
def test_a_pattern_reads_a_path(pattern, path, said):
    assert patterns.read(pattern, path) == said


@pytest.mark.parametrize("wrong", ["", "*/photos/*", "{bridge}/*", "{element}/{element}/*", "{}/*"])
def test_a_pattern_that_names_nothing_known_once_is_a_sentence(wrong):
    with pytest.raises(ProjectError, match=r"\{structure\}, \{element\}"):
        patterns.read(wrong, "a.jpg")


def test_a_lone_brace_is_a_brace():
    assert patterns.read("{element}/{x", "deck/{x") == {E: "deck"}


def test_learning_fills_what_nobody_said_and_is_one_undo_step(project, add):
    a, b, c = add(project, "B 7/deck/a.jpg", "B 7/pier/b.jpg", "c.jpg")
    judgements.judge(project, [a], {E: "girder"})
    patterns.learn(project, "{structure}/{element}/*")
    found = judgements.judgements(project)
    assert found[a] == Judgement(structure="B 7", element="girder")
    assert found[b] == Judgement(structure="B 7", element="pier")
    assert c not in found and patterns.pattern(project) == "{structure}/{element}/*"
    project.undo()
    assert judgements.judgements(project) == {a: Judgement(element="girder")}
    assert patterns.pattern(project) is None
