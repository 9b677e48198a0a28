"""Pseudo-labels: sure seeds grow, the impossible is background, the rest stays unknown."""

import numpy as np
import pytest
import torch

from core.train.pseudo import (
    BACKGROUND,
    CRACK,
    LARGEST_SHARE,
    UNKNOWN,
    label_window,
    pseudo_labels,
    trimmed,
)


def window(**strips: float) -> np.ndarray:
    """A quiet square with level strips of 40 x 2 px, by the row at which each begins ("r10")."""
    probabilities = np.full((60, 60), 0.02, np.float32)
    for row, level in strips.items():
        top = int(row[1:])
        probabilities[top : top + 2, 10:50] = level
    return probabilities


def test_seed_grows_into_what_is_connected_to_it():
    probabilities = window(r10=0.6)
    probabilities[10, 20] = 0.9
    labels = label_window(probabilities, 0.9)
    assert (labels[10:12, 10:50] == CRACK).all()
    assert (labels[30:] == BACKGROUND).all()


def test_possible_without_a_seed_stays_unknown():
    labels = label_window(window(r10=0.9, r30=0.6, r40=0.3), 0.9)
    assert (labels[10:12, 10:50] == CRACK).all()
    assert (labels[30:32, 10:50] == UNKNOWN).all()
    assert (labels[40:42, 10:50] == UNKNOWN).all()


def test_a_sure_speck_is_not_labelled():
    probabilities = window()
    probabilities[5:9, 5:9] = 0.95
    labels = label_window(probabilities, 0.95)
    assert (labels[5:9, 5:9] == UNKNOWN).all()


def test_in_a_weak_photo_the_strongest_response_is_the_seed():
    labels = label_window(window(r10=0.4, r30=0.25), 0.4)
    assert (labels[10:12, 10:50] == CRACK).all()
    assert (labels[30:32, 10:50] == UNKNOWN).all()


def test_what_is_fainter_than_the_faintest_seed_is_no_crack():
    assert not (label_window(window(r10=0.25), 0.25) == CRACK).any()


def test_cracks_that_cover_too_much_are_not_believed():
    probabilities = window()
    probabilities[:20] = 0.95
    assert (probabilities > 0.9).mean() > LARGEST_SHARE
    assert not (label_window(probabilities, 0.95) == CRACK).any()


@pytest.mark.parametrize("level", [0.0, 0.1, 0.5, 1.0])
def test_labels_are_crack_background_or_unknown(level):
    labels = label_window(np.full((20, 20), level, np.float32), level)
    assert set(np.unique(labels)) <= {BACKGROUND, CRACK, UNKNOWN} and labels.dtype == np.float32


def test_windows_of_one_photo_share_their_strongest_response():
    """A weak strip is a seed where its photo is weak, not where another window of the photo is sure."""
    weak, sure = window(r10=0.4), window(r10=0.95)
    probabilities = torch.from_numpy(np.stack([weak, sure, weak]))[:, None]

    def teacher(images):
        # Mirrored images get the mirrored answer.
        is_mirrored = bool(images[0, 0, 0, 0] > 0)
        return torch.logit(probabilities.flip(-1) if is_mirrored else probabilities)

    images = torch.zeros(3, 3, 60, 60)
    images[..., -1] = 1
    labels = pseudo_labels(teacher, images, torch.tensor([0, 0, 1]))
    assert labels.shape == (3, 1, 60, 60)
    is_crack = [bool((one == CRACK).any()) for one in labels]
    assert is_crack == [False, True, True]


def surface(width_px: int) -> np.ndarray:
    """A grey square (60, 60, 3) with a dark line of a width around row 30."""
    photo = np.full((60, 60, 3), 170, np.uint8)
    photo[30 - width_px // 2 : 30 - width_px // 2 + width_px] = 60
    return photo


def labelled(half_px: int) -> np.ndarray:
    """A crack labelled ``half_px`` to both sides of row 30."""
    labels = np.full((60, 60), BACKGROUND, np.float32)
    labels[30 - half_px : 31 + half_px] = CRACK
    return labels


def test_a_label_is_as_wide_as_the_dark_line_under_it():
    narrower = trimmed(labelled(8), surface(3))
    column = narrower[:, 30]
    assert 3 <= (column == CRACK).sum() <= 5 and column[30] == CRACK
    assert (column == UNKNOWN).sum() == 4  # two on each side
    assert (narrower[:24] == BACKGROUND).all() and (narrower[37:] == BACKGROUND).all()


def test_a_wide_opening_keeps_its_label_and_what_was_no_crack_stays_none():
    assert (trimmed(labelled(14), surface(29)) == labelled(14)).all()
    labels = np.where(labelled(3) == CRACK, UNKNOWN, BACKGROUND).astype(np.float32)
    assert (trimmed(labels, surface(3)) == labels).all()


def test_labels_of_windows_are_trimmed_by_their_own_photos():
    thick = torch.from_numpy(np.where(labelled(4) == CRACK, 0.95, 0.02).astype(np.float32))
    photos = torch.from_numpy(np.stack([surface(3), surface(9)])).permute(0, 3, 1, 2) / 255
    found = pseudo_labels(lambda images: torch.logit(thick).expand(2, 1, 60, 60), photos, torch.tensor([0, 1]))
    fine, broad = ((one[0] == CRACK).sum(dim=0)[30].item() for one in found)
    assert fine in (3, 4, 5) and broad >= 8
