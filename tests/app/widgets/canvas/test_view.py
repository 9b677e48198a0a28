import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.canvas import view as views
from app.widgets.canvas.view import View

sizes = st.tuples(st.integers(1, 12000), st.integers(1, 12000))
viewports = st.tuples(st.integers(100, 3000), st.integers(100, 4000))
zooms = st.floats(0.02, 60)


@given(sizes, viewports)
def test_a_fitted_photo_is_wholly_in_sight(photo, viewport):
    view = views.fitted(photo, viewport)
    assert view.left >= 0
    assert view.top >= 0
    assert view.left + photo[1] * view.zoom <= viewport[1] + 1
    assert view.top + photo[0] * view.zoom <= viewport[0] + 1


@given(zooms, zooms, st.tuples(st.floats(0, 2000), st.floats(0, 2000)))
def test_zooming_keeps_the_photo_under_the_cursor(before, after, cursor):
    view = View(before, -30, 40)
    kept = views.zoomed(view, cursor, zoom=after).to_screen(view.to_photo(cursor))
    assert kept == pytest.approx(cursor, abs=0.51)


@given(sizes, viewports, zooms, st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_a_photo_can_not_be_lost(photo, viewport, zoom, left, top):
    view = views.clamped(View(zoom, left, top), photo, viewport)
    assert not views.visible_box(view, photo, viewport).is_empty


@given(sizes, viewports, st.floats(1e-4, 1e4))
def test_zoom_stays_between_a_thumbnail_and_64_fold(photo, viewport, zoom):
    bounded = views.bounded_zoom(zoom, photo, viewport)
    assert bounded <= views.MAX_ZOOM
    assert max(photo) * bounded >= min(views.MIN_SHOWN_PX, max(photo)) * 0.9


@given(st.floats(1e-3, 1))
def test_the_level_in_use_is_finer_than_the_screen_but_not_twice(zoom):
    level = views.level_for(zoom, 20)
    assert 0.5 - 1e-6 < zoom * 2**level <= 1 + 1e-6
