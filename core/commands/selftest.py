"""``crack-review selftest``: predict, two training steps, save, reload, compare. Needs no photo of the user's."""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from core.cli import FAILED
from core.commands import arguments as shared
from core.commands.engine import Engine, loaded
from core.errors import CoreError
from core.values import RGB, Finished, ModelVersion, Prediction, Tag, TaggedPhoto, TrainingPlan

_SIZE = (320, 480)
_STEPS = 2
_PHOTOS = 4


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    shared.add_device(parser)
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Do it in a folder that is gone afterwards; 0 only if every step went well."""
    with tempfile.TemporaryDirectory(prefix="crack-review-selftest-") as folder:
        test = SelfTest(Path(folder), device=arguments.device, threads=arguments.threads)
        steps = [_tried(step) for step in (test.predict, test.train, test.reload, test.compare)]
    passed = all(step["error"] is None for step in steps)
    if arguments.json:
        print(json.dumps({"passed": passed, "steps": steps}, indent=2))
    else:
        print("\n".join(_line(step) for step in steps))
        print("The program works here." if passed else "The program does not work here.")
    return 0 if passed else FAILED


class SelfTest:
    """The steps, each of which goes on where the last one ended. A step that fails raises."""

    def __init__(self, folder: Path, *, device: str, threads: int | None) -> None:
        self._folder = folder
        self._device = device
        self._threads = threads

    def predict(self) -> None:
        """The shipped network draws a map of a painted photo."""
        from core.network.shelf import Shelf

        found = self._prediction(self._engine(Shelf().shipped()))
        _require(found.probabilities.shape == _SIZE, "The map is not as large as its photo.")
        _require(0.0 <= found.photo_score <= 1.0, "The photo score is no share.")

    def train(self) -> None:
        """Two steps from the shipped weights."""
        from core.train.trainer import train

        plan = TrainingPlan(
            photos=self._tagged(),
            out=self._folder / "run",
            steps=_STEPS,
            device=self._device,
            threads=self._threads,
        )
        *_, last = train(plan)
        _require(isinstance(last, Finished), "The training did not come to its end.")

    def reload(self) -> None:
        """The trained network is read and saved once more."""
        from core.network.checkpoint import load, save

        network, metadata = load(self._trained)
        save(self._copy, network, metadata)

    def compare(self) -> None:
        """The trained network and its copy draw the same map."""
        from core.network.shelf import describe

        trained, copied = (
            self._prediction(self._engine(describe(path))).probabilities for path in (self._trained, self._copy)
        )
        _require(np.array_equal(trained, copied), "A network that was saved and read draws another map.")

    def _engine(self, version: ModelVersion) -> Engine:
        return loaded(version, device=self._device, threads=self._threads)

    @property
    def _trained(self) -> Path:
        return self._folder / "run" / "best.safetensors"

    @property
    def _copy(self) -> Path:
        return self._folder / "copy.safetensors"

    def _prediction(self, engine: Engine) -> Prediction:
        path = self._folder / "photo.png"
        _write(path, _painted(0, cracked=True))
        (_, found), *_ = engine.predictions([path])
        if isinstance(found, CoreError):
            raise found
        return found

    def _tagged(self) -> tuple[TaggedPhoto, ...]:
        tagged = []
        for number in range(_PHOTOS):
            for tag in (Tag.CRACKED, Tag.NOT_CRACKED):
                path = self._folder / f"{number}_{tag}.png"
                _write(path, _painted(number, cracked=tag is Tag.CRACKED))
                tagged.append(TaggedPhoto(path, tag, group=path.name))
        return tuple(tagged)


def _painted(seed: int, *, cracked: bool) -> RGB:
    """A grey, grainy surface (H, W, 3), with one dark line or without."""
    generator = np.random.default_rng(seed)
    photo = generator.normal(140, 12, (*_SIZE, 3)).clip(0, 255).astype(np.uint8)
    if cracked:
        x = np.linspace(0, _SIZE[1] - 1, 12)
        y = (_SIZE[0] / 2 + generator.normal(0, 8, 12).cumsum()).clip(0, _SIZE[0] - 1)
        cv2.polylines(photo, [np.stack([x, y], axis=1).astype(np.int32)], False, (40, 40, 40), 3)
    return photo


def _write(path: Path, photo: RGB) -> None:
    path.write_bytes(cv2.imencode(".png", photo)[1].tobytes())


def _require(holds: bool, sentence: str) -> None:
    if not holds:
        raise RuntimeError(sentence)


def _tried(step: Callable[[], None]) -> dict[str, object]:
    """A self-test reports whatever goes wrong, mistakes of ours among it."""
    started = time.monotonic()
    error = None
    try:
        step()
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
    return {"step": step.__name__, "error": error, "seconds": round(time.monotonic() - started, 2)}


def _line(step: dict[str, object]) -> str:
    return f"{step['step']:8} {'ok' if step['error'] is None else step['error']} ({step['seconds']} s)"
