"""Seconds per megapixel: the shipped network as `predict` runs it, beside what a user would write.

That is segmentation-models-pytorch's Unet on a ResNet-50 in eager float32, tiles of 512 px one after the other, and
the same network in ONNX Runtime and OpenVINO. Every row runs in a process of its own, in turn, on one photo; the ratio
of the medians is the figure. The last column is the share of the machine's matmul rate in that precision.

Run: uv run --group bench python tests/bench/speed.py [--megapixels 2] [--repeats 3] [--rounds 2] [--busy]
``--busy`` is for a machine that others work on: one thread each, and the processor's time instead of the clock's.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import numpy as np
import torch

TILE_PX = 512
USUAL_GFLOP_MP, OWN_GFLOP_MP = 324, 223
# Row: what it is, operations a megapixel, precision of the matmul that it is held against.
ROWS = {
    "smp-eager": ("smp Unet R50, torch eager float32", USUAL_GFLOP_MP, "float32"),
    "smp-onnxruntime": ("smp Unet R50, ONNX Runtime float32", USUAL_GFLOP_MP, "float32"),
    "smp-openvino-f32": ("smp Unet R50, OpenVINO float32", USUAL_GFLOP_MP, "float32"),
    "smp-openvino-bf16": ("smp Unet R50, OpenVINO bfloat16", USUAL_GFLOP_MP, "bfloat16"),
    "own-torch": ("Crack Review, torch, every tile", OWN_GFLOP_MP, "bfloat16"),
    "own-openvino": ("Crack Review, OpenVINO int8, every tile", OWN_GFLOP_MP, "bfloat16"),
}


BUSY: list[bool] = []


def threads() -> int:
    return 1 if BUSY else os.cpu_count() or 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megapixels", type=float, default=2.0)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--busy", action="store_true", help="one thread, processor time")
    parser.add_argument("--row", choices=(*ROWS, "matmul"), help="one row alone, in this process")
    asked = parser.parse_args()
    if asked.busy:
        torch.set_num_threads(1)
        BUSY.append(True)
    if asked.row:
        print(*(row_alone(asked)))
    else:
        table(asked)


def table(asked: argparse.Namespace) -> None:
    rates = dict(zip(("float32", "bfloat16"), child("matmul", asked), strict=True))
    rounds = [{row: child(row, asked) for row in ROWS} for _ in range(asked.rounds)]
    taken = {row: [found[row][0] for found in rounds if found[row]] for row in ROWS}
    base = statistics.median(taken["smp-eager"])
    print(f"matmul of 2048 x 2048: float32 {rates['float32']:.0f}, bfloat16 {rates['bfloat16']:.0f} GFLOP/s")
    print(f"{'':42}{'s/MP':>8}{'times faster':>14}{'of matmul':>11}")
    for row, (name, gflop, precision) in ROWS.items():
        if not taken[row]:
            print(f"{name:42}{'not installed':>22}")
            continue
        seconds = statistics.median(taken[row])
        print(f"{name:42}{seconds:8.3f}{base / seconds:14.2f}{gflop / seconds / rates[precision]:11.0%}")


def child(row: str, asked: argparse.Namespace) -> list[float]:
    """What one row prints; nothing where its library is missing."""
    options = ["--megapixels", str(asked.megapixels), "--repeats", str(asked.repeats), "--row", row]
    options += ["--busy"] * asked.busy
    answer = subprocess.run([sys.executable, "-W", "ignore", __file__, *options], capture_output=True, text=True)
    if answer.returncode:
        print(f"{row}: {answer.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return []
    return [float(number) for number in answer.stdout.split()[-2 if row == "matmul" else -1 :]]


def row_alone(asked: argparse.Namespace) -> list[float]:
    warnings.simplefilter("ignore")
    if asked.row == "matmul":
        return [matmul(torch.float32), matmul(torch.bfloat16)]
    side = round((asked.megapixels * 1e6) ** 0.5 / TILE_PX) * TILE_PX
    photo = np.random.default_rng(0).integers(60, 200, (side, side, 3), dtype=np.uint8)
    work = own(asked.row, photo) if asked.row.startswith("own") else usual(asked.row, photo)
    work()
    return [statistics.median(timed(work) for _ in range(asked.repeats)) / (side * side / 1e6)]


def matmul(dtype: torch.dtype) -> float:
    """GFLOP/s."""
    first, second = torch.rand(2048, 2048).to(dtype), torch.rand(2048, 2048).to(dtype)
    return 2 * 2048**3 / min(timed(lambda: first @ second) for _ in range(8)) / 1e9


def own(row: str, photo: np.ndarray) -> Callable[[], object]:
    from core.network.openvino import declared_ranges
    from core.network.shelf import Shelf
    from core.predict import predictor as module

    version = Shelf().shipped()
    if row == "own-openvino":
        import_module("openvino")  # where it is missing the program itself would go on with torch
        if declared_ranges(version.metadata) is None:
            described = {**version.metadata, "ranges": sampled_ranges(version)}
            module.read_metadata = lambda _: described
    predictor = module.Predictor(
        version, device="cpu", threads=threads(), every_tile=True, engine=row.partition("-")[2]
    )
    return lambda: predictor.predict(photo)


def sampled_ranges(version: object) -> dict[str, float]:
    """Of the sample photos, for a network whose file declares none."""
    import resources
    from core.network.ranges import watched
    from core.photos.reader import read
    from core.predict.predictor import Predictor

    predictor = Predictor(version, device="cpu", engine="torch")
    with watched(predictor.network) as ranges:
        for path in sorted((Path(resources.__file__).parent / "samples" / "images").glob("*.jpg"))[:4]:
            predictor.predict(read(path))
    return dict(ranges)


def usual(row: str, photo: np.ndarray) -> Callable[[], object]:
    import segmentation_models_pytorch as smp

    network = smp.Unet("resnet50", encoder_weights=None, classes=1).eval()
    example = torch.rand(1, 3, TILE_PX, TILE_PX)
    runs = {"smp-eager": eager, "smp-onnxruntime": onnxruntime}.get(row)
    run = runs(network, example) if runs else openvino(network, example, "bf16" if row.endswith("bf16") else "f32")
    return lambda: [run(tile) for tile in cut(photo)]


def cut(photo: np.ndarray) -> list[np.ndarray]:
    """Squares (1, 3, S, S) float32."""
    spots = [(top, left) for top in range(0, len(photo), TILE_PX) for left in range(0, photo.shape[1], TILE_PX)]
    tiles = [photo[top : top + TILE_PX, left : left + TILE_PX] for top, left in spots]
    return [np.ascontiguousarray(tile.transpose(2, 0, 1)[None], np.float32) / 255 for tile in tiles]


def eager(network: torch.nn.Module, _: torch.Tensor) -> Callable[[np.ndarray], object]:
    def run(tile: np.ndarray) -> object:
        with torch.inference_mode():
            return network(torch.from_numpy(tile)).sigmoid().numpy()

    return run


def onnxruntime(network: torch.nn.Module, example: torch.Tensor) -> Callable[[np.ndarray], object]:
    import onnxruntime as ort

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "network.onnx")
        torch.onnx.export(network, (example,), path, input_names=["images"], dynamo=False)
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads()
        session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return lambda tile: session.run(None, {"images": tile})


def openvino(network: torch.nn.Module, example: torch.Tensor, precision: str) -> Callable[[np.ndarray], object]:
    import openvino as ov

    model = ov.convert_model(network, example_input=example, input=[1, 3, TILE_PX, TILE_PX])
    settings = {
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_PRECISION_HINT": precision,
        "INFERENCE_NUM_THREADS": threads(),
    }
    request = ov.Core().compile_model(model, "CPU", settings).create_infer_request()
    return lambda tile: request.infer({0: tile})


def timed(work: Callable[[], object]) -> float:
    clock = time.process_time if BUSY else time.perf_counter
    began = clock()
    work()
    return clock() - began


if __name__ == "__main__":
    main()
