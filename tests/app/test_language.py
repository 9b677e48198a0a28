"""Every sentence of the window exists in every language, and nothing goes around the translation."""

import ast
import re
import string
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from app import actions, language, numbers, plots, sentences
from app.durations import span
from app.failures import describe
from app.models import version_facts
from core.errors import PhotoError
from core.measure.classes import WidthClasses
from core.photos.source import MAX_PIXELS
from core.values import ModelVersion
from tests import translating
from tests.translating import Message

FOREIGN = [name for name in language.LANGUAGES if name != "en"]

# Names, formats and file contents: texts with words in them that nobody translates.
NO_WORDS = {
    "Crack Review",
    " – Crack Review",
    "<h2>Crack Review ",
    "Fusion",
    "PSF-2.0",
    "Python",
    "GeoJSON",
    "LabelMe",
    "YOLO-seg",
    "%(asctime)s %(levelname)s %(name)s: %(message)s",
    "{structure}/{element} {location}/*",
    " px · ",
    *language.LANGUAGES.values(),
}


@pytest.fixture(params=FOREIGN)
def foreign(request, qapp):
    translators = language.install(qapp, request.param)
    yield request.param
    language.remove(translators)


@pytest.mark.parametrize("name", FOREIGN)
def test_every_sentence_is_translated(name):
    catalogue = translating.read(name)
    assert set(catalogue.known) == set(translating.messages()), "run: python tests/translating.py"
    assert not catalogue.missing()


def test_english_has_a_singular_where_something_is_counted():
    catalogue = translating.read("en")
    assert set(catalogue.known) == {message for message in translating.messages() if message.is_plural}
    assert not catalogue.missing()


@pytest.mark.parametrize("name", list(language.LANGUAGES))
def test_the_window_reads_what_the_translation_files_say(name, tmp_path):
    fresh = translating.compile_into(tmp_path, name)
    assert fresh.read_bytes() == (language.FOLDER / fresh.name).read_bytes(), "run: python tests/translating.py"


@pytest.mark.parametrize("name", list(language.LANGUAGES))
def test_values_keep_their_places(name):
    for message, forms in translating.read(name).known.items():
        for number, form in enumerate(forms):
            wanted, found = places(message.source), places(form)
            # "One photo" needs no number; the plural does.
            is_singular = message.is_plural and number == 0
            found_enough = found >= wanted or (is_singular and found | Counter(["%Ln"]) >= wanted)
            assert found_enough and not found - wanted, f"{name}: {message.source!r} became {form!r}"


def places(text: str) -> Counter:
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    return Counter([*names, *re.findall(r"%Ln", text)])


@pytest.mark.parametrize("name", FOREIGN)
def test_tags_of_rich_text_stay(name):
    for message, forms in translating.read(name).known.items():
        for form in forms:
            assert re.findall(r"<[^>]+>", form) == re.findall(r"<[^>]+>", message.source) or "<5%" in form, form


def test_keys_are_called_as_on_the_keyboard():
    german = [form for forms in translating.read("de").known.values() for form in forms]
    assert not [form for form in german if "Ctrl" in form or "Space" in form]
    assert any("Strg+O" in form for form in german)


def test_each_menu_opens_with_a_letter_of_its_own(foreign):
    words = [actions.menu_words(title) for title in actions.MENUS]
    letters = [word[word.index("&") + 1].casefold() for word in words]
    assert len(set(letters)) == len(letters), words


def test_no_two_actions_are_called_the_same(foreign):
    named = Counter((spec.menu, actions.words_of(spec)) for spec in actions.ACTIONS)
    assert not [name for name, count in named.items() if count > 1]


# Around the translation


def test_no_text_goes_around_the_translation():
    known = known_texts()
    found = [
        f"{path}:{node.lineno}: {node.value!r}"
        for path, tree in translating.trees("app")
        for node in untranslated(tree)
        if node.value not in known
    ]
    assert not found, "\n".join(found)


def known_texts() -> set[str]:
    """Rows of the declared tables are translated where they are shown, and so is what long work says."""
    keys = {keys for spec in actions.ACTIONS for keys in spec.keys}
    return NO_WORDS | keys | {message.source for message in translating.messages()}


def untranslated(tree: ast.Module):
    """Constants that look like words for the user and stand where the user could meet them."""
    silent = {id(part) for node in ast.walk(tree) for part in not_shown(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            has_words = re.search(r"[A-Za-z]{2,}", node.value) and not re.match(r"[A-Z]+$|<span", node.value)
            if has_words and (" " in node.value.strip() or "…" in node.value or node.value[:1].isupper()):
                yield node


def not_shown(node: ast.AST):
    """Docstrings, what a bug says, type names, lists of names, and what goes through the translation."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return [node.value]
    if isinstance(node, ast.Raise | ast.Assert | ast.AnnAssign | ast.arg | ast.FunctionDef):
        return annotations(node)
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").startswith(("__all__", "_MEMORY_WORDS")):
        return ast.walk(node)
    if isinstance(node, ast.keyword) and node.arg == "context":
        return [node.value]
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("_log."):
        return ast.walk(node)
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key is not None]
    is_translated = isinstance(node, ast.Call) and called(node) in ("tr", "translate", "QT_TRANSLATE_NOOP", "TypeVar")
    return [part for argument in node.args for part in ast.walk(argument)] if is_translated else []


def annotations(node: ast.AST):
    if isinstance(node, ast.Raise):
        return ast.walk(node)
    if isinstance(node, ast.Assert):
        return ast.walk(node.msg) if node.msg is not None else []
    said = node.returns if isinstance(node, ast.FunctionDef) else node.annotation
    return ast.walk(said) if said is not None else []


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Look here")',
        'label.setText(f"{count} photos of this")',
        'self.told.emit("Done.")',
    ],
)
def test_a_text_for_the_user_without_translation_is_found(code):
    assert list(untranslated(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'label.setText(self.tr("Look here"))',
        'QCoreApplication.translate("durations", "under a minute")',
        '"""Look here."""',
        'raise ValueError("A map needs its photo.")',
        'widget.setObjectName("queue_bar")',
        '_log.warning("Nobody sees this")',
    ],
)
def test_a_text_that_nobody_sees_or_that_is_translated_is_left_alone(code):
    assert not list(untranslated(ast.parse(code)))


# What is read


def test_counting_follows_the_language(foreign):
    one, many = (QCoreApplication.translate("PhotoGrid", "%Ln photos", "", count) for count in (1, 12345))
    assert (one, many) == {"de": ("1 Foto", "12.345 Fotos"), "es": ("1 foto", "12.345 fotos")}[foreign]


def test_english_counts_too(qapp):
    translators = language.install(qapp, "en")
    try:
        texts = [QCoreApplication.translate("PhotoGrid", "%Ln photos", "", count) for count in (1, 12345)]
        assert texts == ["1 photo", "12,345 photos"]
        assert span(60) == "about a minute"
    finally:
        language.remove(translators)


def test_numbers_and_dates_are_written_as_in_the_language(foreign):
    when = datetime(2026, 11, 23, 9, 30)
    assert (numbers.decimal(0.614, 2), numbers.decimal(1.5, 1, is_signed=True)) == ("0,61", "+1,5")
    assert numbers.moment(when) == {"de": "23.11.2026 09:30", "es": "23/11/2026 9:30"}[foreign]


def test_width_classes_and_figures_of_a_version_speak_the_language(foreign):
    assert [numbers.localised(f"{name} mm") for name in WidthClasses().names][:2] == ["< 0,1 mm", "0,1–0,2 mm"]
    figures = {"clean_false_alarm": 0.01, "painted_dice": 0.61, "painted_dice_at_half": 0.6, "tag_auroc": 0.97}
    version = ModelVersion("0", Path("a"), "A", 0.5, metadata={"figures": figures})
    assert (
        version_facts.figures(version)
        == {
            "de": "Dice auf gemalten Rissen 0,610, AUROC der Markierungen 0,970",
            "es": "Dice en fisuras pintadas 0,610, AUROC de las etiquetas 0,970",
        }[foreign]
    )


def test_axes_of_plots_write_numbers_as_in_the_language_and_as_they_are(foreign):
    axis = plots.axes()["left"]
    assert axis.tickStrings([0.5, 1.0], 1, 0.5) == ["0,5", "1,0"]
    assert axis.autoSIPrefix is False


def test_after_a_window_in_another_language_english_is_back(qapp):
    language.remove(language.install(qapp, "de"))
    assert numbers.decimal(0.614, 2) == "0.61"
    assert QCoreApplication.translate("Parts", "Recent folders") == "Recent folders"
    assert numbers.moment(datetime(2026, 3, 4, 9, 30)) == "2026-03-04 09:30"


def test_qts_own_buttons_speak_the_language(foreign):
    cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert cancel == {"de": "Abbrechen", "es": "Cancelar"}[foreign]


@pytest.mark.parametrize(
    ("system", "spoken"),
    [(["de-CH", "en-GB"], "de"), (["fr-FR", "es-MX"], "es"), (["fr-FR"], "en"), ([], "en"), (["C"], "en")],
)
def test_the_system_chooses_the_nearest_language(monkeypatch, system, spoken):
    class Pretended:
        def uiLanguages(self):  # noqa: N802 - Qt's name
            return system

    monkeypatch.setattr(QLocale, "system", staticmethod(Pretended))
    assert language.spoken("system") == spoken


@pytest.mark.parametrize("wanted", language.LANGUAGES)
def test_a_language_that_is_set_is_spoken(wanted):
    assert language.spoken(wanted) == wanted


# What core says


def test_a_sentence_of_core_is_told_with_its_values(foreign):
    english = f"pier 3.jpg has 90,000 x 80,000 pixels, more than the limit of {MAX_PIXELS // 10**6} megapixels"
    told = describe(PhotoError(english + "; cut it into parts or reduce it.")).message
    assert told.startswith({"de": "pier 3.jpg hat 90,000 x 80,000 Pixel", "es": "pier 3.jpg tiene 90,000 x"}[foreign])


def test_a_sentence_inside_a_sentence_is_told_too(foreign):
    inner = "x.jpg should be a photo and is an empty file; copy it again."
    told = sentences.told(f"The run's state cannot be kept. {inner}")
    assert "empty" not in told and "x.jpg" in told


def test_a_sentence_that_nobody_knows_stays(foreign):
    assert sentences.told("The moon is full.") == "The moon is full."


def test_in_english_core_is_quoted(qapp):
    assert sentences.told("x should be a photo and is an empty file; copy it again.").startswith("x should be")


def test_a_mistake_in_collecting_is_seen():
    tree = ast.parse('class Bar:\n    def say(self):\n        self.tr(f"{count} photos")')
    with pytest.raises(AssertionError, match="f-string"):
        translating._Calls(translating.ROOT / "app").of(tree)


def test_progress_with_numbers_in_it_is_translated(foreign):
    told = sentences.told("Looking for clean surface (3 of 89)")
    assert (
        told
        == {"de": "Rissfreie Flächen werden gesucht (3 von 89)", "es": "Buscando superficie sin fisuras (3 de 89)"}[
            foreign
        ]
    )


def test_sentences_of_core_are_found_with_places_for_their_values():
    tree = ast.parse('def f():\n    raise PhotoError(f"{name} is {size} long; cut it.")')
    assert list(translating._sentences(tree)) == ["{1} is {2} long; cut it."]
    assert Message("core", "{1} should be a photo and is an empty file; copy it again.") in translating.messages()


def test_a_translation_that_is_overwritten_while_it_is_used_does_no_harm(qapp, tmp_path):
    file = tmp_path / "words.qm"
    file.write_bytes((language.FOLDER / f"{language.NAME}_de.qm").read_bytes())
    translator = language._translator(file, qapp)
    before = translator.translate("TaskBar", "Cancel")
    file.write_bytes(b"")  # as an update does it; a file that Qt had mapped would be gone under it
    assert translator.translate("TaskBar", "Cancel") == before != ""
