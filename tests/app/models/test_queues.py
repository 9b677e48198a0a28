"""Queues, search and tally: pure functions of items."""

import pytest

from app.item import Item
from app.models import search
from app.models.queues import BY_ID, by_doubt
from app.models.tally import Tally
from core.errors import UsageError
from core.values import Tag


def item(**facts):
    return Item(**({"id": 1, "path": "pier/DSC_1.jpg", "order": 0} | facts))


@pytest.mark.parametrize(
    ("tag", "score", "contradicts"),
    [
        (Tag.CRACKED, 0.2, True),
        (Tag.CRACKED, 0.8, False),
        (Tag.NOT_CRACKED, 0.8, True),
        (Tag.NOT_CRACKED, 0.2, False),
        (Tag.UNSURE, 0.8, False),
        (None, 0.8, False),
        (Tag.CRACKED, None, False),
    ],
)
def test_a_tag_contradicts_the_model_only_where_both_have_spoken(tag, score, contradicts):
    assert item(tag=tag, score=score).contradicts is contradicts
    assert BY_ID["contradicts"].holds(item(tag=tag, score=score)) is contradicts


def test_most_uncertain_are_untagged_photos_near_the_threshold_closest_first():
    near, nearer, sure = (item(id=n, order=n, score=score) for n, score in ((1, 0.4), (2, 0.52), (3, 0.99)))
    queue = BY_ID["uncertain"]
    assert [queue.holds(each) for each in (near, nearer, sure)] == [True, True, False]
    assert sorted((near, nearer), key=by_doubt) == [nearer, near]
    assert not queue.holds(item(score=0.5, tag=Tag.CRACKED))


@pytest.mark.parametrize(
    ("line", "accepts"),
    [
        ("", True),
        ("dsc_1", True),
        ("PIER", True),
        ("deck", False),
        ("tag:none", False),
        ("tag:cracked", True),
        ("tag:not", False),
        ("score:>0.8", True),
        ("score:<0.8", False),
        ("score:>=0.9", True),
        ("area:>1%", True),
        ("area:>2%", False),
        ("area:>0.01", True),
        ("dice:<0.5", False),
        ("is:contradicting", False),
        ("pier tag:cracked score:>0.5", True),
        ("pier tag:none score:>0.5", False),
    ],
)
def test_search_line_accepts_what_it_says(line, accepts):
    photo = item(tag=Tag.CRACKED, score=0.9, area=0.015)
    assert search.parse(line).accepts(photo) is accepts


@pytest.mark.parametrize("line", ["tag:maybe", "score:high", "is:blue", "area:>"])
def test_search_that_makes_no_sense_is_a_sentence(line):
    with pytest.raises(UsageError, match="followed by"):
        search.parse(line)


def test_every_completed_key_can_be_read():
    assert all(search.parse(key).tests for key in search.KEYS)


def test_tally_follows_a_photo_from_queue_to_queue():
    tally = Tally()
    tally.count([item(id=1), item(id=2), item(id=3, error="broken")])
    assert (tally.queues["all"], tally.queues["untagged"], tally.queues["unreadable"]) == (3, 3, 1)
    tally.update([item(id=1, tag=Tag.CRACKED)])
    assert (tally.queues["untagged"], tally.queues["cracked"], tally.tags[Tag.CRACKED]) == (2, 1, 1)
    tally.update([item(id=1, tag=None)])
    assert (tally.queues["untagged"], tally.queues["cracked"], tally.tags[Tag.CRACKED]) == (3, 0, 0)
