"""Generators that ask the shelf of versions, or change it; core.network is imported when they run."""

from collections.abc import Iterator
from pathlib import Path

from core.values import Finished, ModelVersion


def versions() -> Iterator[Finished[list[ModelVersion]]]:
    """All versions on the shelf, the shipped one first."""
    from core.network.shelf import Shelf

    yield Finished(Shelf().versions())


def add_version(file: Path) -> Iterator[Finished[ModelVersion]]:
    """Copy a network file onto the shelf after checking it."""
    from core.network.shelf import Shelf

    yield Finished(Shelf().add(file))


def label_version(
    version_id: str, *, name: str | None = None, note: str | None = None
) -> Iterator[Finished[ModelVersion]]:
    """Give a version another name or note."""
    from core.network.shelf import Shelf

    yield Finished(Shelf().label(version_id, name=name, note=note))


def export_version(version_id: str, target: Path) -> Iterator[Finished[None]]:
    """Copy a version to a file."""
    from core.network.shelf import Shelf

    Shelf().export(version_id, target)
    yield Finished(None)


def remove_version(version_id: str) -> Iterator[Finished[None]]:
    """Take a version off the shelf for good."""
    from core.network.shelf import Shelf

    Shelf().remove(version_id)
    yield Finished(None)
