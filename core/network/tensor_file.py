"""Tensor files without code in them: safetensors with one JSON document in the header.

Reading the header needs no torch and no tensor, so the window can list networks before torch is loaded.
"""

import json
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.errors import CheckpointError
from core.project.files import sweep

_METADATA_KEY = "crack_review"
_HEADER_LIMIT_BYTES = 16 * 2**20


def read_header(path: Path) -> dict[str, Any]:
    """The JSON header of a safetensors file: tensor entries plus ``__metadata__``. Raises CheckpointError."""
    try:
        with path.open("rb") as file:
            (length,) = struct.unpack("<Q", file.read(8))
            if not 2 <= length <= _HEADER_LIMIT_BYTES:
                raise ValueError("header length")
            header = json.loads(file.read(length).decode("utf-8"))
            found_bytes = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise CheckpointError(f"The network file {path} cannot be read: {error.strerror}.") from error
    except (ValueError, struct.error, RecursionError) as error:
        raise CheckpointError(
            f"{path.name} is not a network of this program (safetensors was expected); choose another file."
        ) from error
    if not isinstance(header, dict):
        raise CheckpointError(f"{path.name} has a damaged header; fetch or export the network again.")
    if found_bytes < 8 + length + _tensors_end(header):
        raise CheckpointError(f"{path.name} is cut short; fetch or export the network again.")
    return header


def _tensors_end(header: Mapping[str, Any]) -> int:
    """How many bytes of tensors the header announces; 0 where an entry makes no sense, which is told later."""
    try:
        return max(
            (int(entry["data_offsets"][1]) for name, entry in header.items() if name != "__metadata__"), default=0
        )
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        return 0


def read_metadata(path: Path) -> dict[str, Any]:
    """What the file says about itself. Raises CheckpointError for a file that is not this program's."""
    try:
        metadata = json.loads(read_header(path)["__metadata__"][_METADATA_KEY])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise CheckpointError(
            f"{path.name} was not written by Crack Review: its description is missing; choose another file."
        ) from error
    if not isinstance(metadata, dict):
        raise CheckpointError(f"{path.name} has a damaged description; fetch or export the network again.")
    return metadata


def write(path: Path, tensors: Mapping[str, Any], metadata: Mapping[str, object]) -> None:
    """Writes atomically: a killed process or a full disk leaves the previous file. Raises CheckpointError."""
    from safetensors.torch import save

    described = {_METADATA_KEY: json.dumps(metadata, sort_keys=True, allow_nan=False)}
    staged = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with staged.open("wb") as file:
            file.write(save(dict(tensors), metadata=described))
            file.flush()
            os.fsync(file.fileno())
        staged.replace(path)
        sweep(path.parent.glob(f".*{path.suffix}.*.part"))
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise CheckpointError(f"The network cannot be saved to {path}: {error.strerror}.") from error


def read_tensors(path: Path) -> dict[str, Any]:
    """All tensors on the CPU. Raises CheckpointError for a damaged file."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    read_header(path)
    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise CheckpointError(f"{path.name} is damaged: {error}; fetch or export the network again.") from error
