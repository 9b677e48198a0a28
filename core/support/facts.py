"""What is installed, where data lies, and whether the shipped network loads."""

import os
import platform
import sys
from importlib import metadata

from core.cli import version
from core.errors import CoreError
from core.licences import PROGRAM, components

_OPTIONAL = ("matplotlib", "pillow-heif")


def facts() -> dict[str, object]:
    """Everything that ``crack-review doctor`` says, ready for JSON. Loads torch and the shipped network."""
    return {
        PROGRAM: version(),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packaged": bool(getattr(sys, "frozen", False)),
        "libraries": {one.name: one.version for one in components()} | {name: _installed(name) for name in _OPTIONAL},
        **_machine(),
        "folders": _folders(),
        "shipped_model": _shipped_model(),
    }


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
