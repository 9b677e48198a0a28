"""Which library runs the network here: measured once for each network on each machine, then remembered.

PyTorch always can. OpenVINO takes its place on a processor where it is installed, where the network's description
has the ranges that int8 needs, and where it was at least 15 % faster.
"""

import json
import os
import platform
import statistics
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from core.network import openvino
from core.network.batches import Runner
from core.project.place import user_folder
from core.values import ModelVersion

TORCH, OPENVINO = "torch", "openvino"
ENGINES = ("auto", TORCH, OPENVINO)
GAIN = 1.15
_FILE = "engine-speed.json"
_SIDE_PX = 512
_REPEATS = 3


def runner_for(
    version: ModelVersion,
    description: Mapping[str, Any],
    *,
    device: str = "auto",
    threads: int | None = None,
    engine: str = "auto",
    may_measure: bool = True,
) -> Runner:
    """A network ready to run; torch is loaded only where it computes or is measured.

    Measuring exports the network first, which takes seconds to minutes: without ``may_measure`` PyTorch runs a network
    that was not measured yet.

    Raises CheckpointError, UsageError.
    """
    ranges = openvino.declared_ranges(description)
    if engine == TORCH or ranges is None or not _is_choice(device):
        return torch_runner(version, device=device, threads=threads)
    key = _key(version, device, threads)
    chosen = _remembered(key) if engine == "auto" else engine
    if chosen == OPENVINO:
        return openvino.OpenVinoRunner(version, ranges, threads=threads)
    own = torch_runner(version, device=device, threads=threads)
    if chosen == TORCH or not may_measure or "-cpu-" not in own.name:
        return own
    other = openvino.OpenVinoRunner(version, ranges, threads=threads)
    taken = {TORCH: seconds(own), OPENVINO: seconds(other)}
    _remember(key, taken)
    return other if _faster(taken) == OPENVINO else own


def is_unmeasured(
    version: ModelVersion, description: Mapping[str, Any], *, device: str = "auto", threads: int | None = None
) -> bool:
    """Whether another engine than PyTorch could run the network and was not tried here yet."""
    if openvino.declared_ranges(description) is None or not _is_choice(device):
        return False
    return _remembered(_key(version, device, threads)) is None


def torch_runner(version: ModelVersion, *, device: str, threads: int | None) -> Runner:
    """The network itself. Raises CheckpointError, UsageError."""
    from core.network.checkpoint import load
    from core.network.device import choose_engine
    from core.network.runner import TorchRunner

    engine = choose_engine(device)
    return TorchRunner(load(version.path)[0], engine, threads=threads)


def seconds(runner: Runner) -> float:
    """Median time of one square; the first run, which sets up memory, does not count."""
    square = np.random.default_rng(0).integers(60, 200, (1, _SIDE_PX, _SIDE_PX, 3), dtype=np.uint8)
    taken = []
    for _ in range(1 + _REPEATS):
        began = time.perf_counter()
        runner.start(square)()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken[1:])


def _is_choice(device: str) -> bool:
    return openvino.version() is not None and device in ("auto", "cpu")


def _faster(taken: Mapping[str, float]) -> str:
    return OPENVINO if taken[TORCH] >= GAIN * taken[OPENVINO] else TORCH


def _key(version: ModelVersion, device: str, threads: int | None) -> str:
    """What a measurement holds for."""
    machine = f"{platform.machine()}/{os.cpu_count()}/{threads}/{device}"
    return f"{version.id}/{openvino.FORMAT}/{openvino.version()}/{machine}"


def _remembered(key: str) -> str | None:
    try:
        found = _stored()[key]
        return _faster({name: float(found[name]) for name in (TORCH, OPENVINO)})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remember(key: str, taken: Mapping[str, float]) -> None:
    """A full or unwritable disk is no error: it is measured again next time."""
    try:
        stored = _stored()
    except (OSError, ValueError):
        stored = {}
    staged = _path().with_name(f"{_FILE}.{os.getpid()}.part")
    try:
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_text(json.dumps({**stored, key: dict(taken)}, indent=2))
        staged.replace(_path())
    except OSError:
        return


def _path() -> Path:
    return user_folder() / _FILE


def _stored() -> dict[str, Any]:
    found = json.loads(_path().read_text())
    if not isinstance(found, dict):
        raise ValueError("a table was expected")
    return found
