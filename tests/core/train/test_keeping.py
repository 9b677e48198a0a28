"""Which network of a retraining is kept, and the gate that it gets."""

from pathlib import Path

import pytest

from core.errors import PhotoError
from core.network.tensor_file import read_metadata
from core.train import trainer, validation
from core.train.run_state import BEST_FILE
from core.train.trainer import train
from core.values import Tag, TaggedPhoto

pytestmark = pytest.mark.usefixtures("fast")


@pytest.fixture
def start(monkeypatch):
    """Lets a run that is not from random weights start from a small network with a gate."""

    def starting(plan):
        return trainer.CrackUNet(), "feedfacefeedface", 0.0001

    monkeypatch.setattr(trainer, "_starting_network", starting)
    return "shipped"


@pytest.fixture
def figures_say(monkeypatch):
    """Lets the validation say these Dice values one after the other."""

    def say(*dice: float) -> None:
        values = iter(dice)
        answer = {"painted_threshold": 0.5, "clean_false_alarm": 0.0}
        monkeypatch.setattr(validation, "painted_figures", lambda *_: {**answer, "painted_dice": next(values)})

    return say


@pytest.mark.parametrize(
    ("dice", "kept"), [((0.6, 0.59, 0.58), 2), ((0.6, 0.5, 0.5), 0), ((0.6, 0.7, 0.5), 1), ((0.6, 0.5, 0.61), 2)]
)
def test_a_retraining_keeps_the_latest_network_that_has_forgotten_nothing(site, start, figures_say, dice, kept):
    figures_say(*dice)
    list(train(site.plan("again", start=start, steps=2)))
    assert read_metadata(site.folder / "again" / BEST_FILE)["step"] == kept


def test_from_random_weights_the_last_network_is_kept(site, figures_say):
    figures_say(0.6, 0.5, 0.4)
    list(train(site.plan("anew", start="random", steps=2)))
    assert read_metadata(site.folder / "anew" / BEST_FILE)["step"] == 2


@pytest.mark.parametrize(("parent", "expected"), [(None, None), (0.3, 0.2), (0.1, 0.1)])
def test_gate_is_the_parents_unless_cracked_photos_of_the_site_fall_below_it(parent, expected):
    cracked, clean = (TaggedPhoto(Path(tag), tag) for tag in (Tag.CRACKED, Tag.NOT_CRACKED))
    scored = [(cracked, 0.9), (cracked, 0.2), (clean, 0.01), (cracked, PhotoError("gone"))]
    assert validation.lowered(parent, scored) == expected


def test_a_retrained_network_names_its_parent_and_its_gate(site, start):
    list(train(site.plan("gated", start=start, steps=1)))
    said = read_metadata(site.folder / "gated" / BEST_FILE)
    assert (said["parent"], said["gate"]) == ("feedfacefeedface", 0.0001)
