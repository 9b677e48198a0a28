"""Which device is taken, and what is said where it is not there."""

import pytest
import torch

from core.errors import UsageError
from core.network.device import Engine, choose_engine


def test_unknown_device_is_refused():
    with pytest.raises(UsageError, match="auto, cpu, cuda, mps"):
        choose_engine("tpu")


def test_absent_device_is_refused(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(UsageError, match="not present"):
        choose_engine("cuda")


def test_processor_is_taken_where_there_is_nothing_faster(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_engine().device.type == "cpu"


def test_processor_without_bfloat16_computes_in_float32(monkeypatch):
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)
    assert choose_engine("cpu") == Engine(torch.device("cpu"), torch.float32)
    assert choose_engine("cpu").name == "torch-cpu-float32"
