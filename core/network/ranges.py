"""How large the numbers in the network get: what int8 arithmetic needs to know, measured on photos.

Stored in the checkpoint's description: the name of each convolution -> the largest value of its input. Behind a
ReLU the smallest is 0. The convolutions that see the photo itself and the last one stay as they are (Nagel et al.,
"A White Paper on Neural Network Quantization", 2021).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from torch import Tensor, nn

_KEPT_WHOLE = ("encoder.stem.0", "detail.0.0", "head")


def quantisable(network: nn.Module) -> dict[str, nn.Conv2d]:
    """The convolutions that may run in int8, by name."""
    named = {name: part for name, part in network.named_modules() if isinstance(part, nn.Conv2d)}
    return {name: part for name, part in named.items() if name not in _KEPT_WHOLE}


@contextmanager
def watched(network: nn.Module) -> Iterator[dict[str, float]]:
    """Fills the table while the network runs inside this context."""
    seen: dict[str, float] = {}
    hooks = [part.register_forward_pre_hook(partial(_note, seen, name)) for name, part in quantisable(network).items()]
    try:
        yield seen
    finally:
        for hook in hooks:
            hook.remove()


def _note(seen: dict[str, float], name: str, _: nn.Module, inputs: tuple[Tensor, ...]) -> None:
    seen[name] = round(max(seen.get(name, 0.0), float(inputs[0].detach().amax())), 4)
