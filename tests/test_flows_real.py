"""One true flow: the real network predicts, learns two steps from tags, is accepted, predicts anew, is rolled back."""

import pytest
import torch

from core.network.checkpoint import save
from core.network.shelf import Shelf, describe
from core.network.unet import CrackUNet
from core.train import recipe, trainer
from core.train.recipe import Recipe
from core.values import Preset
from tests.windows import drive, eight_tagged_photos

SMALL = Recipe(size_px=64, painted=2, clean=1, tagged=1, steps=2)


@pytest.fixture
def shipped(tmp_path_factory, monkeypatch):
    """The real architecture with random weights."""
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("shipped") / "shipped.safetensors"
    save(path, CrackUNet(), {"threshold": 0.5, "name": "Random"})
    monkeypatch.setattr(Shelf, "shipped", lambda self: describe(path, is_shipped=True))
    monkeypatch.setitem(recipe.RETRAIN, Preset.QUICK, SMALL)
    monkeypatch.setattr(trainer, "VALIDATION_SQUARES", 2)
    return describe(path, is_shipped=True)


@pytest.mark.slow
def test_predict_retrain_accept_predict_again_and_roll_back(qtbot, tmp_path, shipped, monkeypatch):
    monkeypatch.setattr("tests.windows.PATIENCE_MS", 150_000)
    folder = eight_tagged_photos(tmp_path)

    def script(user):
        window = user.window
        user.has_photos(8)
        user.sees_mask()
        user.all_predicted()
        before = [item.score for item in window.session.items()]
        user.press("Ctrl+T")
        user.until(lambda: window.workshop.dialog is not None)
        dialog = window.workshop.dialog
        user.until(dialog.before.start_button.isEnabled)
        user.click(dialog.before.start_button)
        user.until(dialog.after.isVisible)
        assert dialog.during.curves.points
        assert window.session.model.id == shipped.id
        user.click(dialog.after.use_button)
        user.until(lambda: window.session.model.id != shipped.id)
        user.all_predicted()
        user.all_on_disk()
        user.sees_mask()
        contradicted = [item.name for item in window.session.items() if item.contradicts]
        user.press("Alt+6")
        user.until(lambda: sorted(user.listed()) == sorted(contradicted))
        assert contradicted, "half of the photos are tagged cracked, and a network that knows nothing says one thing"
        user.press("Alt+1")
        learnt = window.session.model
        assert learnt.name == "Version 1" and learnt.metadata["parent"] == shipped.id
        project, ids = window.session.project, [item.id for item in window.session.items()]
        user.until(lambda: all(project.prediction(photo_id, learnt.id) for photo_id in ids))
        window.shelving.roll_back()
        user.until(lambda: window.session.model.id == shipped.id)
        assert [item.score for item in window.session.items()] == before

    assert drive(qtbot, script, folder) == 0
    assert len(list(Shelf().folder.glob("*.safetensors"))) == 1
