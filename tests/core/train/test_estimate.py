"""How long a run takes, said before it starts and without torch."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.train import estimate, speed
from core.train.estimate import report_every, seconds_for
from core.train.recipe import average_decay, recipe_for
from core.train.speed import Speed
from core.train.split import Split, split
from core.values import Preset, Tag, TaggedPhoto, TrainingPlan


@pytest.fixture
def plan() -> TrainingPlan:
    """200 photos of 448 px on two cores, as an inspector's first site."""
    photos = [TaggedPhoto(Path(f"{n}.jpg"), Tag.CRACKED if n % 2 else Tag.NOT_CRACKED) for n in range(200)]
    return TrainingPlan(tuple(photos), Path("run"), device="cpu", threads=2)


@pytest.fixture
def fast_cores(monkeypatch):
    monkeypatch.setattr(estimate, "_has_bfloat16", lambda: True)


def test_quick_preset_takes_about_ten_minutes_on_two_cores(plan, fast_cores):
    assert 6 * 60 <= seconds_for(plan) <= 12 * 60


def test_steps_take_in_proportion_and_a_limit_in_minutes_holds(plan, fast_cores):
    short, long = seconds_for(replace(plan, steps=400)), seconds_for(replace(plan, steps=4000))
    assert 6 < long / short < 10
    assert seconds_for(replace(plan, steps=4000, minutes=3)) == 180
    assert seconds_for(replace(plan, preset=Preset.THOROUGH)) > 3 * seconds_for(plan)


def test_more_cores_are_faster_and_cores_without_bfloat16_slower(plan, fast_cores, monkeypatch):
    two, eight = seconds_for(plan), seconds_for(replace(plan, threads=8))
    assert eight < two / 2
    monkeypatch.setattr(estimate, "_has_bfloat16", lambda: False)
    assert seconds_for(plan) > 2 * two


def test_a_graphics_card_is_much_faster(plan, fast_cores):
    assert seconds_for(replace(plan, device="cuda")) < seconds_for(plan) / 10


def test_measured_speed_counts_more_than_the_calibration(plan, fast_cores, home):
    before = seconds_for(plan)
    speed.keep(plan, Speed(step=40.0, validation=1.0))
    assert seconds_for(plan) > 10 * before
    assert seconds_for(replace(plan, threads=1)) < seconds_for(plan)


@pytest.mark.parametrize("content", ["", "[]", '{"cpu/2": 5}', '{"cpu/2": {"step": -1, "validation": 1}}', "\x00"])
def test_damaged_measurements_are_as_good_as_none(plan, fast_cores, home, content):
    expected = seconds_for(plan)
    (home / "training-speed.json").write_text(content)
    assert seconds_for(plan) == expected
    speed.keep(plan, Speed(1.0, 1.0))
    assert speed.known(plan) == Speed(1.0, 1.0)


def test_a_disk_that_takes_nothing_is_no_error(plan, home, monkeypatch):
    monkeypatch.setenv("CRACK_REVIEW_HOME", str(home / "file"))
    (home / "file").write_text("")
    speed.keep(plan, Speed(1.0, 1.0))
    assert speed.known(plan) is None


def test_too_few_tags_have_an_estimate_too(plan):
    assert seconds_for(replace(plan, photos=())) > 0


@pytest.mark.parametrize(("steps", "every"), [(1, 1), (5, 1), (60, 10), (3000, 150)])
def test_a_run_has_six_to_twenty_validations_that_take_about_a_tenth_of_it(plan, steps, every):
    assert report_every(steps, recipe_for(plan), split(plan.photos)) == every


def test_validations_on_fewer_photos_are_seen_more_often(plan):
    few = Split(split(plan.photos).learning, ())
    assert report_every(300, recipe_for(plan), few) < report_every(300, recipe_for(plan), split(plan.photos))


@pytest.mark.parametrize(("steps", "kept"), [(400, 1 - 1 / 60), (3000, 1 - 1 / 450), (3, 0.0)])
def test_the_running_average_remembers_a_share_of_the_run(plan, steps, kept):
    assert average_decay(recipe_for(plan), steps) == pytest.approx(kept)


def test_the_estimate_needs_no_torch():
    script = "import sys; import core.train.estimate; print('torch' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
