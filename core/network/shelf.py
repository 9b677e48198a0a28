"""The model shelf: every version of the network on this workstation, the shipped one first. Only ``add`` loads torch.

A version's id is the content hash of its file, so a file that was exchanged is another version. What users call a
version and note on it therefore stands beside the files, in one table of labels.
"""

import hashlib
import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import resources
from core.errors import CheckpointError
from core.network.tensor_file import read_metadata
from core.project.files import sweep, write_atomically
from core.project.place import user_folder
from core.values import ModelVersion

_SUFFIX = ".safetensors"
LABELS_FILE = "labels.json"
MOST_TEXT = 2000


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
        return self._labelled(describe(found[0], is_shipped=True))

    def versions(self) -> list[ModelVersion]:
        """The shipped version, then the others from oldest to newest; damaged files are left out."""
        found = []
        for path in self.folder.glob(f"*{_SUFFIX}"):
            try:
                found.append(self._labelled(describe(path)))
            except CheckpointError:
                continue
        return [self.shipped(), *sorted(found, key=lambda version: (str(version.metadata.get("created")), version.id))]

    def find(self, wanted: str | None = None) -> ModelVersion:
        """A version by id (or its beginning, at least 6 digits) or by file; the shipped one for None."""
        if wanted is None or wanted == "shipped":
            return self.shipped()
        path = Path(wanted)
        if path.is_file():
            return self._labelled(describe(path))
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
        self._number(version)
        return self._labelled(describe(target))

    def export(self, wanted: str, target: Path) -> None:
        """Copies a version to ``target``. Raises CheckpointError."""
        self._copy(self.find(wanted).path, target)

    def remove(self, wanted: str) -> None:
        """Takes a version off the shelf for good. Raises CheckpointError for the shipped one."""
        version = self.find(wanted)
        if version.is_shipped or version.path.parent != self.folder:
            raise CheckpointError("Only versions on the shelf can be removed, and the shipped one stays.")
        version.path.unlink(missing_ok=True)

    def label(self, wanted: str, *, name: str | None = None, note: str | None = None) -> ModelVersion:
        """Calls a version otherwise, or notes something on it; the file stays as it is. Raises CheckpointError."""
        version = self.find(wanted)
        said = {"name": name, "note": note}
        changed = {key: text.strip()[:MOST_TEXT] for key, text in said.items() if text is not None}
        if changed.get("name") == "":
            raise CheckpointError("A version needs a name; type at least one letter.")
        labels = self._labels()
        self._keep_labels({**labels, version.id: {**labels.get(version.id, {}), **changed}})
        return self._labelled(version)

    def _number(self, version: ModelVersion) -> None:
        """A network without a name gets one that no other version on this shelf ever had."""
        labels = self._labels()
        if version.metadata.get("name") or labels.get(version.id, {}).get("name"):
            return
        known = [int(said) for label in labels.values() if (said := label.get("number", "")).isdigit()]
        number = max(known, default=0) + 1
        label = {**labels.get(version.id, {}), "name": f"Version {number}", "number": str(number)}
        self._keep_labels({**labels, version.id: label})

    def _labelled(self, version: ModelVersion) -> ModelVersion:
        label = self._labels().get(version.id, {})
        metadata = {**version.metadata, "note": label["note"]} if "note" in label else version.metadata
        return replace(version, name=label.get("name") or version.name, metadata=metadata)

    def _labels(self) -> dict[str, dict[str, str]]:
        """Names and notes by version id; none where the table is missing or damaged."""
        try:
            found = json.loads((self.folder / LABELS_FILE).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        labels = {version_id: label for version_id, label in found.items() if isinstance(label, dict)}
        return {id_: {key: str(text) for key, text in label.items()} for id_, label in labels.items()}

    def _keep_labels(self, labels: dict[str, dict[str, str]]) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self.folder / LABELS_FILE, json.dumps(labels, indent=1).encode())
        except OSError as error:
            raise CheckpointError(f"The names of the shelf cannot be kept: {error.strerror}.") from error

    def _copy(self, source: Path, target: Path) -> None:
        staged = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, staged)
            staged.replace(target)
            sweep(target.parent.glob(f".*{target.suffix}.*.part"))
        except OSError as error:
            staged.unlink(missing_ok=True)
            raise CheckpointError(f"The network cannot be copied to {target}: {error.strerror}.") from error
