"""The network: a ResNet-50 as encoder, a lean U-Net decoder, a full-resolution skip.

Ronneberger et al., "U-Net" (2015). The stem of a ResNet halves the image twice before its first block, which loses
lines of 1 to 3 px; the two convolutions of the full-resolution skip keep them.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.network.encoder import ENCODER_CHANNELS, Encoder

DECODER_CHANNELS = (24, 48, 96, 160, 256)
DETAIL_CHANNELS = 16

# ImageNet's statistics, so that a fetched torchvision encoder sees what it was trained on.
MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)

# A network that starts by calling nothing a crack: about 2 % of a cracked photo's pixels are.
PRIOR_LOGIT = -4.0


def conv_block(inputs: int, outputs: int, *, kernel: int = 3) -> nn.Sequential:
    """Convolution without bias, batch norm, ReLU; the size stays."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class DecoderBlock(nn.Module):
    """Enlarges the deeper features to the skip's size and merges both."""

    def __init__(self, deep: int, skip: int, outputs: int, *, refine: bool) -> None:
        super().__init__()
        self.lateral = conv_block(skip, outputs, kernel=1)
        self.merge = conv_block(deep + outputs, outputs)
        self.refine = conv_block(outputs, outputs) if refine else nn.Identity()

    def forward(self, deep: Tensor, skip: Tensor) -> Tensor:
        enlarged = F.interpolate(deep, size=skip.shape[-2:], mode="nearest")
        merged: Tensor = self.refine(self.merge(torch.cat([enlarged, self.lateral(skip)], dim=1)))
        return merged


class CrackUNet(nn.Module):
    """ResNet-50 U-Net with one crack logit per pixel.

    ``forward(images (N, 3, H, W) float in 0..1) -> logits (N, 1, H, W)`` for any H and W. Normalisation is
    part of the network, so that no caller can forget it.
    """

    mean: Tensor
    std: Tensor

    def __init__(self) -> None:
        super().__init__()
        # In memory even where only the shapes of the weights are asked for: no file holds them.
        self.register_buffer("mean", torch.tensor(MEAN, device="cpu").view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(STD, device="cpu").view(1, 3, 1, 1), persistent=False)
        self.encoder = Encoder()
        self.bridge = conv_block(ENCODER_CHANNELS[-1], DECODER_CHANNELS[-1], kernel=1)
        self.decoder = nn.ModuleList(
            DecoderBlock(DECODER_CHANNELS[level + 1], ENCODER_CHANNELS[level], DECODER_CHANNELS[level], refine=True)
            for level in (3, 2, 1, 0)
        )
        self.detail = nn.Sequential(conv_block(3, DETAIL_CHANNELS), conv_block(DETAIL_CHANNELS, DETAIL_CHANNELS))
        self.merge = conv_block(DECODER_CHANNELS[0] + DETAIL_CHANNELS, DETAIL_CHANNELS)
        self.head = nn.Conv2d(DETAIL_CHANNELS, 1, kernel_size=3, padding=1)
        nn.init.constant_(self.head.bias, PRIOR_LOGIT)  # type: ignore[arg-type]

    def forward(self, images: Tensor) -> Tensor:
        normalised = ((images - self.mean) / self.std).to(self.head.weight.dtype)
        *skips, deepest = self.encoder(normalised)
        deep = self.bridge(deepest)
        for block, skip in zip(self.decoder, reversed(skips), strict=True):
            deep = block(deep, skip)
        enlarged = F.interpolate(deep, size=images.shape[-2:], mode="nearest")
        logits: Tensor = self.head(self.merge(torch.cat([enlarged, self.detail(normalised)], dim=1)))
        return logits
