"""The model shelf: every version of the network on this workstation, the shipped one first. Only ``add`` loads torch.

A version's id is the content hash of its file, so a file that was exchanged is another version.
"""

import hashlib
import os
import shutil
from pathlib import Path

import resources
from core.errors import CheckpointError
from core.network.tensor_file import read_metadata
from core.project.place import user_folder
from core.values import ModelVersion

_SUFFIX = ".safetensors"


def content_id(path: Path) -> str:
    """The first 16 hex digits of the file's SHA-256. Raises CheckpointError."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except OSError as error:
        raise CheckpointError(f"The network file {path} cannot be read: {error.strerror}.") from error


def describe(path: Path, *, is_shipped: bool = False) -> ModelVersion:
    """A version from its file's header. Raises CheckpointError."""
    metadata = read_metadata(path)
    threshold, gate = metadata.get("threshold"), metadata.get("gate")
    if not _is_share(threshold) or not (gate is None or _is_share(gate)):
        raise CheckpointError(f"{path.name} lacks a threshold or gate between 0 and 1; export the network again.")
    name = str(metadata.get("name") or ("Shipped" if is_shipped else path.stem))
    return ModelVersion(content_id(path), path, name, float(metadata["threshold"]), is_shipped, metadata)


def _is_share(value: object) -> bool:
    return isinstance(value, (int, float)) and 0 <= value <= 1


class Shelf:
    """Network files in one per-user folder, plus the shipped one."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or user_folder() / "models"

    def shipped(self) -> ModelVersion:
        """The version that came with the program. Raises CheckpointError where the installation lacks it."""
        found = sorted((Path(resources.__file__).parent / "model").glob(f"*{_SUFFIX}"))
        if not found:
            raise CheckpointError("The shipped network is missing from resources/model; install the program again.")
        return describe(found[0], is_shipped=True)

    def versions(self) -> list[ModelVersion]:
        """The shipped version, then the others from oldest to newest; damaged files are left out."""
        found = []
        for path in self.folder.glob(f"*{_SUFFIX}"):
            try:
                found.append(describe(path))
            except CheckpointError:
                continue
        return [self.shipped(), *sorted(found, key=lambda version: (str(version.metadata.get("created")), version.id))]

    def find(self, wanted: str | None = None) -> ModelVersion:
        """A version by id (or its beginning, at least 6 digits) or by file; the shipped one for None."""
        if wanted is None or wanted == "shipped":
            return self.shipped()
        path = Path(wanted)
        if path.is_file():
            return describe(path)
        fitting = [version for version in self.versions() if len(wanted) >= 6 and version.id.startswith(wanted)]
        if len(fitting) != 1:
            raise CheckpointError(
                f"No network “{wanted}” on the shelf or on disk; `crack-review models list` names those that are there."
            )
        return fitting[0]

    def add(self, file: Path) -> ModelVersion:
        """Copies a checked network onto the shelf; the same file twice, or the shipped one, is one version.

        Raises CheckpointError.
        """
        from core.network.checkpoint import checked  # torch, which only a foreign file needs

        checked(file)
        version = describe(file)
        if version.id == self.shipped().id:
            return self.shipped()
        target = self.folder / f"{version.id}{_SUFFIX}"
        if not target.exists():
            self._copy(file, target)
        return describe(target)

    def export(self, wanted: str, target: Path) -> None:
        """Copies a version to ``target``. Raises CheckpointError."""
        self._copy(self.find(wanted).path, target)

    def remove(self, wanted: str) -> None:
        """Takes a version off the shelf for good. Raises CheckpointError for the shipped one."""
        version = self.find(wanted)
        if version.is_shipped or version.path.parent != self.folder:
            raise CheckpointError("Only versions on the shelf can be removed, and the shipped one stays.")
        version.path.unlink(missing_ok=True)

    def _copy(self, source: Path, target: Path) -> None:
        staged = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, staged)
            staged.replace(target)
        except OSError as error:
            staged.unlink(missing_ok=True)
            raise CheckpointError(f"The network cannot be copied to {target}: {error.strerror}.") from error
