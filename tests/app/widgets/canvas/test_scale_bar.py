import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.canvas.scale_bar import LONGEST_PX, scale_bar

IN_MM = {"mm": 1, "cm": 10, "m": 1000}


@pytest.mark.parametrize(
    ("zoom", "mm_per_px", "text"),
    [
        (1.0, None, "100 px"),
        (0.1, None, "1,000 px"),
        (64.0, None, "2 px"),
        (1.0, 0.5, "50 mm"),
        (1.0, 0.05, "5 mm"),
        (1.0, 2.0, "20 cm"),
        (0.1, 1.0, "1 m"),
        (10.0, 0.05, "0.5 mm"),
    ],
)
def test_bar_has_a_round_length(zoom, mm_per_px, text):
    assert scale_bar(zoom, mm_per_px).text == text


@given(st.floats(0.002, 64), st.floats(0.001, 100))
def test_length_on_screen_is_the_length_it_says(zoom, mm_per_px):
    bar = scale_bar(zoom, mm_per_px)
    assert bar.screen_px == pytest.approx(bar.length * IN_MM[bar.unit] * zoom / mm_per_px)
    assert LONGEST_PX / 2.6 < bar.screen_px <= LONGEST_PX * 1.001
