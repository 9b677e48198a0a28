"""The sample photos come from the program's own brush."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

import resources
from core.photos import pairing, reader
from core.train.paint import samples

SHIPPED = Path(resources.__file__).parent / "samples"
SIZE_LIMIT_BYTES = 1_500_000

painted_from = cache(samples.example)


@pytest.mark.parametrize("sample", samples.SAMPLES, ids=lambda sample: sample.name)
def test_shipped_photo_is_what_its_seed_paints(sample):
    painted = painted_from(sample)
    shipped = reader.read(SHIPPED / samples.IMAGES / f"{sample.name}.jpg")
    # JPEG changes pixels a little; another photo would differ everywhere.
    assert np.abs(shipped.astype(int) - painted.photo).mean() < 8
    mask = pairing.read_mask(SHIPPED / samples.MASKS / f"{sample.name}.png", sample.size)
    assert (mask == painted.mask).mean() > 0.999


@pytest.mark.parametrize("sample", samples.SAMPLES, ids=lambda sample: sample.name)
def test_only_cracked_samples_have_a_mask_with_pixels(sample):
    assert painted_from(sample).mask.any() == (sample.crack_seed is not None)


def test_there_is_no_other_photo_among_the_samples_and_all_are_small():
    files = [path for path in SHIPPED.rglob("*") if path.is_file()]
    named = {f"{sample.name}{suffix}" for sample in samples.SAMPLES for suffix in (".jpg", ".png")}
    assert {path.name for path in files} == named
    assert sum(path.stat().st_size for path in files) < SIZE_LIMIT_BYTES


def test_main_names_every_photo_it_paints(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(samples, "SAMPLES", samples.SAMPLES[:1])
    assert samples.main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.split("\n")[0].endswith("abutment 1.jpg")
    assert (tmp_path / "masks" / "abutment 1.png").is_file()
