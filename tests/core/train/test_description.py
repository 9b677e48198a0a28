"""What a network says about itself is what was validated."""

from pathlib import Path

from core.train.description import metadata, plan_key
from core.train.recipe import Recipe
from core.values import Tag, TaggedPhoto, TrainingPlan

PLAN = TrainingPlan((TaggedPhoto(Path("a.jpg"), Tag.CRACKED),), Path("run"))


def test_tags_are_counted_and_named(tmp_path):
    photos = (
        TaggedPhoto(Path("a.jpg"), Tag.CRACKED, source="wall"),
        TaggedPhoto(Path("b.jpg"), Tag.NOT_CRACKED, source="road"),
        TaggedPhoto(Path("c.jpg"), Tag.NOT_CRACKED),
    )
    said = metadata(PLAN, Recipe(), photos, figures={"painted_threshold": 0.5})["tags"]
    assert (said["cracked"], said["not_cracked"], said["sources"]) == (1, 2, ["road", "wall"])


def test_photos_whose_names_are_no_text_have_a_fingerprint():
    odd = TrainingPlan((TaggedPhoto(Path("\udcff.jpg"), Tag.CRACKED),), Path("run"))
    assert plan_key(odd, 3) != plan_key(PLAN, 3)
