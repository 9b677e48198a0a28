"""Tags from folder names; masks from COCO and LabelMe; nonsense refused with a sentence."""

import json

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycocotools import mask as coco_mask

from core.errors import ImportFileError
from core.export import coco, incoming, labelling
from core.export.photo import ExportPhoto
from core.measure.photo import measure
from core.values import Tag


@pytest.fixture
def mask():
    mask = np.zeros((60, 90), np.uint8)
    cv2.line(mask, (5, 10), (80, 50), 1, 3)
    cv2.circle(mask, (60, 20), 9, 1, 2)
    return mask > 0


def test_tags_come_from_the_nearest_telling_folder(tmp_path):
    names = ["cracked/1.jpg", "not_cracked/deep/2.jpg", "Positive/not_cracked/3.jpg", "Negative/4.jpg", "other/5.jpg"]
    found = incoming.tags_from_folders(tmp_path, [tmp_path / name for name in names])
    assert {path.name: tag for path, tag in found.items()} == {
        "1.jpg": Tag.CRACKED,
        "2.jpg": Tag.NOT_CRACKED,
        "3.jpg": Tag.NOT_CRACKED,
        "4.jpg": Tag.NOT_CRACKED,
    }


def test_folder_above_the_chosen_one_tells_nothing(tmp_path):
    root = tmp_path / "cracked" / "site"
    with pytest.raises(ImportFileError, match="Folders called cracked"):
        incoming.tags_from_folders(root, [root / "a.jpg"])


@pytest.mark.parametrize("form", list(coco.Segmentation))
def test_own_coco_comes_back_pixel_by_pixel(tmp_path, mask, form):
    photo = ExportPhoto("sub/a.jpg", tmp_path / "a.jpg", mask, measure(mask))
    coco.write_coco(tmp_path / "c.json", [photo], form)
    (found,) = incoming.masks_from_coco(tmp_path / "c.json")
    assert found.photo == "sub/a.jpg"
    assert (found.mask == mask).all()


def test_coco_of_others_with_plain_run_lengths_and_other_categories(tmp_path, mask):
    counts, value, run = [], 0, 0
    for pixel in mask.T.ravel():
        if pixel != value:
            counts.append(run)
            value, run = pixel, 0
        run += 1
    annotations = [
        {"image_id": 7, "category_id": 2, "segmentation": {"size": [60, 90], "counts": [*counts, run]}, "iscrowd": 1},
        {"image_id": 7, "category_id": 3, "segmentation": [[0, 0, 9, 0, 9, 9]]},
    ]
    content = {
        "images": [{"id": 7, "file_name": "x.jpg", "height": 60, "width": 90}],
        "categories": [{"id": 2, "name": "crack"}, {"id": 3, "name": "moss"}],
        "annotations": annotations,
    }
    (tmp_path / "c.json").write_text(json.dumps(content))
    (found,) = incoming.masks_from_coco(tmp_path / "c.json", ["crack"])
    assert (found.mask == mask).all()


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=30, deadline=None)
def test_packed_run_lengths_are_unpacked_as_pycocotools_packs_them(seed):
    mask = np.random.default_rng(seed).random((13, 17)) > 0.6
    packed = coco_mask.encode(np.asfortranarray(mask, np.uint8))["counts"].decode()
    plain = incoming._unpacked(packed)
    assert coco_mask.frPyObjects({"size": [13, 17], "counts": plain}, 13, 17)["counts"].decode() == packed
    assert (incoming._filled({"size": [13, 17], "counts": plain}, (13, 17)) == mask).all()


def test_own_labelme_comes_back_pixel_by_pixel(tmp_path, mask):
    labelling.write_labelme(tmp_path / "a.json", ExportPhoto("a.jpg", tmp_path / "a.jpg", mask, measure(mask)))
    found = incoming.mask_from_labelme(tmp_path / "a.json")
    assert found.photo == "a.jpg"
    assert (found.mask == mask).all()


_IMAGE = {"id": 1, "file_name": "x.jpg", "height": 9, "width": 9}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[1]",
        b"{}",
        b"\xff\xfe",
        {"images": [_IMAGE | {"file_name": "../../x.jpg"}], "annotations": []},
        {"images": [_IMAGE | {"height": 10**9}], "annotations": []},
        {"images": [_IMAGE], "annotations": [{"image_id": 1, "segmentation": [[1, 2]]}]},
        {"images": [_IMAGE], "annotations": [{"image_id": 1, "segmentation": [[1, 2, 3, float("inf"), 5, 6]]}]},
        {"images": [_IMAGE], "annotations": [{"image_id": 1, "segmentation": {"size": [9, 9], "counts": [9999]}}]},
        {"images": [_IMAGE], "annotations": [{"image_id": 1, "segmentation": {"size": [9, 9], "counts": "oooooo"}}]},
        {"images": [_IMAGE], "annotations": [{"image_id": 1, "segmentation": {"size": [8, 9], "counts": [72]}}]},
    ],
)
def test_odd_coco_is_refused_with_a_sentence(tmp_path, content):
    file = tmp_path / "c.json"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    with pytest.raises(ImportFileError, match=r"; "):
        list(incoming.masks_from_coco(file))


@pytest.mark.parametrize(
    "shape", [{"points": [[1, 2]]}, {"points": "x"}, {"points": [[1, 2]] * 3, "shape_type": "odd"}]
)
def test_odd_labelme_is_refused_with_a_sentence(tmp_path, shape):
    content = {"imagePath": "a.jpg", "imageHeight": 9, "imageWidth": 9, "shapes": [shape | {"label": "crack"}]}
    (tmp_path / "a.json").write_text(json.dumps(content))
    with pytest.raises(ImportFileError, match="LabelMe"):
        incoming.mask_from_labelme(tmp_path / "a.json")
