"""The list keeps its order while photos change, and knows where to go on."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QAbstractItemModelTester

from app.item import Item
from app.models.photo_list import PhotoList, Roles
from app.models.queues import SORTS
from app.models.search import parse
from core.values import Tag


class Photos(QObject):
    """Stands for the session: items that change."""

    photos_changed = Signal()
    items_changed = Signal(object)

    def __init__(self, count):
        super().__init__()
        self.known = {n: Item(id=n, path=f"{n}.jpg", order=n) for n in range(1, count + 1)}

    def items(self):
        return self.known.values()

    def item(self, photo_id):
        return self.known[photo_id]

    def change(self, *ids, **facts):
        for photo_id in ids:
            self.known[photo_id] = Item(id=photo_id, path=f"{photo_id}.jpg", order=photo_id, **facts)
        self.items_changed.emit(ids)


class NoThumbnails(QObject):
    ready = Signal(int)


@pytest.fixture
def photos(qapp):
    return Photos(5)


@pytest.fixture
def shown(photos):
    made = PhotoList(photos, NoThumbnails())
    made.refresh()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_tagged_photo_leaves_the_untagged_queue_and_returns_to_its_place(photos, shown):
    shown.set_queue("untagged")
    photos.change(3, tag=Tag.CRACKED)
    assert shown.shown_ids() == [1, 2, 4, 5]
    photos.change(3)
    assert shown.shown_ids() == [1, 2, 3, 4, 5]


def test_after_names_the_next_shown_photo_even_when_the_tagged_ones_will_leave(photos, shown):
    shown.set_queue("untagged")
    assert shown.after([2]) == 3
    assert shown.after([2, 4]) == 5
    assert shown.after([5]) == 4
    assert shown.after([1, 2, 3, 4, 5]) is None


def test_after_of_a_photo_that_is_not_shown_is_the_first_shown(photos, shown):
    photos.change(2, tag=Tag.UNSURE)
    shown.set_queue("untagged")
    assert shown.after([2]) == 1


def test_neighbour_stops_at_both_ends(shown):
    assert [shown.neighbour(1, -1), shown.neighbour(1, 1), shown.neighbour(5, 1), shown.neighbour(2, 99)] == [
        1,
        2,
        5,
        5,
    ]


def test_sorting_by_score_moves_a_photo_when_its_score_comes(photos, shown):
    shown.set_sort(SORTS["score"][1])
    photos.change(4, score=0.9)
    photos.change(2, score=0.95)
    assert shown.shown_ids() == [2, 4, 1, 3, 5]


def test_search_and_queue_hold_together(photos, shown):
    photos.change(1, tag=Tag.CRACKED, score=0.9)
    photos.change(2, tag=Tag.CRACKED, score=0.1)
    shown.set_queue("cracked")
    shown.set_search(parse("score:>0.5"))
    assert shown.shown_ids() == [1]
    assert "Escape" not in shown.data(shown.index(0), Roles.ITEM).name


def test_a_change_repaints_only_its_own_row(qtbot, photos, shown):
    with qtbot.waitSignal(shown.dataChanged) as changed:
        photos.change(3, is_pending=True)
    assert [index.row() for index in changed.args[:2]] == [2, 2]


def test_many_changes_at_once_are_one_reset(qtbot, qapp):
    many = Photos(100)
    shown = PhotoList(many, NoThumbnails())
    shown.set_queue("untagged")
    resets = []
    shown.modelReset.connect(lambda: resets.append(1))
    many.change(*range(1, 61), tag=Tag.CRACKED)
    assert (len(resets), len(shown.shown_ids())) == (1, 40)
