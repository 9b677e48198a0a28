"""What the user may set: one declared table; the dialog, the defaults and the file derive from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from app.language import LANGUAGES
from core.project.place import user_folder


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table.

    ``choices`` maps stored values to what the dialog calls them; ``least`` is what it calls the smallest number.
    """

    key: str
    default: Any
    label: str
    page: str
    hint: str = ""
    choices: Mapping[Any, str] | None = None
    minimum: float = 0
    maximum: float = 1_000_000
    unit: str = ""
    least: str = ""


_DEVICES = {
    "auto": "Choose automatically",
    "cpu": "Processor",
    "cuda": "NVIDIA graphics",
    "mps": "Apple graphics",
}
_SCHEMES = {"system": "Follow the system", "dark": "Dark", "light": "Light"}
_LANGUAGES = {"system": "Follow the system", **LANGUAGES}
_COLOURS = {"orange": "Orange", "blue": "Blue", "violet": "Violet"}

SETTINGS: tuple[Setting, ...] = (
    Setting("look/language", "system", "Language (from the next start)", "Look", choices=_LANGUAGES),
    Setting("look/scheme", "system", "Colours", "Look", choices=_SCHEMES),
    Setting("look/rows", False, "Photos as rows of words", "Look"),
    Setting("look/mask_colour", "orange", "Mask colour", "Look", choices=_COLOURS),
    Setting("look/mask_opacity", 60, "Mask opacity", "Look", minimum=10, maximum=100, unit=" %"),
    Setting(
        "review/auto_advance",
        True,
        "Go on to the next photo after a tag",
        "Review",
        "The next photo is the one that the filter shows.",
    ),
    Setting(
        "review/resume",
        True,
        "Open the last folder at start",
        "Review",
        "When the program starts without a folder.",
    ),
    Setting("work/device", "auto", "Compute on", "Machine", choices=_DEVICES),
    Setting(
        "work/threads",
        0,
        "Processor threads",
        "Machine",
        "Chosen automatically, the window stays responsive.",
        maximum=256,
        least="Automatic",
    ),
    Setting("work/predict_all", True, "Predict the whole folder in the background", "Machine"),
    Setting("work/cache_gib", 10, "Keep predictions up to", "Machine", minimum=1, maximum=1000, unit=" GiB"),
    Setting("work/notify", True, "Tell me on the desktop when long work ends", "Machine"),
)

BY_KEY: Mapping[str, Setting] = {setting.key: setting for setting in SETTINGS}
assert len(BY_KEY) == len(SETTINGS), "two settings share a key"


class Settings(QObject):
    """Reads and writes the table's values; remembers the window's own state beside them."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(str(user_folder() / "settings.ini"), QSettings.Format.IniFormat)

    def value(self, key: str) -> Any:
        """The set value of a row of the table, or its default where none of its kind is set."""
        default = BY_KEY[key].default
        stored = self._store.value(key)
        return default if stored is None else _converted(stored, default)

    def set_value(self, key: str, value: Any) -> None:
        """Change a row of the table and announce it."""
        if value != self.value(key):
            self._store.setValue(BY_KEY[key].key, value)
            self.changed.emit(key)

    def reset(self) -> None:
        """Go back to the table's defaults."""
        for setting in SETTINGS:
            self.set_value(setting.key, setting.default)

    def remembered(self, key: str, default: Any = None) -> Any:
        """What the window keeps for its next start: geometry, last folder, position."""
        return self._store.value(f"state/{key}", default)

    def remember(self, key: str, value: Any) -> None:
        """Keep something for the window's next start."""
        self._store.setValue(f"state/{key}", value)

    def shortcut(self, action_id: str) -> str | None:
        """The user's own keys for an action, "" for none, None where the table's keys hold."""
        stored = self._store.value(f"shortcuts/{action_id}")
        return None if stored is None else str(stored)

    def set_shortcut(self, action_id: str, keys: str | None) -> None:
        """Give an action other keys; None goes back to the table's."""
        if keys is None:
            self._store.remove(f"shortcuts/{action_id}")
        else:
            self._store.setValue(f"shortcuts/{action_id}", keys)
        self.changed.emit(f"shortcuts/{action_id}")

    def recent_folders(self) -> list[Path]:
        """The folders opened last, newest first."""
        stored = self._store.value("state/recent") or []
        paths = [Path(text) for text in ([stored] if isinstance(stored, str) else stored)]
        return [path for path in paths if path.is_dir()]

    def add_recent_folder(self, folder: Path) -> None:
        """Put a folder at the top of the recent ones."""
        others = [str(path) for path in self.recent_folders() if path != folder]
        self._store.setValue("state/recent", [str(folder), *others][:12])


def _converted(stored: Any, default: Any) -> Any:
    # An ini file holds text: "true", "10".
    try:
        if isinstance(default, bool):
            return stored if isinstance(stored, bool) else str(stored).lower() == "true"
        return type(default)(stored)
    except (TypeError, ValueError):
        return default
