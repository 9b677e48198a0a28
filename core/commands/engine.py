"""The network as the subcommands see it: chosen on the shelf, then fed photo by photo.

The same predictor, batch and settings as in the window. Maps are kept only where the caller says so, so that
timings owe nothing to maps from before.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import PhotoError
from core.values import ModelVersion, Prediction

if TYPE_CHECKING:
    from core.predict.batch import Predicts


class Engine:
    """A loaded version. ``settings`` names all that shapes its maps besides the weights."""

    def __init__(self, predictor: "Predicts") -> None:
        self.version, self.settings = predictor.version, predictor.settings
        self._predictor = predictor

    def predictions(
        self, paths: Sequence[Path], maps: Path | None = None
    ) -> Iterator[tuple[Path, Prediction | PhotoError]]:
        """The photos in order, each with its map or with why there is none; ``maps`` is where maps are kept."""
        from core.predict.batch import PhotoFailed, PhotoPredicted, predict_photos
        from core.predict.cache import MapCache

        # How much may be kept is the window's to say, which clears up when it keeps its next map.
        cache = None if maps is None else MapCache(maps, cap_bytes=sys.maxsize)
        for event in predict_photos(paths, self._predictor, cache=cache):
            if isinstance(event, PhotoPredicted):
                yield event.path, event.prediction
            elif isinstance(event, PhotoFailed):
                yield event.path, PhotoError(event.error)


def loaded(version: ModelVersion, *, device: str = "auto", threads: int | None = None, **options: Any) -> Engine:
    """A network, ready. Raises CheckpointError, UsageError."""
    from core.predict.predictor import Predictor

    return Engine(Predictor(version, device=device, threads=threads, **options))


def chosen(arguments: argparse.Namespace) -> Engine:
    """What ``--model``, ``--device`` and ``--threads`` say. Raises CheckpointError, UsageError."""
    from core.network.shelf import Shelf
    from core.predict import black_hat

    if arguments.model == black_hat.NAME:
        return Engine(black_hat.BlackHat())
    return loaded(
        Shelf().find(arguments.model),
        device=arguments.device,
        threads=arguments.threads,
        every_tile=arguments.every_tile,
        engine=arguments.engine,
    )
