"""The texts of a support bundle: read on the screen first, then written as one file that the user sends or does not."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from core.errors import ExportError
from core.project.files import write_atomically
from core.project.place import user_folder
from core.support.discretion import Discretion
from core.support.facts import facts

Papers = Mapping[str, str]

LOG_FOLDER = "log"
_SETTINGS = "settings.ini"
# What the window remembers for its next start: folders above all.
_STATE = "[state]"
_NEWEST_BYTES = 1_000_000


def papers() -> Papers:
    """Name and text of each: facts, settings, logs, crash reports. No photo, no mask, no tag, no network."""
    home = user_folder()
    settings = _read(home / _SETTINGS)
    discretion = Discretion(folders=_folders(settings))
    found = {"about.json": json.dumps(facts(), indent=2, ensure_ascii=False), _SETTINGS: _without_state(settings)}
    logs = sorted(path for path in (home / LOG_FOLDER).glob("*") if path.is_file())
    found |= {f"{LOG_FOLDER}/{path.name}": _read(path) for path in logs}
    return {name: discretion.over(text) for name, text in found.items() if text}


def write(file: Path, texts: Papers) -> None:
    """One zip of them. Raises ExportError."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in texts.items():
            bundle.writestr(name, text)
    try:
        write_atomically(file, packed.getvalue())
    except OSError as error:
        raise ExportError(f"The bundle cannot be written to {file}: {error.strerror}; choose another place.") from error


def _read(path: Path) -> str:
    """The end of a text file; "" for one that cannot be read."""
    try:
        return path.read_bytes()[-_NEWEST_BYTES:].decode("utf-8", "replace")
    except OSError:
        return ""


def _sections(settings: str) -> Iterator[str]:
    """An ini file, a section at a time."""
    yield from (part for part in re.split(r"(?m)^(?=\[)", settings) if part.strip())


def _without_state(settings: str) -> str:
    return "".join(part for part in _sections(settings) if not part.startswith(_STATE))


def _folders(settings: str) -> set[Path]:
    """Every absolute path that the window remembers."""
    state = "".join(part for part in _sections(settings) if part.startswith(_STATE)).replace("\\\\", "\\")
    values = re.split(r"[=,\n]", state)
    return {Path(value) for value in (each.strip().strip('"') for each in values) if Path(value).is_absolute()}
