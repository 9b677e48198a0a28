"""The starting work's learning, for the reference table: see ``core.train.references``."""

from collections.abc import Sequence

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.data import Dataset

from core.train.guard import PhotoGuard
from core.train.recipe import Recipe
from core.train.sampling import Batch, PhotoCache, Pool, to_tensor
from core.values import RGB, Tag, TaggedPhoto


def global_max_loss(logits: Tensor, is_cracked: Tensor) -> Tensor:
    """Cross-entropy of each photo's tag (N,) float with the highest of its logits (N, 1, H, W)."""
    return F.binary_cross_entropy_with_logits(logits.flatten(1).amax(dim=1), is_cracked)


class WholePhotos(Dataset[Batch]):
    """Steps of whole photos, each drawn with the same chance and brought to one size."""

    def __init__(self, photos: Sequence[TaggedPhoto], recipe: Recipe, *, seed: int) -> None:
        self._photos = sorted(photos, key=lambda photo: photo.path)
        self._recipe, self._seed = recipe, seed
        self._cache = PhotoCache()
        self._guard = PhotoGuard(photo.path for photo in photos)

    def __getitem__(self, step: int) -> Batch:
        rng = np.random.default_rng((self._seed, step))
        chosen = rng.choice(len(self._photos), self._recipe.tagged, replace=len(self._photos) < self._recipe.tagged)
        # A batch names its cracked squares last.
        drawn = sorted((self._photos[index] for index in chosen), key=lambda photo: photo.tag is Tag.CRACKED)
        with self._guard:
            squares = [self._square(rng, photo) for photo in drawn]
        size, cracked = self._recipe.size_px, sum(photo.tag is Tag.CRACKED for photo in drawn)
        images = to_tensor(squares, size)
        masks = torch.empty((0, 1, size, size))
        return Batch(images, masks, images[len(images) - cracked :], torch.arange(cracked), self._cache.sentences)

    def _square(self, rng: np.random.Generator, photo: TaggedPhoto) -> RGB:
        """The whole photo (S, S, 3), or another one of its tag where it cannot be read."""
        others = Pool([other for other in self._photos if other.tag is photo.tag])
        pixels, size = self._cache.drawn(others, rng, first=photo.path), self._recipe.size_px
        return np.asarray(cv2.resize(pixels, (size, size), interpolation=cv2.INTER_AREA), np.uint8)
