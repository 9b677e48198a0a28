import numpy as np
import pytest

from core.project.predictions import StoredPrediction
from core.values import cut


@pytest.fixture
def histogram():
    return np.random.default_rng(0).integers(0, 1000, 256)


def test_the_active_models_scores_stand_in_the_list(project, add):
    a, b = add(project, "a.jpg", "b.jpg")
    project.record_predictions(
        [
            StoredPrediction(a, "first", photo_score=0.25),
            StoredPrediction(a, "second", photo_score=0.75),
            StoredPrediction(b, "second", error="No memory."),
        ]
    )
    project.set_setting("active_model", "second")
    assert [(row.photo_score, row.error) for row in project.photos()] == [(0.75, None), (None, "No memory.")]
    assert [row.photo_score for row in project.photos(model="first")] == [0.25, None]


def test_a_histogram_comes_back_as_it_was(project, add, histogram):
    (photo,) = add(project, "a.jpg")
    histogram[3] = 2**32 - 1
    project.record_predictions([StoredPrediction(photo, "m", cache_key="k", photo_score=1.0, histogram=histogram)])
    found = project.prediction(photo, "m")
    assert found.cache_key == "k" and (found.histogram == histogram).all()
    assert project.prediction(photo, "other") is None


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.5, 1.0])
def test_crack_areas_are_those_of_the_mask(project, add, threshold):
    a, b, _ = add(project, "a.jpg", "b.jpg", "c.jpg")
    maps = np.random.default_rng(1).integers(0, 256, (2, 50, 40)).astype(np.uint8)
    project.record_predictions(
        StoredPrediction(photo, "m", histogram=np.bincount(map_.ravel(), minlength=256))
        for photo, map_ in zip((a, b), maps, strict=True)
    )
    expected = {photo: (map_ >= cut(threshold)).mean() for photo, map_ in zip((a, b), maps, strict=True)}
    assert project.crack_areas("m", threshold) == pytest.approx(expected)
    assert project.crack_areas("other", threshold) == {}


def test_the_answer_for_a_photo_that_is_gone_is_left_out(project):
    project.record_predictions([StoredPrediction(99, "m", photo_score=0.5)])
    assert project.prediction(99, "m") is None


def test_a_histogram_of_another_length_is_our_mistake(project, add):
    (photo,) = add(project, "a.jpg")
    with pytest.raises(ValueError, match="256 levels"):
        project.record_predictions([StoredPrediction(photo, "m", histogram=np.zeros(10, np.int64))])
