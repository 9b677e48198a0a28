"""The exported network in int8 says nearly what the network itself says."""

import os

import numpy as np
import pytest
import torch

from core.network import openvino
from core.network.checkpoint import save
from core.network.device import Engine
from core.network.openvino import OpenVinoRunner, declared_ranges, exported
from core.network.quantised import FromPixels, quantise
from core.network.ranges import quantisable, watched
from core.network.runner import TorchRunner
from core.network.shelf import describe
from core.network.unet import CrackUNet

needs_openvino = pytest.mark.skipif(openvino.version() is None, reason="OpenVINO, an optional engine, is not installed")


@pytest.fixture(scope="module")
def pixels():
    return np.random.default_rng(0).integers(0, 255, (1, 64, 96, 3), dtype=np.uint8)


@pytest.fixture(scope="module")
def ranged(tmp_path_factory, pixels):
    """A random network whose statistics are not the initial ones, with its ranges declared."""
    torch.manual_seed(1)
    network = CrackUNet()
    images = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255
    with torch.no_grad():
        for part in network.modules():
            if isinstance(part, torch.nn.BatchNorm2d):
                part.weight.fill_(1.0)
        network.train()(images.repeat(2, 1, 1, 1))
        with watched(network.eval()) as ranges:
            network(images)
    path = tmp_path_factory.mktemp("ranged") / "ranged.safetensors"
    save(path, network, {"threshold": 0.5, "ranges": ranges})
    return describe(path)


def test_ranges_are_those_of_every_convolution_that_may_run_in_int8(ranged):
    ranges = declared_ranges(ranged.metadata)
    assert ranges is not None and set(ranges) == set(quantisable(CrackUNet()))
    assert "encoder.stem.0" not in ranges and "head" not in ranges


def test_watching_ends_with_its_context(ranged):
    network = CrackUNet().eval()
    with watched(network) as ranges:
        pass
    with torch.inference_mode():
        network(torch.rand(1, 3, 32, 32))
    assert ranges == {}


@torch.inference_mode()
def test_rounding_to_int8_changes_little(ranged, pixels):
    from core.network.checkpoint import load
    from core.network.folding import fold_batch_norms

    plain, rounded = load(ranged.path)[0], load(ranged.path)[0]
    fold_batch_norms(rounded)
    quantise(rounded, declared_ranges(ranged.metadata))
    squares = torch.from_numpy(pixels)
    difference = FromPixels(plain)(squares) - FromPixels(rounded.eval())(squares)
    assert 0 < difference.abs().mean() < 0.01


@needs_openvino
def test_openvino_agrees_with_torch_at_any_size(ranged, pixels, monkeypatch, tmp_path):
    from core.network.checkpoint import load

    monkeypatch.setenv("CRACK_REVIEW_HOME", str(tmp_path))
    ranges = declared_ranges(ranged.metadata)
    fast = OpenVinoRunner(ranged, ranges, threads=1)
    own = TorchRunner(load(ranged.path)[0], Engine(torch.device("cpu"), torch.float32), threads=1)
    for squares in (pixels, pixels[:, :32, :64].copy()):
        found = fast.start(squares)()
        assert found.shape == squares.shape[:3] and found.dtype == np.float32
        assert np.abs(found - own.start(squares)()).mean() < 0.01


@needs_openvino
def test_a_network_is_exported_once(ranged, monkeypatch, tmp_path):
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(tmp_path))
    exports = []

    def export(source, ranges, target):
        exports.append(source)
        target.write_text("network")

    monkeypatch.setattr(openvino, "_export", export)
    left = tmp_path / "engines" / ".tmpof_a_killed_program"
    left.mkdir(parents=True)
    os.utime(left, (0, 0))
    first, second = exported(ranged, {}), exported(ranged, {})
    assert first == second and first.read_text() == "network"
    assert exports == [ranged.path]
    assert [path.name for path in (tmp_path / "engines").iterdir()] == [first.parent.name]


@needs_openvino
def test_an_export_that_fails_leaves_nothing_behind(ranged, monkeypatch, tmp_path):
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(tmp_path))

    def export(source, ranges, target):
        target.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(openvino, "_export", export)
    with pytest.raises(OSError, match="space"):
        exported(ranged, {})
    assert list((tmp_path / "engines").iterdir()) == []
