"""Judgements learnt from names: "{structure}/{element} {location}/*" reads what folders are called.

A pattern is matched against the whole relative path, part by part. A name in braces takes any text within one
part, "*" takes any text within one part too and forgets it, "**" takes any number of parts.
"""

import re
from collections import defaultdict

from core.errors import ProjectError
from core.project.audit import WHOLE_PROJECT, Change, Key
from core.project.judgements import KIND as JUDGEMENT
from core.project.judgements import Aspect
from core.project.project import Project

KIND = "folder pattern"
_TOKEN = re.compile(r"\{(\w*)\}|\*\*/?|\*")


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression.

    Raises:
        ProjectError: it names nothing, something unknown, or something twice.
    """
    names = [match[1] for match in _TOKEN.finditer(pattern) if match[1] is not None]
    if not names or len(set(names)) < len(names) or not set(names) <= set(Aspect):
        known = ", ".join(f"{{{aspect}}}" for aspect in Aspect)
        raise ProjectError(f"A pattern names some of {known}, each once; {pattern!r} does not.")
    expression, end = "", 0
    for match in _TOKEN.finditer(pattern):
        expression += re.escape(pattern[end : match.start()]) + _expression(match)
        end = match.end()
    return re.compile(expression + re.escape(pattern[end:]), re.IGNORECASE)


def read(pattern: str, path: str) -> dict[Aspect, str]:
    """What a relative path says by ``pattern``; nothing where it does not match.

    Raises:
        ProjectError: see ``compiled``.
    """
    return _read(compiled(pattern), path)


def learn(project: Project, pattern: str) -> Change:
    """Keeps the pattern and judges all photos by it, as one action; what is said already stays.

    Raises:
        ProjectError: see ``compiled``.
    """
    expression = compiled(pattern)
    said: dict[int, set[str]] = defaultdict(set)
    for key in project.facts(JUDGEMENT):
        said[key.photo].add(key.item)
    values: dict[Key, str] = {Key(WHOLE_PROJECT, KIND): pattern}
    for row in project.photos():
        for aspect, value in _read(expression, row.path).items():
            if aspect not in said[row.id]:
                values[Key(row.id, JUDGEMENT, aspect)] = value
    return project.record(values, kind=KIND)


def pattern(project: Project) -> str | None:
    """The pattern that was learnt by last."""
    said = project.fact(Key(WHOLE_PROJECT, KIND))
    return None if said is None else str(said)


def _expression(match: re.Match[str]) -> str:
    if match[1] is not None:
        return f"(?P<{match[1]}>[^/]+?)"
    return {"*": "[^/]*", "**": ".*", "**/": "(?:.*/)?"}[match[0]]


def _read(expression: re.Pattern[str], path: str) -> dict[Aspect, str]:
    match = expression.fullmatch(path)
    if match is None:
        return {}
    return {Aspect(name): value.strip() for name, value in match.groupdict().items() if value.strip()}
