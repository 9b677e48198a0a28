"""Reviewed: somebody looked at a photo and stands by what is shown. Apart from the tag, which may be a guess."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.project.audit import Change, Key, now_utc
from core.project.database import told_if_damaged
from core.project.project import Project

KIND = "reviewed"


@dataclass(frozen=True, slots=True)
class Review:
    """Who accepted a photo, and when."""

    who: str
    when: datetime


def accept(project: Project, photos: Iterable[int]) -> Change:
    """Marks photos as reviewed by the project's user, as one action. Those reviewed already keep their reviewer."""
    known = reviews(project)
    value = {"who": project.user, "when": now_utc()}
    return project.record({Key(photo, KIND): value for photo in photos if photo not in known}, kind=KIND)


def withdraw(project: Project, photos: Iterable[int]) -> Change:
    """Takes the mark away, as one action."""
    return project.record(dict.fromkeys((Key(photo, KIND) for photo in photos), None), kind=KIND)


@told_if_damaged
def reviews(project: Project) -> dict[int, Review]:
    """The reviewed photos."""
    return {
        key.photo: Review(value["who"], datetime.fromisoformat(value["when"]))
        for key, value in project.facts(KIND).items()
    }


def progress(project: Project) -> tuple[int, int]:
    """How many of the photos that are there are reviewed, and how many are there."""
    known = reviews(project)
    photos = project.photos()
    return sum(row.id in known for row in photos), len(photos)
