"""Training opens no mask: broken on purpose, in the thread and in a worker process."""

import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import PhotoError, TrainingError
from core.photos import reader
from core.train import guard, trainer
from core.train.guard import MaskOpenedError, PhotoGuard, require_no_masks
from core.train.loader import batches
from core.train.recipe import Recipe
from core.train.sampling import Steps
from core.train.trainer import train


@pytest.fixture
def photo(paint, tmp_path) -> Path:
    return paint(tmp_path / "photo.png", mask=tmp_path / "masks" / "photo.png")


@pytest.fixture
def other(paint, tmp_path) -> Path:
    return paint(tmp_path / "other.png")


def test_the_runs_own_photos_are_read(photo):
    with PhotoGuard([photo]):
        assert reader.read(photo).shape == (40, 60, 3)


def test_another_image_is_refused_although_the_reader_makes_a_photo_error_of_it(photo, other):
    """The one reader opens files through Python, where the audit hook sees them."""
    with pytest.raises(MaskOpenedError, match=r"other\.png"), PhotoGuard([photo]), pytest.raises(PhotoError):
        reader.read(other)


def test_whatever_lies_in_a_folder_named_masks_is_refused(photo, tmp_path):
    mask = tmp_path / "masks" / "photo.png"
    with pytest.raises(MaskOpenedError), PhotoGuard([photo, mask]), mask.open("rb"):
        pass
    (tmp_path / "Masks").mkdir(exist_ok=True)
    (tmp_path / "Masks" / "photo.npy").write_bytes(b"")
    with pytest.raises(MaskOpenedError), PhotoGuard([photo]):
        (tmp_path / "Masks" / "photo.npy").read_bytes()


def test_files_that_are_no_images_are_none_of_the_guards_business(photo, tmp_path):
    with PhotoGuard([photo]):
        (tmp_path / "state.json").write_text("{}")


def test_other_threads_read_what_they_like(photo, other):
    seen = []
    with PhotoGuard([photo]):
        thread = threading.Thread(target=lambda: seen.append(reader.read(other).shape))
        thread.start()
        thread.join()
    assert seen == [(40, 60, 3)]


def test_guard_ends_with_its_block_and_an_inner_one_does_not_end_the_outer(photo, other):
    with pytest.raises(MaskOpenedError), PhotoGuard([photo]):
        with PhotoGuard([other]):
            reader.read(other)
        other.read_bytes()
    assert reader.read(other).any()


def test_caller_of_a_guarded_generator_reads_what_it_likes_between_two_events(photo, other):
    def events():
        reader.read(photo)
        yield 1
        reader.read(photo)
        yield 2

    seen = []
    for event in PhotoGuard([photo]).guarded(events()):
        reader.read(other)
        seen.append(event)
    assert seen == [1, 2]


def test_closing_a_guarded_generator_closes_it_within_the_guard(photo, other):
    def events():
        try:
            yield 1
        finally:
            other.read_bytes()

    guarded = PhotoGuard([photo]).guarded(events())
    next(guarded)
    with pytest.raises(MaskOpenedError):
        guarded.close()


def test_photos_in_a_folder_named_masks_are_refused_before_the_start(site, tmp_path):
    with pytest.raises(TrainingError, match="opens no mask"):
        require_no_masks([tmp_path / "Masks" / "a.png"])
    link = tmp_path / "innocent.png"
    (tmp_path / "masks").mkdir()
    (tmp_path / "masks" / "a.png").write_bytes(b"")
    link.symlink_to(tmp_path / "masks" / "a.png")
    with pytest.raises(TrainingError, match=r"innocent\.png"):
        next(train(site.plan(photos=(replace(site.photos[0], path=link), *site.photos[1:]))))


def test_a_run_that_opens_a_mask_ends(site, fast, monkeypatch, paint, tmp_path):
    paint(tmp_path / "wall.png", mask=tmp_path / "masks" / "wall.png")
    original = trainer.validation_batch

    def peeking(*arguments, **named):
        (tmp_path / "masks" / "wall.png").read_bytes()
        return original(*arguments, **named)

    monkeypatch.setattr(trainer, "validation_batch", peeking)
    with pytest.raises(MaskOpenedError):
        list(train(site.plan()))


def test_the_painter_thread_of_a_run_is_guarded(site, fast, monkeypatch, tmp_path):
    (tmp_path / "masks").mkdir()
    (tmp_path / "masks" / "wall.png").write_bytes(b"")
    original = Steps._batch

    def peeking(self, step):
        assert threading.current_thread().name.startswith("painter")
        (tmp_path / "masks" / "wall.png").read_bytes()
        return original(self, step)

    monkeypatch.setattr(Steps, "_batch", peeking)
    with pytest.raises(MaskOpenedError):
        list(train(site.plan()))


@pytest.mark.slow
def test_a_worker_process_is_guarded_and_draws_the_same_steps(site):
    recipe = Recipe(size_px=32, painted=1, clean=1, tagged=1)
    steps = Steps(site.photos, recipe, seed=4)
    (drawn,) = batches(steps, 5, 6, workers=1)
    assert (drawn.images == steps[5].images).all() and (drawn.masks == steps[5].masks).all()
    steps._guard = PhotoGuard([])
    with pytest.raises(MaskOpenedError):
        list(batches(steps, 5, 6, workers=1))


def test_no_image_is_read_behind_pythons_back():
    """OpenCV's own readers open files where no audit hook sees it."""
    core = Path(guard.__file__).parents[1]
    hidden = re.compile(r"imread|imreadmulti|VideoCapture|FileStorage")
    assert [path.name for path in core.rglob("*.py") if hidden.search(path.read_text())] == []
