"""Which files are photos, by name and attributes. Content decides how a file is read, not its name."""

import os
from typing import Final

SUFFIXES: Final = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".bmp", ".dib", ".heic", ".heif"}
)
"""Lower-case suffixes of the files that a folder lists. HEIC photos are listed even where the optional
extra that reads them is missing, so that they show up with a sentence instead of not at all."""

_WINDOWS_CLOUD: Final = 0x1000 | 0x40000 | 0x400000  # OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS
_MACOS_DATALESS: Final = 0x40000000  # SF_DATALESS


def is_in_cloud(facts: os.stat_result) -> bool:
    """Whether a file is a placeholder whose bytes would have to be fetched from a cloud store first."""
    windows = getattr(facts, "st_file_attributes", 0) & _WINDOWS_CLOUD
    macos = getattr(facts, "st_flags", 0) & _MACOS_DATALESS
    return bool(windows or macos)
