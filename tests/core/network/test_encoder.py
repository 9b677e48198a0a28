"""The encoder is torchvision's ResNet-50, and no import of it is waited for."""

import subprocess
import sys

import torch
from torchvision.models import resnet50

from core.network.checkpoint import load_imagenet, save
from core.network.unet import CrackUNet


def test_features_are_those_of_torchvisions_resnet(tmp_path):
    torch.manual_seed(3)
    theirs, network = resnet50(weights=None).eval(), CrackUNet().eval()
    torch.save(theirs.state_dict(), tmp_path / "resnet50.pth")
    load_imagenet(network, tmp_path / "resnet50.pth")
    images = torch.rand(2, 3, 75, 64)
    with torch.inference_mode():
        deeper = theirs.maxpool(theirs.relu(theirs.bn1(theirs.conv1(images))))
        features = network.encoder(images)
        for own, stage in zip(features[1:], (theirs.layer1, theirs.layer2, theirs.layer3, theirs.layer4), strict=True):
            deeper = stage(deeper)
            assert torch.equal(own, deeper)


def test_a_block_from_random_weights_starts_as_the_identity():
    block = CrackUNet().encoder.stages[1][2].eval()
    features = torch.rand(1, 512, 8, 8)
    assert torch.equal(block(features), features)


def test_predicting_waits_for_no_import_of_torchvision_nor_of_torchs_compiler():
    script = (
        "import sys, core.predict.predictor, core.network.runner; print({'torchvision', 'sympy'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"


def test_looking_at_the_shapes_of_a_network_loads_no_compiler(tmp_path):
    torch.manual_seed(3)
    save(tmp_path / "network.safetensors", CrackUNet(), {})
    script = "import sys; from pathlib import Path; from core.network.checkpoint import load; load(Path(sys.argv[1]))"
    script += "; print({'torch._dynamo', 'sympy'} & set(sys.modules))"
    command = [sys.executable, "-c", script, tmp_path / "network.safetensors"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "set()"
