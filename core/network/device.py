"""Where tensors live and in which precision the network runs there."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import torch

from core.errors import UsageError

DEVICES = ("auto", "cpu", "cuda", "mps")


@dataclass(frozen=True, slots=True)
class Engine:
    """A device and the precision of convolutions on it; ``name`` goes into the cache key."""

    device: torch.device
    dtype: torch.dtype

    @property
    def name(self) -> str:
        return f"torch-{self.device.type}-{str(self.dtype).removeprefix('torch.')}"

    def autocast(self) -> AbstractContextManager[object]:
        """Convolutions in ``dtype`` inside this context, the rest as torch decides."""
        if self.dtype is torch.float32:
            return nullcontext()
        return torch.autocast(self.device.type, self.dtype)


def _available(device: str) -> bool:
    if device == "cuda":
        return torch.cuda.is_available()
    return device != "mps" or torch.backends.mps.is_available()


def _precision(device: str) -> torch.dtype:
    if device == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    # bfloat16 without hardware support is emulated and slower than float32.
    if device == "cpu" and torch.cpu._is_avx512_bf16_supported():
        return torch.bfloat16
    return torch.float32


def choose_engine(device: str = "auto") -> Engine:
    """The named device, or the fastest one present. Raises UsageError for one that is not there."""
    if device not in DEVICES:
        raise UsageError(f"The device must be one of {', '.join(DEVICES)}, not “{device}”.")
    if device == "auto":
        device = next(name for name in ("cuda", "mps", "cpu") if _available(name))
    if not _available(device):
        raise UsageError(f"The device “{device}” is not present on this machine; use --device auto or cpu.")
    return Engine(torch.device(device), _precision(device))
