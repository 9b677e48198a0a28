import pytest

from core.errors import ProjectError
from core.project import scales
from core.project.scales import BRIDGE_ELEMENTS, COMMON, Grade, Scale


def test_a_project_starts_with_the_bridge_scale_and_keeps_another_one(project):
    assert scales.scale(project) == BRIDGE_ELEMENTS
    own = Scale("Unsere Stufen", (Grade("0", "kein Mangel"), Grade("1", "gering"), Grade("4", "sehr groß")))
    scales.choose(project, own)
    assert scales.scale(project) == own
    project.undo()
    assert scales.scale(project) == BRIDGE_ELEMENTS


@pytest.mark.parametrize("common", COMMON, ids=lambda scale: scale.name)
def test_common_scales_go_from_best_to_worst_and_name_their_manual(project, common):
    scales.choose(project, common)
    assert scales.scale(project) == common and common.source
    assert [common.rank(grade.code) for grade in common.grades] == list(range(len(common.grades)))
    assert common.rank("no such grade") is None


@pytest.mark.parametrize(
    ("name", "codes"), [("", ["1"]), ("x", []), ("x", ["1", "1"]), ("x", ["1", ""]), ("x", list(map(str, range(101))))]
)
def test_a_scale_whose_grades_cannot_be_told_apart_is_refused(name, codes):
    with pytest.raises(ProjectError, match="different codes"):
        Scale(name, tuple(Grade(code, "") for code in codes))
