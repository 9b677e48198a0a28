"""A photo never waits for a map that nobody brings any more."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from app.flows.showing import Showing, Sources

MAP = np.full((40, 60), 200, np.uint8)


class Folder(QObject):
    """Stands where the session does: all photos are there, no model has seen them."""

    folder_changed, model_changed = Signal(), Signal()

    def has(self, photo_id):
        return True

    def set_error(self, photo_id, sentence):
        pass


@pytest.fixture
def showing(qtbot, tmp_path):
    flow = Showing(Folder(), lambda photo_id: Sources(tmp_path / f"{photo_id}.png", lambda: None))
    yield flow
    flow.close()


def test_photo_is_shown_without_the_map_that_came_while_another_was_looked_at(qtbot, showing, paint, tmp_path):
    for photo in (7, 8):
        paint(tmp_path / f"{photo}.png")
    with qtbot.waitSignal(showing.ready):
        showing.show(7)
    gate = threading.Event()
    showing._pool.submit(gate.wait)
    showing.take_map(7, MAP)
    with qtbot.waitSignal(showing.ready):
        showing.show(8)
        gate.set()
    with qtbot.waitSignal(showing.ready) as ready:
        showing.show(7)
    assert ready.args[0].id == 7 and ready.args[0].map is None


def test_photo_that_could_not_be_read_when_its_map_came_is_shown_once_it_can(qtbot, showing, paint, tmp_path):
    with qtbot.waitSignal(showing.unreadable):
        showing.show(7)
    with qtbot.waitSignal(showing.unreadable):
        showing.take_map(7, MAP)
    paint(tmp_path / "7.png")
    with qtbot.waitSignal(showing.ready) as ready:
        showing.show(7)
    assert ready.args[0].id == 7
