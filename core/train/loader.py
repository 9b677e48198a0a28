"""Batches in order, prepared while the network works."""

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import torch
from torch.utils.data import Dataset

from core.train.sampling import Batch

_AHEAD = 3


def _identity(batches: list[Batch]) -> Batch:
    return batches[0]


def _threaded(steps: Dataset[Batch], first: int, last: int) -> Iterator[Batch]:
    """One thread ahead of the network: OpenCV and NumPy leave the interpreter free while they paint."""
    with ThreadPoolExecutor(1, thread_name_prefix="painter") as pool:
        waiting: deque[Future[Batch]] = deque()
        try:
            for step in range(first, last):
                waiting.append(pool.submit(steps.__getitem__, step))
                if len(waiting) > _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def batches(steps: Dataset[Batch], first: int, last: int, *, workers: int) -> Generator[Batch, None, None]:
    """The batches of steps ``first`` to ``last`` in order, whatever the number of worker processes.

    Workers are spawned, never forked: a fork of a process that runs Qt or torch threads can hang.
    """
    if workers == 0:
        yield from _threaded(steps, first, last)
        return
    loader: torch.utils.data.DataLoader[Batch] = torch.utils.data.DataLoader(
        steps,
        batch_size=1,
        sampler=range(first, last),
        num_workers=workers,
        collate_fn=_identity,
        multiprocessing_context="spawn",
        prefetch_factor=4,
    )
    yield from loader
