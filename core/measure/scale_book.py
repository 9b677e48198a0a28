"""Scales kept for a photo, a folder or a camera; the nearest one counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import cast

from core.errors import MeasureError
from core.measure.scale import UNCALIBRATED, Matrix, Method, Scale


@dataclass(frozen=True, slots=True)
class ScaleBook:
    """Scales by photo (path relative to the project, with /), by folder and by camera."""

    photos: Mapping[str, Scale] = field(default_factory=dict)
    folders: Mapping[str, Scale] = field(default_factory=dict)
    cameras: Mapping[str, Scale] = field(default_factory=dict)

    def find(self, photo: str, camera: str | None = None) -> Scale:
        """The photo's own scale, else that of its nearest folder, else its camera's, else none (pixels)."""
        if photo in self.photos:
            return self.photos[photo]
        for folder in PurePosixPath(photo).parents:
            if str(folder) in self.folders:
                return self.folders[str(folder)]
        return self.cameras.get(camera or "", UNCALIBRATED)

    def to_json(self) -> dict[str, dict[str, dict[str, object]]]:
        """For the project's settings."""
        kept = {"photos": self.photos, "folders": self.folders, "cameras": self.cameras}
        return {
            kind: {name: {"matrix": list(scale.matrix), "method": str(scale.method)} for name, scale in scales.items()}
            for kind, scales in kept.items()
        }

    @staticmethod
    def from_json(content: object) -> "ScaleBook":
        """What ``to_json`` gave. Raises MeasureError for anything else."""
        try:
            found = [{name: _scale(kept) for name, kept in content[kind].items()} for kind in _KINDS]  # type: ignore[index]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise MeasureError(f"Kept scales were expected, not this ({error}); set the scale again.") from error
        return ScaleBook(*found)


_KINDS = ("photos", "folders", "cameras")


def _scale(kept: Mapping[str, object]) -> Scale:
    values = tuple(float(value) for value in kept["matrix"])  # type: ignore[attr-defined]
    if len(values) != len(UNCALIBRATED.matrix):
        raise ValueError(f"{len(values)} numbers")
    matrix = cast(Matrix, values)
    return Scale(matrix, Method(str(kept["method"])))
