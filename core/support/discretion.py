"""Takes out of a text what says whose machine it comes from: folders, the user's and the machine's name."""

import getpass
import platform
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import resources

_SHORTEST_NAME = 3  # "al" would be found in half of all words

_PART = r"[^/\\\n\"'“”‘’<>|:;*?]+"
# Folders that nobody named before: /mnt/Bridge 7/, C:\Users\ana\, \\server\share\, also with doubled backslashes, and
# file:///home/ana/.
_FOLDERS = re.compile(
    rf"\bfile:/+(?:<\w+>/+|[A-Za-z]:/+)?(?:{_PART}/)*"
    rf"|(?:(?<![\w.<>/~-])|<home>|<temp>|<folder>)/(?:{_PART}/)+"
    rf"|(?:\b[A-Za-z]:|<home>|<temp>|<folder>)\\+(?:{_PART}\\+)*"
    rf"|\\\\+(?:{_PART}\\+)+"
)


class Discretion:
    """Knows what to hide. ``folders`` are those of the user's photos, each of which becomes ``<folder>``."""

    def __init__(self, *, folders: Iterable[Path] = ()) -> None:
        found = [*_places(), *((str(folder), "<folder>") for folder in folders)]
        # The longest first, so that a folder in the home is not told as <home>/its name.
        self._places = sorted((pair for place in found for pair in _spellings(place)), key=_longest, reverse=True)
        self._names = [(_word(name), word) for name, word in _names() if len(name) >= _SHORTEST_NAME]

    def over(self, text: str) -> str:
        """``text`` without them; what is left of a path is the file's own name, and folders inside the program."""
        for place, word in self._places:
            text = text.replace(place, word)
        text = _FOLDERS.sub("<folder>/", text)
        for name, word in self._names:
            text = name.sub(word, text)
        return text


def _places() -> Iterator[tuple[str, str]]:
    yield str(Path(resources.__file__).parents[1]), "<program>"
    yield tempfile.gettempdir(), "<temp>"
    with suppress(RuntimeError):  # a user without a home
        yield str(Path.home()), "<home>"


def _names() -> Iterator[tuple[str, str]]:
    with suppress(OSError, KeyError, ImportError):  # a user whom the system does not know
        yield getpass.getuser(), "<user>"
    yield platform.node(), "<machine>"


def _spellings(place: tuple[str, str]) -> list[tuple[str, str]]:
    """As the system writes it, as a ``repr`` does, and as settings files do."""
    path, word = place
    return [(each, word) for each in {path, path.replace("\\", "\\\\"), path.replace("\\", "/")} if len(each) > 1]


def _longest(place: tuple[str, str]) -> int:
    return len(place[0])


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
