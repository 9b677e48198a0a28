from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imaging import MaskColour, MaskLook, MaskStyle, colour_table, line_table, truth_table
from app.imaging.tables import AGREEMENT_COLOURS
from core.values import cut

thresholds = st.floats(0, 1)

# Machado, Oliveira, Fernandes (2009), severity 1.0, on linear RGB.
BLINDNESS = {
    "none": np.eye(3),
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def seen_lab(colour: str, blindness: str) -> np.ndarray:
    from skimage.color import rgb2lab

    srgb = np.array([int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(BLINDNESS[blindness]) @ linear, 0, 1)
    back = np.where(seen <= 0.0031308, seen * 12.92, 1.055 * seen ** (1 / 2.4) - 0.055)
    return rgb2lab(back.reshape(1, 1, 3)).reshape(3)


@given(thresholds)
def test_a_value_is_transparent_exactly_below_the_cut(threshold):
    table = colour_table(MaskLook(threshold))
    assert [colour == 0 for colour in table] == [value < cut(threshold) for value in range(256)]


@pytest.mark.parametrize("colour", MaskColour)
def test_fill_has_the_chosen_colour_and_opacity(colour):
    shown = colour_table(MaskLook(0.5, opacity=0.4, colour=colour))[255]
    assert shown >> 24 == round(255 * 0.4)
    assert f"#{shown & 0xFFFFFF:06x}" == colour


def test_heat_does_not_depend_on_the_threshold_and_is_clear_at_zero():
    low, high = (colour_table(MaskLook(t, style=MaskStyle.HEAT)) for t in (0.1, 0.9))
    assert low == high
    assert low[0] >> 24 == 0
    assert len(set(low)) == 256


def test_an_outline_stays_visible_at_low_opacity():
    assert line_table(MaskLook(opacity=0.1))[1] >> 24 >= 200


def test_where_nothing_is_predicted_or_true_the_photo_is_bare():
    table = truth_table(0.6)
    assert table[0] == 0
    assert len(set(table)) == 4


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_found_missed_and_false_alarm_differ_for_every_eye(blindness):
    for one, other in combinations(AGREEMENT_COLOURS.values(), 2):
        distance = np.linalg.norm(seen_lab(one, blindness) - seen_lab(other, blindness))
        assert distance > 30, f"{one} and {other} look alike ({distance:.0f})"
