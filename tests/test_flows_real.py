"""One true flow: the real network predicts, learns two steps from tags, is accepted, predicts anew, is rolled back."""

import json
from dataclasses import asdict
from html import unescape
from pathlib import Path

import pytest
import torch
from PIL import Image

import resources
from core.measure.scale import from_mm_per_pixel
from core.network.checkpoint import save
from core.network.shelf import Shelf, describe
from core.network.unet import CrackUNet
from core.project import calibration
from core.project.project import Project
from core.report.texts import Language
from core.report.wording import Wording
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


@pytest.mark.slow
def test_window_export_report_and_commands_give_the_same_numbers_on_a_real_photo(qtbot, tmp_path, cli, monkeypatch):
    monkeypatch.setattr("tests.windows.PATIENCE_MS", 150_000)
    folder, out = tmp_path / "photos", tmp_path / "out"
    folder.mkdir()
    with Image.open(Path(resources.__file__).parent / "samples" / "images" / "abutment 2.jpg") as photo:
        photo.crop((0, 0, 512, 512)).save(folder / "wall.jpg", quality=95)
    with Project.open(folder) as project:
        project.sync([folder / "wall.jpg"])
        calibration.set_for_folder(project, "", from_mm_per_pixel(0.25))
    shown, panel = [], []

    def script(user):
        user.window.area.gauge.measuring.measured.connect(shown.append)
        user.has_photos(1)
        user.until(lambda: bool(shown))
        panel.extend(user.window.area.gauge.measure_panel.rows.value(row) for row in range(6))
        user.press("Ctrl+Shift+E")
        dialog = user.window.office.export
        dialog.set_choice(("csv",), out)
        user.click(dialog.export_button)
        user.until(lambda: not user.window.exporting.is_running)

    drive(qtbot, script, folder)
    figures = shown[-1].figures
    code, said, _ = cli("measure", folder, "--quiet", "--json", "-", "--csv", out / "line.csv")
    assert code == 0
    (measured,) = json.loads(said)["photos"]
    window = json.loads(json.dumps(asdict(figures)))
    assert {name: measured[name] for name in window} == window, "to the last digit"
    assert figures.unit == "mm" and figures.cracks
    assert (out / "line.csv").read_bytes() == (out / "cracks.csv").read_bytes()
    assert cli("report", folder, "--quiet", "--out", out / "r.html")[0] == 0
    page = unescape((out / "r.html").read_text("utf-8"))
    say = Wording(Language.ENGLISH)
    for text in (say.length(figures.length, "mm"), say.width(figures.widest.max_width), say.area(figures.area, "mm")):
        assert text in page
    assert panel[1] == f"{figures.widest.max_width.value:.2f} mm"
