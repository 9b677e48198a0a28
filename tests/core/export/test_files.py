"""Names that clash or lead astray, disks that refuse, and photos that must stay."""

import os

import pytest

from core.errors import ExportError
from core.export import files


def test_results_of_equal_stems_keep_the_whole_name(tmp_path):
    found = files.targets(["a/1.jpg", "a/1.PNG", "a/2.jpg", "b/1.jpg"], tmp_path, "_mask.png")
    assert [str(path.relative_to(tmp_path)) for path in found] == [
        "a/1.jpg_mask.png",
        "a/1.PNG_mask.png",
        "a/2_mask.png",
        "b/1_mask.png",
    ]


def test_a_longer_name_that_would_fall_on_another_result_moves_on(tmp_path):
    found = files.targets(["x.jpg", "x.png", "x.jpg.tif"], tmp_path, ".txt")
    assert len({str(path).casefold() for path in found}) == 3


@pytest.mark.parametrize(
    "name", ["../x.jpg", "a/../../x.jpg", "/etc/x.jpg", "C:\\x.jpg", "\\\\server\\x", "a\\..\\x", ""]
)
def test_names_that_leave_the_folder_are_refused(tmp_path, name):
    with pytest.raises(ExportError, match="inside its folder"):
        files.targets([name], tmp_path, ".png")


def test_photo_is_never_overwritten(tmp_path):
    photo = tmp_path / "a_mask.png"
    photo.write_bytes(b"photo")
    with pytest.raises(ExportError, match="never overwritten"):
        files.keep_photos_safe([tmp_path / "A_mask.png".lower()], [photo])


def test_failed_write_keeps_what_was_there_and_leaves_nothing_behind(tmp_path):
    target = tmp_path / "t.txt"
    target.write_text("before")
    with pytest.raises(ZeroDivisionError), files.staged(target) as part:
        part.write_text("half")
        raise ZeroDivisionError
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["t.txt"]


def test_unwritable_target_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="choose another place"):
        files.write(tmp_path / "file" / "x.csv", b"")


def test_parts_that_a_killed_export_left_a_day_ago_are_swept_and_nothing_else(tmp_path):
    parts = [tmp_path / ".a_mask.41.part.png", tmp_path / ".network.safetensors.41.part"]
    others = [tmp_path / "a.part", tmp_path / ".photo.part.png", tmp_path / "b.41.part.png"]
    young = tmp_path / ".b_mask.42.part.png"
    for file in (*parts, *others, young):
        file.write_bytes(b"half")
        os.utime(file, (0, 0))
    young.touch()
    files.write(tmp_path / "c.txt", b"whole")
    assert not any(part.exists() for part in parts)
    assert young.exists() and all(other.exists() for other in others)
