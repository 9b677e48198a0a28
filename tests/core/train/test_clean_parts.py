"""Clean parts of cracked photos: where the network is sure that nothing is, once it has seen the crack."""

import numpy as np
import pytest
import torch
from PIL import Image

from core.network.device import choose_engine
from core.train.clean_parts import SMALLEST_PX, Box, clean_part, clean_parts, largest_square
from core.train.split import with_clean_parts
from core.values import Tag, TaggedPhoto


class DarkIsCrack(torch.nn.Module):
    """A network whose logit is high where the photo is dark."""

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return 20 * (0.4 - images.mean(dim=1, keepdim=True))


def wall(height: int, width: int, *, crack_at: int | None) -> np.ndarray:
    photo = np.full((height, width, 3), 200, np.uint8)
    if crack_at is not None:
        photo[:, crack_at : crack_at + 4] = 10
    return photo


def test_the_largest_square_holds_no_unclean_pixel_and_no_larger_one_exists():
    is_clean = np.ones((300, 400), bool)
    is_clean[:, 150] = False
    box = largest_square(is_clean)
    assert is_clean[box.top : box.top + box.side, box.left : box.left + box.side].all()
    assert box.left > 150 and box.side in (248, 249)


@pytest.mark.parametrize("side", [SMALLEST_PX - 2, 20])
def test_a_small_square_is_none(side):
    assert largest_square(np.ones((side, 500), bool)) is None


def test_the_part_beside_a_crack_is_found_in_the_photos_own_pixels():
    photo = wall(500, 900, crack_at=400)
    box = clean_part(DarkIsCrack(), photo, choose_engine("cpu"))
    cut = box.cut(photo)
    assert cut.shape == (box.side, box.side, 3)
    assert (cut == 200).all()
    assert box.left >= 404 or box.left + box.side <= 400


def test_a_photo_whose_crack_was_not_seen_is_not_called_clean():
    assert clean_part(DarkIsCrack(), wall(300, 300, crack_at=None), choose_engine("cpu")) is None


def test_cracked_photos_alone_are_looked_at_and_an_unreadable_one_has_no_part(tmp_path):
    photos = []
    for name, tag in (("a", Tag.CRACKED), ("b", Tag.NOT_CRACKED), ("c", Tag.CRACKED)):
        path = tmp_path / f"{name}.png"
        Image.fromarray(wall(300, 300, crack_at=20)).save(path)
        photos.append(TaggedPhoto(path, tag, name, "site"))
    photos[2].path.write_bytes(b"no photo")
    found = dict(clean_parts(DarkIsCrack(), photos, choose_engine("cpu")))
    assert set(found) == {photos[0].path, photos[2].path}
    assert isinstance(found[photos[0].path], Box)
    assert found[photos[2].path] is None


def test_a_large_source_is_thinned_out_and_a_small_one_is_kept_whole(tmp_path):
    many = [TaggedPhoto(tmp_path / f"{i}", Tag.CRACKED, f"{i}", "road") for i in range(1000)]
    few = [TaggedPhoto(tmp_path / f"w{i}", Tag.CRACKED, f"w{i}", "wall") for i in range(9)]
    chosen = with_clean_parts(many + few)
    assert sum(photo.source == "wall" for photo in chosen) == 9
    assert 100 <= sum(photo.source == "road" for photo in chosen) <= 150
