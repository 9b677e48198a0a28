"""Many photos: one broken photo is not the end, and a second run asks the network nothing."""

import threading
from dataclasses import dataclass, field

import pytest

from core.predict.batch import PhotoFailed, PhotoPredicted, predict_photos
from core.predict.cache import MapCache
from core.values import Finished, ModelVersion, Prediction, Progress


@dataclass
class Darkness:
    """Stands where the predictor does."""

    version: ModelVersion
    settings: str = "dark"
    asked: list = field(default_factory=list)

    def predict_tiles(self, photo):
        self.asked.append(photo.shape)
        yield Progress(1, 1)
        yield Prediction(255 - photo.max(axis=2), 0.5, self.version.id, seconds=0.1)


@pytest.fixture
def darkness(tmp_path):
    return Darkness(ModelVersion("feedfacefeedface", tmp_path / "none", "Dark", 0.5))


@pytest.fixture
def photos(paint, tmp_path):
    return [paint(tmp_path / f"{name}.png", thickness=place) for place, name in enumerate("abc", start=1)]


def kinds(events):
    return [type(event).__name__ for event in events]


def test_each_photo_is_predicted_and_the_last_event_counts_them(photos, darkness):
    events = list(predict_photos(photos, darkness, total=3))
    assert [event.path for event in events if isinstance(event, PhotoPredicted)] == photos
    assert events[-1] == Finished(3)
    standing = [event for event in events if isinstance(event, Progress) and event.message]
    assert [(event.done, event.total, event.message) for event in standing] == [
        (1, 3, "a.png"),
        (2, 3, "b.png"),
        (3, 3, "c.png"),
    ]
    assert standing[-1].eta_s == 0


def test_broken_photos_do_not_end_a_batch(photos, darkness):
    photos[0].write_bytes(photos[0].read_bytes()[:60])
    photos[1].unlink()
    events = list(predict_photos(photos, darkness))
    failed = [event for event in events if isinstance(event, PhotoFailed)]
    assert [event.path for event in failed] == photos[:2]
    assert all(event.error.endswith(".") and event.path.name in event.error for event in failed)
    assert events[-1] == Finished(1)


def test_second_run_is_read_from_the_cache(photos, darkness, tmp_path):
    cache = MapCache(tmp_path / "maps")
    first = [event for event in predict_photos(photos, darkness, cache=cache) if isinstance(event, PhotoPredicted)]
    asked = len(darkness.asked)
    again = [event for event in predict_photos(photos, darkness, cache=cache) if isinstance(event, PhotoPredicted)]
    assert [event.was_cached for event in first + again] == [False] * 3 + [True] * 3
    assert len(darkness.asked) == asked
    for one, other in zip(first, again, strict=True):
        assert (one.prediction.probabilities == other.prediction.probabilities).all()
        assert one.key == other.key


def test_changed_content_is_predicted_anew(photos, paint, darkness, tmp_path):
    cache = MapCache(tmp_path / "maps")
    list(predict_photos(photos[:1], darkness, cache=cache))
    paint(photos[0], thickness=9)
    (found,) = (
        event for event in predict_photos(photos[:1], darkness, cache=cache) if isinstance(event, PhotoPredicted)
    )
    assert not found.was_cached


def test_other_settings_are_predicted_anew(photos, darkness, tmp_path):
    cache = MapCache(tmp_path / "maps")
    list(predict_photos(photos[:1], darkness, cache=cache))
    darkness.settings = "dark at night"
    list(predict_photos(photos[:1], darkness, cache=cache))
    assert len(darkness.asked) == 2


def test_order_is_decided_as_late_as_possible(photos, darkness):
    """A caller that draws the next photo on demand can put the shown one first."""
    drawn = []

    def order():
        for path in photos:
            drawn.append(path)
            yield path

    events = predict_photos(order(), darkness)
    while not isinstance(next(events), PhotoPredicted):
        pass
    assert drawn == photos[:1]
    events.close()


@dataclass
class Hungry(Darkness):
    """Has no memory for the first photo it sees."""

    complaint: str = "[enforce fail] not enough memory: you tried to allocate 9 bytes"

    def predict_tiles(self, photo):
        if not self.asked:
            self.asked.append(photo.shape)
            raise RuntimeError(self.complaint)
        yield from super().predict_tiles(photo)


def test_a_photo_too_large_for_the_memory_does_not_end_a_batch(photos, darkness):
    events = list(predict_photos(photos, Hungry(darkness.version)))
    (failed,) = [event for event in events if isinstance(event, PhotoFailed)]
    assert failed.path == photos[0]
    assert "memory" in failed.error
    assert events[-1] == Finished(2)


def test_other_faults_of_the_network_are_not_swallowed(photos, darkness):
    with pytest.raises(RuntimeError, match="sizes"):
        list(predict_photos(photos, Hungry(darkness.version, complaint="sizes of tensors must match")))


@dataclass
class Card(Darkness):
    """Takes several photos at once, of at most ``room`` together."""

    photos_at_once: int = 2
    room: int = 8
    groups: list = field(default_factory=list)

    def predict_together(self, photos):
        self.groups.append(len(photos))
        if len(photos) > self.room:
            raise RuntimeError("CUDA out of memory")
        for place, photo in enumerate(photos):
            for event in self.predict_tiles(photo):
                yield place, event


def test_a_card_is_given_several_photos_at_once_in_their_order(photos, darkness, tmp_path):
    card, cache = Card(darkness.version), MapCache(tmp_path / "maps")
    events = list(predict_photos(photos, card, cache=cache, total=3))
    found = [event for event in events if isinstance(event, PhotoPredicted)]
    assert [event.path for event in found] == photos
    assert card.groups == [2, 1] and events[-1] == Finished(3)
    again = [event for event in predict_photos(photos, card, cache=cache) if isinstance(event, PhotoPredicted)]
    assert [event.was_cached for event in again] == [True] * 3
    assert card.groups == [2, 1]
    alone = [event for event in predict_photos(photos, darkness) if isinstance(event, PhotoPredicted)]
    for one, other in zip(found, alone, strict=True):
        assert (one.prediction.probabilities == other.prediction.probabilities).all()


def test_a_broken_photo_does_not_spoil_its_group(photos, darkness):
    photos[0].unlink()
    events = list(predict_photos(photos, Card(darkness.version)))
    assert [event.path for event in events if isinstance(event, PhotoFailed)] == photos[:1]
    assert [event.path for event in events if isinstance(event, PhotoPredicted)] == photos[1:]


def test_photos_that_are_too_large_together_are_tried_one_by_one(photos, darkness):
    card = Card(darkness.version, room=1)
    events = list(predict_photos(photos, card))
    assert [event.path for event in events if isinstance(event, PhotoPredicted)] == photos
    assert card.groups == [2, 1]


def test_stopping_a_card_leaves_no_thread(photos, darkness):
    events = predict_photos(photos, Card(darkness.version))
    while not isinstance(next(events), PhotoPredicted):
        pass
    events.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("decoder")]
