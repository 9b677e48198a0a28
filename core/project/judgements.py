"""Judgements: of which structure a photo shows which element, where, and how bad it is there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from core.project.audit import Change, Key
from core.project.database import told_if_damaged
from core.project.project import Project

KIND = "judgement"


class Aspect(StrEnum):
    """What a judgement says something of."""

    STRUCTURE = "structure"
    ELEMENT = "element"
    LOCATION = "location"
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a photo; None where nothing is. ``severity`` is a grade's code of the project's scale."""

    structure: str | None = None
    element: str | None = None
    location: str | None = None
    severity: str | None = None

    def matches(self, wanted: "Judgement") -> bool:
        """Whether every aspect that ``wanted`` names is the same here."""
        return all(getattr(wanted, aspect) in (None, getattr(self, aspect)) for aspect in Aspect)


assert [field.name for field in fields(Judgement)] == list(Aspect), "a judgement has one field for each aspect"


def judge(project: Project, photos: Iterable[int], said: Mapping[Aspect, str | None]) -> Change:
    """Says the given aspects of all photos, as one action; the others stay. None or "" takes one back."""
    values = {aspect: (value or "").strip() or None for aspect, value in said.items()}
    return project.record(
        {Key(photo, KIND, aspect): value for photo in photos for aspect, value in values.items()}, kind=KIND
    )


@told_if_damaged
def judgements(project: Project) -> dict[int, Judgement]:
    """Of all photos that something is said of."""
    said: dict[int, dict[str, str]] = defaultdict(dict)
    for key, value in project.facts(KIND).items():
        said[key.photo][key.item] = value
    return {photo: Judgement(**aspects) for photo, aspects in said.items()}


def in_use(project: Project, aspect: Aspect) -> list[str]:
    """The values that photos have, the most frequent first: to choose from while typing."""
    counts = Counter(value for key, value in project.facts(KIND).items() if key.item == aspect)
    return [value for value, _ in counts.most_common()]
