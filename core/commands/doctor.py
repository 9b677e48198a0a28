"""``crack-review doctor``: what is installed, where data lies, and whether the shipped network loads."""

import argparse
import json
import os
import platform
import sys
from importlib import metadata

from core.cli import FAILED, version
from core.errors import CoreError

_LIBRARIES = (
    "torch",
    "torchvision",
    "safetensors",
    "numpy",
    "scipy",
    "scikit-image",
    "opencv-python-headless",
    "pillow",
    "pillow-heif",
    "PySide6-Essentials",
    "pyqtgraph",
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Say it; 0 only if the shipped network loads."""
    found: dict[str, object] = {
        "crack-review": version(),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packaged": bool(getattr(sys, "frozen", False)),
        "libraries": {name: _installed(name) for name in _LIBRARIES},
        **_machine(),
        "folders": _folders(),
        "shipped_model": _shipped_model(),
    }
    print(json.dumps(found, indent=2) if arguments.json else "\n".join(_lines(found)))
    return 0 if found["shipped_model"] == "loads" else FAILED


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _machine() -> dict[str, object]:
    import torch

    from core.network.device import choose_engine

    return {
        "device": choose_engine("auto").name,
        "cuda": torch.cuda.get_device_name() if torch.cuda.is_available() else None,
        "cores": os.cpu_count(),
        "threads": torch.get_num_threads(),
    }


def _folders() -> dict[str, str]:
    import resources
    from core.network.shelf import Shelf
    from core.project.place import user_folder

    return {
        "user": str(user_folder()),
        "models": str(Shelf().folder),
        "resources": str(resources.__path__[0]),
        "projects": ".crack-review beside the photos, or under user where that cannot be written",
    }


def _shipped_model() -> str:
    """ "loads", or the sentence that says why it does not."""
    from core.network.checkpoint import load
    from core.network.shelf import Shelf

    try:
        load(Shelf().shipped().path)
    except CoreError as error:
        return str(error)
    return "loads"


def _lines(found: dict[str, object]) -> list[str]:
    lines = []
    for key, value in found.items():
        if isinstance(value, dict):
            lines += [f"{key:14} {name}: {entry or 'not installed'}" for name, entry in value.items()]
        else:
            lines.append(f"{key:14} {'none' if value is None else value}")
    return lines
