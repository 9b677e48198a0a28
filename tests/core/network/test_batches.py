"""How many squares a graphics card takes at once is found out by trying, and never crashes."""

import numpy as np
import pytest

from core.network.batches import Batches


class Card:
    """Has memory for ``room`` squares; each answer is the square's number."""

    name, batch = "card", 8

    def __init__(self, room, complaint="CUDA out of memory. Tried to allocate 2.00 GiB"):
        self.room, self.complaint = room, complaint
        self.seen, self.tidied = [], 0
        self.running = 0

    def start(self, images):
        self.seen.append(len(images))
        if len(images) > self.room:
            raise RuntimeError(self.complaint)
        self.running += 1

        def fetched():
            self.running -= 1
            return images[..., 0].astype(np.float32)

        return fetched

    def tidy(self):
        self.tidied += 1
        assert self.running == 0


def squares(count):
    return [lambda number=number: np.full((4, 4, 3), number, np.uint8) for number in range(count)]


def numbers(found):
    return [int(one[0, 0]) for one in found]


def test_squares_come_back_in_order_in_full_batches():
    card = Card(room=8)
    assert numbers(Batches(card).run(squares(19))) == list(range(19))
    assert card.seen == [8, 8, 3]


def test_a_batch_that_is_too_large_is_halved_until_it_fits_and_stays_so():
    card = Card(room=3)
    batches = Batches(card)
    assert numbers(batches.run(squares(5))) == list(range(5))
    assert card.seen == [5, 4, 2, 2, 1] and card.tidied == 2
    assert batches.size == 2
    card.seen.clear()
    assert numbers(batches.run(squares(4))) == list(range(4))
    assert card.seen == [2, 2]


def test_memory_that_runs_out_later_loses_nothing_that_was_queued():
    card = Card(room=8)
    batches = Batches(card)
    found = batches.run(squares(24))
    first = next(found)
    card.room = 2
    assert numbers([first, *found]) == list(range(24))
    assert batches.size == 2


def test_the_next_batch_is_queued_before_one_is_waited_for():
    card = Card(room=8)
    found = Batches(card).run(squares(16))
    next(found)
    assert card.seen == [8, 8]
    found.close()


def test_no_room_for_one_square_is_told():
    with pytest.raises(RuntimeError, match="out of memory"):
        list(Batches(Card(room=0)).run(squares(2)))


def test_other_faults_are_not_taken_for_a_lack_of_memory():
    card = Card(room=0, complaint="sizes of tensors must match")
    with pytest.raises(RuntimeError, match="sizes"):
        list(Batches(card).run(squares(2)))
    assert card.seen == [2]
