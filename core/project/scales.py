"""Scales of severity: those that bridges and pavements are commonly judged by, and the user's own.

The common ones give the grades' names only, in the words inspectors use; what they mean in full stands in the
named manuals.
"""

from dataclasses import dataclass
from typing import Any

from core.errors import ProjectError
from core.project.audit import WHOLE_PROJECT, Change, Key
from core.project.database import told_if_damaged
from core.project.project import Project

KIND = "severity scale"
_MOST_GRADES = 100


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of a scale: a short code, which is what judgements store, and what it means."""

    code: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Grades from the best to the worst. ``source`` names the manual."""

    name: str
    grades: tuple[Grade, ...]
    source: str = ""

    def __post_init__(self) -> None:
        """Raises ProjectError unless every grade has a code of its own."""
        codes = [grade.code for grade in self.grades]
        if not self.name or not 1 <= len(codes) <= _MOST_GRADES or "" in codes or len(set(codes)) < len(codes):
            raise ProjectError(
                f"A scale needs a name and 1 to {_MOST_GRADES} grades with different codes; "
                f"{self.name!r} has the codes {', '.join(codes) or 'none'}."
            )

    def rank(self, code: str) -> int | None:
        """The place of a grade, 0 the best; None where the scale has no such grade."""
        return next((rank for rank, grade in enumerate(self.grades) if grade.code == code), None)


BRIDGE_ELEMENTS = Scale(
    "Bridge element condition states",
    (Grade("CS1", "Good"), Grade("CS2", "Fair"), Grade("CS3", "Poor"), Grade("CS4", "Severe")),
    source="AASHTO Manual for Bridge Element Inspection",
)
BRIDGE_COMPONENTS = Scale(
    "Bridge component condition ratings",
    (
        Grade("9", "Excellent"),
        Grade("8", "Very good"),
        Grade("7", "Good"),
        Grade("6", "Satisfactory"),
        Grade("5", "Fair"),
        Grade("4", "Poor"),
        Grade("3", "Serious"),
        Grade("2", "Critical"),
        Grade("1", "Imminent failure"),
        Grade("0", "Failed"),
    ),
    source="FHWA Specifications for the National Bridge Inventory",
)
PAVEMENT_DISTRESS = Scale(
    "Pavement distress severity",
    (Grade("L", "Low"), Grade("M", "Medium"), Grade("H", "High")),
    source="ASTM D6433",
)
PAVEMENT_SURFACE = Scale(
    "Pavement surface rating (PASER)",
    (
        Grade("10", "Excellent"),
        Grade("9", "Excellent"),
        Grade("8", "Very good"),
        Grade("7", "Good"),
        Grade("6", "Good"),
        Grade("5", "Fair"),
        Grade("4", "Fair"),
        Grade("3", "Poor"),
        Grade("2", "Very poor"),
        Grade("1", "Failed"),
    ),
    source="Wisconsin Transportation Information Center, PASER manuals",
)
COMMON = (BRIDGE_ELEMENTS, BRIDGE_COMPONENTS, PAVEMENT_DISTRESS, PAVEMENT_SURFACE)


@told_if_damaged
def scale(project: Project) -> Scale:
    """The scale that the project is judged by; the bridge elements' unless another was chosen."""
    said = project.fact(Key(WHOLE_PROJECT, KIND))
    return BRIDGE_ELEMENTS if said is None else read(said)


def choose(project: Project, chosen: Scale) -> Change:
    """Judges by another scale from now on. Judgements stay as they are, also those it has no grade for."""
    value = {
        "name": chosen.name,
        "source": chosen.source,
        "grades": [[grade.code, grade.meaning] for grade in chosen.grades],
    }
    return project.record({Key(WHOLE_PROJECT, KIND): value}, kind=KIND)


def read(said: Any) -> Scale:
    """A scale as facts hold it."""
    return Scale(
        name=said["name"],
        grades=tuple(Grade(code, meaning) for code, meaning in said["grades"]),
        source=said["source"],
    )
