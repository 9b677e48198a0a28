"""The search line: plain words and a few keys, such as ``pier tag:none score:>0.8 area:>1%``."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.item import Item
from core.errors import UsageError
from core.project.judgements import Aspect
from core.values import Tag

KEYS = (
    "tag:none",
    "tag:cracked",
    "tag:not",
    "tag:unsure",
    "score:>0.8",
    "score:<0.2",
    "area:>1%",
    "dice:<0.5",
    "is:contradicting",
    "is:changed",
    "is:reviewed",
    "is:unreviewed",
    "is:commented",
    "severity:CS3",
    "structure:none",
    "element:",
    "location:",
    "is:unreadable",
)

Test = Callable[[Item], bool]

_TAGS = {"none": None, "cracked": Tag.CRACKED, "not": Tag.NOT_CRACKED, "unsure": Tag.UNSURE}
_STATES: dict[str, Test] = {
    "contradicting": lambda item: item.contradicts,
    "changed": lambda item: item.is_changed,
    "reviewed": lambda item: item.is_reviewed,
    "unreviewed": lambda item: not item.is_reviewed,
    "commented": lambda item: bool(item.standing.comment),
    "unreadable": lambda item: bool(item.error),
}
_COMPARISONS = {">": operator.gt, "<": operator.lt, ">=": operator.ge, "<=": operator.le, "=": operator.eq}
_NUMBER = re.compile(r"(?P<how>>=|<=|>|<|=)?(?P<number>\d*\.?\d+)(?P<percent>%)?$")
_FIELDS = ("score", "area", "dice")
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Search:
    """All tests must hold."""

    tests: tuple[Test, ...] = ()

    def accepts(self, item: Item) -> bool:
        """Whether the photo is one of those that were asked for."""
        return all(test(item) for test in self.tests)


def parse(text: str) -> Search:
    """Read the line.

    Raises:
        UsageError: a key has a value that it does not know; the sentence says which it knows.
    """
    return Search(tuple(_test(word) for word in text.split()))


def without_begun_key(text: str) -> str:
    """The line while it is typed: a last word that is only the beginning of a key is not searched for yet."""
    before, _, last = text.rpartition(" ")
    is_begun = any(key.startswith(last) and (key != last or key.endswith(":")) for key in KEYS)
    return before if last and is_begun else text


def _test(word: str) -> Test:
    key, colon, value = word.partition(":")
    if colon and key in set(Aspect):
        return _judged(Aspect(key), value)
    if not colon or key not in ("tag", "is", *_FIELDS):
        return _named(word)
    if key == "tag":
        return _tagged(value)
    if key == "is":
        return _known(value, _STATES, "is")
    return _compared(key, value)


def _named(word: str) -> Test:
    folded = word.casefold()
    return lambda item: folded in item.path.casefold()


def _judged(aspect: Aspect, value: str) -> Test:
    """Judgements of several words are searched with "_" between them; a severity is one code, whole."""
    wanted = value.replace("_", " ").casefold()

    def test(item: Item) -> bool:
        said = (getattr(item.standing.judgement, aspect) or "").casefold()
        if wanted == _NONE:
            return not said
        return said == wanted if aspect is Aspect.SEVERITY and wanted else bool(said) and wanted in said

    return test


def _tagged(value: str) -> Test:
    tag = _known(value, _TAGS, "tag")
    return lambda item: item.tag is tag


def _known(value: str, table: dict, key: str) -> object:
    if value not in table:
        known = QCoreApplication.translate("search", "“{key}:” is followed by one of {words}, not by “{value}”.")
        raise UsageError(known.format(key=key, words=", ".join(table), value=value))
    return table[value]


def _compared(key: str, value: str) -> Test:
    found = _NUMBER.match(value)
    if found is None:
        sentence = QCoreApplication.translate(
            "search", "“{key}:” is followed by a comparison such as >0.8 or <5%, not by “{value}”."
        )
        raise UsageError(sentence.format(key=key, value=value))
    compare = _COMPARISONS[found["how"] or "="]
    bound = float(found["number"]) / (100 if found["percent"] else 1)

    def test(item: Item) -> bool:
        shown = getattr(item, key)
        return shown is not None and compare(shown, bound)

    return test
