"""What computes probabilities, whatever the library or device, and batches as large as its memory takes. Torch-free."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.values import RGB

Maps = NDArray[np.float32]


class Runner(Protocol):
    """A network ready to run. ``name`` goes into the cache key; ``batch`` is how many squares it likes at once."""

    @property
    def name(self) -> str:
        """Library, device and precision."""

    @property
    def batch(self) -> int:
        """Squares at once, where memory allows."""

    def start(self, images: NDArray[np.uint8]) -> Callable[[], Maps]:
        """Begins with squares (N, H, W, 3); what comes back waits for their probabilities (N, H, W) float32."""

    def tidy(self) -> None:
        """Gives back the memory that is not in use."""


def is_out_of_memory(error: Exception) -> bool:
    """PyTorch says so in a RuntimeError; other RuntimeErrors are ours and must not be swallowed."""
    said = str(error).lower()
    return isinstance(error, MemoryError) or "out of memory" in said or "not enough memory" in said


class Batches:
    """Runs squares of one size in batches; their size is found out by trying, and never raised again."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self.size = runner.batch

    def run(self, squares: Sequence[Callable[[], RGB]]) -> Iterator[Maps]:
        """Probabilities (H, W) of each square, in order. The next batch is queued before one is waited for.

        Squares are cut when their turn comes. Raises RuntimeError where the memory is too small even for one.
        """
        done = 0
        waiting: Callable[[], Maps] = _nothing
        while done < len(squares):
            images = np.stack([square() for square in squares[done : done + self.size]])
            try:
                queued = self._runner.start(images)
            except (RuntimeError, MemoryError) as error:
                # What still runs holds memory, too: it is fetched before anything is tried again.
                yield from waiting()
                waiting = _nothing
                self._step_down(error)
                continue
            yield from waiting()
            waiting, done = queued, done + len(images)
        yield from waiting()

    def _step_down(self, error: Exception) -> None:
        if self.size == 1 or not is_out_of_memory(error):
            raise error
        self.size //= 2
        self._runner.tidy()


def _nothing() -> Maps:
    return np.empty((0, 0, 0), np.float32)
