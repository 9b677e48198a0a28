"""The checkpoint format: network weights and their description in one safetensors file.

Weights may be packed to int8, one scale per output channel, which is what the program ships.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from core.errors import CheckpointError
from core.network.tensor_file import read_header, read_metadata, read_tensors, write
from core.network.unet import CrackUNet

FORMAT_VERSION = 1
ARCHITECTURE = "resnet50-unet-1"
DEFAULTS: dict[str, object] = {
    "format_version": FORMAT_VERSION,
    "architecture": ARCHITECTURE,
    "normalisation": "imagenet",
    "working_scale": 1.0,
    "threshold": 0.5,
    "gate": None,
}
_SCALE_SUFFIX = "::scale"
_FLOATS = ("F32", "F16", "BF16")


def save(path: Path, network: CrackUNet, metadata: Mapping[str, object]) -> None:
    """Writes float32 weights and their description atomically. Raises CheckpointError."""
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    write(path, tensors, {**DEFAULTS, **metadata})


def load(path: Path) -> tuple[CrackUNet, dict[str, Any]]:
    """The network in evaluation mode and its description.

    Keys, shapes and types are compared in the header before a tensor is built. Raises CheckpointError.
    """
    metadata = checked(path)
    network = _without_weights()
    network.load_state_dict(_unpacked(path, network.state_dict()), assign=True)
    return network.eval(), metadata


def checked(path: Path) -> dict[str, Any]:
    """The description of a file that holds this network, judged by its header alone. Raises CheckpointError."""
    metadata = read_metadata(path)
    _require_known(path, metadata)
    _require_fitting(path, _without_weights().state_dict())
    return metadata


def _without_weights() -> CrackUNet:
    """Names, shapes and types of the network; no memory is filled at random only to be replaced."""
    with torch.device("meta"):
        return CrackUNet()


def pack_int8(source: Path, target: Path, extra: Mapping[str, object] | None = None) -> None:
    """A copy with convolution weights as int8 with a scale per output channel, the rest as float16 or 32."""
    tensors: dict[str, Tensor] = {}
    for name, tensor in read_tensors(source).items():
        if tensor.ndim == 4:
            scale = tensor.abs().amax(dim=(1, 2, 3)).clamp_min(1e-12) / 127
            tensors[name] = (tensor / scale.view(-1, 1, 1, 1)).round().clamp(-127, 127).to(torch.int8)
            tensors[name + _SCALE_SUFFIX] = scale.float()
        else:
            tensors[name] = tensor
    write(target, tensors, {**read_metadata(source), **(extra or {}), "packed": "int8"})


def _require_known(path: Path, metadata: Mapping[str, object]) -> None:
    version, architecture = metadata.get("format_version"), metadata.get("architecture")
    if version != FORMAT_VERSION or architecture != ARCHITECTURE:
        raise CheckpointError(
            f"{path.name} holds format {version}, architecture {architecture}; this program reads format "
            f"{FORMAT_VERSION}, architecture {ARCHITECTURE}. Use the version of the program that wrote it."
        )


def _require_fitting(path: Path, expected: Mapping[str, Tensor]) -> None:
    header = {name: entry for name, entry in read_header(path).items() if name != "__metadata__"}
    wrong = [name for name, tensor in expected.items() if not _fits(header, name, tensor)]
    wrong += [name for name in header if name.removesuffix(_SCALE_SUFFIX) not in expected]
    if wrong:
        raise CheckpointError(
            f"{path.name} does not fit the network: {len(wrong)} tensors are missing, unknown, or of another "
            f"shape or type (first: {wrong[0]}); fetch or export the network again."
        )


def _fits(header: Mapping[str, object], name: str, wanted: Tensor) -> bool:
    """Whether a tensor is stored in the network's shape, as floats, as bytes with their scales, or as a counter."""
    dtype, shape = _layout(header.get(name))
    if shape != tuple(wanted.shape):
        return False
    if not wanted.is_floating_point():
        return dtype == "I64"
    if dtype == "I8":
        return _layout(header.get(name + _SCALE_SUFFIX)) == ("F32", shape[:1])
    return dtype in _FLOATS


def _layout(entry: object) -> tuple[object, tuple[int, ...] | None]:
    if not isinstance(entry, dict) or not isinstance(entry.get("shape"), list):
        return None, None
    return entry.get("dtype"), tuple(entry["shape"])


def _unpacked(path: Path, expected: Mapping[str, Tensor]) -> dict[str, Tensor]:
    tensors, restored = read_tensors(path), {}
    for name, wanted in expected.items():
        tensor = tensors[name]
        if tensor.dtype is torch.int8:
            tensor = tensor.float() * tensors[name + _SCALE_SUFFIX].view(-1, *([1] * (tensor.ndim - 1)))
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise CheckpointError(f"{path.name} holds weights that are no numbers ({name}); fetch the network again.")
        # A copy: the tensors of a file are mapped to it, and it may be deleted or lie on a drive that vanishes.
        restored[name] = tensor.to(wanted.dtype, copy=True)
    return restored


def load_imagenet(network: CrackUNet, path: Path) -> None:
    """Fills the encoder from a torchvision ResNet-50 state dict. Raises CheckpointError.

    The file is read with ``weights_only=True``: it cannot run code.
    """
    try:
        stored = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise CheckpointError(f"The ImageNet weights {path} do not exist.") from error
    except Exception as error:
        raise CheckpointError(f"{path.name} is not a plain torchvision state dict: {type(error).__name__}.") from error
    theirs = _torchvision_resnet(path, _as_tensors(path, stored))
    own = (*network.encoder.stem[:2], *network.encoder.stages)
    for part, filled in zip(own, (theirs.conv1, theirs.bn1, *_stages(theirs)), strict=True):
        part.load_state_dict(filled.state_dict())


def _torchvision_resnet(path: Path, stored: Mapping[str, Tensor]) -> Any:
    """torchvision's own network with the stored weights: it knows which names and shapes are its own."""
    from torchvision.models import resnet50  # takes seconds, which only those wait for who bring such a file

    resnet = resnet50(weights=None)
    try:
        missing = [name for name in resnet.load_state_dict(stored, strict=False).missing_keys if name[:3] != "fc."]
    except RuntimeError:
        missing = ["tensors of these shapes"]
    if missing:
        raise CheckpointError(f"{path.name} is not a ResNet-50 of torchvision: it lacks {missing[0]}.")
    return resnet


def _stages(resnet: Any) -> tuple[nn.Module, ...]:
    return resnet.layer1, resnet.layer2, resnet.layer3, resnet.layer4


def _as_tensors(path: Path, stored: object) -> dict[str, Tensor]:
    if isinstance(stored, dict) and all(isinstance(value, Tensor) for value in stored.values()):
        return {str(name): value for name, value in stored.items()}
    raise CheckpointError(f"{path.name} holds something else than a table of tensors; expected a state dict.")
