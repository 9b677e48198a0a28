"""Moving the threshold to one half changes no mask."""

import pytest
import torch

from core.network.calibration import centre_file, centred
from core.network.checkpoint import load, save
from core.network.unet import CrackUNet
from core.values import cut


def stored(network, images):
    with torch.no_grad():
        return (network(images).sigmoid() * 255).round().byte()


@pytest.fixture(scope="module")
def images():
    return torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(1))


@pytest.fixture(scope="module")
def network(images):
    """Random weights whose probabilities are spread over many levels."""
    torch.manual_seed(0)
    network = CrackUNet().eval()
    with torch.no_grad():
        logits = network(images)
        network.head.weight *= 2 / logits.std()
        network.head.bias -= network(images).mean()
    return network


@pytest.mark.parametrize("level", [3, 20, 128, 200])
def test_centred_network_draws_the_mask_that_the_level_drew(network, images, level):
    before = stored(network, images) >= level
    after = stored(centred(network, level), images) >= cut(0.5)
    assert before.any() and not before.all()
    assert (before == after).float().mean() > 0.999


def test_the_network_itself_is_left_as_it_was(network, images):
    before = stored(network, images)
    centred(network, 10)
    assert torch.equal(stored(network, images), before)


def test_centred_file_says_so_and_a_second_time_changes_nothing(network, images, tmp_path):
    first, second, third = (tmp_path / f"{name}.safetensors" for name in "abc")
    save(first, network, {"threshold": 20 / 255, "gate": 0.25})
    centre_file(first, second)
    centre_file(second, third)
    (moved, said), (again, _) = load(second), load(third)
    assert (said["threshold"], said["gate"]) == (0.5, 0.25)
    assert not torch.equal(stored(moved, images), stored(network, images))
    assert torch.equal(stored(moved, images), stored(again, images))
