"""The network as an inference engine gets it: int8 convolutions, pixels in, probabilities out."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.network.ranges import quantisable

_WEIGHT_LEVELS, _INPUT_LEVELS = 127, 255


class QuantisedConv(nn.Module):
    """A convolution whose input and weights are rounded to int8's levels, which an engine takes as leave to use int8.

    Weights have a scale per output channel, as the shipped file stores them; the input has one, from 0 to ``largest``.
    """

    scales: Tensor
    zeros: Tensor

    def __init__(self, conv: nn.Conv2d, largest: float) -> None:
        super().__init__()
        self.conv = conv
        self._step = largest / _INPUT_LEVELS
        scales = conv.weight.detach().abs().amax(dim=(1, 2, 3)).clamp_min(1e-12) / _WEIGHT_LEVELS
        self.register_buffer("scales", scales)
        self.register_buffer("zeros", torch.zeros(len(scales), dtype=torch.int32))

    def forward(self, inputs: Tensor) -> Tensor:
        rounded = torch.fake_quantize_per_tensor_affine(inputs, self._step, 0, 0, _INPUT_LEVELS)
        weights = torch.fake_quantize_per_channel_affine(
            self.conv.weight, self.scales, self.zeros, 0, -_WEIGHT_LEVELS, _WEIGHT_LEVELS
        )
        return F.conv2d(rounded, weights, self.conv.bias, self.conv.stride, self.conv.padding)


class FromPixels(nn.Module):
    """uint8 squares (N, H, W, 3) to probabilities (N, H, W) float32."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, squares: Tensor) -> Tensor:
        images = squares.permute(0, 3, 1, 2).float() / 255
        probabilities: Tensor = self.network(images)[:, 0].sigmoid()
        return probabilities


def quantise(network: nn.Module, ranges: Mapping[str, float]) -> None:
    """Replaces the convolutions that ``ranges`` names, in place; batch norms must be folded."""
    for name, conv in quantisable(network).items():
        if name in ranges:
            parent, _, own = name.rpartition(".")
            setattr(network.get_submodule(parent), own, QuantisedConv(conv, ranges[name]))
