"""The audit log in words: who did what when."""

from dataclasses import dataclass

from core.project.audit import Entry, State

_WORDS = {
    "tag": "Tag",
    "import tags": "Import of tags",
    "threshold": "Threshold",
    "reviewed": "Review",
    "comment": "Note",
    "correction": "Correction",
    "ignore": "Region to ignore",
    "crack": "Crack",
    "judgement": "Judgement",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One action of the history."""

    id: int
    when: str
    who: str
    what: str
    is_done: bool


def line(entry: Entry) -> Line:
    """An action in words."""
    count = len(entry.photos)
    where = f"{count:,} photos" if count != 1 else "1 photo"
    what = f"{_WORDS.get(entry.kind, entry.kind.capitalize())}: {_said(entry)}"
    return Line(
        id=entry.id,
        when=f"{entry.when.astimezone():%Y-%m-%d %H:%M:%S}",
        who=entry.who,
        what=f"{what}, {where}" if count else what,
        is_done=entry.state is State.DONE,
    )


def _said(entry: Entry) -> str:
    """The new value where all photos got the same one."""
    values = {_short(value) for value in entry.after.values()}
    return values.pop() if len(values) == 1 else f"{len(values)} values"


def _short(value: object) -> str:
    if value is None:
        return "taken back"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, dict):
        return str(value.get("text") or "set")[:40]
    return str(value).replace("_", " ") if isinstance(value, str) else "set"
