"""Which map belongs to a photo while the disk is slower than the network, and after the cache let it go."""

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from app import jobs
from app.flows.predicting import Predicting
from app.models.photo_list import PhotoList
from app.session import Session
from app.settings import Settings
from core.predict.cache import MapCache
from core.project.content import Content
from core.project.project import Project
from core.values import ModelVersion, Prediction

MODEL = ModelVersion("feedfacefeedface", Path("none"), "None", 0.5)
KEY = "0123456789abcdef"


class NoThumbnails(QObject):
    ready = Signal(int)


class Idle:
    """Stands where the task centre does; the test does the work by hand."""

    def __init__(self):
        self.work = []

    def start(self, work, *_, **__):
        self.work.append(work)
        return self


@pytest.fixture
def session(qtbot, tmp_path):
    session = Session()
    project = Project.open(tmp_path)
    project.sync([tmp_path / name for name in ("a.jpg", "b.jpg", "c.jpg")])
    session.start_folder(project)
    session.set_model(MODEL)
    yield session
    session.close_folder()


@pytest.fixture
def predicting(session):
    photos = PhotoList(session, NoThumbnails(), session)
    photos.refresh()
    return Predicting(session, photos, Settings(), Idle(), session)


def predicted(photo_id):
    levels = np.zeros(256, np.int64)
    content = Content(f"{photo_id:064x}", 1, 1)
    return jobs.Predicted(photo_id, MODEL.id, KEY, 0.9, levels, content, np.full((4, 6), 200, np.uint8), 0.1)


def put(maps, found):
    MapCache(maps.folder, maps.cap_bytes).put(KEY, Prediction(found.probabilities, found.score, MODEL.id))


def test_a_map_is_found_before_its_line_in_the_project_is_on_disk(qtbot, session, predicting):
    written = threading.Event()
    session.write(lambda project: written.wait(20) and None)
    found = predicted(1)
    put(predicting.maps, found)
    predicting._on_event(found)
    assert session.project.prediction(1, MODEL.id) is None
    assert (predicting.map_reader(1)() == 200).all()
    written.set()
    qtbot.waitUntil(lambda: not predicting._unwritten)
    assert (predicting.map_reader(1)() == 200).all()


def test_a_map_that_is_on_its_way_is_not_another_models(session, predicting):
    written = threading.Event()
    session.write(lambda project: written.wait(20) and None)
    put(predicting.maps, predicted(1))
    predicting._on_event(predicted(1))
    session.set_model(ModelVersion("beefbeefbeefbeef", Path("none"), "Other", 0.5))
    assert predicting.map_reader(1)() is None
    written.set()


def test_an_evicted_map_is_made_again_when_its_photo_is_looked_at_again(session, predicting):
    for photo_id in (1, 2, 3):
        session.set_prediction(photo_id, 0.9, 0.1)
    session.set_current(1)
    predicting.need_map(1)
    session.photos_changed.emit()
    assert predicting._order.has_work, "a list that is read again takes no wish away"
    session.set_current(3)
    predicting._order.set_near(())
    session.set_current(2)
    assert predicting._order.take().id == 1
    predicting._on_event(predicted(1))
    predicting.need_map(1)
    assert not predicting._order.has_work, "once is enough: else a map that cannot be kept is made for ever"
