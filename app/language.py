"""The window in the user's language: English as the code has it, German and Spanish from ``resources/translations``.

How a sentence gets into the window:

- in a QObject ``self.tr("Look at %Ln photos", "", count)``, values with ``.format()`` after ``tr``, never an f-string;
- elsewhere ``QCoreApplication.translate("context", "…")``; constants are marked ``QT_TRANSLATE_NOOP("context", "…")``;
- rows of the declared tables (actions, settings, queues) are plain English and are translated where they are shown;
- sentences of ``core``, which knows no Qt, are recognised by their pattern: ``app.sentences``.

``python tests/translating.py`` collects them all into the ``.ts`` files, names what has no translation yet (write
it into the file or open it in Qt Linguist), and compiles the ``.qm`` files that the window reads.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

import resources

FOLDER = Path(resources.__file__).parent / "translations"
NAME = "crack-review"

# A language calls itself by its own name, whichever is in force.
LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch", "es": "Español"}


def spoken(wanted: str) -> str:
    """The language of the window for a setting: one of ``LANGUAGES``, or "system" for the nearest one."""
    if wanted in LANGUAGES:
        return wanted
    found = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in found if name in LANGUAGES), "en")


def install(parent: QObject, wanted: str) -> tuple[QTranslator, ...]:
    """From now on all that is built speaks ``wanted``; numbers and dates are written as one does there."""
    language = spoken(wanted)
    QLocale.setDefault(_locale(language))
    qt_files = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    files = (Path(qt_files) / f"qtbase_{language}.qm", FOLDER / f"{NAME}_{language}.qm")
    translators = tuple(_translator(file, parent) for file in files if file.is_file())
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    return translators


def remove(translators: tuple[QTranslator, ...]) -> None:
    """English again, as the code has it."""
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(QLocale("en_US"))


def language() -> str:
    """The language in force."""
    return QLocale().name().split("_")[0]


def _locale(language: str) -> QLocale:
    """The system's own where it has the language (Swiss German writes 1’234), else the language's first country."""
    system = QLocale.system()
    return system if system.name().split("_")[0] == language else QLocale({"en": "en_US"}.get(language, language))


def _translator(file: Path, parent: QObject) -> QTranslator:
    translator = _Translator(parent)
    # Qt would map the file, and an update or a network drive that vanishes would kill the program (SIGBUS).
    with suppress(OSError):  # no translation: English
        translator.content = file.read_bytes()
        translator.load(translator.content)
    return translator


class _Translator(QTranslator):
    content = b""
    """What Qt reads from as long as it lives."""
