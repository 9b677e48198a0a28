"""One random network and one file of it for all tests here: building and saving 25 million weights takes a while."""

from pathlib import Path

import pytest
import torch

from core.network import checkpoint
from core.network.unet import CrackUNet


@pytest.fixture(scope="session")
def network() -> CrackUNet:
    torch.manual_seed(3)
    return CrackUNet().eval()


@pytest.fixture(scope="session")
def saved(network, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("networks") / "network.safetensors"
    checkpoint.save(path, network, {"threshold": 0.4, "name": "Test"})
    return path


@pytest.fixture(scope="session")
def packed(saved) -> Path:
    path = saved.with_name("packed.safetensors")
    checkpoint.pack_int8(saved, path, {"note": "small"})
    return path
