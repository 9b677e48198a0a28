"""Comments: one for a photo, one for each of its cracks."""

from dataclasses import dataclass
from datetime import datetime

from core.project.audit import Change, Key, now_utc
from core.project.cracks import Anchor
from core.project.database import told_if_damaged
from core.project.project import Project

KIND = "comment"


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote. ``anchor`` names the crack, None the whole photo."""

    text: str
    who: str
    when: datetime
    anchor: Anchor | None = None


def comment(project: Project, photo: int, text: str, *, anchor: Anchor | None = None) -> Change:
    """Writes a comment in place of the one that is there; an empty one takes it away."""
    key = Key(photo, KIND, anchor.item if anchor else "")
    text = text.strip()
    before = project.fact(key)
    if before is not None and before["text"] == text:
        return Change(KIND)
    value = {"text": text, "who": project.user, "when": now_utc()} if text else None
    return project.record({key: value}, kind=KIND)


@told_if_damaged
def comments(project: Project, photo: int | None = None) -> dict[int, tuple[Comment, ...]]:
    """The comments of all photos or of one, that of the whole photo first."""
    found: dict[int, tuple[Comment, ...]] = {}
    for key, value in sorted(project.facts(KIND, photo).items()):
        written = Comment(
            text=value["text"],
            who=value["who"],
            when=datetime.fromisoformat(value["when"]),
            anchor=Anchor.of_item(key.item) if key.item else None,
        )
        found[key.photo] = (*found.get(key.photo, ()), written)
    return found
