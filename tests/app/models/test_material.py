"""What is too few is said before the start."""

from pathlib import Path

from app.models.material import material
from app.models.samples import Sample
from core.values import Preset, Role, Tag, TaggedPhoto


def photos(tag, learning, held_out):
    roles = [Role.TRAIN] * learning + [Role.HELD_OUT] * held_out
    return [TaggedPhoto(Path(f"{tag}{n}.jpg"), tag, role=role) for n, role in enumerate(roles)]


def unsure(number):
    return Sample(number, Path(f"unsure{number}.jpg"), Tag.UNSURE, None)


def test_without_a_cracked_photo_to_learn_from_there_is_no_start():
    found = material(
        photos(Tag.NOT_CRACKED, 30, 8) + photos(Tag.CRACKED, 0, 3), samples=[unsure(1), unsure(2)], seconds={}
    )
    assert "cracked" in found.problem
    assert found.unsure == 2


def test_few_photos_and_no_comparison_are_told_but_do_not_forbid():
    found = material(photos(Tag.CRACKED, 8, 2), seconds={Preset.QUICK: 60.0})
    assert not found.problem
    assert [words in " ".join(found.advice) for words in ("Only 8", "false alarms", "compared")] == [True] * 3


def test_enough_of_everything_leaves_nothing_to_say():
    found = material(photos(Tag.CRACKED, 80, 20) + photos(Tag.NOT_CRACKED, 80, 20), seconds={})
    assert (found.cracked, found.not_cracked, found.advice, found.problem) == ((80, 20), (80, 20), (), "")
