"""The mean of networks that come from one another."""

import pytest
import torch

from core.errors import CheckpointError
from core.network.averaging import average
from core.network.checkpoint import load, save
from core.network.shelf import content_id
from core.network.unet import CrackUNet


@pytest.fixture
def files(tmp_path):
    """Two networks that differ in every weight, and the second's figures."""
    found = []
    for seed in range(2):
        torch.manual_seed(seed)
        found.append(tmp_path / f"{seed}.safetensors")
        save(found[-1], CrackUNet(), {"note": f"run {seed}", "figures": {"painted_dice": 0.6}, "gate": 0.1})
    return found


def test_every_weight_is_the_mean_and_the_file_says_of_which_networks(files, tmp_path):
    average(files, tmp_path / "mean.safetensors")
    (first, _), (second, _) = map(load, files)
    mean, said = load(tmp_path / "mean.safetensors")
    one, two = first.state_dict(), second.state_dict()
    assert not torch.equal(one["head.weight"], two["head.weight"])
    for name, tensor in mean.state_dict().items():
        assert torch.allclose(tensor.float(), (one[name].float() + two[name].float()) / 2, atol=1e-6), name
    assert said["averaged"] == [content_id(file) for file in files]
    assert (said["note"], said["gate"], "figures" in said) == ("run 1", None, False)


def test_network_cut_elsewhere_than_at_one_half_is_refused(files, tmp_path):
    network, described = load(files[0])
    save(files[0], network, described | {"threshold": 0.3})
    with pytest.raises(CheckpointError, match=r"threshold of 0\.5.*0\.300.*Pack it first"):
        average(files, tmp_path / "mean.safetensors")
    assert not (tmp_path / "mean.safetensors").exists()
