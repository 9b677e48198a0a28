"""Runs of a few steps with a small network: kept, stopped, resumed, refused."""

import errno
import json
import weakref
from dataclasses import replace

import pytest
import torch

from core.errors import CoreError, TrainingError, UsageError
from core.network.tensor_file import read_metadata, read_tensors
from core.train import speed, trainer
from core.train.run_state import BEST_FILE, STATE_FILE, reports_so_far
from core.train.trainer import train
from core.values import EpochReport, Finished, Progress, Role, Tag

pytestmark = pytest.mark.usefixtures("fast")


def weights(folder, file=BEST_FILE):
    return read_tensors(folder / file)


def equal(first, second) -> bool:
    return first.keys() == second.keys() and all(torch.equal(first[name], second[name]) for name in first)


def steps_done(events, wanted):
    """Drains a run until so many steps are done, then stops it."""
    for event in events:
        if isinstance(event, Progress) and event.message == "Training" and event.done == wanted:
            break
    events.close()


def test_a_run_reports_each_step_and_ends_with_its_network(site):
    events = list(train(site.plan()))
    assert events[-1] == Finished(site.folder / "run" / BEST_FILE)
    training = [event for event in events if isinstance(event, Progress) and event.message == "Training"]
    assert [event.done for event in training] == [1, 2, 3] and training[-1].eta_s == 0
    reports = [event for event in events if isinstance(event, EpochReport)]
    assert [report.step for report in reports] == [0, 1, 2, 3]
    assert {"painted", "clean", "tags", "pseudo"} == set(reports[-1].losses)
    assert {"painted_dice", "painted_threshold", "clean_false_alarm"} <= set(reports[-1].figures)


@pytest.mark.parametrize("wanted", [1, 3])
def test_memory_goes_back_once_nothing_holds_the_networks_any_more(site, monkeypatch, wanted):
    begun, alive = [], []
    fresh = trainer.RunState.fresh

    def watched(network, **options):
        begun.append(weakref.ref(network))
        return fresh(network, **options)

    monkeypatch.setattr(trainer.RunState, "fresh", watched)
    monkeypatch.setattr(trainer, "give_back", lambda: alive.extend(network() for network in begun))
    steps_done(train(site.plan()), wanted)
    assert alive == [None]


def test_network_says_what_it_learnt_from(site, tagged):
    held_out = tagged("held.png", Tag.CRACKED, role=Role.HELD_OUT)
    list(train(site.plan(photos=(*site.photos, held_out), seed=7, note="first site")))
    said = read_metadata(site.folder / "run" / BEST_FILE)
    assert (said["seed"], said["step"], said["steps"], said["note"]) == (7, 3, 3, "first site")
    assert said["tags"]["held_out"] == 1
    assert 0 < said["tags"]["cracked"] + said["tags"]["not_cracked"] <= len(site.photos)
    assert said["recipe"]["size_px"] == 64 and 0 < said["threshold"] <= 1
    of_the_network = {"format_version", "architecture", "normalisation", "working_scale", "threshold", "gate", "parent"}
    assert of_the_network | {"created", "figures", "seed", "tags", "note"} <= said.keys()
    assert len(said["tags"]["snapshot"]) == 16


def test_same_seed_and_steps_give_the_same_network(site):
    list(train(site.plan("one", seed=3)))
    list(train(site.plan("two", seed=3)))
    list(train(site.plan("three", seed=4)))
    assert equal(weights(site.folder / "one"), weights(site.folder / "two"))
    assert not equal(weights(site.folder / "one"), weights(site.folder / "three"))


def test_stopped_and_resumed_run_is_equal_to_one_in_one_go(site):
    list(train(site.plan("straight", steps=4)))
    steps_done(train(site.plan("parts", steps=4)), 2)
    assert read_metadata(site.folder / "parts" / STATE_FILE)["step"] == 2
    list(train(site.plan("parts", steps=4, resume=True)))
    assert equal(weights(site.folder / "straight"), weights(site.folder / "parts"))
    assert equal(weights(site.folder / "straight", STATE_FILE), weights(site.folder / "parts", STATE_FILE))


def test_interrupted_run_remembers_what_it_reported(site):
    events = []
    run = train(site.plan())
    for event in run:
        events.append(event)
        if isinstance(event, Progress) and event.done == 2 and event.message == "Training":
            break
    run.close()
    told = [event for event in events if isinstance(event, EpochReport)]
    kept = reports_so_far(site.folder / "run")
    assert [report.step for report in kept] == [0, 1] and len(told) == 2
    assert [(report.losses, report.figures) for report in kept] == [(each.losses, each.figures) for each in told]
    assert reports_so_far(site.folder / "nothing here") == []


def test_stopped_run_keeps_its_best_so_far(site):
    steps_done(train(site.plan()), 2)
    assert read_metadata(site.folder / "run" / BEST_FILE)["step"] == 1
    assert not list((site.folder / "run").glob("*.part"))


def test_run_stopped_before_its_first_step_leaves_no_state(site):
    events = train(site.plan())
    next(events)
    events.close()
    assert not (site.folder / "run" / STATE_FILE).exists()


def test_resuming_a_finished_run_finishes_at_once(site):
    list(train(site.plan()))
    events = list(train(site.plan(resume=True)))
    assert isinstance(events[-1], Finished)
    assert not [event for event in events if isinstance(event, EpochReport)]


def test_resume_without_a_state_begins(site):
    assert isinstance(list(train(site.plan(resume=True)))[-1], Finished)


@pytest.mark.parametrize("change", ["seed", "steps", "tags", "rate"])
def test_another_plan_is_not_resumed(site, change):
    list(train(site.plan()))
    flipped = replace(site.photos[0], tag=Tag.NOT_CRACKED)
    other = {
        "seed": {"seed": 9},
        "steps": {"steps": 5},
        "tags": {"photos": (flipped, *site.photos[1:])},
        "rate": {"rate": 0.5},
    }
    with pytest.raises(TrainingError, match="other photos or settings"):
        list(train(site.plan(resume=True, **other[change])))


def test_damaged_state_is_told(site):
    list(train(site.plan()))
    state = site.folder / "run" / STATE_FILE
    state.write_bytes(state.read_bytes()[:-20])
    with pytest.raises(CoreError, match="cut short"):
        list(train(site.plan(resume=True)))


def test_minutes_end_a_run(site, monkeypatch):
    events = list(train(site.plan(steps=500, minutes=0.001)))
    assert isinstance(events[-1], Finished)
    last = [event for event in events if isinstance(event, EpochReport)][-1]
    assert 0 < last.step < 500


def test_cancel_is_heard_within_a_validation(site):
    """Validation is made of parts, each of which is an event."""
    events = train(site.plan())
    seen = []
    for event in events:
        seen.append(event)
        if isinstance(event, Progress) and event.message == "Validating":
            break
    events.close()
    assert not any(isinstance(event, EpochReport) for event in seen)


def test_diverged_run_says_so_keeps_its_best_and_no_broken_state(site, monkeypatch):
    original = trainer.dense_loss
    calls = []

    def diverging(logits, masks):
        calls.append(1)
        return original(logits, masks) * (float("nan") if len(calls) > 2 else 1)

    monkeypatch.setattr(trainer, "dense_loss", diverging)
    with pytest.raises(TrainingError, match="diverged"):
        list(train(site.plan()))
    assert read_metadata(site.folder / "run" / BEST_FILE)["step"] == 2
    assert not (site.folder / "run" / STATE_FILE).exists()


def test_full_disk_is_told(site, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("core.network.tensor_file.os.fsync", full)
    with pytest.raises(CoreError, match="No space left on device"):
        list(train(site.plan()))
    assert not list((site.folder / "run").glob("*.part"))


def test_folder_that_cannot_be_made_is_told(site):
    (site.folder / "file").write_text("no folder")
    with pytest.raises(TrainingError, match="file"):
        list(train(site.plan("file/run")))


def test_no_cracked_photo_is_told(site):
    clean = tuple(photo for photo in site.photos if photo.tag is Tag.NOT_CRACKED)
    with pytest.raises(TrainingError, match="tagged cracked"):
        list(train(site.plan(photos=clean)))


def test_unknown_recipe_is_refused(site, monkeypatch):
    monkeypatch.undo()
    with pytest.raises(UsageError, match="global-max"):
        list(train(site.plan(recipe="best")))


def test_broken_photos_are_skipped_and_each_is_told_once(site):
    for photo in site.photos[:4]:
        photo.path.write_bytes(photo.path.read_bytes()[:150])
    events = list(train(site.plan(steps=12)))
    assert isinstance(events[-1], Finished)
    told = [event.message for event in events if isinstance(event, Progress) and ".png" in event.message]
    assert told and len(told) == len(set(told))
    assert set(read_metadata(site.folder / "run" / BEST_FILE)["unreadable"]) <= set(told)


def test_a_run_measures_how_fast_this_machine_is(site, monkeypatch, home):
    monkeypatch.setattr(trainer, "_MEASURED_STEPS", 3)
    assert speed.known(site.plan()) is None
    list(train(site.plan()))
    found = speed.known(site.plan())
    assert found.step > 0 and found.validation > 0
    assert list(json.loads((home / "training-speed.json").read_text())) == ["cpu/1"]


def test_reference_recipe_learns_from_whole_photos_and_tags_alone(site, monkeypatch):
    tiny = replace(trainer.recipe_for(site.plan()), painted=0, clean=0, tagged=3, size_px=48)
    monkeypatch.setattr(trainer, "recipe_for", lambda plan: tiny)
    events = list(train(site.plan(recipe="global-max")))
    reports = [event for event in events if isinstance(event, EpochReport)]
    assert set(reports[-1].losses) == {"tags"}
    assert read_metadata(site.folder / "run" / BEST_FILE)["recipe"]["name"] == "global-max"
