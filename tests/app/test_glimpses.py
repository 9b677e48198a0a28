"""What the cheap pass saw reaches the canvas as large as the photo, before the finished map."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app import jobs
from app.flows.measuring import Measuring
from app.flows.showing import Showing, Shown, Sources
from app.imaging import map_pyramid, pyramid
from app.models.prediction_order import Wanted
from core.values import CoarseMap, ModelVersion, Prediction, Progress


class Glances:
    """Stands where the predictor does."""

    version, settings = ModelVersion("feedfacefeedface", Path("none"), "Glances", 0.5), "glances"

    def glimpse(self, photo):
        return CoarseMap(np.full((10, 15), 150, np.uint8), (40, 60))

    def predict_tiles(self, photo):
        yield Progress(1, 2)
        yield CoarseMap(np.full((20, 30), 200, np.uint8), (40, 60))
        yield Progress(2, 2)
        yield Prediction(np.zeros((40, 60), np.uint8), 0.1, self.version.id)


def test_a_coarse_map_is_shown_while_the_finished_one_is_made(paint, tmp_path):
    photo = Wanted(7, paint(tmp_path / "a.png"))
    standing = Progress(0, 1, "a.png")
    events = list(jobs._predicted(photo, standing, predictor=Glances(), cache=None))
    kinds = [type(event).__name__ for event in events]
    assert kinds == ["Progress", "Glimpsed", "Progress", "Predicted"]
    glimpsed = events[1]
    assert glimpsed.id == 7 and glimpsed.probabilities.shape == (40, 60) and glimpsed.probabilities.max() == 200


def test_the_photo_that_is_looked_at_is_glimpsed_first_and_no_other(paint, tmp_path):
    path = paint(tmp_path / "a.png")
    found = {}
    for is_shown in (True, False):
        events = jobs._predicted(Wanted(7, path, is_shown), Progress(0, 1), predictor=Glances(), cache=None)
        found[is_shown] = [event.probabilities.max() for event in events if isinstance(event, jobs.Glimpsed)]
    assert found == {True: [150, 200], False: [200]}


def test_the_flow_hands_a_glimpse_on_only_for_photos_that_are_still_there(qtbot):
    from app.flows.predicting import Predicting

    shown = []
    flow = SimpleNamespace(
        _session=SimpleNamespace(has=lambda photo_id: photo_id == 7),
        glimpsed=SimpleNamespace(emit=lambda photo_id, levels: shown.append(photo_id)),
    )
    for photo_id in (7, 8):
        Predicting._on_event(flow, jobs.Glimpsed(photo_id, np.zeros((4, 4), np.uint8)))
    assert shown == [7]


@pytest.fixture
def measuring(qtbot):
    flow = Measuring()
    yield flow
    flow.close()


def test_a_glimpse_is_not_measured_and_the_finished_map_is(qtbot, measuring):
    """Measuring a large photo would take the processor from the network while the user waits for it."""
    photo, levels = pyramid(np.full((40, 60, 3), 128, np.uint8)), np.zeros((40, 60), np.uint8)
    levels[10:13, 5:50] = 220
    glimpse = Shown(7, photo, raw=map_pyramid(levels), is_glimpse=True)
    found = []
    measuring.measured.connect(found.append)
    measuring.show(glimpse)
    measuring._pool.submit(int).result()  # whatever was asked for before is through
    QCoreApplication.processEvents()
    with qtbot.waitSignal(measuring.measured):
        measuring.show(Shown(8, photo, raw=map_pyramid(levels)))
    assert [each.photo for each in found] == [8]


def test_the_shown_photo_knows_a_glimpse_from_its_finished_map(qtbot, paint, tmp_path):
    class Folder(QObject):
        folder_changed, model_changed = Signal(), Signal()

        def has(self, photo_id):
            return True

    path = paint(tmp_path / "a.png")
    showing = Showing(Folder(), lambda photo_id: Sources(path, lambda: None))
    with qtbot.waitSignal(showing.ready):
        showing.show(7)
    for take, is_glimpse in ((showing.take_glimpse, True), (showing.take_map, False)):
        with qtbot.waitSignal(showing.ready) as ready:
            take(7, np.full((40, 60), 200, np.uint8))
        assert ready.args[0].raw is not None and ready.args[0].is_glimpse is is_glimpse
    showing.close()
