"""Triage at length through the real main(): fifty photos by keys alone, a thousand at once, and what is left over."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from app import jobs
from core.network.shelf import Shelf
from core.project.project import Project
from core.values import Tag
from tests.windows import DARK, DarkIsCracked, drive

SURER = replace(DARK, id="feedfacefeedface", name="Surer", path=Path("surer.safetensors"), is_shipped=False)


@pytest.fixture(autouse=True)
def networks(monkeypatch):
    """Two versions: by the second, nothing in these photos is dark enough for a crack."""
    known = {DARK.path: DarkIsCracked(DARK), SURER.path: DarkIsCracked(SURER, 0.5)}
    monkeypatch.setattr(jobs, "predictor_for", lambda file, machine: known[file])
    monkeypatch.setattr(Shelf, "shipped", lambda self: DARK)
    monkeypatch.setattr(Shelf, "versions", lambda self: [DARK, SURER])
    return known


def photos(folder, count):
    """Every third one is dark enough to be cracked."""
    for number in range(count):
        pixels = np.full((12, 16, 3), 60 if number % 3 == 0 else 200, np.uint8)
        cv2.imwrite(str(folder / f"span {number}.png"), pixels)
    return folder


def tags(folder):
    with Project.open(folder) as project:
        return Counter(row.tag for row in project.photos())


def test_fifty_photos_are_tagged_by_keys_alone_under_a_filter(qtbot, tmp_path):
    def script(user):
        user.has_photos(60)
        user.press("Ctrl+F")
        for letter in "tag:none":
            user.press(letter) if letter != ":" else user.window.focusWidget().insert(":")
        user.press("Return")
        for number in range(50):
            user.press("C" if number % 3 == 0 else "N")
        user.all_on_disk()
        # The filter held all the time: what was tagged has left, what is left is looked at.
        assert user.listed() == [f"span {number}.png" for number in range(50, 60)]
        assert user.current == "span 50.png"

    drive(qtbot, script, photos(tmp_path, 60))
    assert tags(tmp_path) == {Tag.CRACKED: 17, Tag.NOT_CRACKED: 33, None: 10}


@pytest.mark.slow
def test_a_thousand_photos_are_tagged_as_one_action_and_undone_by_one_key(qtbot, tmp_path):
    def script(user):
        user.window.settings.set_value("work/predict_all", False)
        user.has_photos(1000)
        user.press("Ctrl+A", "N")
        user.all_on_disk()
        assert {item.tag for item in user.window.session.items()} == {Tag.NOT_CRACKED}
        assert len(user.window.session.project.history(10)) == 1
        user.press("Ctrl+Z")
        user.until(lambda: {item.tag for item in user.window.session.items()} == {None})

    drive(qtbot, script, photos(tmp_path, 1000))
    assert tags(tmp_path) == {None: 1000}


def test_tags_that_a_new_version_contradicts_are_a_queue_one_key_away(qtbot, tmp_path):
    def script(user):
        user.has_photos(6)
        user.all_predicted()
        user.press("C", "N", "N", "C", "N", "N")
        user.all_on_disk()
        user.press("Alt+6")
        assert user.listed() == []
        user.window.shelving.refresh()
        user.until(lambda: len(user.window.shelving.versions) == 2)
        user.window.shelving.activate(SURER.id)
        user.until(lambda: user.window.session.model.id == SURER.id)
        user.all_predicted()
        user.until(lambda: user.listed() == ["span 0.png", "span 3.png"])
        # Said otherwise, a photo leaves the queue.
        user.window.session.set_current(user.item("span 0.png").id)
        user.press("N")
        user.all_on_disk()
        assert user.listed() == ["span 3.png"]

    drive(qtbot, script, photos(tmp_path, 6))
