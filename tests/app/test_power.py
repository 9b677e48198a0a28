"""Learning steps back behind everything else, and says so when the machine runs on its battery."""

import os
import sys
import threading
from collections import namedtuple

import psutil
import pytest

from app import power

Battery = namedtuple("Battery", "percent secsleft power_plugged")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives each thread a niceness of its own")
def test_only_the_thread_that_asks_for_it_and_those_that_it_starts_step_back():
    seen = {}

    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    def work():
        power.lower_priority()
        seen["own"] = niceness()
        child = threading.Thread(target=lambda: seen.update(child=niceness()))
        child.start()
        child.join()

    before = niceness()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == {"own": power.NICE, "child": power.NICE}
    assert niceness() == before


@pytest.mark.parametrize(
    ("found", "said"),
    [(None, None), (Battery(80.4, 100, False), 80), (Battery(80.4, -2, True), None), (Battery(5, -1, None), None)],
)
def test_battery_is_named_only_while_the_machine_runs_on_it(monkeypatch, found, said):
    monkeypatch.setattr(psutil, "sensors_battery", lambda: found)
    assert power.battery_percent() == said


def test_system_that_does_not_tell_is_no_error(monkeypatch):
    def refuse():
        raise OSError("no such sensor")

    monkeypatch.setattr(psutil, "sensors_battery", refuse)
    assert power.battery_percent() is None
