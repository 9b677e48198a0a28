"""Memory that is kept between layers is asked of the C library once, and nowhere but where it is glibc."""

import pytest

from core.network import allocation


class Library:
    def __init__(self):
        self.called = []

    def mallopt(self, option, value):
        self.called.append((option, value))

    def malloc_trim(self, kept):
        self.called.append(("trim", kept))


@pytest.fixture
def forgotten():
    allocation.keep_blocks.cache_clear()
    yield
    allocation.keep_blocks.cache_clear()


def test_blocks_are_kept_once_and_given_back_when_asked(monkeypatch, forgotten):
    library = Library()
    monkeypatch.setattr(allocation, "_glibc", lambda: library)
    allocation.keep_blocks()
    allocation.keep_blocks()
    assert len(library.called) == 2
    allocation.give_back()
    assert library.called[2:] == [("trim", 0)]


def test_other_systems_are_left_alone(monkeypatch, forgotten):
    monkeypatch.setattr(allocation, "_glibc", lambda: None)
    allocation.keep_blocks()
    allocation.give_back()
