"""``crack-review train`` and ``selftest``, through the real main()."""

import json

import numpy as np
import pytest

from core.network.tensor_file import read_tensors
from core.project import corrections
from core.project.project import Project
from core.train import trainer
from core.values import EpochReport, Finished, Preset, Progress, Role, Tag


@pytest.fixture
def planned(monkeypatch):
    """The plans that reached the trainer, which says little and writes nothing."""
    plans = []

    def train(plan):
        plans.append(plan)
        yield Progress(0, 2, "Training")
        yield EpochReport(1, 2, 3.0, {"painted": 0.5}, {"tag_auroc": 0.75})
        yield Finished(plan.out / "best.safetensors")

    monkeypatch.setattr(trainer, "train", train)
    return plans


@pytest.fixture
def tagged(paint, tmp_path):
    """Forty photos and their table: the even ones are cracked, two sources."""
    lines = ["image,tag,source,photo"]
    for number in range(40):
        paint(tmp_path / "set" / f"{number}.png", thickness=3 * (number % 2 == 0), size=(96, 128))
        tag = "not_cracked" if number % 2 else "cracked"
        lines.append(f"{number}.png,{tag},{'wall' if number < 30 else 'road'},photo-{number}")
    (tmp_path / "set" / "tags.csv").write_text("\n".join(lines) + "\n")
    return tmp_path / "set"


def _table(tagged):
    return ["--images", tagged, "--tags", tagged / "tags.csv"]


def test_every_option_reaches_the_plan(cli, planned, tagged, tmp_path):
    code, *_ = cli(
        "train", *_table(tagged), "--out", tmp_path / "run", "--start", "random", "--preset", "thorough",
        "--imagenet-weights", tmp_path / "r50.pth", "--steps", 7, "--minutes", 1.5, "--seed", 3, "--device", "cpu",
        "--threads", 1, "--resume", "--note", "a site",
        "--recipe", "global-max", "--rate", 3e-4,
    )  # fmt: skip
    (plan,) = planned
    assert code == 0
    assert (plan.out, plan.start, plan.preset) == (tmp_path / "run", "random", Preset.THOROUGH)
    assert plan.imagenet_weights == tmp_path / "r50.pth"
    assert (plan.steps, plan.minutes, plan.seed, plan.device, plan.threads) == (7, 1.5, 3, "cpu", 1)
    assert (plan.resume, plan.note) == (True, "a site")
    assert (plan.recipe, plan.rate) == ("global-max", 3e-4)


def test_the_defaults_are_those_of_the_window(cli, planned, tagged, tmp_path):
    cli("train", *_table(tagged), "--out", tmp_path / "run")
    (plan,) = planned
    assert (plan.start, plan.preset, plan.steps, plan.minutes) == ("shipped", Preset.QUICK, None, None)
    assert (plan.seed, plan.device, plan.resume) == (0, "auto", False)


def test_a_tenth_of_the_photos_is_held_out_unless_the_rule_is_none(cli, planned, tagged, tmp_path):
    cli("train", *_table(tagged), "--out", tmp_path / "a")
    cli("train", *_table(tagged), "--out", tmp_path / "b", "--held-out-rule", "none")
    by_rule, without = planned
    assert 0 < sum(photo.role is Role.HELD_OUT for photo in by_rule.photos) < 12
    assert {photo.role for photo in without.photos} == {Role.TRAIN}
    assert len(by_rule.photos) == len(without.photos) == 40


def test_only_the_named_sources_train(cli, planned, tagged, tmp_path):
    cli("train", *_table(tagged), "--out", tmp_path / "run", "--sources", "road")
    assert {photo.source for photo in planned[0].photos} == {"road"}
    assert len(planned[0].photos) == 10
    code, _, err = cli("train", *_table(tagged), "--out", tmp_path / "run", "--sources", "road,sea")
    assert code == 2
    assert "sea" in err


def test_a_project_trains_on_its_own_tags_and_roles(cli, planned, tagged, tmp_path):
    (tagged / "tags.csv").unlink()
    cli("tags", "set", tagged, "cracked", *(f"{number}.png" for number in range(0, 20, 2)))
    cli("tags", "set", tagged, "not_cracked", *(f"{number}.png" for number in range(1, 20, 2)))
    cli("tags", "set", tagged, "unsure", "30.png")
    assert cli("train", "--project", tagged, "--out", tmp_path / "run")[0] == 0
    tags = [photo.tag for photo in planned[0].photos]
    assert (tags.count(Tag.CRACKED), tags.count(Tag.NOT_CRACKED), len(tags)) == (10, 10, 20)
    assert {photo.group for photo in planned[0].photos} != {""}
    cli("train", "--project", tagged, "--out", tmp_path / "again")
    assert planned[1].photos == planned[0].photos


def test_a_projects_corrections_are_learnt_from_only_when_asked_for(cli, planned, tagged, tmp_path):
    with Project.open(tagged) as project:
        project.sync(sorted(tagged.glob("*.png")))
        project.set_tags([row.id for row in project.photos()], Tag.CRACKED)
        layer = np.full((96, 128), corrections.Stroke.DRAWN, np.uint8)
        corrections.save(project, project.photos()[0].id, layer)
    assert cli("train", "--project", tagged, "--out", tmp_path / "run")[0] == 0
    assert cli("train", "--project", tagged, "--out", tmp_path / "again", "--corrections")[0] == 0
    assert [len(plan.corrections) for plan in planned] == [0, 1]
    code, _, err = cli("train", *_table(tagged), "--out", tmp_path / "third", "--corrections")
    assert code != 0 and "--project FOLDER" in err


def test_a_project_trains_without_its_unreadable_photos(cli, planned, tagged, tmp_path):
    (tagged / "0.png").write_bytes(b"broken")
    cli("tags", "set", tagged, "cracked", "0.png", "2.png")
    assert cli("train", "--project", tagged, "--out", tmp_path / "run")[0] == 0
    assert [photo.path.name for photo in planned[0].photos] == ["2.png"]


def test_reports_are_lines_for_people_or_json(cli, planned, tagged, tmp_path):
    _, out, err = cli("train", *_table(tagged), "--out", tmp_path / "run")
    assert "0/2" in err
    assert "step 1 of 2" in out
    assert "tag_auroc 0.7500" in out
    _, out, _ = cli("train", *_table(tagged), "--out", tmp_path / "run", "--json")
    report, finished = map(json.loads, out.splitlines())
    assert (report["event"], report["step"], report["figures"]) == ("report", 1, {"tag_auroc": 0.75})
    assert finished == {"event": "finished", "network": str(tmp_path / "run" / "best.safetensors")}


def test_the_time_is_said_before_the_start(cli, planned, tagged, tmp_path):
    _, _, err = cli("train", *_table(tagged), "--out", tmp_path / "run", "--minutes", 90)
    assert "40 tagged photos; about " in err
    assert " min." in err


def test_ctrl_c_says_how_to_go_on(cli, tagged, tmp_path, monkeypatch):
    def train(plan):
        yield Progress(0, 2)
        raise KeyboardInterrupt

    monkeypatch.setattr(trainer, "train", train)
    code, _, err = cli("train", *_table(tagged), "--out", tmp_path / "run")
    assert code == 130
    assert "--resume" in err


def test_a_finished_network_is_not_overwritten(cli, planned, tagged, tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "best.safetensors").write_bytes(b"weeks of work")
    code, _, err = cli("train", *_table(tagged), "--out", tmp_path / "run")
    assert code == 2
    assert "--resume" in err
    assert planned == []
    assert cli("train", *_table(tagged), "--out", tmp_path / "run", "--resume")[0] == 0


@pytest.mark.parametrize(
    "wrong", [[], ["--images", "."], ["--project", ".", "--tags", "t.csv"], ["--images", ".", "--project", "."]]
)
def test_photos_are_named_in_one_of_two_ways(cli, planned, wrong, tmp_path):
    code, _, err = cli("train", *wrong, "--out", tmp_path / "run")
    assert code == 2
    assert "--project FOLDER, or --images DIR and --tags CSV" in err


def test_imagenet_weights_need_a_network_that_starts_from_nothing(cli, planned, tagged, tmp_path):
    code, _, err = cli("train", *_table(tagged), "--out", tmp_path / "run", "--imagenet-weights", "r50.pth")
    assert code == 2
    assert "--start random" in err


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_same_seed_and_steps_give_the_same_network(cli, tagged, tmp_path):
    for run in "ab":
        code, *_ = cli("train", *_table(tagged), "--out", tmp_path / run, "--steps", 2, "--seed", 5, "--threads", 1)
        assert code == 0
    first, second = (read_tensors(tmp_path / run / "best.safetensors") for run in "ab")
    assert all(np.array_equal(first[name].numpy(), second[name].numpy()) for name in first)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_selftest_passes(cli):
    code, out, _ = cli("selftest", "--json")
    found = json.loads(out)
    assert [step["error"] for step in found["steps"]] == [None] * 4
    assert [step["step"] for step in found["steps"]] == ["predict", "train", "reload", "compare"]
    assert (code, found["passed"]) == (0, True)


def test_selftest_fails_where_a_step_does(cli, monkeypatch):
    from core.commands import selftest

    def broken(self):
        raise RuntimeError("no convolution here")

    for name in ("predict", "train", "reload"):
        monkeypatch.setattr(selftest.SelfTest, name, lambda self: None)
    monkeypatch.setattr(selftest.SelfTest, "compare", broken)
    monkeypatch.setattr(broken, "__name__", "compare")
    code, out, _ = cli("selftest")
    assert code == 1
    assert "no convolution here" in out
    assert "does not work here" in out
