"""OpenVINO as an engine: int8 on the processor, where it is installed. It loads torch only to export a network once.

The exported network lies in the per-user folder under the model's id; deleting it costs the next start a few seconds.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Mapping
from importlib import metadata, util
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.network.allocation import give_back
from core.project.files import sweep
from core.project.place import user_folder
from core.values import ModelVersion

FORMAT = 1
# Where a checkpoint's description holds what ``core.network.ranges`` measured.
RANGES = "ranges"
_FILE = "network.xml"


def version() -> str | None:
    """OpenVINO's version; None where it is not installed."""
    return metadata.version("openvino") if util.find_spec("openvino") else None


def declared_ranges(description: Mapping[str, Any]) -> dict[str, float] | None:
    """The largest input of each convolution; None where none are declared, or where they make no sense."""
    table = description.get(RANGES)
    if not isinstance(table, dict) or not table:
        return None
    is_sound = all(isinstance(value, int | float) and 0 < value < 1e6 for value in table.values())
    return {str(name): float(value) for name, value in table.items()} if is_sound else None


class OpenVinoRunner:
    """A compiled network. ``threads`` None takes all cores."""

    name = f"openvino-cpu-int8-{FORMAT}"
    batch = 1

    def __init__(self, model: ModelVersion, ranges: Mapping[str, float], *, threads: int | None = None) -> None:
        import openvino

        settings: dict[str, Any] = {
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_NUM_THREADS": threads or os.cpu_count() or 1,
            "ENABLE_CPU_PINNING": False,
        }
        core = openvino.Core()
        self._request = core.compile_model(str(exported(model, ranges)), "CPU", settings).create_infer_request()

    def start(self, images: NDArray[np.uint8]) -> Callable[[], NDArray[np.float32]]:
        """Squares (N, H, W, 3) to probabilities (N, H, W), computed when they are asked for."""
        return lambda: self._computed(images)

    def _computed(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        self._request.infer({0: images}, share_inputs=True)
        return np.array(self._request.get_output_tensor(0).data, np.float32)

    def tidy(self) -> None:
        """The engine keeps its own memory; the maps' goes back."""
        give_back()


def exported(model: ModelVersion, ranges: Mapping[str, float]) -> Path:
    """The network in OpenVINO's format, made where it is not there yet: whole or not at all."""
    folder = user_folder() / "engines" / f"{model.id}-{FORMAT}-{version()}"
    if not (folder / _FILE).exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder.parent.glob(".*"))
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as staged:
            whole = Path(staged) / folder.name
            whole.mkdir()
            _export(model.path, ranges, whole / _FILE)
            shutil.rmtree(folder, ignore_errors=True)
            _renamed(whole, folder)
    return folder / _FILE


def _renamed(whole: Path, folder: Path) -> None:
    try:
        whole.replace(folder)
    except OSError:
        if not (folder / _FILE).exists():  # else another process was faster
            raise


def _export(source: Path, ranges: Mapping[str, float], target: Path) -> None:
    import openvino
    import torch

    from core.network.checkpoint import load
    from core.network.folding import fold_batch_norms
    from core.network.quantised import FromPixels, quantise

    network, _ = load(source)
    network.requires_grad_(False)
    fold_batch_norms(network)
    quantise(network, ranges)
    pixels = torch.zeros((1, 64, 64, 3), dtype=torch.uint8)
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # OpenVINO still reads networks by torch.jit.trace, which is deprecated
        converted = openvino.convert_model(FromPixels(network).eval(), example_input=pixels)
    converted.reshape([-1, -1, -1, 3])
    openvino.save_model(converted, target, compress_to_fp16=False)
