"""Hashes, dates and fingerprints are found out in the background."""

import shutil

import cv2
import numpy as np

from app.flows import cataloguing
from app.flows.opening import walk
from core.project.content import fingerprints
from core.project.project import Project
from core.values import Finished, Tag


def photo(path, seed):
    pixels = np.random.default_rng(seed).integers(0, 255, (8, 8), np.uint8)
    cv2.imwrite(str(path), cv2.resize(pixels, (80, 60), interpolation=cv2.INTER_CUBIC))
    return path


def catalogue(folder):
    """As the window does it: walk, read, keep."""
    list(walk(folder))
    for event in cataloguing.catalogue(folder):
        if isinstance(event, tuple):
            with Project.open(folder) as project:
                cataloguing._keep(event, project)
    assert isinstance(event, Finished)


def rows(folder):
    with Project.open(folder) as project:
        return {row.path: row for row in project.photos()}


def test_new_photos_get_hash_size_and_fingerprint(tmp_path):
    photo(tmp_path / "a.png", 1)
    catalogue(tmp_path)
    row = rows(tmp_path)["a.png"]
    assert row.hash and (row.height, row.width) == (60, 80)
    with Project.open(tmp_path) as project:
        assert list(fingerprints(project.connection)) == [row.id]


def test_unreadable_photo_keeps_its_sentence_and_the_others_go_on(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no photo")
    photo(tmp_path / "b.png", 1)
    catalogue(tmp_path)
    assert rows(tmp_path)["a.png"].error
    assert rows(tmp_path)["b.png"].hash


def test_moved_photo_brings_its_tag_along(tmp_path):
    photo(tmp_path / "a.png", 1)
    catalogue(tmp_path)
    with Project.open(tmp_path) as project:
        project.set_tags([rows(tmp_path)["a.png"].id], Tag.CRACKED)
    (tmp_path / "pier").mkdir()
    shutil.move(tmp_path / "a.png", tmp_path / "pier" / "b.png")
    catalogue(tmp_path)
    assert rows(tmp_path)["pier/b.png"].tag is Tag.CRACKED


def test_changed_photo_keeps_its_tag_and_is_marked(tmp_path):
    photo(tmp_path / "a.png", 1)
    catalogue(tmp_path)
    with Project.open(tmp_path) as project:
        project.set_tags([rows(tmp_path)["a.png"].id], Tag.CRACKED)
    photo(tmp_path / "a.png", 2)
    catalogue(tmp_path)
    row = rows(tmp_path)["a.png"]
    assert row.is_changed and row.tag is Tag.CRACKED


def test_nothing_is_read_twice(tmp_path):
    photo(tmp_path / "a.png", 1)
    catalogue(tmp_path)
    assert [event for event in cataloguing.catalogue(tmp_path) if isinstance(event, tuple)] == []


def test_photo_that_came_down_from_the_cloud_is_read_the_next_time(tmp_path, monkeypatch):
    photo(tmp_path / "a.png", 1)
    with monkeypatch.context() as away:
        away.setattr("core.photos.source.is_in_cloud", lambda facts: True)
        catalogue(tmp_path)
    assert "cloud" in rows(tmp_path)["a.png"].error and not rows(tmp_path)["a.png"].hash
    catalogue(tmp_path)
    assert not rows(tmp_path)["a.png"].error and rows(tmp_path)["a.png"].hash
