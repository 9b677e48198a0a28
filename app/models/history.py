"""The audit log in words: who did what when."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.numbers import decimal, moment
from core.project.audit import Entry, State

_WORDS = {
    "tag": QT_TRANSLATE_NOOP("history", "Tag"),
    "import tags": QT_TRANSLATE_NOOP("history", "Import of tags"),
    "threshold": QT_TRANSLATE_NOOP("history", "Threshold"),
    "reviewed": QT_TRANSLATE_NOOP("history", "Review"),
    "comment": QT_TRANSLATE_NOOP("history", "Note"),
    "correction": QT_TRANSLATE_NOOP("history", "Correction"),
    "ignore": QT_TRANSLATE_NOOP("history", "Region to ignore"),
    "crack": QT_TRANSLATE_NOOP("history", "Crack"),
    "judgement": QT_TRANSLATE_NOOP("history", "Judgement"),
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
    """One action of the history."""

    id: int
    when: str
    who: str
    what: str
    is_done: bool


def line(entry: Entry) -> Line:
    """An action in words."""
    count = len(entry.photos)
    where = QCoreApplication.translate("history", "%Ln photos", "", count)
    kind = QCoreApplication.translate("history", _WORDS.get(entry.kind, entry.kind.capitalize()))
    what = f"{kind}: {_said(entry)}"
    return Line(
        id=entry.id,
        when=moment(entry.when.astimezone()),
        who=entry.who,
        what=f"{what}, {where}" if count else what,
        is_done=entry.state is State.DONE,
    )


def _said(entry: Entry) -> str:
    """The new value where all photos got the same one."""
    values = {_short(value) for value in entry.after.values()}
    return values.pop() if len(values) == 1 else QCoreApplication.translate("history", "%Ln values", "", len(values))


def _short(value: object) -> str:
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
