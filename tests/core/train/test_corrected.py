"""Corrections as extra supervision: exactly the pixels that a hand touched, and only where that is asked for."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.project import corrections
from core.project.corrections import Stroke
from core.project.project import Project
from core.train import corrected, trainer
from core.train.corrected import read_strokes, square
from core.train.losses import pseudo_loss
from core.train.recipe import Recipe
from core.train.sampling import Steps
from core.train.trainer import train
from core.values import Correction, EpochReport

SMALL = Recipe(size_px=32, painted=1, clean=1, tagged=1)


def drawn_on(photo, folder, *, shape=(80, 90)):
    """A bar drawn and a bar erased, as a project keeps them."""
    layer = np.zeros(shape, np.uint8)
    layer[20:24, 30:60] = Stroke.DRAWN
    layer[40:50, 30:60] = Stroke.ERASED
    file = folder / f"{photo.path.stem}-layer.png"
    file.write_bytes(cv2.imencode(".png", layer)[1].tobytes())
    return layer, Correction(photo.path, file)


def test_labels_are_the_touched_pixels_and_unknown_elsewhere(site):
    layer, correction = drawn_on(site.photos[0], site.folder)
    strokes = read_strokes([correction], {site.photos[0].path})[site.photos[0].path]
    # A photo that spells each pixel's place, so that a label can be looked up where it comes from.
    rows, columns = np.mgrid[0:80, 0:90].astype(np.uint8)
    photo = np.stack([rows, columns, np.zeros_like(rows)], axis=2)
    for seed in range(20):
        pixels, labels = square(np.random.default_rng(seed), photo, strokes, 32)
        said = layer[pixels[..., 0], pixels[..., 1]]
        assert (labels == np.select([said == Stroke.DRAWN, said == Stroke.ERASED], [1, 0], -1)).all()
        assert (labels >= 0).any()


def test_loss_sees_exactly_the_corrected_pixels(site):
    _, correction = drawn_on(site.photos[0], site.folder)
    strokes = read_strokes([correction], {site.photos[0].path})
    labels = Steps(site.photos, SMALL, seed=0, strokes=strokes)[0].strokes
    logits = torch.zeros_like(labels, requires_grad=True)
    pseudo_loss(logits, labels).backward()
    assert torch.equal(logits.grad != 0, labels >= 0)
    assert (logits.grad[labels == 1] < 0).all() and (logits.grad[labels == 0] > 0).all()


def test_rest_of_a_step_is_the_same_with_corrections_and_without(site):
    _, correction = drawn_on(site.photos[0], site.folder)
    strokes = read_strokes([correction], {site.photos[0].path})
    plain, more = Steps(site.photos, SMALL, seed=3)[1], Steps(site.photos, SMALL, seed=3, strokes=strokes)[1]
    assert (plain.corrected, more.corrected) == (0, corrected.SQUARES)
    assert torch.equal(plain.images, more.images[: -corrected.SQUARES])


def test_strokes_on_photos_that_are_not_learnt_from_are_left_alone(site):
    _, correction = drawn_on(site.photos[0], site.folder)
    strokes = read_strokes([correction], {site.photos[0].path})
    assert Steps(site.photos[1:], SMALL, seed=0, strokes=strokes)[0].corrected == 0


def test_photo_that_was_exchanged_for_one_of_another_size_gives_no_labels(site):
    _, correction = drawn_on(site.photos[0], site.folder, shape=(40, 40))
    strokes = read_strokes([correction], {site.photos[0].path})
    assert Steps(site.photos, SMALL, seed=0, strokes=strokes)[0].corrected == 0


@pytest.mark.parametrize("content", [None, b"", b"no picture"])
def test_layer_that_is_gone_or_damaged_is_told_before_the_run(site, content):
    file = site.folder / "layer.png"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TrainingError, match="train without corrections"):
        next(train(site.plan(corrections=(Correction(site.photos[0].path, file),))))


def test_run_learns_from_corrections_only_where_the_plan_brings_them(site, fast, monkeypatch):
    seen = []
    monkeypatch.setattr(trainer, "pseudo_loss", lambda logits, labels: seen.append(labels) or logits.sum() * 0)
    # Every photo, so that the one that is kept back for validation does not matter; under the guard.
    plan = site.plan(corrections=tuple(drawn_on(photo, site.folder)[1] for photo in site.photos))
    reports = [event for event in train(plan) if isinstance(event, EpochReport)]
    assert "corrections" in reports[-1].losses
    assert any(labels.shape[0] == corrected.SQUARES for labels in seen)
    plain = list(train(replace(plan, out=site.folder / "plain", corrections=())))
    assert not any("corrections" in event.losses for event in plain if isinstance(event, EpochReport))


def test_project_names_the_layer_that_holds_of_each_photo(site):
    layer, _ = drawn_on(site.photos[0], site.folder)
    with Project.open(site.folder / "photos") as project:
        project.sync([photo.path for photo in site.photos])
        ids = [row.id for row in project.photos()]
        corrections.save(project, ids[0], layer)
        corrections.save(project, ids[1], layer)
        corrections.save(project, ids[1], np.zeros_like(layer))
        (found,) = corrections.for_training(project)
        assert found.photo == project.path(project.photo(ids[0]))
        assert (cv2.imread(str(found.layer), cv2.IMREAD_UNCHANGED) == layer).all()
