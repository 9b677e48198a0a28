"""The user's own copy of the sample photos."""

import pytest

from core.errors import ProjectError
from core.photos import pairing, reader
from core.project import samples
from core.project.place import user_folder


def test_every_sample_can_be_read_and_has_a_mask_of_its_size():
    folder = samples.unpack()
    masks = pairing.find_masks(folder)
    photos = list(pairing.photos(folder))
    assert len(photos) >= 8
    assert set(masks) == set(photos)
    for photo, mask in masks.items():
        assert pairing.read_mask(mask, reader.read(photo).shape[:2]).dtype == bool


def test_samples_lie_in_the_home_of_the_user():
    assert samples.unpack() == user_folder() / "samples"


def test_a_second_visit_keeps_what_the_user_changed():
    photo = next(iter(pairing.photos(samples.unpack())))
    photo.write_bytes(b"mine")
    samples.unpack()
    assert photo.read_bytes() == b"mine"


def test_a_sample_that_was_deleted_is_back_and_no_half_file_stays():
    folder = samples.unpack()
    before = sorted(folder.rglob("*"))
    next(iter(pairing.photos(folder))).unlink()
    samples.unpack()
    assert sorted(folder.rglob("*")) == before


def test_a_home_that_takes_no_files_is_told_in_a_sentence():
    user_folder().mkdir(parents=True, exist_ok=True)
    (user_folder() / "samples").write_text("in the way")
    with pytest.raises(ProjectError, match="open a folder of your own"):
        samples.unpack()
