"""What fuzz.py spoils and reads: how a whole file of each kind is made and spoilt, and how the program reads it."""

import json
import os
import pickle
import random
import shutil
import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import cv2
import numpy as np
from PIL import Image

from core.errors import CoreError
from core.export import incoming
from core.photos import identity, metadata, pairing, reader
from core.photos.thumbnails import ThumbnailCache
from core.predict.cache import MapCache
from core.values import Prediction
from tests.core.photos.test_mutations import SEEDS, seed
from tests.survival.mutations import spoilt, spoilt_json
from tests.survival.project_targets import Bundle, Database, Log, Tags
from tests.survival.target import Target, made


class Photo(Target):
    """Photos of every format that the reader knows, and some others that call themselves photos."""

    def prepare(self) -> None:
        more = {
            "planar tiff": seed(format="TIFF", compression="tiff_deflate", tiffinfo={284: 2}),
            "big tiff": seed(format="TIFF", big_tiff=True),
            "cmyk tiff": seed("CMYK", format="TIFF", compression="packbits"),
            "grey jpeg": seed("L", format="JPEG"),
            "ycbcr tiff": seed("YCbCr", format="TIFF"),
            "interlaced": _interlaced(),
            "gif": seed("P", format="GIF"),
            "ppm": seed(format="PPM"),
        }
        self.seeds = [*SEEDS.values(), *more.values(), *_heif()]
        self.thumbnails = ThumbnailCache(self.folder / "thumbnails")

    def content(self, chance: random.Random) -> bytes:
        return spoilt(chance.choice(self.seeds), chance, self.seeds)

    def read(self, file: Path) -> None:
        asked: tuple[Callable[[Path], Any], ...] = (
            reader.size,
            metadata.read,
            lambda path: reader.read_reduced(path, 8),
            lambda path: self.thumbnails.thumbnail(path, 16),
            identity.content_hash,
            lambda path: pairing.read_mask(path, (23, 31)),
        )
        for question in asked:
            try:
                question(file)
            except CoreError as error:
                assert str(error).endswith("."), error
        rgb = reader.read(file)
        assert rgb.shape == (*reader.size(file), 3)
        assert identity.fingerprint(rgb) >= 0


def _interlaced() -> bytes:
    return cv2.imencode(".png", np.full((9, 9, 4), 90, np.uint8))[1].tobytes()


def _heif() -> list[bytes]:
    try:
        import pillow_heif
    except ImportError:
        return []
    pillow_heif.register_heif_opener()
    buffer = BytesIO()
    Image.new("RGB", (32, 24), (90, 80, 70)).save(buffer, format="HEIF")
    return [buffer.getvalue()]


class Network(Target):
    """Headers of checkpoints: the tensors behind them are a hole in the file."""

    def prepare(self) -> None:
        from core.network import checkpoint
        from core.network.shelf import Shelf

        checkpoint.load(Shelf().shipped().path)  # what PyTorch takes by itself is not counted
        shipped = Shelf().shipped().path.read_bytes()
        (length,) = struct.unpack("<Q", shipped[:8])
        self.header, self.size = json.loads(shipped[8 : 8 + length]), len(shipped)

    def content(self, chance: random.Random) -> bytes:
        if chance.random() < 0.5:
            header = spoilt_json(self.header, chance)
        else:
            about = json.loads(self.header["__metadata__"]["crack_review"])
            said = {"crack_review": spoilt_json(about, chance).decode("utf-8", "replace")}
            header = json.dumps(self.header | {"__metadata__": said}).encode()
        length = len(header) if chance.random() < 0.9 else chance.choice((0, 1, 2**24, 2**40, 2**63))
        return struct.pack("<Q", length) + header

    def make(self, chance: random.Random) -> Path:
        file = super().make(chance)
        if chance.random() < 0.9:
            os.truncate(file, self.size)
        return file

    def read(self, file: Path) -> None:
        from core.network import checkpoint
        from core.network.shelf import Shelf, describe

        describe(file)
        checkpoint.load(file)
        Shelf(self.folder / "shelf").add(file)


class Pickle(Target):
    """Files that run a program as soon as somebody unpickles them."""

    def prepare(self) -> None:
        from core.network.unet import CrackUNet

        self.trace, self.network = self.folder / "ran", CrackUNet()

    def content(self, chance: random.Random) -> bytes:
        import torch

        trap, protocol = _Trap(self.trace), chance.randint(0, 5)
        if chance.random() < 0.5:
            return spoilt_or_not(pickle.dumps({"weights": trap}, protocol), chance)
        buffer = BytesIO()
        torch.save({"conv1.weight": trap}, buffer, _use_new_zipfile_serialization=chance.random() < 0.7)
        return spoilt_or_not(buffer.getvalue(), chance)

    def read(self, file: Path) -> None:
        from core.network.checkpoint import load_imagenet
        from core.network.shelf import Shelf

        refused = 0
        for question in (lambda: Shelf(self.folder / "shelf").add(file), lambda: load_imagenet(self.network, file)):
            try:
                question()
            except CoreError as error:
                refused += 1
                assert str(error).endswith("."), error
        assert refused == 2, "a pickle was taken"
        assert not self.trace.exists(), "a pickle ran"


class _Trap:
    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch '{self.trace}'",)


def spoilt_or_not(content: bytes, chance: random.Random) -> bytes:
    """Most traps are whole."""
    return spoilt(content, chance) if chance.random() < 0.3 else content


class Coco(Target):
    """COCO files with polygons and run lengths."""

    document: ClassVar[Any] = {
        "images": [{"id": 1, "file_name": "a/1.png", "height": 20, "width": 30}],
        "categories": [{"id": 1, "name": "crack"}],
        "annotations": [
            {"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[1, 1, 9, 1, 9, 9.5]], "iscrowd": 0},
            {"id": 2, "image_id": 1, "category_id": 1, "segmentation": {"size": [20, 30], "counts": [100, 50, 450]}},
            {"id": 3, "image_id": 1, "category_id": 1, "segmentation": {"size": [20, 30], "counts": "T31oN0b2"}},
        ],
    }

    def content(self, chance: random.Random) -> bytes:
        return spoilt_json(self.document, chance)

    def read(self, file: Path) -> None:
        for wanted in (None, ["crack"]):
            for found in incoming.masks_from_coco(file, wanted):
                _stays_inside(found.photo)
                assert found.mask.dtype == bool


class LabelMe(Target):
    """LabelMe files with every shape."""

    document: ClassVar[Any] = {
        "imagePath": "../photos/1.png", "imageHeight": 20, "imageWidth": 30,
        "shapes": [
            {"label": "crack", "shape_type": "polygon", "points": [[1, 1], [9, 1], [9, 9]]},
            {"label": "crack", "shape_type": "rectangle", "points": [[1, 1], [9, 9]]},
            {"label": "crack", "shape_type": "circle", "points": [[10, 10], [12, 12]]},
            {"label": "crack", "shape_type": "linestrip", "points": [[1, 1], [9, 1], [9, 9]]},
            {"label": "crack", "shape_type": "point", "points": [[3, 3]]},
        ],
    }  # fmt: skip

    def content(self, chance: random.Random) -> bytes:
        return spoilt_json(self.document, chance)

    def read(self, file: Path) -> None:
        for wanted in (None, ["crack"]):
            _stays_inside(incoming.mask_from_labelme(file, wanted).photo)


def _stays_inside(name: str) -> None:
    assert not name.startswith(("/", "\\")) and ".." not in name.replace("\\", "/").split("/"), name


class Map(Target):
    """Kept maps: a damaged one is forgotten, never shown."""

    def prepare(self) -> None:
        self.cache, self.key = MapCache(self.folder / "maps"), "cd" * 20
        self.cache.put(self.key, Prediction(np.arange(600, dtype=np.uint8).reshape(20, 30), 0.5, "m"))
        self.file = self.cache._path(self.key)
        self.whole = self.file.read_bytes()

    def content(self, chance: random.Random) -> bytes:
        return spoilt(self.whole, chance)

    def read(self, file: Path) -> None:
        shutil.copyfile(file, self.file)
        self.cache.header(self.key)
        found = self.cache.get(self.key)
        assert found is None or found.probabilities.shape == (20, 30)


class Notes(Target):
    """Small files of the program's own: the plan of a run, who has the project open, how fast training was."""

    documents: ClassVar[tuple[Any, ...]] = (
        {
            "photos": [["/a/1.png", "cracked", "g", "s", "train"]], "start": "shipped", "preset": "quick", "seed": 0,
            "device": "cpu", "threads": 1, "note": "",
        },
        {"user": "ana", "host": "h", "pid": 1, "since": "2026-01-01T00:00:00+00:00"},
        {"cpu/1": {"step": 1.0, "validation": 0.5}},
    )  # fmt: skip

    def content(self, chance: random.Random) -> bytes:
        return spoilt_json(chance.choice(self.documents), chance)

    def read(self, file: Path) -> None:
        from app.flows import runs
        from core.project.lock import Hold
        from core.train import speed
        from core.values import TrainingPlan

        run = made(self.folder / "runs" / "20260101-000000")
        (run / runs.STATE_FILE).touch()
        shutil.copyfile(file, run / runs.PLAN_FILE)
        runs.resumable(run.parent)
        shutil.copyfile(file, self.folder / "opened-by.json")
        holder = Hold(self.folder, "ben").holder()
        assert holder is None or str(holder)
        made(Path(os.environ["CRACK_REVIEW_HOME"]))
        shutil.copyfile(file, Path(os.environ["CRACK_REVIEW_HOME"]) / "training-speed.json")
        speed.known(TrainingPlan((), self.folder, device="cpu", threads=1))


TARGETS: Mapping[str, Callable[[Path], Target]] = {
    "photo": Photo,
    "network": Network,
    "pickle": Pickle,
    "database": Database,
    "log": Log,
    "bundle": Bundle,
    "tags": Tags,
    "coco": Coco,
    "labelme": LabelMe,
    "map": Map,
    "notes": Notes,
}
