"""Which library runs the network is measured once and remembered; OpenVINO is no duty."""

import json

import pytest

from core.network import engines, openvino
from core.values import ModelVersion


class Fake:
    """Takes ``taken`` seconds a square."""

    batch = 1

    def __init__(self, name, taken):
        self.name, self.taken = name, taken


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine with both libraries: how fast each is there, and what was measured."""
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(tmp_path))
    speeds, measured = {"torch": 1.0, "openvino": 0.5}, []
    monkeypatch.setattr(openvino, "version", lambda: "2026.1")
    monkeypatch.setattr(openvino, "OpenVinoRunner", lambda *_, **__: Fake("openvino-cpu-int8", speeds["openvino"]))
    monkeypatch.setattr(engines, "torch_runner", lambda *_, **__: Fake("torch-cpu-bfloat16", speeds["torch"]))

    def seconds(runner):
        measured.append(runner.name)
        return runner.taken

    monkeypatch.setattr(engines, "seconds", seconds)
    speeds["measured"] = measured
    return speeds


VERSION = ModelVersion("feedfacefeedface", None, "Test", 0.5)
RANGES = {"ranges": {"merge.0": 12.5}}


def chosen(description=RANGES, **options):
    return engines.runner_for(VERSION, description, **options).name


def test_the_faster_engine_is_taken_and_measured_once(machine):
    assert chosen() == "openvino-cpu-int8"
    assert len(machine["measured"]) == 2
    assert chosen() == "openvino-cpu-int8"
    assert len(machine["measured"]) == 2


def test_who_cannot_wait_gets_torch_until_somebody_measured(machine):
    assert engines.is_unmeasured(VERSION, RANGES)
    assert chosen(may_measure=False) == "torch-cpu-bfloat16"
    assert not machine["measured"]
    chosen()
    assert not engines.is_unmeasured(VERSION, RANGES)
    assert chosen(may_measure=False) == "openvino-cpu-int8"
    assert len(machine["measured"]) == 2


def test_what_only_torch_can_run_is_not_waiting_for_a_measurement(machine, monkeypatch):
    assert not engines.is_unmeasured(VERSION, {})
    assert not engines.is_unmeasured(VERSION, RANGES, device="cuda")
    monkeypatch.setattr(openvino, "version", lambda: None)
    assert not engines.is_unmeasured(VERSION, RANGES)


def test_a_gain_of_less_than_15_percent_is_no_reason(machine):
    machine["openvino"] = 0.9
    assert chosen() == chosen() == "torch-cpu-bfloat16"
    assert len(machine["measured"]) == 2


def test_a_network_without_ranges_runs_in_torch(machine):
    for description in ({}, {"ranges": None}, {"ranges": {"merge.0": "12"}}, {"ranges": {"merge.0": -1.0}}):
        assert chosen(description) == "torch-cpu-bfloat16"
    assert not machine["measured"]


def test_nothing_changes_where_openvino_is_not_installed(machine, monkeypatch):
    monkeypatch.setattr(openvino, "version", lambda: None)
    assert chosen() == "torch-cpu-bfloat16"
    assert not machine["measured"]


def test_a_graphics_card_is_never_left_for_the_processor(machine, monkeypatch):
    monkeypatch.setattr(engines, "torch_runner", lambda *_, **__: Fake("torch-cuda-bfloat16", 0.01))
    assert chosen() == chosen(device="cuda") == "torch-cuda-bfloat16"
    assert not machine["measured"]


def test_an_engine_may_be_named(machine):
    assert chosen(engine="torch") == "torch-cpu-bfloat16"
    assert chosen(engine="openvino") == "openvino-cpu-int8"
    assert not machine["measured"]


def test_a_damaged_memory_is_measured_anew(machine, tmp_path):
    chosen()
    for damage in ("", "[]", json.dumps({"other": 1})):
        (tmp_path / "engine-speed.json").write_text(damage)
        machine["measured"].clear()
        assert chosen() == "openvino-cpu-int8"
        assert len(machine["measured"]) == 2


def test_another_network_threads_or_release_of_openvino_is_measured_by_itself(machine, monkeypatch):
    chosen()
    chosen(threads=1)
    monkeypatch.setattr(openvino, "version", lambda: "2026.2")
    chosen()
    assert len(machine["measured"]) == 6
