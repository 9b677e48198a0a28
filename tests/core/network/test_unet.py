"""The network's budget and its shapes."""

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from core.network.unet import CrackUNet

LARGEST_PARAMETERS = 28e6
LARGEST_FLOPS_PER_PIXEL = 230e3  # 230 GFLOP per megapixel
SIDE = 256


def test_network_has_at_most_28_million_parameters(network):
    assert sum(parameter.numel() for parameter in network.parameters()) <= LARGEST_PARAMETERS


def test_network_takes_at_most_230_gflop_per_megapixel():
    with torch.device("meta"):
        network, images = CrackUNet().eval().to("meta"), torch.empty(1, 3, SIDE, SIDE)
        with FlopCounterMode(display=False) as counter:
            network(images)
    assert counter.get_total_flops() <= LARGEST_FLOPS_PER_PIXEL * SIDE**2


def test_counter_counts_two_flop_for_a_multiply_and_an_add():
    with torch.device("meta"), FlopCounterMode(display=False) as counter:
        torch.nn.Conv2d(4, 8, 1)(torch.empty(1, 4, 10, 10))
    assert counter.get_total_flops() == 2 * 4 * 8 * 100


@pytest.mark.parametrize("size", [(32, 32), (33, 47), (64, 31), (5, 70), (1, 1)])
@torch.inference_mode()
def test_logits_have_the_size_of_the_photo(network, size):
    assert network(torch.rand(2, 3, *size)).shape == (2, 1, *size)


@torch.inference_mode()
def test_normalisation_is_part_of_the_network(network):
    """The same network on pixels that were normalised outside would see something else than ImageNet's statistics."""
    seen = []
    handle = network.encoder.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    network(torch.tensor((0.485, 0.456, 0.406)).view(1, 3, 1, 1).expand(1, 3, 32, 32))
    handle.remove()
    assert seen[0].abs().max() < 1e-6


@torch.inference_mode()
def test_a_fresh_network_calls_nothing_a_crack():
    assert CrackUNet().eval()(torch.rand(1, 3, 32, 32)).sigmoid().max() < 0.5


@torch.inference_mode()
def test_one_pixel_reaches_its_own_logit_at_full_resolution(network):
    """The full-resolution skip: a change of one pixel moves the logit there more than those 8 px away on average."""
    plain = torch.full((1, 3, 64, 64), 0.5)
    dotted = plain.clone()
    dotted[..., 31, 31] = 0
    change = (network(dotted) - network(plain)).abs()[0, 0]
    assert change[30:33, 30:33].max() > 0
