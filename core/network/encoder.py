"""The encoder: a ResNet-50 without its classifier, tensor for tensor that of torchvision.

He et al., "Deep residual learning for image recognition" (2016), with the stride in the 3 x 3 convolution, as there.
It is written out because importing torchvision takes twice as long as importing torch, before each first mask.
"""

from torch import Tensor, nn

ENCODER_CHANNELS = (64, 256, 512, 1024, 2048)
_BLOCKS = (3, 4, 6, 3)
_EXPANSION = 4


class Bottleneck(nn.Module):
    """1 x 1, 3 x 3 and 1 x 1 convolutions beside the identity, or beside a projection where the shape changes."""

    def __init__(self, inputs: int, width: int, *, stride: int) -> None:
        super().__init__()
        outputs = width * _EXPANSION
        self.conv1 = nn.Conv2d(inputs, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, outputs, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = _projection(inputs, outputs, stride) if inputs != outputs else None

    def forward(self, features: Tensor) -> Tensor:
        shortcut = features if self.downsample is None else self.downsample(features)
        deeper = self.relu(self.bn1(self.conv1(features)))
        deeper = self.relu(self.bn2(self.conv2(deeper)))
        added: Tensor = self.relu(self.bn3(self.conv3(deeper)) + shortcut)
        return added


class Encoder(nn.Module):
    """Returns features at 1/2, 1/4, 1/8, 1/16 and 1/32 of the size, with ``ENCODER_CHANNELS``.

    From random weights each block starts as the identity: Goyal et al., "Accurate, large minibatch SGD" (2017).
    """

    def __init__(self) -> None:
        super().__init__()
        first = ENCODER_CHANNELS[0]
        self.stem = nn.Sequential(
            nn.Conv2d(3, first, 7, stride=2, padding=3, bias=False), nn.BatchNorm2d(first), nn.ReLU(inplace=True)
        )
        self.pool = nn.MaxPool2d(3, stride=2, padding=1)
        shapes = zip(ENCODER_CHANNELS, ENCODER_CHANNELS[1:], _BLOCKS, (1, 2, 2, 2), strict=False)
        self.stages = nn.ModuleList(_stage(*shape) for shape in shapes)
        self._start()

    def forward(self, images: Tensor) -> list[Tensor]:
        features = [self.stem(images)]
        deeper = self.pool(features[0])
        for stage in self.stages:
            deeper = stage(deeper)
            features.append(deeper)
        return features

    def _start(self) -> None:
        if self.stem[0].weight.is_meta:
            return  # nothing to fill, and torch would load its compiler for it, which takes seconds
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            elif isinstance(module, Bottleneck):
                nn.init.zeros_(module.bn3.weight)


def _stage(inputs: int, outputs: int, blocks: int, stride: int) -> nn.Sequential:
    width = outputs // _EXPANSION
    rest = (Bottleneck(outputs, width, stride=1) for _ in range(blocks - 1))
    return nn.Sequential(Bottleneck(inputs, width, stride=stride), *rest)


def _projection(inputs: int, outputs: int, stride: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride=stride, bias=False), nn.BatchNorm2d(outputs))
