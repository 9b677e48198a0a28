"""The time that is said before a run."""

import subprocess
import sys
from pathlib import Path

from core.train.estimate import seconds_for
from core.values import Preset, TrainingPlan


def plan(**said):
    return TrainingPlan((), Path(), device="cpu", **said)


def test_quick_is_about_ten_minutes_on_two_cores_and_thorough_much_longer():
    assert 5 * 60 < seconds_for(plan(threads=2)) < 15 * 60
    assert seconds_for(plan(threads=2, preset=Preset.THOROUGH)) > 3 * seconds_for(plan(threads=2))


def test_fewer_threads_take_longer_and_fewer_steps_shorter():
    assert seconds_for(plan(threads=1)) > seconds_for(plan(threads=2)) > seconds_for(plan(threads=2, steps=10))


def test_a_limit_in_minutes_is_the_longest():
    assert seconds_for(plan(threads=1, minutes=2)) == 120


def test_estimating_loads_no_torch():
    code = "import sys, core.train.estimate; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
