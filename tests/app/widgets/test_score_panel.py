import numpy as np
import pytest

from app.widgets.score_panel import ScorePanel
from core.score.counts import table
from core.values import cut

RANDOM = np.random.default_rng(5)


@pytest.fixture
def panel(qtbot):
    made = ScorePanel()
    qtbot.addWidget(made)
    made.show()
    return made


def column(panel, index):
    return [panel.rows.value(row, index) for row in range(4)]


def photo():
    truth = RANDOM.random((40, 50)) < 0.2
    noise = RANDOM.integers(0, 160, truth.shape)
    return (noise + 95 * truth).astype(np.uint8), truth


@pytest.mark.parametrize("threshold", [0.2, 0.5, 0.8])
def test_figures_of_the_photo_follow_the_threshold(panel, threshold):
    probabilities, truth = photo()
    panel.set_photo(table(probabilities, truth))
    panel.set_threshold(threshold)
    mask = probabilities >= cut(threshold)
    both = (mask & truth).sum()
    expected = (
        2 * both / (mask.sum() + truth.sum()),
        both / (mask | truth).sum(),
        both / mask.sum(),
        both / truth.sum(),
    )
    assert column(panel, 0) == [f"{figure:.2f}" for figure in expected]


def test_dice_of_all_photos_is_the_mean_over_cracked_ones(panel):
    photos = [photo(), photo(), (photo()[0], np.zeros((40, 50), bool))]
    panel.set_all([table(*each) for each in photos])
    panel.set_threshold(0.6)
    dices = [2 * ((p >= 153) & t).sum() / ((p >= 153).sum() + t.sum()) for p, t in photos[:2]]
    assert column(panel, 1)[0] == f"{np.mean(dices):.2f}"
    assert "3 photos" in panel.heading.text()


def test_without_truth_the_panel_says_what_to_do(panel):
    panel.set_photo(None)
    panel.set_all([])
    assert not panel.has_truth
    assert panel._without.isVisible()
    assert "Choose a folder of masks" in panel._without.text()


def test_undefined_figures_are_dashes(panel):
    panel.set_photo(table(np.zeros((4, 4), np.uint8), np.zeros((4, 4), bool)))
    assert column(panel, 0) == ["–"] * 4


def test_panel_keeps_its_height_whatever_it_shows(panel):
    before = panel.sizeHint().height()
    panel.set_photo(table(*photo()))
    assert panel.sizeHint().height() == before


def test_masks_that_wait_for_a_prediction_are_not_called_missing(panel):
    assert "No true masks" in panel._without.text()
    panel.set_mask_count(7)
    assert "7 photos have true masks" in panel._without.text()
    assert panel._without.isVisible()
    panel.set_mask_count(0)
    assert "No true masks" in panel._without.text()
