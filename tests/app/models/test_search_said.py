"""Searching by what is said beside the tag."""

from datetime import UTC, datetime

import pytest

from app.item import Item
from app.models.search import parse
from core.project.judgements import Judgement
from core.project.reviews import Review
from core.project.standing import Standing

REVIEW = Review("ana", datetime(2026, 11, 23, tzinfo=UTC))
PIER = Item(1, "a.jpg", 1, standing=Standing(REVIEW, Judgement(structure="Pier 7", severity="CS1"), "wet"))
DECK = Item(2, "b.jpg", 2, standing=Standing(judgement=Judgement(structure="Deck", severity="10")))
BARE = Item(3, "c.jpg", 3)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("structure:pier_7", [PIER]),
        ("structure:e", [PIER, DECK]),
        ("structure:none", [BARE]),
        ("structure:", [PIER, DECK]),
        ("severity:cs1", [PIER]),
        ("severity:1", []),
        ("severity:10", [DECK]),
        ("is:reviewed", [PIER]),
        ("is:unreviewed structure:deck", [DECK]),
        ("is:commented", [PIER]),
    ],
)
def test_photos_are_found_by_what_is_said_of_them(line, found):
    assert [item for item in (PIER, DECK, BARE) if parse(line).accepts(item)] == found
