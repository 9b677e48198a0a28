"""Collects every sentence of the window into the translation files, says what is missing, and compiles them.

    uv run python tests/translating.py

Qt's own lupdate is not used: it knows neither the declared tables nor the sentences of ``core`` with their values.
"""

import ast
import builtins
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

from app import actions, settings
from app.language import FOLDER, LANGUAGES, NAME
from app.models import queues

ROOT = Path(__file__).parents[1]
CORE = "core"
FORMS = 2
# The command line is in English, and a report speaks the language that it is written in, not the window's.
NO_SENTENCES = ("core/commands", "core/cli", "core/report/texts")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """What is translated: ``meaning`` tells two uses of the same words apart."""

    context: str
    source: str
    meaning: str = ""
    is_plural: bool = False


@dataclass(slots=True)
class Catalogue:
    """The translations of one language; plural messages have several forms."""

    language: str
    known: dict[Message, tuple[str, ...]] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        return FOLDER / f"{NAME}_{self.language}.ts"

    def missing(self) -> list[Message]:
        return [message for message, forms in self.known.items() if not all(forms)]


@cache
def messages() -> list[Message]:
    """Every sentence that the window can show, in the order of their contexts."""
    found = {*_declared(), *_written(), *_of_core()}
    return sorted(found)


def of_language(language: str) -> list[Message]:
    """English needs its plural forms only."""
    return [message for message in messages() if language != "en" or message.is_plural]


def read(language: str) -> Catalogue:
    """The translations as they lie in the file."""
    catalogue = Catalogue(language)
    if catalogue.file.is_file():
        for context in ET.parse(catalogue.file).getroot().iter("context"):
            name = context.findtext("name") or ""
            for element in context.iter("message"):
                message, forms = _parsed(name, element)
                catalogue.known[message] = forms
    return catalogue


def brought_up_to_date(catalogue: Catalogue) -> Catalogue:
    """The same with today's sentences; the same words elsewhere lend their translation."""
    elsewhere = {(each.source, each.meaning, each.is_plural): forms for each, forms in catalogue.known.items()}
    fresh = Catalogue(catalogue.language)
    for message in of_language(catalogue.language):
        forms = catalogue.known.get(message) or ()
        if not forms or not all(forms):
            forms = elsewhere.get((message.source, message.meaning, message.is_plural), ())
        count = FORMS if message.is_plural else 1
        fresh.known[message] = forms if len(forms) == count else ("",) * count
    return fresh


def write(catalogue: Catalogue) -> None:
    """Keep the file, in an order that does not change."""
    root = ET.Element("TS", version="2.1", language=catalogue.language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for message, forms in sorted(catalogue.known.items()):
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        contexts[message.context].append(_element(message, forms))
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    catalogue.file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def compile_into(folder: Path, language: str) -> Path:
    """The binary file that the window reads."""
    program = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    source, target = FOLDER / f"{NAME}_{language}.ts", folder / f"{NAME}_{language}.qm"
    subprocess.run([str(program), "-silent", str(source), "-qm", str(target)], check=True)
    return target


def main() -> int:
    """Exit code 1 while something has no translation."""
    is_complete = True
    for language in LANGUAGES:
        catalogue = brought_up_to_date(read(language))
        write(catalogue)
        compile_into(FOLDER, language)
        for message in catalogue.missing():
            is_complete = False
            print(f"{language}: {message.context}: {message.source}")
    return 0 if is_complete else 1


# What the tables declare


def _declared() -> Iterator[Message]:
    for title in actions.MENUS:
        yield Message("menus", title)
    for spec in actions.ACTIONS:
        yield from _each("actions", (spec.text, spec.hint))
    for row in settings.SETTINGS:
        yield from _each("settings", (row.page, row.label, row.hint, row.least, *_choices(row)))
    for queue in (*queues.QUEUES, queues.Queue("", "", bool)):
        yield from _each("queues", (queue.title, queue.empty))
    yield from _each("queues", (title for title, _ in queues.SORTS.values()))


def _choices(row: settings.Setting) -> tuple[str, ...]:
    names = tuple((row.choices or {}).values())
    return tuple(name for name in names if name not in LANGUAGES.values())


def _each(context: str, sources: Iterable[str]) -> Iterator[Message]:
    return (Message(context, source) for source in sources if source)


# What the code says


def trees(folder: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every module below a folder of the repository."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield path.relative_to(ROOT), _tree(path)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _written() -> Iterator[Message]:
    for path, tree in trees("app"):
        yield from _Calls(path).of(tree)


class _Calls(ast.NodeVisitor):
    """tr("…"), translate("context", "…") and QT_TRANSLATE_NOOP("context", "…")."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._classes: list[str] = []
        self._kinds: dict[str, str] = {"window": "MainWindow"}
        self._found: list[Message] = []

    def of(self, tree: ast.Module) -> list[Message]:
        self.visit(tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for argument in (*node.args.args, *node.args.kwonlyargs):
            self._kinds[argument.arg] = ast.unparse(argument.annotation) if argument.annotation else ""
        self.generic_visit(node)

    def _context(self, asked: ast.expr) -> str:
        """The class of the object whose ``tr`` is called: this one, or the one that a function was given."""
        name = ast.unparse(asked)
        return self._classes[-1] if name == "self" else self._kinds.get(name) or name.capitalize()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr":
            self._take(node, self._context(node.func.value), node.args)
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1 and _text(node.args[0]):
            self._take(node, _text(node.args[0]), node.args[1:])
        self.generic_visit(node)

    def _take(self, node: ast.Call, context: str, arguments: list[ast.expr]) -> None:
        source = _text(arguments[0])
        if source is None:
            assert not isinstance(arguments[0], ast.JoinedStr), f"{self._path}:{node.lineno}: an f-string in tr"
            return
        meaning = _text(arguments[1]) if len(arguments) > 1 else ""
        is_plural = len(arguments) > 2 or any(keyword.arg == "n" for keyword in node.keywords)
        self._found.append(Message(context, source, meaning or "", is_plural))


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


# What core says


def _of_core() -> Iterator[Message]:
    for path, tree in (*trees("core"), *trees("app")):
        yield from (Message(CORE, words) for words in _progress(tree))
        if path.parts[0] == "core" and not path.as_posix().startswith(NO_SENTENCES):
            yield from (Message(CORE, pattern) for pattern in _sentences(tree))


def _progress(tree: ast.Module) -> Iterator[str]:
    """What long work says it is doing."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Progress")
    for words in (part for call in calls for argument in call.args[2:3] for part in _choices_of(argument)):
        pattern = _pattern(words) or ""
        if re.search("[A-Za-z]{2,}", pattern):
            yield pattern


def _choices_of(node: ast.expr) -> tuple[ast.expr, ...]:
    return (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Patterns of what is raised, and of every text that looks like a sentence; values are {1}, {2}."""
    raised = {id(part) for node in ast.walk(tree) if _is_for_the_user(node) for part in ast.walk(node)}
    silent = {id(part) for node in ast.walk(tree) for part in _silent_parts(node)}
    for node in ast.walk(tree):
        pattern = None if id(node) in silent else _pattern(node)
        is_sentence = pattern and pattern.endswith(".") and re.match(r"[A-Z{]", pattern) and "SELECT" not in pattern
        if pattern and len(re.findall(r"[A-Za-z]{2,}", pattern)) > 2 and (id(node) in raised or is_sentence):
            yield pattern


def _is_for_the_user(node: ast.AST) -> bool:
    """Whether it raises the world's fault; Python's own exceptions are bugs."""
    return isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and not _is_of_python(node.exc)


def _is_of_python(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and hasattr(builtins, call.func.id)


def _silent_parts(node: ast.AST) -> Iterable[ast.AST]:
    """Docstrings, texts inside an f-string (it is taken whole), what is logged, and what a bug says."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return (node.value,)
    if isinstance(node, ast.JoinedStr):
        return node.values
    is_bug = isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and _is_of_python(node.exc)
    is_logged = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and "_log" in ast.unparse(node.func)
    return ast.walk(node) if is_bug or is_logged else ()


def _pattern(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    numbers = iter(range(1, 100))
    return "".join(part.value if isinstance(part, ast.Constant) else f"{{{next(numbers)}}}" for part in node.values)


# The files


def _parsed(context: str, element: ET.Element) -> tuple[Message, tuple[str, ...]]:
    is_plural = element.get("numerus") == "yes"
    source, meaning = element.findtext("source") or "", element.findtext("comment") or ""
    translation = element.find("translation")
    assert translation is not None, f"{source!r} has no place for a translation"
    forms = [form.text or "" for form in translation.iter("numerusform")] if is_plural else [translation.text or ""]
    return Message(context, source, meaning, is_plural), tuple(forms)


def _element(message: Message, forms: tuple[str, ...]) -> ET.Element:
    element = ET.Element("message", {"numerus": "yes"} if message.is_plural else {})
    ET.SubElement(element, "source").text = message.source
    if message.meaning:
        ET.SubElement(element, "comment").text = message.meaning
    translation = ET.SubElement(element, "translation", {} if all(forms) else {"type": "unfinished"})
    if message.is_plural:
        for form in forms:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0]
    return element


if __name__ == "__main__":
    sys.exit(main())
