"""Walking folders: order, what is left out, links and loops."""

import inspect
import logging
import os
import random
import sys
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from natsort import natsorted, ns

from core.errors import PhotoError
from core.photos import folder


def make(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def listed(root):
    return [path.relative_to(root).as_posix() for path in folder.walk(root)]


def link(at, to):
    at.parent.mkdir(parents=True, exist_ok=True)
    try:
        at.symlink_to(to)
    except OSError:
        pytest.skip("links may not be made here")


def test_photos_come_in_the_natural_order_of_their_whole_paths(tmp_path):
    make(tmp_path, "b10/1.jpg", "b9/2.jpg", "b9/10.jpg", "a2.PNG", "A10.tif", "b9/notes.txt", "c.heic")
    assert listed(tmp_path) == ["a2.PNG", "A10.tif", "b9/2.jpg", "b9/10.jpg", "b10/1.jpg", "c.heic"]


@given(st.lists(st.text("ab1 2_0.", min_size=1, max_size=8).map(lambda stem: f"x{stem}.jpg"), max_size=12, unique=True))
def test_natural_order_is_that_of_natsort(names):
    ours = sorted(names, key=folder.natural_key)
    plain = natsorted(sorted(names), alg=ns.IGNORECASE)
    assert [folder.natural_key(name)[0][0] for name in ours] == [folder.natural_key(name)[0][0] for name in plain]


def test_walk_and_natural_key_agree(tmp_path):
    rng = random.Random(0)
    parts = ["a", "B", "2", "10", "a2", "a10", "ä", "桥"]
    make(tmp_path, *{f"{rng.choice(parts)}/{rng.choice(parts)}/{rng.choice(parts)}.jpg" for _ in range(60)})
    assert listed(tmp_path) == sorted(listed(tmp_path), key=folder.natural_key)


def test_names_that_differ_in_case_or_zeros_only_have_a_fixed_order():
    names = [PurePath(name) for name in ("a1.jpg", "A1.jpg", "a01.jpg")]
    shuffled = [sorted(order, key=folder.natural_key) for order in (names, names[::-1])]
    assert shuffled[0] == shuffled[1]


def test_every_kind_of_photo_is_listed_and_nothing_else(tmp_path):
    suffixes = ["jpg", "JPEG", "jpe", "jfif", "png", "PNG", "tif", "Tiff", "webp", "bmp", "heic", "HEIF"]
    make(tmp_path, *(f"{number}.{suffix}" for number, suffix in enumerate(suffixes)))
    make(tmp_path, "jpg", "1.jpg.txt", "2.gif", "3.mp4", "tags.csv", "noend.", "4.jpg~")
    assert len(listed(tmp_path)) == 12


def test_hidden_and_system_folders_are_left_out(tmp_path):
    make(tmp_path, ".crack-review/1.jpg", ".git/1.jpg", "@eaDir/1.jpg", "__MACOSX/1.jpg", "$RECYCLE.BIN/1.jpg")
    make(tmp_path, "._2.jpg", "a/.hidden.png", "a/1.jpg")
    assert listed(tmp_path) == ["a/1.jpg"]


def test_hidden_folder_is_listed_when_it_is_the_one_opened(tmp_path):
    make(tmp_path, ".photos/1.jpg")
    assert listed(tmp_path / ".photos") == ["1.jpg"]


def test_folder_named_like_a_photo_is_entered(tmp_path):
    make(tmp_path, "bridge.jpg/1.png")
    assert listed(tmp_path) == ["bridge.jpg/1.png"]


def test_empty_folder_holds_no_photos(tmp_path):
    assert listed(tmp_path) == []


@pytest.mark.parametrize("what", ["nowhere", "file.jpg"])
def test_what_is_no_folder_is_told_with_a_remedy(tmp_path, what):
    make(tmp_path, "file.jpg")
    with pytest.raises(PhotoError, match=r"should be a folder of photos and cannot be opened .* choose another"):
        next(folder.walk(tmp_path / what))


@pytest.mark.timeout(20)
def test_loops_of_links_end_and_list_each_photo_once(tmp_path):
    make(tmp_path, "a/1.jpg", "b/2.jpg")
    link(tmp_path / "a/up", tmp_path)
    link(tmp_path / "b/other", tmp_path / "a")
    link(tmp_path / "a/itself", tmp_path / "a/itself")
    assert listed(tmp_path) == ["a/1.jpg", "b/2.jpg"]


def test_linked_folder_inside_the_opened_one_is_listed_at_its_real_place(tmp_path):
    make(tmp_path, "z real/1.jpg")
    link(tmp_path / "a link", tmp_path / "z real")
    assert listed(tmp_path) == ["z real/1.jpg"]


def test_linked_folder_from_elsewhere_is_listed_once(tmp_path):
    make(tmp_path, "elsewhere/1.jpg", "opened/3.jpg")
    link(tmp_path / "opened/first", tmp_path / "elsewhere")
    link(tmp_path / "opened/second", tmp_path / "elsewhere")
    assert listed(tmp_path / "opened") == ["3.jpg", "first/1.jpg"]


def test_link_to_a_folder_around_the_opened_one_ends(tmp_path):
    make(tmp_path, "opened/1.jpg", "beside/2.jpg")
    link(tmp_path / "opened/around", tmp_path)
    assert listed(tmp_path / "opened") == ["1.jpg", "around/beside/2.jpg"]


def test_folder_opened_through_a_link_keeps_the_name_that_was_given(tmp_path):
    make(tmp_path, "real/1.jpg")
    link(tmp_path / "short", tmp_path / "real")
    assert list(folder.walk(tmp_path / "short")) == [tmp_path / "short/1.jpg"]


def test_linked_photos_are_listed_and_broken_links_are_not(tmp_path):
    make(tmp_path, "elsewhere.jpg", "opened/1.jpg")
    link(tmp_path / "opened/2.jpg", tmp_path / "elsewhere.jpg")
    link(tmp_path / "opened/3.jpg", tmp_path / "gone.jpg")
    assert listed(tmp_path / "opened") == ["1.jpg", "2.jpg"]


def test_unreadable_sub_folder_is_logged_and_the_rest_listed(tmp_path, monkeypatch, caplog):
    make(tmp_path, "a/1.jpg", "locked/2.jpg", "z/3.jpg")
    real = os.scandir

    def scandir(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with caplog.at_level(logging.WARNING):
        assert listed(tmp_path) == ["a/1.jpg", "z/3.jpg"]
    assert "locked" in caplog.text


def test_folders_nested_deeper_than_the_call_stack_are_listed(tmp_path):
    make(tmp_path, "d/" * 200 + "1.jpg")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        assert len(list(folder.walk(tmp_path))) == 1
    finally:
        sys.setrecursionlimit(limit)


def test_listing_opens_no_file_and_asks_nothing_of_any(tmp_path, monkeypatch):
    make(tmp_path, *(f"s{number % 3}/{number}.jpg" for number in range(300)))
    asked = []
    real = os.stat

    def stat(path, *args, **kwargs):
        asked.append(path)
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr("io.open", lambda *_, **__: pytest.fail("a file was opened"))
    photos = list(folder.walk(tmp_path))
    assert len(photos) == 300
    assert len(asked) <= 4  # the four folders


def test_first_photo_comes_before_the_whole_tree_was_walked(tmp_path, monkeypatch):
    make(tmp_path, "a/1.jpg", "b/2.jpg", "c/3.jpg")
    scanned = []
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: (scanned.append(path), real(path))[1])
    assert next(folder.walk(tmp_path)) == tmp_path / "a/1.jpg"
    assert len(scanned) == 2
