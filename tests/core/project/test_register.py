from hypothesis import given
from hypothesis import strategies as st

from core.photos import folder
from core.project import register

names = st.text("aAbß-_. 0129(é", min_size=1, max_size=6).filter(lambda name: name not in (".", ".."))
paths = st.lists(names, min_size=1, max_size=3).map("/".join)


@given(st.lists(paths, max_size=12, unique=True))
def test_the_list_is_in_the_order_of_the_folder_walk(found):
    assert sorted(found, key=lambda path: (register.natural_key(path), path)) == sorted(found, key=folder.natural_key)


def test_a_number_counts_by_its_value_whatever_its_script_and_length():
    ordered = ["IMG 9.jpg", "img 10.jpg", "img ١١.jpg", f"img {10**30}.jpg"]
    assert sorted(reversed(ordered), key=register.natural_key) == ordered
