import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imaging import Tone, tone_table


def test_plain_tone_leaves_every_value():
    assert tone_table(Tone()).tolist() == list(range(256))
    assert Tone().is_plain


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_tone_never_swaps_darker_and_lighter(brightness, contrast):
    assert (np.diff(tone_table(Tone(brightness, contrast)).astype(int)) >= 0).all()


@pytest.mark.parametrize("brightness", [0.3, 1.0])
def test_brightness_lifts_shadows_and_keeps_black_and_white(brightness):
    table = tone_table(Tone(brightness=brightness))
    assert (table[0], table[255]) == (0, 255)
    assert table[40] > 50
