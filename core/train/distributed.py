"""Several processes that train one network together; ``torchrun`` starts them, one for each GPU.

Each process draws the same step and computes the logits of its share of the squares. The logits, not the
losses, are then gathered: a loss that looks at all squares at once (soft Dice, a bag of windows) comes out as
in one process. Process 0 alone validates, writes and reports.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, distributed, nn
from torch.nn.parallel import DistributedDataParallel

from core.network.device import Engine


@dataclass(frozen=True, slots=True)
class Ranks:
    """This process's place among those that train together; by default it is alone."""

    rank: int = 0
    count: int = 1

    @property
    def is_first(self) -> bool:
        """Whether this process is the one that validates, writes and reports."""
        return self.rank == 0

    def wrapped(self, network: nn.Module) -> nn.Module:
        """The network whose gradients are averaged over all processes."""
        if self.count == 1:
            return network
        if next(network.parameters()).is_cuda:
            network = nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
        return DistributedDataParallel(network)

    def over(self, network: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
        """``network(images)`` as float32, (N, …) -> (N, …), each process computing its share."""
        if self.count == 1:
            return network(images).float()
        each = -(-len(images) // self.count)
        # All shares have one size: the last ones begin again at the front, and what they add is cut off.
        places = torch.arange(self.rank * each, (self.rank + 1) * each, device=images.device) % len(images)
        own = network(images[places]).float()
        shares = [torch.empty_like(own) for _ in range(self.count)]
        distributed.all_gather(shares, own.detach().contiguous())
        shares[self.rank] = own
        if own.requires_grad:
            # Gradients are averaged afterwards, and every process has them for its own share alone.
            own.register_hook(lambda gradient: gradient * self.count)  # type: ignore[no-untyped-call]
        return torch.cat(shares)[: len(images)]

    def agreed(self, value: float) -> float:
        """Process 0's value: what is decided by a clock must be decided once."""
        if self.count == 1:
            return value
        said = torch.tensor(value, dtype=torch.float64)
        if distributed.get_backend() == "nccl":
            said = said.cuda()
        distributed.broadcast(said, src=0)
        return float(said)

    def leave(self) -> None:
        """Ends the work together; harmless when alone."""
        if self.count > 1 and distributed.is_initialized():
            distributed.destroy_process_group()


def join(engine: Engine) -> Ranks:
    """Meets the other processes as ``torchrun`` says in the environment; alone without it."""
    count = int(os.environ.get("WORLD_SIZE", "1"))
    if count == 1:
        return Ranks()
    is_cuda = engine.device.type == "cuda"
    if is_cuda:
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    distributed.init_process_group("nccl" if is_cuda else "gloo")
    return Ranks(distributed.get_rank(), count)
