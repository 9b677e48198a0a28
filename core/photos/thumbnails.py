"""Small pictures of photos, kept on disk between starts. Neither torch nor Qt.

A kept picture belongs to a path, size and time of change, so a changed photo gets a new one and the old one
falls to eviction. The cache may be deleted, damaged or unwritable at any time: that costs speed only.
"""

import hashlib
import logging
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import numpy as np
import platformdirs
from PIL import Image

from core.photos import reader
from core.photos.source import as_photo_errors
from core.project.files import is_left_behind
from core.values import RGB

CAP_BYTES: Final = 1 << 30
"""Room for about 100,000 pictures of 256 px."""

_QUALITY: Final = 85
_DAY_S: Final = 86_400
_LEFT_AFTER_EVICTION: Final = 0.8  # so that a full cache is not swept for every new picture

_log = logging.getLogger(__name__)


def user_folder() -> Path:
    """Where the user's thumbnails lie; the variable CRACK_REVIEW_HOME puts all that is the user's elsewhere."""
    override = os.environ.get("CRACK_REVIEW_HOME")
    base = Path(override) if override else platformdirs.user_cache_path("crack-review", appauthor=False)
    return base / "thumbnails"


class ThumbnailCache:
    """Thumbnails in ``folder``, at most ``cap_bytes`` of them. May be asked from several threads at once."""

    def __init__(self, folder: Path | None = None, *, cap_bytes: int = CAP_BYTES) -> None:
        self._folder = folder or user_folder()
        self._cap_bytes = cap_bytes
        self._used_bytes: int | None = None  # counted when the first picture is kept, not at start-up
        self._lock = threading.Lock()

    def thumbnail(self, path: Path, px: int) -> RGB:
        """The photo upright, (h, w, 3) uint8 with max(h, w) at most ``px``: kept if it was made before.

        Raises:
            PhotoError: the photo cannot be read. That is not kept: a repaired photo is read anew.
        """
        kept = self._place(path, px)
        found = _read(kept)
        if found is None:
            found = reader.read_reduced(path, px)
            self._keep(kept, found)
        return found

    def _place(self, path: Path, px: int) -> Path:
        with as_photo_errors(path):
            facts = path.stat()
        identity = f"\0{facts.st_size}\0{facts.st_mtime_ns}\0{px}".encode()
        key = hashlib.blake2b(os.fsencode(path.absolute()) + identity, digest_size=16).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.jpg"

    def _keep(self, kept: Path, rgb: RGB) -> None:
        try:
            size = _write(kept, rgb)
            with self._lock:
                self._count(size)
        except OSError as error:
            _log.warning("A thumbnail could not be kept in %s: %s", self._folder, error.strerror)

    def _count(self, added: int) -> None:
        if self._used_bytes is None:
            self._used_bytes = sum(facts.st_size for facts, _ in self._entries())
        else:
            self._used_bytes += added
        if self._used_bytes > self._cap_bytes:
            self._used_bytes = self._evict()

    def _evict(self) -> int:
        """Delete what was longest not looked at, and say how many bytes are left."""
        entries = sorted(self._entries(), key=lambda entry: entry[0].st_mtime_ns)
        left = sum(facts.st_size for facts, _ in entries)
        for facts, path in entries:
            if left <= self._cap_bytes * _LEFT_AFTER_EVICTION:
                break
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108 (no Path for each of 100,000 entries)
            left -= facts.st_size
        return left

    def _entries(self) -> Iterator[tuple[os.stat_result, str]]:
        for shelf in os.scandir(self._folder):
            for entry in os.scandir(shelf) if shelf.is_dir() else ():
                with suppress(FileNotFoundError):  # evicted by another window meanwhile
                    facts = entry.stat()
                    if entry.name.endswith(".part") and is_left_behind(facts):
                        os.unlink(entry.path)  # noqa: PTH108
                    else:
                        yield facts, entry.path


def _read(kept: Path) -> RGB | None:
    """The kept picture, or None where there is none or what is there is damaged."""
    try:
        with kept.open("rb") as file, Image.open(file, formats=("JPEG",)) as image:
            rgb = np.array(image.convert("RGB"))
        if time.time() - kept.stat().st_mtime > _DAY_S:
            os.utime(kept)  # in use; not for every look, as that would write to the disk each time
    except Exception:  # damaged in any way: made anew
        return None
    return rgb


def _write(kept: Path, rgb: RGB) -> int:
    """Keep a picture, whole or not at all, and say how many bytes it takes."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=kept.parent, suffix=".part", delete=False) as file:
        try:
            Image.fromarray(rgb).save(file, "JPEG", quality=_QUALITY)
            file.close()
            Path(file.name).replace(kept)
        except BaseException:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise
    return kept.stat().st_size
