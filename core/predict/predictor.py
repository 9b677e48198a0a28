"""From upright photos to their finished maps: a cheap pass, tiles, blending, clean-up, gate."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from core.network.batches import Batches
from core.network.engines import runner_for
from core.network.tensor_file import read_metadata
from core.predict import cheap, finish, tiles
from core.predict.work import Canvas, PhotoWork, by_size, stored
from core.values import RGB, CoarseMap, ModelVersion, Prediction, Progress

Event = Progress | CoarseMap | Prediction
Look = tuple[Canvas, tiles.Tile]

# Half a second on two cores, where the cheap pass takes one already.
GLIMPSED_PX = 8_000_000


class Predictor:
    """A loaded network. Use one per thread; memory is bounded by one batch of tiles and the maps themselves.

    ``every_tile`` leaves the cheap pass out: all of a photo is computed at full size. ``engine`` is one of
    ``core.network.engines.ENGINES``; without ``may_measure`` none is tried out first.
    """

    def __init__(
        self,
        version: ModelVersion,
        *,
        device: str = "auto",
        threads: int | None = None,
        every_tile: bool = False,
        engine: str = "auto",
        may_measure: bool = True,
    ) -> None:
        self.version = version
        metadata = read_metadata(version.path)
        gate = metadata.get("gate")
        self._gate = float(gate) if gate is not None else None
        self._below = None if every_tile else cheap.level_of(metadata)
        self.runner = runner_for(
            version, metadata, device=device, threads=threads, engine=engine, may_measure=may_measure
        )
        self._batches = Batches(self.runner)
        self.settings = ";".join((self.runner.name, _tiling(self._below), finish.VERSION, f"gate{gate}"))

    @property
    def photos_at_once(self) -> int:
        """How many photos should share batches: as many as a batch has squares, one on a processor."""
        return self._batches.size

    def predict(self, photo: RGB) -> Prediction:
        """The finished map of a photo (H, W, 3) uint8 upright. May raise RuntimeError (out of memory)."""
        *_, last = self.predict_tiles(photo)
        assert isinstance(last, Prediction)
        return last

    @property
    def network(self) -> Any:
        """The torch module itself, where torch runs it."""
        return self.runner.network  # type: ignore[attr-defined]

    def probabilities(self, photo: RGB) -> cheap.Levels:
        """What the network says of a photo (H, W) float32, every tile, before clean-up and gate."""
        work = PhotoWork(photo, below=None)
        for _ in self._looked([work.second_look()], [work]):
            pass
        return work.blended.astype(np.float32)

    def glimpse(self, photo: RGB) -> CoarseMap | None:
        """What the network sees in a sixteenth of the pixels, for somebody who waits; None for a photo soon done."""
        height, width = photo.shape[:2]
        if height * width < GLIMPSED_PX:
            return None
        return CoarseMap(stored(self.probabilities(cheap.reduced(cheap.reduced(photo)))), (height, width))

    def predict_tiles(self, photo: RGB) -> Iterator[Event]:
        """The same with a Progress after every tile and a CoarseMap after the cheap pass; the Prediction comes last."""
        for _, event in self.predict_together([photo]):
            yield event

    def predict_together(self, photos: Sequence[RGB]) -> Iterator[tuple[int, Event]]:
        """The events of several photos, whose tiles share batches, each with the photo's place among ``photos``."""
        works = [PhotoWork(photo, below=self._below) for photo in photos]
        yield from self._looked([work.first_look() for work in works], works)
        for place, work in enumerate(works):
            if coarse := work.coarse():
                yield place, coarse
        yield from self._looked([work.second_look() for work in works], works)
        for place, work in enumerate(works):
            yield place, work.finished(self._gate, self.version.id)
        self.runner.tidy()

    def _looked(self, looks: list[list[Look]], works: list[PhotoWork]) -> Iterator[tuple[int, Progress]]:
        place_of = {id(canvas): place for place, own in enumerate(looks) for canvas, _ in own}
        for group in by_size([look for own in looks for look in own]):
            squares = [partial(canvas.square, tile) for canvas, tile in group]
            for (canvas, tile), probabilities in zip(group, self._batches.run(squares), strict=True):
                canvas.add(tile, probabilities)
                place = place_of[id(canvas)]
                works[place].done += 1
                yield place, Progress(works[place].done, works[place].total, "Predicting")


def _tiling(below: float | None) -> str:
    every = f"tile{tiles.MAX_TILE_PX}o{tiles.OVERLAP_PX}"
    return every if below is None else f"{every};cheap{cheap.SCALE}t{tiles.CHOSEN_TILE_PX}b{below}"
