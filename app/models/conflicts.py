"""What a merge would do, in words: what is taken over, and what two inspectors see differently."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.models.history import kind_words, value_words
from app.numbers import moment, whole
from core.project.audit import WHOLE_PROJECT, Author, Key
from core.project.merge import Comparison, Conflict


@dataclass(frozen=True, slots=True)
class Row:
    """One conflict. ``photo`` is None where it is about the whole project."""

    key: Key
    photo: int | None
    where: str
    what: str
    ours: str
    theirs: str


def rows(comparison: Comparison) -> list[Row]:
    """The conflicts, photo by photo."""
    found = [_row(conflict) for conflict in comparison.conflicts]
    return sorted(found, key=lambda row: (row.photo is None, row.where, row.what))


def gains(comparison: Comparison) -> str:
    """What would be taken over without a question."""
    counted = Counter(key.kind for key in comparison.gains)
    if not counted:
        return QCoreApplication.translate("conflicts", "Nothing is taken over without a question.")
    listed = ", ".join(f"{whole(count)} × {kind_words(kind)}" for kind, count in counted.most_common())
    said = QCoreApplication.translate("conflicts", "Taken over, as nobody said anything of it here: {list}.")
    return said.format(list=listed)


def unknown(comparison: Comparison) -> str:
    """What cannot be taken over."""
    count = len(comparison.unknown)
    if not count:
        return ""
    return QCoreApplication.translate("conflicts", "%Ln of the other project's photos are not here.", "", count)


def _row(conflict: Conflict) -> Row:
    is_whole = conflict.key.photo == WHOLE_PROJECT
    place = conflict.key.item or QCoreApplication.translate("conflicts", "the whole project")
    return Row(
        key=conflict.key,
        photo=None if is_whole else conflict.key.photo,
        where=place if is_whole else conflict.path or "",
        what=kind_words(conflict.key.kind),
        ours=_side(conflict.ours, conflict.our_author),
        theirs=_side(conflict.theirs, conflict.their_author),
    )


def _side(said: object, author: Author | None) -> str:
    value = value_words(said)
    return value if author is None else f"{value} · {author.who}, {moment(author.when.astimezone())}"
