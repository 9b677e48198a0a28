"""Which photos make up a step: the same for the same seed, balanced, and never a held-out one."""

import pickle
from collections import Counter
from dataclasses import fields, replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.photos.reader import read
from core.train import sampling
from core.train.clean_parts import Box
from core.train.loader import batches
from core.train.recipe import Recipe
from core.train.sampling import PhotoCache, Pool, Steps, validation_batch
from core.train.split import split
from core.values import Role, Tag, TaggedPhoto

SMALL = Recipe(size_px=32, painted=2, clean=1, tagged=3)


def same(first, second) -> bool:
    pairs = ((getattr(first, one.name), getattr(second, one.name)) for one in fields(first))
    return all(torch.equal(a, b) if isinstance(a, torch.Tensor) else a == b for a, b in pairs)


def test_a_step_is_the_same_whoever_draws_it_and_when(site):
    first, second = Steps(site.photos, SMALL, seed=5), Steps(site.photos, SMALL, seed=5)
    backwards = {step: second[step] for step in (4, 2, 0)}
    assert all(same(first[step], batch) for step, batch in backwards.items())
    assert not same(first[0], first[1])
    assert not same(first[0], Steps(site.photos, SMALL, seed=6)[0])


def test_shapes_and_order_of_a_batch(site):
    batch = Steps(site.photos, SMALL, seed=0)[0]
    assert batch.images.shape == (6, 3, 32, 32) and batch.images.dtype == torch.uint8
    assert batch.masks.shape == (2, 1, 32, 32) and set(batch.masks.unique().tolist()) <= {0.0, 1.0}
    assert batch.plain.shape == (3, 3, 32, 32)
    assert (batch.painted, batch.tagged) == (2, 3)
    assert batch.bags.tolist() == sorted(batch.bags.tolist()) and batch.bags[0] == 0


def test_before_the_tags_count_painted_squares_fill_their_place(site):
    steps = Steps(site.photos, SMALL, seed=0, tagged_from=3)
    assert (steps[2].painted, steps[2].tagged) == (5, 0)
    assert (steps[3].painted, steps[3].tagged) == (2, 3)


def test_without_clean_photos_surfaces_are_painted(site):
    cracked = [photo for photo in site.photos if photo.tag is Tag.CRACKED]
    assert Steps(cracked, SMALL, seed=0)[0].images.shape == (6, 3, 32, 32)


def test_windows_of_one_photo_share_a_bag(tagged):
    """Each photo has a brightness of its own, so that a window tells which photo it shows."""
    photos = [tagged(f"{level}.png", Tag.CRACKED, size=(40, 75), level=level) for level in (60, 110, 160, 210)]
    batch = Steps(photos, Recipe(size_px=32, painted=1, clean=0, tagged=4), seed=1)[0]
    levels = batch.plain.float().flatten(1).median(dim=1).values.div(50).round()
    assert batch.bags.tolist() == [0, 0, 0, 0]  # a photo of 2 x 2 windows fills the four slots
    assert len(set(levels.tolist())) == 1


@pytest.mark.timeout(60)
def test_photos_that_never_fill_the_slots_evenly_do_not_hang_a_step(tagged):
    """Three windows each, four slots: the last slot sees a part of a photo."""
    photos = [tagged(f"strip{number}.png", Tag.CRACKED, size=(36, 100)) for number in range(3)]
    batch = Steps(photos, Recipe(size_px=32, painted=1, clean=0, tagged=4), seed=1)[0]
    assert batch.tagged == 4 and batch.bags.tolist()[-1] == 1


def test_rich_sources_are_drawn_more_often_but_not_as_often_as_they_have_photos(tmp_path):
    photos = [TaggedPhoto(tmp_path / f"{n}", Tag.CRACKED, source="rich") for n in range(1000)]
    photos += [TaggedPhoto(tmp_path / f"p{n}", Tag.CRACKED, source="poor") for n in range(10)]
    pool, rng = Pool(photos), np.random.default_rng(0)
    poor = sum(pool.draw(rng).name.startswith("p") for _ in range(4000)) / 4000
    assert poor == pytest.approx(10**0.3 / (10**0.3 + 1000**0.3), abs=0.03)


def test_photos_of_a_source_are_drawn_equally_often(tmp_path):
    pool = Pool([TaggedPhoto(tmp_path / f"{n}", Tag.CRACKED) for n in range(5)])
    rng = np.random.default_rng(1)
    drawn = Counter(pool.draw(rng).name for _ in range(5000))
    assert all(abs(count - 1000) < 150 for count in drawn.values()) and len(drawn) == 5


def test_held_out_and_unsure_photos_are_never_read(site, tagged, monkeypatch):
    held_out = tuple(tagged(f"held{number}.png", tag, role=Role.HELD_OUT) for number, tag in enumerate(Tag))
    unsure = tagged("unsure.png", Tag.UNSURE)
    seen = set()
    original = sampling.read
    monkeypatch.setattr(sampling, "read", lambda path: seen.add(path) or original(path))
    parts = split((*site.photos, *held_out, unsure))
    steps = Steps(parts.learning, SMALL, seed=2)
    for step in range(30):
        _ = steps[step]
    validation_batch(parts.validation, count=4, size_px=32, seed=0)
    assert seen and not seen & {photo.path for photo in (*held_out, unsure)}


def test_groups_never_stand_on_both_sides_of_a_split(site):
    doubled = [*site.photos, *(TaggedPhoto(p.path.with_suffix(".jpg"), p.tag, group=p.group) for p in site.photos)]
    parts = split(doubled)
    assert not {p.group for p in parts.learning} & {p.group for p in parts.validation}
    assert parts.validation


def test_no_cracked_photo_is_told(tagged):
    clean = [tagged("a.png", Tag.NOT_CRACKED), tagged("b.png", Tag.CRACKED, role=Role.HELD_OUT)]
    with pytest.raises(TrainingError, match="tagged cracked"):
        split(clean)


def test_a_photo_that_cannot_be_read_is_replaced_and_noted(site):
    broken = [photo.path for photo in site.photos if photo.path.name in ("crack1.png", "clean2.png")]
    for path in broken:
        path.write_bytes(path.read_bytes()[:200])
    steps = Steps(site.photos, SMALL, seed=0)
    last = [steps[step] for step in range(20)][-1]
    assert len(last.unreadable) == 2 and all(any(p.name in s for s in last.unreadable) for p in broken)
    assert last.tagged == 3


def test_photos_of_which_none_can_be_read_end_the_run_with_a_sentence(site):
    for photo in site.photos:
        photo.path.unlink()
    with pytest.raises(TrainingError, match="could not be read"):
        _ = Steps(site.photos, SMALL, seed=0)[0]


def test_cache_keeps_what_fits_and_reads_the_rest_again(site, monkeypatch):
    read = []
    original = sampling.read
    monkeypatch.setattr(sampling, "read", lambda path: read.append(path) or original(path))
    paths = [photo.path for photo in site.photos[:3]]
    cache = PhotoCache(cap_bytes=2 * 80 * 90 * 3)
    for path in (*paths[:2], paths[0], paths[2], paths[0], paths[1]):
        assert cache.get(path).shape == (80, 90, 3)
    assert read == [paths[0], paths[1], paths[2], paths[1]]


def test_steps_travel_to_a_worker_process_without_their_photos(site):
    steps = Steps(site.photos, SMALL, seed=3)
    drawn = steps[0]
    sent = pickle.dumps(steps)
    assert len(sent) < 20_000
    assert same(pickle.loads(sent)[0], drawn)


def test_loader_gives_the_steps_in_order_and_stops_when_closed(site):
    steps = Steps(site.photos, SMALL, seed=3)
    drawn = batches(steps, 2, 9, workers=0)
    assert all(same(next(drawn), steps[step]) for step in (2, 3))
    drawn.close()
    assert [same(one, steps[step]) for step, one in enumerate(batches(steps, 0, 5, workers=0))] == [True] * 5


def test_validation_squares_are_painted_otherwise_than_in_training(site):
    first = validation_batch(site.photos, count=4, size_px=32, seed=0)
    assert same(first, validation_batch(site.photos, count=4, size_px=32, seed=0))
    assert first.images.shape == (6, 3, 32, 32) and first.painted == 4 and first.tagged == 0


def test_cracks_are_painted_on_clean_parts_of_cracked_photos_too(site, monkeypatch):
    cracked = next(photo for photo in site.photos if photo.tag is Tag.CRACKED)
    grounds, scene = [], sampling.cracked_scene

    def noted(rng, clean, size, **style):
        grounds.append(clean)
        return scene(rng, clean, size, **style)

    monkeypatch.setattr(sampling, "cracked_scene", noted)
    _ = Steps(site.photos, replace(SMALL, parts_share=1.0), seed=0, parts={cracked.path: Box(0, 0, 24)})[0]
    assert [ground.shape for ground in grounds] == [(24, 24, 3)] * SMALL.painted


@pytest.mark.parametrize(("workers", "processes", "kept"), [(None, "1", 4), (2, "1", 2), (2, "2", 1)])
def test_worker_processes_share_the_memory_of_one(site, monkeypatch, workers, processes, kept):
    paths = [photo.path for photo in site.photos[:4]]
    size = read(paths[0]).nbytes
    info = None if workers is None else SimpleNamespace(num_workers=workers)
    monkeypatch.setattr(sampling, "get_worker_info", lambda: info)
    monkeypatch.setenv("LOCAL_WORLD_SIZE", processes)
    cache = PhotoCache(cap_bytes=4 * size)
    for path in paths:
        cache.get(path)
    assert len(cache._photos) == kept
