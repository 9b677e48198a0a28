"""Tagged photos as the training dialog lists them: what each is for, and whether its tag is doubtful."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt, Slot

from app.item import Item
from app.models.thumbnails import Thumbnails
from core.values import Role, Tag

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Sample:
    """One tagged photo. ``role`` is None where it is left out; a doubtful tag contradicts the active model."""

    photo: int
    path: Path
    tag: Tag
    role: Role | None
    is_doubtful: bool = False

    @property
    def is_doubted_in_learning(self) -> bool:
        """Whether a wrong tag would be learnt from."""
        return self.is_doubtful and self.role is Role.TRAIN


def samples(items: Iterable[Item], root: Path, roles: Mapping[Path, Role]) -> list[Sample]:
    """The tagged photos: doubtful ones that are learnt from first, then other doubtful ones, then by name."""
    found = [_sample(item, root, roles) for item in items if item.tag is not None]
    return sorted(found, key=lambda sample: (not sample.is_doubted_in_learning, not sample.is_doubtful))


def _sample(item: Item, root: Path, roles: Mapping[Path, Role]) -> Sample:
    path = root / item.path
    assert item.tag is not None, "untagged photos are no samples"
    return Sample(item.id, path, item.tag, roles.get(path), item.contradicts)


def role_words(sample: Sample) -> str:
    """What a photo is for."""
    translate = QCoreApplication.translate
    if sample.role is Role.TRAIN:
        return translate("samples", "learnt from")
    if sample.role is Role.HELD_OUT:
        return translate("samples", "held out")
    return translate("samples", "left out")


def why(sample: Sample) -> str:
    """A photo's part, explained."""
    translate = QCoreApplication.translate
    words = {
        Role.TRAIN: translate("samples", "The model learns from this photo."),
        Role.HELD_OUT: translate(
            "samples",
            "Held out of every training, for good, with all its near-duplicates: versions are compared on it.",
        ),
        None: translate("samples", "Left out: tagged unsure, unreadable, or a near-duplicate of both parts."),
    }[sample.role]
    if not sample.is_doubtful:
        return words
    return words + "\n" + translate("samples", "The active model contradicts its tag.")


class Roles(IntEnum):
    """What a view asks of a row."""

    SAMPLE = Qt.ItemDataRole.UserRole
    PIXMAP = Qt.ItemDataRole.UserRole + 1


class SampleList(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._samples: list[Sample] = []
        thumbnails.ready.connect(self._on_thumbnail)

    def set_samples(self, found: Sequence[Sample]) -> None:
        """Show others; nothing moves where they are the same."""
        if list(found) != self._samples:
            self.beginResetModel()
            self._samples = list(found)
            self.endResetModel()

    def sample(self, row: int) -> Sample:
        """The photo of a row."""
        return self._samples[row]

    def rowCount(self, parent: QModelIndex = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._samples)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A sample, its thumbnail, or its words."""
        if not index.isValid() or index.row() >= len(self._samples):
            return None
        sample = self._samples[index.row()]
        if role == Roles.SAMPLE:
            return sample
        if role == Roles.PIXMAP:
            return self._thumbnails.pixmap(sample.photo, sample.path)
        return _words(sample, role)

    @Slot(int)
    def _on_thumbnail(self, photo: int) -> None:
        for row, sample in enumerate(self._samples):
            if sample.photo == photo:
                self.dataChanged.emit(self.index(row), self.index(row))


def _words(sample: Sample, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return sample.path.name
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{sample.path.name}, {role_words(sample)}"
    if role == Qt.ItemDataRole.ToolTipRole:
        return f"{sample.path.name}\n{why(sample)}"
    return None
