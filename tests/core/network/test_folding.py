"""Folding batch norms away changes how fast a map is drawn, not the map."""

import torch

from core.network.folding import for_inference
from core.network.unet import CrackUNet


@torch.inference_mode()
def test_folded_network_gives_the_same_logits():
    torch.manual_seed(0)
    network, images = CrackUNet().train(), torch.rand(2, 3, 64, 64)
    network(images)  # batch statistics that are not the initial zeros and ones
    plain = network.eval()(images)
    folded = for_inference(network, torch.device("cpu"), torch.float32)(images)
    assert torch.allclose(folded, plain, atol=1e-3)
