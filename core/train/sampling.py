"""Which photos make up a step. Deterministic: step ``i`` of seed ``s`` is the same on any machine and worker."""

import os
from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import Dataset, get_worker_info

from core.errors import PhotoError, TrainingError
from core.photos.reader import read
from core.train import corrected
from core.train.bags import halved, windows
from core.train.clean_parts import Parts
from core.train.corrected import Labels, Strokes
from core.train.guard import PhotoGuard
from core.train.paint.augment import camera, flip
from core.train.paint.cracks import TRAINING_STYLE, VALIDATION_STYLE, CrackStyle
from core.train.paint.scene import Example, clean_scene, cracked_scene
from core.train.recipe import Recipe
from core.values import RGB, Tag, TaggedPhoto

# Photos of a rich source would drown those of a poor one; the fourth root keeps both in sight.
_BALANCE = 0.3
_CACHE_BYTES = 1536 * 2**20
_DRAWS = 30
_REDRAWS = 8


class PhotoCache:
    """Decoded photos, the least recently used dropped first. Safe from several threads."""

    def __init__(self, cap_bytes: int = _CACHE_BYTES) -> None:
        self._photos: OrderedDict[Path, RGB] = OrderedDict()
        self._unreadable: dict[Path, str] = {}
        self._bytes, self._cap = 0, cap_bytes
        self._lock = Lock()

    def __reduce__(self) -> tuple[type["PhotoCache"], tuple[int]]:
        """A worker process begins with an empty one: neither locks nor gigabytes of photos travel."""
        return PhotoCache, (self._cap,)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was said of each photo that could not be read."""
        return tuple(self._unreadable.values())

    def drawn(self, pool: "Pool", rng: np.random.Generator, *, first: Path | None = None) -> RGB:
        """A photo of the pool; one that cannot be read is noted and replaced by another draw.

        Raises TrainingError where ``_DRAWS`` in a row cannot be read.
        """
        path = first or pool.draw(rng)
        for _ in range(_DRAWS):
            try:
                return self.get(path)
            except PhotoError as error:
                self._unreadable[path] = str(error)
                path = pool.draw(rng)
        raise TrainingError(
            f"{_DRAWS} photos in a row could not be read, {path.name} among them; check that the folder of the "
            "photos is there, then resume."
        )

    def get(self, path: Path) -> RGB:
        """The upright photo (H, W, 3) uint8; raises PhotoError."""
        with self._lock:
            if path in self._photos:
                self._photos.move_to_end(path)
                return self._photos[path]
        photo = read(path)
        with self._lock:
            # Another thread may have read it meanwhile; its bytes count once.
            self._bytes += photo.nbytes if path not in self._photos else 0
            self._photos[path] = photo
            while self._bytes > self._own_cap() and len(self._photos) > 1:
                self._bytes -= self._photos.popitem(last=False)[1].nbytes
        return photo

    def _own_cap(self) -> int:
        """Worker processes share the bytes that one process alone would take."""
        worker = get_worker_info()
        return self._cap // (worker.num_workers if worker else 1) // int(os.environ.get("LOCAL_WORLD_SIZE", "1"))


class Pool:
    """Photos of one tag, drawn evenly enough from each source."""

    def __init__(self, photos: Sequence[TaggedPhoto]) -> None:
        by_source: dict[str, list[Path]] = defaultdict(list)
        for photo in photos:
            by_source[photo.source].append(photo.path)
        self._sources = [sorted(by_source[source]) for source in sorted(by_source)]
        weights = np.asarray([len(paths) ** _BALANCE for paths in self._sources], float)
        self._shares: NDArray[np.float64] = weights / weights.sum() if len(weights) else weights

    def __bool__(self) -> bool:
        return bool(self._sources)

    def draw(self, rng: np.random.Generator) -> Path:
        paths = self._sources[rng.choice(len(self._sources), p=self._shares)]
        return paths[int(rng.integers(len(paths)))]


@dataclass(frozen=True, slots=True)
class Batch:
    """Squares of one step, uint8 (N, 3, S, S) in this order: painted, clean, cracked, corrected.

    ``masks`` (P, 1, S, S) float holds the labels of the painted ones; ``plain`` (T, 3, S, S) uint8 are the
    cracked squares once more before the camera effects, for the teacher; ``bags`` (T,) tells which of them
    show the same photo. ``unreadable`` holds a sentence for each photo that could not be read so far.
    ``strokes`` (C, 1, S, S) float are the labels of the corrected ones, -1 where no hand said anything.
    """

    images: Tensor
    masks: Tensor
    plain: Tensor
    bags: Tensor
    unreadable: tuple[str, ...] = ()
    strokes: Tensor = field(default_factory=lambda: torch.empty(0, 1, 1, 1))

    @property
    def corrected(self) -> int:
        return int(self.strokes.shape[0])

    @property
    def tagged(self) -> int:
        return int(self.bags.shape[0])

    @property
    def painted(self) -> int:
        return int(self.masks.shape[0])


def to_tensor(photos: Sequence[RGB], size: int) -> Tensor:
    """uint8 (N, 3, S, S) from N photos (S, S, 3)."""
    if not photos:
        return torch.empty((0, 3, size, size), dtype=torch.uint8)
    return torch.from_numpy(np.stack(photos)).permute(0, 3, 1, 2).contiguous()


def _masks(examples: Sequence[Example], size: int) -> Tensor:
    """float (N, 1, S, S) of N painted examples."""
    masks = np.asarray([example.mask for example in examples], np.float32).reshape(-1, 1, size, size)
    return torch.from_numpy(masks)


class Steps(Dataset[Batch]):
    """A training run as an indexable list of batches: ``steps[i]`` is the batch of step i."""

    def __init__(
        self,
        photos: Sequence[TaggedPhoto],
        recipe: Recipe,
        *,
        seed: int,
        tagged_from: int = 0,
        parts: Parts | None = None,
        strokes: Mapping[Path, Strokes] | None = None,
    ) -> None:
        self._parts = parts or {}
        self._with_parts = Pool([photo for photo in photos if photo.path in self._parts])
        self._clean = Pool([photo for photo in photos if photo.tag is Tag.NOT_CRACKED])
        self._cracked = Pool([photo for photo in photos if photo.tag is Tag.CRACKED])
        self._recipe, self._seed, self._tagged_from = recipe, seed, tagged_from
        self._style = replace(TRAINING_STYLE, band_share=recipe.band_share)
        self._cache = PhotoCache()
        known = {photo.path for photo in photos}
        self._strokes = {path: said for path, said in (strokes or {}).items() if path in known}
        self._guard = PhotoGuard(known)

    def _clean_photo(self, rng: np.random.Generator) -> RGB | None:
        if not self._clean or rng.random() < self._recipe.surfaces_share:
            return None
        return self._cache.drawn(self._clean, rng)

    def _ground(self, rng: np.random.Generator) -> RGB | None:
        """What a crack is painted on; None for a painted surface."""
        if not self._with_parts or rng.random() >= self._recipe.parts_share:
            return self._clean_photo(rng)
        path = self._with_parts.draw(rng)
        try:
            return self._parts[path].cut(self._cache.get(path))
        except PhotoError:
            return None

    def __getitem__(self, step: int) -> Batch:
        with self._guard:
            return self._batch(step)

    def _batch(self, step: int) -> Batch:
        rng = np.random.default_rng((self._seed, step))
        recipe, size = self._recipe, self._recipe.size_px
        tagged = recipe.tagged if self._cracked and step >= self._tagged_from else 0
        spare = recipe.tagged - tagged
        spare = spare if recipe.painted else 0
        things = recipe.distraction
        painted = [
            cracked_scene(rng, self._ground(rng), size, style=self._style, distraction=things)
            for _ in range(recipe.painted + spare)
        ]
        clean = [clean_scene(rng, self._clean_photo(rng), size, distraction=things).photo for _ in range(recipe.clean)]
        plain, bags = self._cracked_squares(rng, tagged)
        seen = [camera(rng, one) for one in plain]
        known, labels = self._corrected_squares(np.random.default_rng((self._seed, step, 1)))
        images = to_tensor([one.photo for one in painted] + clean + seen + known, size)
        marked = torch.tensor(bags, dtype=torch.long)
        return Batch(
            images,
            _masks(painted, size),
            to_tensor(plain, size),
            marked,
            self._cache.sentences,
            torch.from_numpy(np.asarray(labels, np.float32).reshape(-1, 1, size, size)),
        )

    def _corrected_squares(self, rng: np.random.Generator) -> tuple[list[RGB], list[Labels]]:
        """From a generator of its own: the rest of a step is the same with corrections and without."""
        found = []
        for _ in range(corrected.SQUARES if self._strokes else 0):
            path = sorted(self._strokes)[int(rng.integers(len(self._strokes)))]
            try:
                found.append(corrected.square(rng, self._cache.get(path), self._strokes[path], self._recipe.size_px))
            except PhotoError:
                continue  # told where the same photo is drawn for its tag
        pairs = [pair for pair in found if pair is not None]
        return [camera(rng, photo) for photo, _ in pairs], [labels for _, labels in pairs]

    def _cracked_squares(self, rng: np.random.Generator, slots: int) -> tuple[list[RGB], list[int]]:
        """Squares of as many cracked photos as fill the slots, and the bag of each."""
        squares: list[RGB] = []
        bags: list[int] = []
        redraws = _REDRAWS
        while left := slots - len(squares):
            photo = self._cache.drawn(self._cracked, rng)
            photo = halved(photo) if rng.random() < self._recipe.halved_share else photo
            views = windows(rng, photo, self._recipe.size_px, slots=slots if redraws else left)
            if len(views) > left:
                redraws -= 1  # where no photo fits, the last slots see a part of one
                continue
            bags += [max(bags, default=-1) + 1] * len(views)
            squares += [flip(rng, view, np.zeros(view.shape[:2], bool))[0] for view in views]
        return squares, bags


def validation_batch(
    photos: Sequence[TaggedPhoto],
    *,
    count: int,
    size_px: int,
    seed: int,
    style: CrackStyle = VALIDATION_STYLE,
) -> Batch:
    """Painted squares on reserved clean photos, with other generator settings than in training.

    Half as many clean squares follow, so that false alarms count.
    """
    assert style is not TRAINING_STYLE
    pool, rng = (
        Pool([photo for photo in photos if photo.tag is Tag.NOT_CRACKED]),
        np.random.default_rng((seed, 7)),
    )
    cache = PhotoCache()
    grounds = [cache.drawn(pool, rng) if pool else None for _ in range(count + count // 2)]
    painted = [cracked_scene(rng, one, size_px, style=style) for one in grounds[:count]]
    clean = [clean_scene(rng, one, size_px).photo for one in grounds[count:]]
    images = to_tensor([one.photo for one in painted] + clean, size_px)
    return Batch(images, _masks(painted, size_px), to_tensor([], size_px), torch.empty(0), cache.sentences)
