"""A run that was killed is found again with all that it was told."""

from datetime import datetime
from pathlib import Path

from app.flows import runs
from core.values import Correction, Preset, Role, Tag, TaggedPhoto, TrainingPlan


def plan(out):
    photos = (TaggedPhoto(Path("/pier/ä 1.jpg"), Tag.CRACKED, group="g", source="pier", role=Role.HELD_OUT),)
    return TrainingPlan(
        photos,
        out,
        start="/models/x.safetensors",
        preset=Preset.THOROUGH,
        threads=3,
        note="north",
        corrections=(Correction(photos[0].path, Path("/pier/layer.png")),),
    )


def killed(folder):
    runs.begin(plan(folder))
    (folder / runs.STATE_FILE).write_bytes(b"state")
    return folder


def test_killed_run_is_resumed_with_the_same_plan(tmp_path):
    folder = killed(runs.new_folder(tmp_path, datetime(2026, 11, 20, 10, 42)))
    found = runs.resumable(tmp_path)
    assert found.resume and found.out == folder
    assert (found.photos, found.corrections) == (plan(folder).photos, plan(folder).corrections)
    assert (found.start, found.preset, found.threads, found.note) == ("/models/x.safetensors", "thorough", 3, "north")


def test_youngest_killed_run_is_offered(tmp_path):
    killed(tmp_path / "20261120-100000")
    killed(tmp_path / "20261121-100000")
    assert runs.resumable(tmp_path).out.name == "20261121-100000"


def test_finished_run_is_not_offered_and_its_state_is_gone(tmp_path):
    folder = killed(tmp_path / "20261120-100000")
    runs.end(folder)
    assert runs.resumable(tmp_path) is None
    assert not (folder / runs.STATE_FILE).exists()


def test_damaged_plan_is_passed_over(tmp_path):
    older, younger = killed(tmp_path / "20261120-100000"), killed(tmp_path / "20261121-100000")
    (younger / runs.PLAN_FILE).write_text("{")
    assert runs.resumable(tmp_path).out == older
