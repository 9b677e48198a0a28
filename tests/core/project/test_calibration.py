import pytest

from core.errors import ProjectError
from core.measure.scale import from_line, from_mm_per_pixel
from core.project import calibration
from core.project.audit import WHOLE_PROJECT, Key
from core.project.statements import makes_sense


def test_a_photos_own_scale_counts_before_its_folders_and_that_before_the_projects(project, add):
    first, _, _ = add(project, "a/1.jpg", "a/2.jpg", "b/3.jpg")
    line = from_line((0, 0), (30, 40), 100)
    calibration.set_for_folder(project, "", from_mm_per_pixel(3))
    calibration.set_for_folder(project, "a", from_mm_per_pixel(1))
    calibration.set_for_photos(project, [first], line)
    book = calibration.book(project)
    assert book.find("a/1.jpg") == line
    assert book.find("a/1.jpg").per_pixel((5, 5)) == pytest.approx(2.0, rel=1e-5)
    assert book.find("a/2.jpg").matrix[0] == 1
    assert book.find("b/3.jpg").matrix[0] == 3


def test_a_scale_is_undone_and_taken_away(project, add):
    (photo,) = add(project, "1.jpg")
    calibration.set_for_photos(project, [photo], from_mm_per_pixel(2))
    calibration.set_for_photos(project, [photo], None)
    assert calibration.book(project).find("1.jpg").unit == "px"
    project.undo()
    assert calibration.book(project).find("1.jpg").unit == "mm"


def test_a_scale_from_elsewhere_must_make_sense(project, add):
    (photo,) = add(project, "1.jpg")
    calibration.set_for_photos(project, [photo], from_mm_per_pixel(2))
    ((key, said),) = project.facts(calibration.KIND).items()
    assert makes_sense(key, said)
    assert makes_sense(Key(WHOLE_PROJECT, calibration.KIND, "a"), said)
    for broken in ({"matrix": [1, 2], "method": "line"}, {"matrix": [1] * 9, "method": "wish"}, "none", None):
        assert not makes_sense(key, broken)
    with pytest.raises(ProjectError):
        calibration.read({"matrix": "x"})


def test_a_cameras_scale_counts_where_photo_and_folder_have_none(project, add):
    add(project, "a/1.jpg", "b/2.jpg")
    calibration.set_for_camera(project, "Canon, 4000 px", from_mm_per_pixel(5))
    calibration.set_for_folder(project, "a", from_mm_per_pixel(1))
    book = calibration.book(project)
    assert [book.find(path, "Canon, 4000 px").matrix[0] for path in ("a/1.jpg", "b/2.jpg")] == [1, 5]
    assert book.find("b/2.jpg", "Canon, 2000 px").unit == "px"
    ((key, said),) = project.facts(calibration.CAMERA_KIND).items()
    assert makes_sense(key, said)
    assert not makes_sense(Key(WHOLE_PROJECT, calibration.CAMERA_KIND), said)
    project.undo()
    project.undo()
    assert calibration.book(project).find("b/2.jpg", "Canon, 4000 px").unit == "px"
