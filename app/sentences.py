"""What ``core`` says, in the user's language.

Core knows no Qt: its sentences come finished and in English. They are recognised by their pattern, which
``tests/translating.py`` reads from core's own code; what is not recognised stays English.
"""

import re
from functools import cache
from xml.etree import ElementTree as ET

from app.language import FOLDER, NAME, language

_VALUE = re.compile(r"\{(\d+)\}")


def told(sentence: str) -> str:
    """A sentence of core as the user reads it."""
    for pattern, translation in _patterns(language()):
        found = pattern.fullmatch(sentence)
        if found is not None:
            return translation.format("", *map(told, found.groups()))
    return sentence


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The most telling first: those with the most words of their own."""
    file = FOLDER / f"{NAME}_{language}.ts"
    if language == "en" or not file.is_file():
        return ()
    contexts = (each for each in ET.parse(file).getroot().iter("context") if each.findtext("name") == "core")
    pairs = [
        (message.findtext("source") or "", message.findtext("translation") or "")
        for context in contexts
        for message in context.iter("message")
    ]
    pairs.sort(key=lambda pair: -len(_VALUE.sub("", pair[0])))
    return tuple((_compiled(source), translation) for source, translation in pairs if translation)


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(map(re.escape, _VALUE.split(source)[::2])), re.DOTALL)
