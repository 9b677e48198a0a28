"""Calibration: every way leads to the same millimetres, and nonsense is refused with a sentence."""

import cv2
import numpy as np
import pytest

from core.errors import MeasureError
from core.measure import scale
from core.measure.classes import WidthClasses, paint
from core.measure.figures import Width, photo_figures
from core.measure.marker import find_scale
from core.measure.photo import measure
from core.measure.scale_book import ScaleBook


def test_uncalibrated_values_are_pixels_and_say_so():
    assert scale.UNCALIBRATED.unit == "px"
    assert scale.UNCALIBRATED.per_pixel((5, 5)) == pytest.approx(1)


def test_drawn_line_gives_millimetres_per_pixel_at_any_angle():
    found = scale.from_line((10, 10), (40, 50), 100)
    assert (found.unit, found.per_pixel((0, 0))) == ("mm", pytest.approx(2))


def test_camera_focal_length_and_distance_follow_the_thin_lens():
    found = scale.from_camera(sensor_width_mm=36, focal_length_mm=50, distance_mm=1000, photo_width_px=6000)
    assert found.per_pixel((0, 0)) == pytest.approx(0.12)


def test_four_corners_take_the_perspective_out():
    board = np.array([[0, 0], [400, 0], [400, 300], [0, 300]], np.float32)
    seen = np.array([[120, 90], [500, 130], [540, 420], [80, 380]], np.float32)
    found = scale.from_rectangle([tuple(corner) for corner in seen], width_mm=400, height_mm=300)
    to_photo = cv2.getPerspectiveTransform(board, seen)
    line = np.array([[50.0, 60.0], [350.0, 240.0]])
    on_photo = cv2.perspectiveTransform(line.reshape(-1, 1, 2), to_photo).reshape(-1, 2)
    assert np.linalg.norm(np.diff(found.points(on_photo), axis=0)) == pytest.approx(np.hypot(300, 180), rel=1e-4)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: scale.from_mm_per_pixel(0),
        lambda: scale.from_mm_per_pixel(float("nan")),
        lambda: scale.from_line((1, 1), (1, 1), 10),
        lambda: scale.from_line((1, 1), (50, 1), -3),
        lambda: scale.from_camera(sensor_width_mm=36, focal_length_mm=0, distance_mm=1, photo_width_px=10),
        lambda: scale.from_rectangle([(0, 0), (1, 1)], width_mm=1, height_mm=1),
        lambda: scale.from_rectangle([(0, 0), (90, 90), (90, 0), (0, 90)], width_mm=1, height_mm=1),
        lambda: scale.from_rectangle([(0, 0), (90, 0), (90, 90), (0, 90)], width_mm=0, height_mm=1),
        lambda: WidthClasses(limits_mm=(0.2, 0.1)),
        lambda: WidthClasses(limits_mm=(0.2, 0.4)),
        lambda: ScaleBook.from_json({"photos": 3}),
    ],
)
def test_nonsense_is_refused_with_a_sentence(wrong):
    with pytest.raises(MeasureError, match=r"\w+ .*; \w+|\."):
        wrong()


def _with_marker(side_px, tilt=0.0):
    photo = np.full((600, 800), 170, np.uint8)
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_5X5_250)
    marker = cv2.aruco.generateImageMarker(dictionary, 7, side_px)
    rim = side_px // 5
    photo[200 - rim : 200 + side_px + rim, 300 - rim : 300 + side_px + rim] = 255
    photo[200 : 200 + side_px, 300 : 300 + side_px] = marker
    corners = np.array([[0, 0], [800, 0], [800, 600], [0, 600]], np.float32)
    seen = corners + np.array([[0, 0], [0, tilt], [0, -tilt], [0, 0]], np.float32)
    turn = cv2.getRotationMatrix2D((400, 300), 12, 1)
    photo = cv2.warpPerspective(photo, cv2.getPerspectiveTransform(corners, seen), (800, 600), borderValue=170)
    return np.repeat(cv2.warpAffine(photo, turn, (800, 600), borderValue=170)[..., None], 3, axis=2)


def test_printed_marker_is_found_by_itself():
    found = find_scale(_with_marker(140), 70)
    assert found.per_pixel((0, 0)) == pytest.approx(0.5, rel=0.01)
    assert found.method is scale.Method.MARKER


@pytest.mark.parametrize("seed", range(3))
def test_marker_with_a_narrow_rim_on_rough_ground_is_found(seed):
    grain = cv2.GaussianBlur(np.random.default_rng(seed).standard_normal((320, 480)), (0, 0), 1.2)
    photo = np.clip(130 + 40 * grain, 0, 255).astype(np.uint8)
    photo[20:104, 380:464] = 255
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    photo[32:92, 392:452] = cv2.aruco.generateImageMarker(dictionary, 7, 60)
    found = find_scale(np.repeat(photo[..., None], 3, axis=2), 30)
    assert found.per_pixel((0, 0)) == pytest.approx(0.5, rel=0.02)


def test_marker_seen_at_an_angle_and_photo_without_one_are_refused():
    with pytest.raises(MeasureError, match="four corners"):
        find_scale(_with_marker(140, tilt=120), 70)
    with pytest.raises(MeasureError, match="No ArUco marker"):
        find_scale(np.full((200, 200, 3), 120, np.uint8), 70)
    with pytest.raises(MeasureError, match="above 0 mm"):
        find_scale(_with_marker(140), 0)


def test_nearest_scale_counts_photo_before_folder_before_camera():
    one, two, three = (scale.from_mm_per_pixel(mm) for mm in (1, 2, 3))
    book = ScaleBook({"a/b/1.jpg": one}, {"a": two}, {"Nikon": three})
    assert ScaleBook.from_json(book.to_json()) == book
    assert book.find("a/b/1.jpg") is one
    assert book.find("a/b/2.jpg", "Nikon") is two
    assert book.find("c/1.jpg", "Nikon") is three
    assert book.find("c/1.jpg") is scale.UNCALIBRATED


def test_width_below_a_pixel_is_no_fine_class_unless_a_pixel_is_fine_enough():
    classes = WidthClasses()
    assert classes.names == ("< 0.1", "0.1–0.2", "0.2–0.3", "0.3–0.5", "> 0.5")
    assert classes.of(Width(0.3, "mm", True)) is None
    assert classes.of(Width(0.05, "mm", True)) == 0
    assert classes.of(Width(0.3, "mm", False)) == 3
    assert classes.of(Width(7, "px", False)) is None


def test_every_crack_pixel_is_painted_with_the_class_of_its_width():
    mask = np.zeros((60, 100), bool)
    mask[10, 5:95] = True
    mask[40:47, 5:95] = True
    photo = measure(mask)
    painted = paint(mask, photo, scale.from_mm_per_pixel(0.15), WidthClasses())
    assert ((painted > 0) == mask).all()
    assert set(painted[10, 10:90]) == {2}
    assert set(painted[43, 15:85]) == {5}


def test_perspective_scale_measures_a_far_crack_longer_than_a_near_one():
    mask = np.zeros((200, 200), bool)
    mask[20:23, 60:140] = mask[180:183, 60:140] = True
    tilted = scale.from_rectangle([(50, 10), (150, 10), (200, 190), (0, 190)], width_mm=100, height_mm=100)
    lengths = {crack.box_px[1]: crack.length for crack in photo_figures(measure(mask), tilted).cracks}
    assert lengths[20] > 1.5 * lengths[180]
