import errno
import os

import numpy as np
import pytest

from core.errors import ProjectError
from core.project import corrections
from core.project.corrections import Stroke
from core.project.database import StorageError
from core.project.predictions import StoredPrediction
from core.project.project import Project


@pytest.fixture
def layer():
    layer = np.zeros((30, 40), np.uint8)
    layer[5, 3:30] = Stroke.DRAWN
    layer[10:20, 7] = Stroke.ERASED
    return layer


def test_a_correction_comes_back_as_it_was_also_after_a_restart_and_a_batch_run(folder, project, add, layer):
    (photo,) = add(project, "a.jpg")
    corrections.save(project, photo, layer)
    (file,) = corrections.folder(project).iterdir()
    before = file.read_bytes()
    project.record_predictions([StoredPrediction(photo, "m", photo_score=0.1)])
    with Project.open(folder) as again:
        assert (corrections.load(again, photo) == layer).all()
        assert corrections.corrected_photos(again) == {photo}
    assert file.read_bytes() == before and corrections.files(project) == {file.name}


def test_strokes_are_undone_and_redone_one_by_one(project, add, layer):
    (photo,) = add(project, "a.jpg")
    second = layer.copy()
    second[0] = Stroke.DRAWN
    for state in (layer, second, np.zeros_like(layer)):
        corrections.save(project, photo, state)
    assert corrections.load(project, photo) is None
    project.undo()
    assert (corrections.load(project, photo) == second).all()
    project.undo()
    assert (corrections.load(project, photo) == layer).all()
    project.undo()
    assert corrections.load(project, photo) is None
    project.go_to(2)
    assert (corrections.load(project, photo) == second).all()


def test_what_was_drawn_and_erased_shapes_the_mask(layer):
    mask = np.zeros((30, 40), bool)
    mask[:, 7] = mask[:, 20] = True
    expected = mask.copy()
    expected[10:20, 7] = False
    expected[5, 3:30] = True
    assert (corrections.corrected(mask, layer) == expected).all()


def test_a_correction_of_an_exchanged_photo_is_a_sentence(layer):
    with pytest.raises(ProjectError, match="40 x 30 pixels, the photo 30 x 40"):
        corrections.corrected(np.zeros((40, 30), bool), layer)


def test_a_full_disk_keeps_the_layer_before(project, add, layer, monkeypatch):
    (photo,) = add(project, "a.jpg")
    corrections.save(project, photo, layer)

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("core.project.files.os.fsync", full)
        with pytest.raises(StorageError, match="No space left"):
            corrections.save(project, photo, np.full_like(layer, Stroke.DRAWN))
    assert (corrections.load(project, photo) == layer).all()
    assert len(list(corrections.folder(project).iterdir())) == 1, "no half-written file is left"


def test_a_damaged_or_missing_file_is_a_sentence(project, add, layer):
    (photo,) = add(project, "a.jpg")
    corrections.save(project, photo, layer)
    (file,) = corrections.folder(project).iterdir()
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(ProjectError, match="is damaged"):
        corrections.load(project, photo)
    file.write_bytes(b"")
    with pytest.raises(ProjectError, match="is damaged"):
        corrections.load(project, photo)
    file.unlink()
    with pytest.raises(ProjectError, match="is gone"):
        corrections.load(project, photo)


def test_a_layer_of_other_values_is_our_mistake(project, add, layer):
    (photo,) = add(project, "a.jpg")
    with pytest.raises(ValueError, match="uint8 of"):
        corrections.save(project, photo, layer + 1)
