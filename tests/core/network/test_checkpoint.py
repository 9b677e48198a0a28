"""Network files: what is saved is loaded, what is foreign is refused before a tensor is built."""

import json
import os
import pickle
import struct

import pytest
import torch
from torchvision.models import resnet18, resnet50

from core.errors import CheckpointError
from core.network import checkpoint
from core.network.tensor_file import read_header, read_metadata, read_tensors, write
from core.network.unet import CrackUNet

_A_CONVOLUTION = "encoder.stem.0.weight"
_LARGEST_PACKED_BYTES = 30 * 2**20


@pytest.fixture
def no_tensor(monkeypatch):
    """Fails the test where tensors are read although the header told enough."""

    def read(path):
        raise AssertionError(f"tensors of {path} were built")

    monkeypatch.setattr(checkpoint, "read_tensors", read)


def rewritten(source, target, change):
    """The header of ``source`` changed by ``change(header)``, over zeros of the right number."""
    header = read_header(source)
    change(header)
    end = max(entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__")
    content = json.dumps(header).encode()
    with target.open("wb") as file:
        file.write(struct.pack("<Q", len(content)) + content)
        file.truncate(8 + len(content) + end)
    return target


def refused(path):
    with pytest.raises(CheckpointError) as caught:
        checkpoint.load(path)
    sentence = str(caught.value)
    assert path.name in sentence and sentence.endswith(".")
    return sentence


def test_what_was_saved_is_loaded_bit_by_bit(network, saved):
    loaded, metadata = checkpoint.load(saved)
    stored = loaded.state_dict()
    assert all(torch.equal(stored[name], value) for name, value in network.state_dict().items())
    assert not loaded.training
    assert (metadata["threshold"], metadata["name"], metadata["architecture"]) == (0.4, "Test", "resnet50-unet-1")


def test_description_is_read_without_tensors(saved):
    assert read_metadata(saved)["threshold"] == 0.4


def test_packed_weights_are_within_half_a_step_of_the_originals(network, packed):
    restored = checkpoint.load(packed)[0].state_dict()
    for name, value in network.state_dict().items():
        step = value.abs().amax(dim=(1, 2, 3), keepdim=True) / 127 if value.ndim == 4 else torch.zeros(1)
        assert ((restored[name] - value).abs() <= 0.501 * step).all(), name


def test_packed_file_is_small_enough_to_ship(packed):
    assert packed.stat().st_size <= _LARGEST_PACKED_BYTES
    assert (read_metadata(packed)["packed"], read_metadata(packed)["note"]) == ("int8", "small")


@torch.inference_mode()
def test_packed_network_draws_the_same_map(network, packed):
    images = torch.rand(1, 3, 64, 64)
    difference = checkpoint.load(packed)[0](images).sigmoid() - network(images).sigmoid()
    assert difference.abs().max() < 0.02


def test_a_channel_of_zeros_survives_packing(network, tmp_path):
    weights = {name: value.clone() for name, value in network.state_dict().items()}
    weights[_A_CONVOLUTION][0] = 0
    write(tmp_path / "zeros.safetensors", weights, checkpoint.DEFAULTS)
    checkpoint.pack_int8(tmp_path / "zeros.safetensors", tmp_path / "packed.safetensors")
    restored = checkpoint.load(tmp_path / "packed.safetensors")[0].state_dict()[_A_CONVOLUTION]
    assert not restored[0].any() and torch.isfinite(restored).all()


def _without_a_tensor(header):
    del header[_A_CONVOLUTION]


def _with_a_foreign_tensor(header):
    header["backdoor"] = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}


def _with_another_shape(header):
    header[_A_CONVOLUTION]["shape"] = header[_A_CONVOLUTION]["shape"][::-1]


def _with_a_shape_of_words(header):
    header[_A_CONVOLUTION]["shape"] = "large"


def _with_whole_numbers(header):
    header[_A_CONVOLUTION]["dtype"] = "I32"


def _with_bytes_and_no_scale(header):
    header[_A_CONVOLUTION]["dtype"] = "I8"


def _with_an_entry_that_is_none(header):
    header[_A_CONVOLUTION] = {"dtype": None, "data_offsets": [0, 4]}


@pytest.mark.parametrize(
    "change",
    [
        _without_a_tensor,
        _with_a_foreign_tensor,
        _with_another_shape,
        _with_a_shape_of_words,
        _with_whole_numbers,
        _with_bytes_and_no_scale,
        _with_an_entry_that_is_none,
    ],
)
def test_a_file_that_does_not_fit_is_refused_from_its_header(saved, tmp_path, no_tensor, change):
    assert "does not fit" in refused(rewritten(saved, tmp_path / "wrong.safetensors", change))


def _of_a_later_format(header):
    described = json.loads(header["__metadata__"]["crack_review"])
    header["__metadata__"]["crack_review"] = json.dumps({**described, "format_version": 2})


def _of_another_program(header):
    del header["__metadata__"]["crack_review"]


def _with_a_damaged_description(header):
    header["__metadata__"]["crack_review"] = "[1, 2]"


@pytest.mark.parametrize("change", [_of_a_later_format, _of_another_program, _with_a_damaged_description])
def test_a_file_of_another_format_is_refused_from_its_header(saved, tmp_path, no_tensor, change):
    refused(rewritten(saved, tmp_path / "other.safetensors", change))


def test_a_scale_of_the_wrong_length_is_refused_from_the_header(packed, tmp_path, no_tensor):
    def change(header):
        header[f"{_A_CONVOLUTION}::scale"]["shape"] = [63]

    assert "does not fit" in refused(rewritten(packed, tmp_path / "wrong.safetensors", change))


def test_a_truncated_file_is_refused_from_its_header(packed, tmp_path, no_tensor):
    path = tmp_path / "short.safetensors"
    path.write_bytes(packed.read_bytes()[:-1000])
    assert "cut short" in refused(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 5,
        struct.pack("<Q", 2**60) + b"{}",
        struct.pack("<Q", 2**24 + 1) + b" " * 64,
        struct.pack("<Q", 4000) + b"{}",
        struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 20) + b"[" * 20,
        struct.pack("<Q", 4) + b"\xff\xfe\xfd\xfc",
        pickle.dumps({"weights": [1, 2, 3]}),
    ],
    ids=["empty", "five bytes", "huge", "above limit", "beyond end", "list", "nested", "no text", "pickle"],
)
def test_what_is_no_network_is_refused_in_a_sentence(tmp_path, no_tensor, content):
    path = tmp_path / "foreign.safetensors"
    path.write_bytes(content)
    refused(path)


def test_a_network_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    refused(tmp_path / "nowhere.safetensors")


def test_weights_that_are_no_numbers_are_refused(network, tmp_path):
    weights = {name: value.clone() for name, value in network.state_dict().items()}
    weights["head.bias"][:] = float("nan")
    write(tmp_path / "nan.safetensors", weights, checkpoint.DEFAULTS)
    assert "head.bias" in refused(tmp_path / "nan.safetensors")


def test_a_scale_that_is_no_number_is_refused(packed, tmp_path):
    tensors = read_tensors(packed)
    tensors[f"{_A_CONVOLUTION}::scale"][3] = float("inf")
    write(tmp_path / "inf.safetensors", tensors, read_metadata(packed))
    assert _A_CONVOLUTION in refused(tmp_path / "inf.safetensors")


def test_a_full_disk_keeps_the_previous_file(monkeypatch, tmp_path):
    path = tmp_path / "network.safetensors"
    write(path, {"one": torch.ones(3)}, {"kept": True})

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.network.tensor_file.os.fsync", full)
    with pytest.raises(CheckpointError, match="No space left"):
        write(path, {"one": torch.zeros(3)}, {"kept": False})
    assert read_metadata(path) == {"kept": True}
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_loaded_network_does_not_change_with_its_file(network, tmp_path):
    path = tmp_path / "network.safetensors"
    checkpoint.save(path, network, {})
    loaded, _ = checkpoint.load(path)
    with path.open("r+b") as file:  # as on a drive that vanishes: nothing of the network may still lie there
        file.write(bytes(path.stat().st_size))
    wanted = network.state_dict()
    assert all(torch.equal(tensor, wanted[name]) for name, tensor in loaded.state_dict().items())


@pytest.fixture(scope="module")
def imagenet(tmp_path_factory):
    """What a user would have fetched: torchvision's state dict, here with random weights."""
    torch.manual_seed(5)
    path = tmp_path_factory.mktemp("imagenet") / "resnet50.pth"
    torch.save(resnet50(weights=None).state_dict(), path)
    return path


def test_imagenet_weights_fill_the_whole_encoder(imagenet):
    network = CrackUNet()
    checkpoint.load_imagenet(network, imagenet)
    stored, filled = torch.load(imagenet, weights_only=True), network.encoder.state_dict()
    assert torch.equal(filled["stem.0.weight"], stored["conv1.weight"])
    assert torch.equal(filled["stem.1.running_var"], stored["bn1.running_var"])
    assert torch.equal(filled["stages.0.0.conv1.weight"], stored["layer1.0.conv1.weight"])
    assert torch.equal(filled["stages.3.2.bn3.bias"], stored["layer4.2.bn3.bias"])
    assert len(filled) == len(stored) - 2  # the classifier has no place


@pytest.mark.parametrize(
    "stored",
    [
        {"weights": torch.ones(3)},
        {"conv1.weight": "text"},
        [torch.ones(3)],
    ],
    ids=["other keys", "no tensors", "list"],
)
def test_other_files_are_no_imagenet_weights(network, tmp_path, stored):
    path = tmp_path / "other.pth"
    torch.save(stored, path)
    with pytest.raises(CheckpointError, match=r"other\.pth"):
        checkpoint.load_imagenet(network, path)


def test_a_smaller_resnet_is_no_imagenet_encoder(network, tmp_path):
    path = tmp_path / "resnet18.pth"
    torch.save(resnet18(weights=None).state_dict(), path)
    with pytest.raises(CheckpointError, match="not a ResNet-50"):
        checkpoint.load_imagenet(network, path)


class Bomb:
    """Would run on unpickling."""

    def __reduce__(self):
        return (exec, ("raise SystemExit('code ran')",))


def test_code_in_imagenet_weights_never_runs(network, tmp_path):
    path = tmp_path / "bomb.pth"
    torch.save({"conv1.weight": Bomb()}, path)
    with pytest.raises(CheckpointError, match=r"bomb\.pth"):
        checkpoint.load_imagenet(network, path)


def test_imagenet_weights_that_are_not_there_are_named(network, tmp_path):
    with pytest.raises(CheckpointError, match="do not exist"):
        checkpoint.load_imagenet(network, tmp_path / "nowhere.pth")


def test_parts_that_a_killed_run_left_are_swept_by_the_next_state(tmp_path):
    left, young = tmp_path / ".state.safetensors.41.part", tmp_path / ".best.safetensors.42.part"
    for part in (left, young):
        part.write_bytes(b"half")
    os.utime(left, (0, 0))
    write(tmp_path / "state.safetensors", {"step": torch.zeros(1)}, {})
    assert not left.exists() and young.exists()
