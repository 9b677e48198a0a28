"""Walking folders, links and loops included."""

import pytest

from core.errors import PhotoError
from core.photos import folder


def make(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def listed(root):
    return [path.relative_to(root).as_posix() for path in folder.walk(root)]


def test_photos_come_in_the_natural_order_of_their_whole_paths(tmp_path):
    make(tmp_path, "b10/1.jpg", "b9/2.jpg", "b9/10.jpg", "a2.PNG", "A10.tif", "b9/notes.txt", "c.heic")
    assert listed(tmp_path) == ["a2.PNG", "A10.tif", "b9/2.jpg", "b9/10.jpg", "b10/1.jpg", "c.heic"]


def test_missing_folder_is_told_with_a_remedy(tmp_path):
    with pytest.raises(PhotoError, match="choose another"):
        list(folder.walk(tmp_path / "nowhere"))
