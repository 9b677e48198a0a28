"""Photos and the masks that belong to them."""

import numpy as np
import pytest
from PIL import Image

from core.errors import ScoreError
from core.photos import pairing


def make(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def pairs(root, images, masks=None):
    found = pairing.find_masks(root / images, masks and root / masks)
    return {a.relative_to(root).as_posix(): b.relative_to(root).as_posix() for a, b in found.items()}


@pytest.mark.parametrize("opened", [".", "cfd", "cfd/images", "cfd/images/deck"])
def test_convention_holds_from_wherever_the_folder_is_opened(tmp_path, opened):
    make(tmp_path, "cfd/images/deck/1.jpg", "cfd/masks/deck/1.png", "cfd/masks/1.png", "cfd/images/deck/2.jpg")
    assert pairs(tmp_path, opened) == {"cfd/images/deck/1.jpg": "cfd/masks/deck/1.png"}


def test_equal_names_in_sub_folders_keep_their_own_masks(tmp_path):
    make(tmp_path, "images/a/1.jpg", "images/b/1.jpg", "masks/b/1.png", "masks/a/1.png")
    assert pairs(tmp_path, ".") == {"images/a/1.jpg": "masks/a/1.png", "images/b/1.jpg": "masks/b/1.png"}


def test_chosen_folder_may_hold_what_predict_wrote(tmp_path):
    make(tmp_path, "site/1.jpg", "site/2.jpg", "site/2.png", "out/1_mask.png", "out/2.jpg_mask.png")
    assert pairs(tmp_path, "site", "out") == {
        "site/1.jpg": "out/1_mask.png",
        "site/2.jpg": "out/2.jpg_mask.png",
    }


def test_masks_beside_their_photos_are_found(tmp_path):
    make(tmp_path, "1.jpg", "1_mask.png", "2.jpg")
    assert pairs(tmp_path, ".", ".") == {"1.jpg": "1_mask.png"}


def test_mask_without_loss_is_taken_of_two(tmp_path):
    make(tmp_path, "images/1.jpg", "masks/1.jpg", "masks/1.png", "masks/1.webp")
    assert pairs(tmp_path, ".") == {"images/1.jpg": "masks/1.png"}


@pytest.mark.parametrize("masks", [None, "other"])
def test_no_mask_at_all_is_told_with_a_remedy(tmp_path, masks):
    make(tmp_path, "images/1.jpg", "other/2.png")
    with pytest.raises(ScoreError, match="choose"):
        pairs(tmp_path, "images", masks)


def test_photos_leave_out_masks_but_not_every_folder_of_that_name(tmp_path):
    make(tmp_path, "a/images/1.jpg", "a/masks/x/1.png", "b/masks/1.jpg", "c.jpg")
    listed = [path.relative_to(tmp_path).as_posix() for path in pairing.photos(tmp_path)]
    assert listed == ["a/images/1.jpg", "b/masks/1.jpg", "c.jpg"]


def test_mask_folder_opened_itself_is_listed(tmp_path):
    make(tmp_path, "images/1.jpg", "masks/1.png")
    assert list(pairing.photos(tmp_path / "masks")) == [tmp_path / "masks/1.png"]


def save(path, values, mode="L"):
    Image.fromarray(np.array(values, np.uint8)).convert(mode).save(path)
    return path


def test_mask_is_what_is_lighter_than_127(tmp_path):
    path = save(tmp_path / "m.png", [[0, 127, 128], [255, 3, 200]])
    assert pairing.read_mask(path, (2, 3)).tolist() == [[False, False, True], [True, False, True]]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "I;16"])
def test_masks_of_every_kind_are_read(tmp_path, mode):
    grey = np.array([[0, 255], [255, 0]], np.uint8)
    image = Image.fromarray(grey.astype(np.uint16) * 257) if mode == "I;16" else Image.fromarray(grey).convert(mode)
    image.save(tmp_path / "m.png")
    assert pairing.read_mask(tmp_path / "m.png", (2, 2)).tolist() == [[False, True], [True, False]]


def test_what_is_transparent_is_no_crack(tmp_path):
    rgba = np.zeros((1, 2, 4), np.uint8)
    rgba[0, 0] = 255
    Image.fromarray(rgba).save(tmp_path / "m.png")
    assert pairing.read_mask(tmp_path / "m.png", (1, 2)).tolist() == [[True, False]]


def test_mask_of_another_size_is_refused(tmp_path):
    path = save(tmp_path / "m.png", [[0, 255, 0]])
    with pytest.raises(ScoreError, match=r"3 x 2 pixels, and has 3 x 1; save it"):
        pairing.read_mask(path, (2, 3))


def test_mask_of_zeros_and_ones_is_refused_and_not_taken_for_empty(tmp_path):
    path = save(tmp_path / "m.png", [[0, 1, 0]])
    with pytest.raises(ScoreError, match="multiply"):
        pairing.read_mask(path, (1, 3))


def test_empty_mask_is_empty(tmp_path):
    assert not pairing.read_mask(save(tmp_path / "m.png", [[0, 0]]), (1, 2)).any()
