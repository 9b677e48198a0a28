"""Maps on disk: lossless, written whole or not at all, capped in size. Torch-free.

One file a map: magic, length and checksum of a JSON header, the header (score, histogram, size), the map as
PNG, which checks itself. The header is read without decoding the pixels, so a list of 10,000 photos gets its
scores quickly.
"""

import hashlib
import json
import os
import struct
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from core.project.files import sweep
from core.score.counts import histogram
from core.values import Prediction

FORMAT_VERSION = 2
_MAGIC = b"CRKMAP02"
_SUFFIX = ".crackmap"
DEFAULT_CAP_BYTES = 4 * 2**30
_PREFIX = struct.Struct("<8sII")  # magic, length of the header, its CRC-32
_HEADER_LIMIT_BYTES = 1 << 14
# What reading foreign bytes as a map may throw.
_DAMAGE = (ValueError, KeyError, TypeError, OverflowError, RecursionError, struct.error, cv2.error)


@dataclass(frozen=True, slots=True)
class MapHeader:
    """What is known of a stored map without its pixels. ``histogram`` (256,) int64; ``size`` (height, width)."""

    photo_score: float
    model_id: str
    seconds: float
    size: tuple[int, int]
    histogram: NDArray[np.int64]


def map_key(content_hash: str, model_id: str, settings: str) -> str:
    """The name of a map: photo, network, inference settings with engine and precision, format version."""
    said = "\n".join((content_hash, model_id, settings, str(FORMAT_VERSION)))
    return hashlib.blake2b(said.encode(), digest_size=20).hexdigest()


class MapCache:
    """A folder of maps; the least recently used go first when it grows beyond its cap."""

    def __init__(self, folder: Path, cap_bytes: int = DEFAULT_CAP_BYTES) -> None:
        self.folder, self.cap_bytes = folder, cap_bytes
        self._written_bytes: int | None = None
        self._lock = threading.Lock()

    def get(self, key: str) -> Prediction | None:
        """The map, or None where it is not there or damaged (a damaged one is thrown away)."""
        path = self._path(key)
        try:
            content = path.read_bytes()
            header, offset = _parse(content)
            pixels = cv2.imdecode(np.frombuffer(content, np.uint8, offset=offset), cv2.IMREAD_GRAYSCALE)
            if pixels is None or pixels.shape != header.size:
                raise ValueError("pixels")
        except OSError:
            return None
        except _DAMAGE:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            return None
        _touch(path)
        return Prediction(np.asarray(pixels, np.uint8), header.photo_score, header.model_id, header.seconds)

    def header(self, key: str) -> MapHeader | None:
        """Score and histogram alone; None where the map is not there."""
        try:
            with self._path(key).open("rb") as file:
                return _parse(file.read(_HEADER_LIMIT_BYTES))[0]
        except (OSError, *_DAMAGE):
            return None

    def put(self, key: str, prediction: Prediction) -> None:
        """Stores a map. A full or unwritable disk is no error: the map is just not remembered."""
        path = self._path(key)
        staged = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            content = _serialised(prediction)
            staged.write_bytes(content)
            staged.replace(path)
        except OSError:
            with suppress(OSError):
                staged.unlink(missing_ok=True)
            return
        self._make_room(len(content))

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{_SUFFIX}"

    def _make_room(self, added_bytes: int) -> None:
        with self._lock:
            if self._written_bytes is None:
                sweep(self.folder.glob("*/*.part"))
                self._written_bytes = sum(size for _, size, _ in self._entries())
            else:
                self._written_bytes += added_bytes
            if self._written_bytes > self.cap_bytes:
                self._evict()

    def _entries(self) -> list[tuple[float, int, Path]]:
        """(last use, bytes, path) of every map."""
        found = []
        for path in self.folder.glob(f"*/*{_SUFFIX}"):
            try:
                status = path.stat()
            except OSError:
                continue
            found.append((status.st_mtime, status.st_size, path))
        return found

    def _evict(self) -> None:
        """Down to nine tenths of the cap, so that not every further map evicts again."""
        entries = sorted(self._entries())
        total = sum(size for _, size, _ in entries)
        for _, size, path in entries[:-1]:
            if total <= 0.9 * self.cap_bytes:
                break
            with suppress(OSError):
                path.unlink(missing_ok=True)
                total -= size
        self._written_bytes = total


def _serialised(prediction: Prediction) -> bytes:
    header = {
        "photo_score": prediction.photo_score,
        "model_id": prediction.model_id,
        "seconds": prediction.seconds,
        "size": list(prediction.probabilities.shape),
        "histogram": histogram(prediction.probabilities).tolist(),
    }
    described = json.dumps(header).encode()
    pixels = cv2.imencode(".png", prediction.probabilities, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1]
    return b"".join((_PREFIX.pack(_MAGIC, len(described), zlib.crc32(described)), described, pixels.tobytes()))


def _parse(content: bytes) -> tuple[MapHeader, int]:
    """The header and where the PNG begins. Raises one of ``_DAMAGE`` for other content."""
    magic, length, checksum = _PREFIX.unpack_from(content)
    written = content[_PREFIX.size : _PREFIX.size + length]
    if magic != _MAGIC or zlib.crc32(written) != checksum:
        raise ValueError("not a map, or a damaged one")
    described: dict[str, Any] = json.loads(written)
    counts = np.asarray(described["histogram"], np.int64)
    height, width = described["size"]
    if counts.shape != (256,):
        raise ValueError("histogram")
    return (
        MapHeader(
            float(described["photo_score"]),
            str(described["model_id"]),
            float(described["seconds"]),
            (int(height), int(width)),
            counts,
        ),
        _PREFIX.size + length,
    )


def _touch(path: Path) -> None:
    try:
        os.utime(path)
    except OSError:
        return
