"""Project files with bytes changed at random: each opens, or is a sentence. Never a crash, never a hang."""

import random
import shutil

import numpy as np
import pytest

from core.errors import ProjectError
from core.project import (
    comments,
    corrections,
    cracks,
    judgements,
    patterns,
    regions,
    repair,
    reviews,
    scales,
    thresholds,
)
from core.project.predictions import StoredPrediction
from core.project.project import Project
from core.values import Tag


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder whose project has a bit of everything."""
    return fill(tmp_path_factory.mktemp("whole"))


def fill(folder):
    """A bit of everything is said of the folder."""
    with Project.open(folder, user="ana") as project:
        project.sync(folder / f"deck/{number}.jpg" for number in range(40))
        ids = [row.id for row in project.photos()]
        project.set_tags(ids, Tag.CRACKED)
        project.undo()
        reviews.accept(project, ids)
        comments.comment(project, ids[0], "wet")
        cracks.judge(project, ids[0], [cracks.Anchor(1, 2)], cracks.Verdict.REJECTED)
        regions.add(project, ids[0], ((0, 0), (1, 1), (2, 0)))
        corrections.save(project, ids[0], np.full((3, 4), 255, np.uint8))
        thresholds.set_for_photos(project, ids, 0.3)
        patterns.learn(project, "{element}/*")
        scales.choose(project, scales.PAVEMENT_DISTRESS)
        project.set_setting("active_model", "m")
        project.record_predictions(StoredPrediction(photo, "m", histogram=np.arange(256)) for photo in ids)
    return folder


def flipped(content, chance):
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] = chance.randrange(256)


def cut_short(content, chance):
    del content[chance.randrange(len(content)) :]


def overwritten(content, chance):
    start = chance.randrange(len(content))
    content[start : start + 2000] = chance.randbytes(min(2000, len(content) - start))


def misspelt(content, chance):
    """Letters inside of texts, which SQLite does not notice."""
    for place in chance.sample(range(len(content)), 2000):
        if 32 < content[place] < 127:
            content[place] = chance.choice(b'{}[]",:0a"\x80')


def use(folder):
    """Reads everything and writes a little."""
    with Project.open(folder) as project:
        project.photos(), project.history(), project.tag_counts(), project.training_photos(), project.every_fact()
        project.crack_areas("m", 0.5), project.prediction(1, "m"), project.unhashed(), project.assign_roles()
        reviews.reviews(project), comments.comments(project), judgements.judgements(project)
        cracks.verdicts(project, 1), regions.regions(project, 1), corrections.load(project, 1)
        thresholds.thresholds(project), patterns.pattern(project), scales.scale(project)
        project.set_tags([1], Tag.UNSURE), project.undo(), project.undo(), project.redo()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("seed", (*range(5), 105, 106, 133))
@pytest.mark.parametrize("change", [flipped, cut_short, overwritten, misspelt])
def test_a_changed_file_opens_or_is_a_sentence_and_can_be_repaired(whole, tmp_path, change, seed):
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)
    file = folder / ".crack-review" / "project.sqlite"
    content = bytearray(file.read_bytes())
    change(content, random.Random(seed))
    file.write_bytes(content)
    try:
        use(folder)
    except ProjectError as error:
        assert "repair" in str(error)
    repair.repair(folder)
    use(folder)
