"""The shown photo first, then its neighbours, then the rest; each once."""

from pathlib import Path

from app.models.prediction_order import PredictionOrder, Wanted


def wanted(*ids):
    return [Wanted(photo_id, Path(f"{photo_id}.jpg")) for photo_id in ids]


def drained(order):
    return [photo.id for photo in iter(order.take, None)]


def test_near_photos_come_before_the_rest_and_none_comes_twice():
    order = PredictionOrder()
    order.add_rest(wanted(1, 2, 3, 4, 5))
    order.set_near(wanted(3, 4, 2))
    assert drained(order) == [3, 4, 2, 1, 5]


def test_a_change_of_mind_between_two_photos_is_heard():
    order = PredictionOrder()
    order.add_rest(wanted(1, 2, 3, 4, 5))
    assert order.take().id == 1
    order.set_near(wanted(5, 1))
    assert drained(order) == [5, 2, 3, 4]


def test_photo_that_was_given_back_can_be_wanted_again():
    order = PredictionOrder()
    order.set_near(wanted(1))
    assert order.take().id == 1
    order.set_near(wanted(1))
    assert not order.has_work
    order.want_again(1)
    order.set_near(wanted(1))
    assert drained(order) == [1]


def test_dropping_the_rest_leaves_what_is_near():
    order = PredictionOrder()
    order.add_rest(wanted(1, 2, 3))
    order.set_near(wanted(2))
    order.drop_rest()
    assert drained(order) == [2]


def test_counts_tell_handed_out_and_all():
    order = PredictionOrder()
    order.add_rest(wanted(1, 2, 3))
    order.set_near(wanted(2))
    order.take()
    assert order.counts == (1, 3)
