"""A new version is looked through at once; whether another engine is faster is found out when nothing else runs."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from app import jobs
from app.flows import engines as flow
from app.flows.centre import Handlers, TaskCentre
from app.flows.engines import TITLE, EngineTrial
from core.network import engines, openvino, tensor_file
from core.predict import predictor
from core.values import Finished, ModelVersion, Progress

VERSION = ModelVersion("feedfacefeedface", Path("new.safetensors"), "New", 0.5)
MACHINE = jobs.Machine()


@pytest.fixture
def exports(monkeypatch):
    """OpenVINO is here and twice as fast; what was exported, and in which order."""
    exported = []

    class Fake:
        batch = 1

        def __init__(self, name):
            self.name = name

    def slow(version, *_, **__):
        exported.append(version.id)
        return Fake("openvino-cpu-int8")

    monkeypatch.setattr(openvino, "version", lambda: "2026.1")
    monkeypatch.setattr(openvino, "OpenVinoRunner", slow)
    monkeypatch.setattr(engines, "torch_runner", lambda *_, **__: Fake("torch-cpu-bfloat16"))
    monkeypatch.setattr(engines, "seconds", lambda runner: 0.5 if "openvino" in runner.name else 1.0)
    for module in (tensor_file, predictor):
        monkeypatch.setattr(module, "read_metadata", lambda _: {"ranges": {"merge.0": 12.5}})
    monkeypatch.setattr("core.network.shelf.Shelf.find", lambda *_: VERSION)
    jobs.predictor_for.cache_clear()
    yield exported
    jobs.predictor_for.cache_clear()


def engine_of_the_window():
    return jobs.predictor_for(VERSION.path, MACHINE).runner.name


def test_a_new_version_is_not_exported_before_its_first_prediction(exports):
    assert engine_of_the_window() == "torch-cpu-bfloat16"
    assert not exports


def test_after_the_trial_the_window_goes_on_with_the_faster_engine_and_does_not_try_again(exports):
    engine_of_the_window()
    events = list(jobs.try_engines(VERSION, MACHINE))
    assert isinstance(events[0], Progress) and events[-1] == Finished(None)
    assert engine_of_the_window() == "openvino-cpu-int8"
    exports.clear()
    assert list(jobs.try_engines(VERSION, MACHINE)) == [Finished(None)]
    assert not exports


def test_an_engine_that_does_not_work_is_no_failure(exports, monkeypatch, caplog):
    def broken(*_, **__):
        raise RuntimeError("unsupported processor")

    monkeypatch.setattr(openvino, "OpenVinoRunner", broken)
    assert list(jobs.try_engines(VERSION, MACHINE))[-1] == Finished(None)
    assert engine_of_the_window() == "torch-cpu-bfloat16"
    assert "no other engine" in caplog.text


@pytest.fixture
def centre(qapp):
    made = TaskCentre()
    yield made
    made.close()


@pytest.fixture
def tried(monkeypatch):
    """Versions that were tried, in order."""
    found = []

    def trial(version, _machine):
        found.append(version.id)
        yield Finished(None)

    monkeypatch.setattr(flow, "REST_MS", 0)
    monkeypatch.setattr(jobs, "has_other_engine", lambda: True)
    monkeypatch.setattr(jobs, "try_engines", trial)
    return found


def a_trial(centre):
    session, predicting = SimpleNamespace(model=VERSION), SimpleNamespace(machine=MACHINE)
    return EngineTrial(session, predicting, centre)


def work():
    yield Finished(None)


def test_each_version_is_tried_once_and_only_after_other_work_has_ended(qtbot, centre, tried):
    trial = a_trial(centre)
    with qtbot.waitSignal(centre.ended, check_params_cb=lambda title, _: title == TITLE):
        centre.start(work, "Predicting", Handlers())
        assert not tried
    for _ in range(2):
        with qtbot.waitSignal(trial._rest.timeout):
            centre.start(work, "Predicting", Handlers())
    assert tried == [VERSION.id]


def test_where_nothing_but_torch_is_installed_nothing_is_tried(qtbot, centre, tried, monkeypatch):
    monkeypatch.setattr(jobs, "has_other_engine", lambda: False)
    trial = a_trial(centre)
    with qtbot.waitSignal(centre.became_idle):
        centre.start(work, "Predicting", Handlers())
    assert not trial._rest.isActive() and not tried
