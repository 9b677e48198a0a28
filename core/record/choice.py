"""Which photos a record is made of."""

from collections.abc import Iterable
from enum import StrEnum

from core.errors import UsageError
from core.record.dossier import Dossier
from core.values import Tag


class Choice(StrEnum):
    """By what is said of them."""

    ALL = "all"
    CRACKED = "cracked"
    TAGGED = "tagged"
    REVIEWED = "reviewed"


def chosen(dossiers: Iterable[Dossier], choice: Choice) -> list[Dossier]:
    """Those of the photos that ``choice`` names. Raises UsageError where there is none."""
    found = [dossier for dossier in dossiers if _fits(dossier, choice)]
    if not found:
        raise UsageError(f"None of the photos is {choice}; tag or review some first, or take all of them.")
    return found


def _fits(dossier: Dossier, choice: Choice) -> bool:
    match choice:
        case Choice.CRACKED:
            return dossier.tag is Tag.CRACKED
        case Choice.TAGGED:
            return dossier.tag is not None
        case Choice.REVIEWED:
            return dossier.standing.review is not None
        case Choice.ALL:
            return True
