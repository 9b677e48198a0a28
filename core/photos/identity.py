"""Which photos are the same: byte for byte, or as pictures.

The fingerprint is the DCT hash ("pHash", Zauner 2010, "Implementation and Benchmarking of Perceptual Image
Hash Functions"): the signs of the 64 lowest frequencies of a 32 x 32 grey picture against their median. It
stays nearly the same under re-encoding, resizing, brightness and small crops.
"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.photos.source import as_photo_errors, checked_file
from core.values import RGB

NEAR: Final = 8
"""Fingerprints that differ in at most so many of 64 bits are near-duplicates: re-encoded, resized or brightened
copies of site photos differ in 0 to 8, 3 % crops in 2 to 12, different photos of like surfaces in 10 or more and
32 as a rule. At 10, chains begin to join different concrete walls."""

_HASH_BYTES: Final = 16
_SIDE: Final = 32
_LOW: Final = 8
_BITS: Final = _LOW * _LOW
_BATCH: Final = 1_000_000  # pairs held at once: a thousand copies of one photo make half a million

_Bits = NDArray[np.uint64]
_Pairs = NDArray[np.intp]


def content_hash(path: Path) -> str:
    """BLAKE2b of the file's bytes, 32 hex digits. Reads the file in pieces.

    Raises:
        PhotoError: the file is missing, empty or cannot be read.
    """
    with as_photo_errors(path), checked_file(path).open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=_HASH_BYTES)).hexdigest()


def fingerprint(rgb: RGB) -> int:
    """The 64-bit perceptual hash (0 <= hash < 2**64) of a photo (H, W, 3).

    A photo reduced to 64 px or more gives nearly the same, in no time.
    """
    grey = Image.fromarray(rgb).convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    cosines = _cosines()
    # Rounded, so that an empty picture has no signs out of rounding errors.
    low = np.round(cosines @ np.asarray(grey, dtype=np.float64) @ cosines.T, 6).ravel()
    # The mean brightness (first coefficient) dwarfs all others: it stays out of the median.
    bits = low > np.median(low[1:])
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def groups(fingerprints: Sequence[int], *, near: int = NEAR) -> list[int]:
    """A group number for each photo: photos joined by a chain of near-duplicates share one.

    Numbers count up from 0 in order of first appearance. Two fingerprints that differ in at most ``near``
    bits agree in at least one of ``near + 1`` slices, so only photos with an equal slice are compared.
    """
    if not 0 <= near < _BITS:
        raise ValueError(f"Near-duplicates differ in 0 to {_BITS - 1} bits, not in {near}.")
    distinct, places = np.unique(np.array(fingerprints, dtype=np.uint64), return_inverse=True)
    bounds = np.linspace(0, _BITS, near + 2).astype(np.uint64)
    labels = np.arange(len(distinct))
    for low, high in pairwise(bounds):
        keys = (distinct >> low) & np.uint64((1 << int(high - low)) - 1)
        for pairs in _near_pairs(distinct, keys, near):
            labels = _joined(labels, pairs)
    return _numbered(labels[places])


def _near_pairs(values: _Bits, keys: _Bits, near: int) -> Iterator[_Pairs]:
    """Pairs of places in ``values`` with equal keys and at most ``near`` different bits, in batches."""
    order = np.argsort(keys, kind="stable")
    values, keys = values[order], keys[order]
    batch: list[_Pairs] = []
    for step in range(1, len(values)):
        is_same = keys[step:] == keys[:-step]
        if not is_same.any():
            break
        is_near = is_same & (np.bitwise_count(values[step:] ^ values[:-step]) <= near)
        first = np.flatnonzero(is_near)
        batch.append(order[np.stack([first, first + step])])
        if sum(pairs.shape[1] for pairs in batch) > _BATCH:
            yield np.concatenate(batch, axis=1)
            batch.clear()
    if batch:
        yield np.concatenate(batch, axis=1)


def _joined(labels: NDArray[np.intp], pairs: _Pairs) -> NDArray[np.intp]:
    """``labels`` with those of each pair made one."""
    from scipy.sparse import coo_array  # here: a quarter of a second that no start-up should pay
    from scipy.sparse.csgraph import connected_components

    links = coo_array((np.ones(pairs.shape[1], np.uint8), labels[pairs]), shape=(len(labels), len(labels)))
    components: NDArray[np.intp] = connected_components(links, directed=False)[1]
    return components[labels]


def _numbered(labels: NDArray[np.intp]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels.tolist()]


@cache
def _cosines() -> NDArray[np.float64]:
    """The first 8 rows (low frequencies) of the 32-point DCT-II, (8, 32)."""
    frequency, place = np.arange(_LOW)[:, None], np.arange(_SIDE)[None, :]
    return np.cos(np.pi * frequency * (2 * place + 1) / (2 * _SIDE))
