"""Memory that a network gives back after each layer stays with the process until the photo or the training is done.

glibc maps each large block anew, and the system clears its pages one by one: a fifth of the time of a prediction or a
training step on the processor. See mallopt(3), M_MMAP_MAX and M_TRIM_THRESHOLD.
"""

import ctypes
import sys
from functools import cache
from typing import Any

_TRIM_THRESHOLD, _MMAP_MAX = -1, -4
_NEVER = 2**31 - 1


@cache
def _glibc() -> Any:
    """The C library where it is glibc, None elsewhere."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None


@cache
def keep_blocks() -> None:
    """From now on freed blocks are used again instead of going back to the system. Once per process is enough."""
    if library := _glibc():
        library.mallopt(_MMAP_MAX, 0)
        library.mallopt(_TRIM_THRESHOLD, _NEVER)


def give_back() -> None:
    """What is free goes back to the system now; between two photos that costs little."""
    if library := _glibc():
        library.malloc_trim(0)
