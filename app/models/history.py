"""The audit log in words: who did what when."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.numbers import decimal, moment
from core.project.audit import Entry, State

_WORDS = {
    "tag": QT_TRANSLATE_NOOP("history", "Tag"),
    "import tags": QT_TRANSLATE_NOOP("history", "Import of tags"),
    "import masks": QT_TRANSLATE_NOOP("history", "Import of masks"),
    "threshold": QT_TRANSLATE_NOOP("history", "Threshold"),
    "reviewed": QT_TRANSLATE_NOOP("history", "Review"),
    "comment": QT_TRANSLATE_NOOP("history", "Note"),
    "correction": QT_TRANSLATE_NOOP("history", "Correction"),
    "ignore": QT_TRANSLATE_NOOP("history", "Region to ignore"),
    "crack": QT_TRANSLATE_NOOP("history", "Crack"),
    "judgement": QT_TRANSLATE_NOOP("history", "Judgement"),
    "scale": QT_TRANSLATE_NOOP("history", "Scale"),
    "camera scale": QT_TRANSLATE_NOOP("history", "Scale of a camera"),
    "severity scale": QT_TRANSLATE_NOOP("history", "Scale of severity"),
    "folder pattern": QT_TRANSLATE_NOOP("history", "Names of folders"),
    "merge": QT_TRANSLATE_NOOP("history", "Merge"),
}

_VALUES = {
    "cracked": QT_TRANSLATE_NOOP("history", "cracked"),
    "not_cracked": QT_TRANSLATE_NOOP("history", "not cracked"),
    "unsure": QT_TRANSLATE_NOOP("history", "unsure"),
    "accepted": QT_TRANSLATE_NOOP("history", "accepted"),
    "rejected": QT_TRANSLATE_NOOP("history", "rejected"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One action of the history. ``photo`` is the first that it changed, None where it is about the whole project."""

    id: int
    photo: int | None
    when: str
    who: str
    what: str
    is_done: bool


def line(entry: Entry, name_of: Callable[[int], str]) -> Line:
    """An action in words."""
    return Line(
        id=entry.id,
        photo=entry.photos[0] if entry.photos else None,
        when=moment(entry.when.astimezone()),
        who=entry.who,
        what=" · ".join(filter(None, (f"{kind_words(entry.kind)}: {_said(entry)}", _where(entry, name_of)))),
        is_done=entry.state is State.DONE,
    )


def _where(entry: Entry, name_of: Callable[[int], str]) -> str:
    """The photo by its name, several by their number."""
    if len(entry.photos) == 1:
        return name_of(entry.photos[0])
    return QCoreApplication.translate("history", "%Ln photos", "", len(entry.photos)) if entry.photos else ""


def kind_words(kind: str) -> str:
    """What a kind of statement or of action is called."""
    return QCoreApplication.translate("history", _WORDS.get(kind, kind.capitalize()))


def _said(entry: Entry) -> str:
    """The new value where all photos got the same one."""
    values = {value_words(value) for value in entry.after.values()}
    return values.pop() if len(values) == 1 else QCoreApplication.translate("history", "%Ln values", "", len(values))


def value_words(value: object) -> str:
    """What was said, as short as can be."""
    if value is None:
        return QCoreApplication.translate("history", "taken back")
    if isinstance(value, float):
        return decimal(value, 2)
    if isinstance(value, dict):
        return str(value.get("text") or _set())[:40]
    return _word(value) if isinstance(value, str) else _set()


def _set() -> str:
    return QCoreApplication.translate("history", "set")


def _word(value: str) -> str:
    """Words that the program itself writes are translated, names that somebody gave are not."""
    return QCoreApplication.translate("history", _VALUES[value]) if value in _VALUES else value.replace("_", " ")
